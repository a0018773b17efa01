"""Letters of one script that look like letters of another (a part of Unicode's UTS 39).

Only Latin, Cyrillic and Greek: between these a reader is deceived. Between Latin and Han or
Arabic nobody is.
"""

import unicodedata
from functools import lru_cache

_CYRILLIC = dict(
    zip("АВЕКМНОРСТУХІЈЅҮԀԚԜаеорсухіјѕһԁԛԝӏк", "ABEKMHOPCTYXIJSYDQWaeopcyxijshdqwlk", strict=True)
)
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανικρυ", "ABEZHIKMNOPTYXoavikpu", strict=True))
_LATIN_OF = {**_CYRILLIC, **_GREEK}
_LOOKS = {
    "cyrillic": frozenset(_CYRILLIC.values()),
    "greek": frozenset(_GREEK.values()),
    "latin": frozenset((*_CYRILLIC.values(), *_GREEK.values())),
}


def latin_lookalike(char: str) -> str:
    """The Latin letter that a Cyrillic or Greek one looks like; any other character as it is."""
    return _LATIN_OF.get(char, char)


@lru_cache(maxsize=1 << 12)
def looks_like(char: str, script: str) -> bool:
    """Whether a letter, its marks aside, looks like one of another script.

    >>> looks_like("е", "latin"), looks_like("ш", "latin"), looks_like("F", "cyrillic")
    (True, False, False)
    """
    bare = unicodedata.normalize("NFD", char)[:1]
    return latin_lookalike(bare) in _LOOKS.get(script, frozenset())
