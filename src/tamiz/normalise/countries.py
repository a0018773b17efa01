"""Country codes from names, codes and words for nationals, in the languages of the lists.

``countries.tsv`` is made by ``scripts/make_countries.py`` from Unicode CLDR and
``countries_extra.tsv``; to teach Tamiz a spelling, add it to the latter and run the script.
"""

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

LONGEST = 100  # characters: no country has a longer name in any of the languages


@lru_cache(maxsize=1 << 14)
def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code in lower case (``su``, ``xk`` added); None if not understood.

    >>> country_code("Mexicana"), country_code("GBD"), country_code("Україна"), country_code("XXA")
    ('mx', 'gb', 'ua', None)
    """
    if len(text) > LONGEST:
        return None
    folded = _fold(text)
    found = _codes().get(folded)
    if found is None and folded.startswith("the "):
        return _codes().get(folded.removeprefix("the "))
    return found


def country_names(code: str) -> tuple[str, ...]:
    """Every known name of a country; empty for an unknown code."""
    return _names().get(code, ())


@cache
def _names() -> dict[str, tuple[str, ...]]:
    text = files("tamiz.normalise").joinpath("countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {code: tuple(names.split("|")) for code, names in rows}


@cache
def _codes() -> dict[str, str]:
    """Folded name to code; a two-letter code stands for itself before any name does."""
    codes: dict[str, str] = {}
    for code, names in _names().items():
        codes.update({_fold(name): code for name in names})
    codes.update({code: code for code in _names()})
    return codes


def _fold(text: str) -> str:
    """Case, accents, stops and surplus spaces removed; ``&`` and ``saint`` in one spelling."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(" " if c in ".,'’()-" else c for c in plain if not unicodedata.combining(c))
    words = kept.replace("&", " and ").split()
    return " ".join("st" if word == "saint" else word for word in words)
