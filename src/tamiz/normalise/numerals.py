"""Numbers in names of organisations and in code names: in figures, in words, Roman, ordinals."""

import re
from functools import cache

LARGEST_ROMAN = 39  # funds and branches are numbered no higher; C, D, L and M are initials
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|o|a|er|ro|do|to|y|ya|i|a)\Z")
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})\Z")

# In romanised words: English, Spanish, Ukrainian and Russian, German and French; 1, 2, 3 …
_WORDS = (
    "one first uno primero primera odyn odin pershyi persha pervyi pervaia erste premier premiere",
    "two second dos segundo segunda dva druhyi druha vtoroi vtoraia zweite deuxieme",
    "three third tres tercero tercera try tri tretii tretia dritte troisieme",
    "four fourth cuatro cuarto cuarta chotyry chetyre chetvertyi chetverta vierte quatrieme",
    "five fifth cinco quinto quinta piat piatyi piata piataia funfte cinquieme",
    "six sixth seis sexto sexta shist shest shostyi shestoi sechste sixieme",
    "seven seventh siete septimo septima sim sem somyi sedmoi siebte septieme",
    "eight eighth ocho octavo octava visim vosem vosmyi vosmoi achte huitieme",
    "nine ninth nueve noveno novena deviat deviatyi neunte neuvieme",
    "ten tenth diez decimo decima desiat desiatyi zehnte dixieme",
    "eleven eleventh once undecimo",
    "twelve twelfth doce duodecimo",
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
         "eighty": 80, "ninety": 90, "veinte": 20, "treinta": 30, "cuarenta": 40,
         "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90}  # fmt: skip


def number_of(word: str) -> str:
    """The number that a romanised word is, in figures without leading zeros; empty if none.

    >>> number_of("44"), number_of("first"), number_of("viii"), number_of("mil")
    ('44', '1', '8', '')
    """
    if any(map(str.isdigit, word)):
        found = _ORDINAL.match(word)
        return (found[1] if found else word).lstrip("0") or "0"
    value = _in_words().get(word) or _roman(word)
    return str(value) if value else ""


def figures_of(word: str) -> str:
    """A number written in words, in figures; empty for anything else.

    >>> figures_of("siete"), figures_of("7"), figures_of("vii")
    ('7', '', '')
    """
    value = _in_words().get(word)
    return str(value) if value else ""


def joined_tens(words: list[str]) -> list[str]:
    """The words with ``forty four`` and ``forty 4`` as one number."""
    found: list[str] = []
    for word in words:
        number = number_of(word)
        tens = _TENS.get(found[-1], 0) if found else 0
        if tens and len(number) == 1:
            found[-1] = str(tens + int(number))
        else:
            found.append(word)
    return found


def _roman(word: str) -> int:
    """The value of a Roman number up to XXXIX; 0 if the word is none."""
    found = _ROMAN.match(word)
    if found is None or not word:
        return 0
    ones = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
    value = 10 * len(found[1]) + ones.get(found[2], 9)
    return value if value <= LARGEST_ROMAN else 0


@cache
def _in_words() -> dict[str, int]:
    found = {word: at for at, words in enumerate(_WORDS, 1) for word in words.split()}
    return found | _TENS
