"""Numbers of documents and registers as keys that compare."""

import unicodedata
from functools import lru_cache

SHORTEST = 4  # characters: fewer identify nobody
SHORTEST_OF_LETTERS = 8  # letters alone: shorter ones are abbreviations (XXXX, NNNN, SRTMTZ)
LONGEST = 40  # characters: longer is a sentence, not a number

# Cyrillic and Greek capitals that look like Latin ones and are typed for them.
_LOOKALIKES = str.maketrans("АВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTYXIJSABEZHIKMNOPTYX")
_VOWELS = frozenset("AEIOU")
_NOTHING = frozenset(
    "NONE NULL UNKNOWN NOTAVAILABLE NOTAPPLICABLE NOAPLICA NINGUNO SINNUMERO DESCONOCIDO "
    "НЕМАЄ НЕВІДОМО NUMBER TEST XXXX".split(),
)


@lru_cache(maxsize=1 << 14)
def identifier_key(number: str) -> str:
    """Capital letters and digits only; empty for what identifies nobody (N/A, zeros, 1111).

    >>> identifier_key("AB 123-456"), identifier_key("n/a"), identifier_key("000000")
    ('AB123456', '', '')
    """
    if len(number) > 4 * LONGEST:
        return ""
    if number.isascii() and number.isalnum() and not number.isalpha():  # as most are
        usable = SHORTEST <= len(number) <= LONGEST and len(set(number)) > 1
        return number.upper() if usable else ""
    upper = unicodedata.normalize("NFKC", number).upper().translate(_LOOKALIKES)
    key = "".join(char for char in upper if char.isalnum())
    if not SHORTEST <= len(key) <= LONGEST or len(set(key)) == 1 or key in _NOTHING:
        return ""
    return key if any(char.isdigit() for char in key) or _is_drawn(key) else ""


@lru_cache(maxsize=1 << 12)  # first for their ties, then for the register
def number_key(number: str) -> str:
    """A number's ``identifier_key`` in which O and 0 are one: people mistake the one for the other.

    >>> number_key("A825O205"), number_key("0O0O")
    ('A8250205', '')
    """
    return identifier_key(identifier_key(number).replace("O", "0"))


def _is_drawn(key: str) -> bool:
    """Whether letters alone are a number and no word: long, Latin, without a vowel, not repeated.

    German serials are drawn from digits and consonants; about one in 40 has no digit.
    """
    return (
        len(key) >= SHORTEST_OF_LETTERS
        and key.isascii()
        and _VOWELS.isdisjoint(key)
        and len(set(key)) >= SHORTEST
    )
