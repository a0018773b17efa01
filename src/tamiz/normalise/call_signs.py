"""Call signs: a word and a number by which others know somebody, where a letter or observer tells."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tamiz.model import Dossier
from tamiz.normalise.keys import sound
from tamiz.normalise.names import CALL_SIGN_WORDS, spell_words
from tamiz.normalise.numerals import figures_of

LONGEST = 4_000  # characters of a letter that are looked through: more is no answer to a form
MOST = 3  # of one letter: nobody has more
LONGEST_SIGN = 40  # characters of a call sign
KEPT = 1 << 12  # letters: two checks ask about each

# “me dicen”, “call sign”: what stands before a call sign, or before a few short words and it.
_CALLED = (
    r"call(?:s|ed)?\s+me|known\s+(?:as|by)|call\s?sign|nickname|code\s?name|nom\s+de\s+guerre|alias"
    r"|me\s+(?:dicen|dec[ií]an|llaman|llamaban|apodan|apodaban|conocen)|apodo|sobrenombre|indicativo"
    r"|nombre\s+de\s+guerra|me\s+chamam|me\s+chamavam|apelido|codinome"
    r"|позивн\w{1,4}|псевдо|кличуть\s+мене|мене\s+кличуть|називають\s+мене|мене\s+називають"
    r"|позывн\w{1,4}|прозвище|кличка|называют\s+меня|меня\s+называют"
)
# “le dicen”, “goes by”: the same of somebody else, as an observer writes it. In a letter that is
# said of friends.
_THEY_ARE_CALLED = (
    r"call(?:s|ed)?\s+(?:him|her)|(?:is|was)\s+called|(?:goes|went)\s+by|answers\s+to"
    r"|(?:le|lo|la|se)\s+(?:dicen|dec[ií]an|llaman|llamaban|apodan|apodaban|conocen|hace\s+llamar)"
    r"|responde\s+(?:a|ao)|(?:o|a)\s+chamam|chamam-n[oa]|atende\s+por|(?:l['’]appellent|se\s+fait\s+appeler)"
    r"|(?:кличуть|звуть|називають|прозвали)\s+(?:його|її)|(?:його|її)\s+(?:кличуть|звуть|називають|прозвали)"
    r"|відгукується\s+на|називає\s+себе"
    r"|(?:зовут|называют|кличут|прозвали)\s+(?:его|е[её])|(?:его|е[её])\s+(?:зовут|называют|кличут|прозвали)"
    r"|откликается\s+на|называет\s+себя"
)
_BETWEEN = r"[\s:,]{1,3}(?:\w{1,4}\s{1,3}){0,2}"
_SIGN = r"[«“\"'‘]?(?P<sign>[^\W\d_]{4,20}[ -]\d{1,3})\b"
_TOLD = re.compile(rf"\b(?i:{_CALLED}){_BETWEEN}{_SIGN}")
_NOTED = re.compile(rf"\b(?i:{_CALLED}|{_THEY_ARE_CALLED}){_BETWEEN}{_SIGN}")


@lru_cache(maxsize=KEPT)
def call_signs_in(letter: str) -> tuple[str, ...]:
    """The call signs, as written; a byname without a number is everybody's and none.

    >>> call_signs_in("My call sign is “Nightjar-31”; I drove a T-72.")
    ('Nightjar-31',)
    """
    return _signs(_TOLD, letter)


@lru_cache(maxsize=KEPT)
def call_signs_noted(text: str) -> tuple[str, ...]:
    """The call signs by which an observer says that somebody is known, as written.

    >>> call_signs_noted("Land men call him «Nightjar-31»."), call_signs_in("They call him Owl-31.")
    (('Nightjar-31',), ())
    """
    return _signs(_NOTED, text)


def call_signs_told(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The call signs that letter and observations tell of an applicant, with where they stand."""
    for sign in call_signs_in(dossier.motivation):
        yield sign, "motivation"
    for one in dossier.observations:
        for sign in call_signs_noted(one.text):
            yield sign, one.field


def _signs(told: re.Pattern[str], text: str) -> tuple[str, ...]:
    if not any(map(str.isdigit, text)):
        return ()
    text = unicodedata.normalize("NFC", text[:LONGEST])
    found = (match["sign"] for match in told.finditer(text))
    return tuple(dict.fromkeys(sign for sign in found if sign[0].isupper()))[:MOST]


def word_and_number(text: str) -> tuple[str, str]:
    """The word of a call sign as it sounds, and its number in figures; empty what there is not.

    >>> word_and_number("Águila-7") == word_and_number("Aguila Siete")
    True
    """
    words = spell_words(text[:LONGEST_SIGN])
    if not words or not words[0].isalpha() or len(words) > CALL_SIGN_WORDS:
        return "", ""
    if len(words) < CALL_SIGN_WORDS:
        return sound(words[0]), ""
    number = (figures_of(words[1]) or words[1]).lstrip("0")
    return (sound(words[0]), number) if number.isdecimal() else ("", "")
