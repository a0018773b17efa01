"""Writes the names of countries: for reading them, and for officers who read them.

``src/tamiz/normalise/countries.tsv`` has every name of every country, and its code;
``src/tamiz/wording/*/states.toml`` what stands in place of a code.

Names come from Unicode CLDR (through Babel) in the languages of officers and of the lists; ISO
three-letter and ICAO Doc 9303-3 section 5 codes, names that lists use and names of nationals come
from ``countries_extra.tsv`` beside the result. Run it after editing that file:

    python scripts/make_countries.py
"""

from pathlib import Path

from babel import Locale

FOLDER = Path(__file__).resolve().parents[1] / "src" / "tamiz" / "normalise"
WORDING = FOLDER.parent / "wording"
OFFICERS = ("en", "es", "uk")
LANGUAGES = ("en", "es", "uk", "ru", "fr", "pt", "ar")
NO_STATES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}


def table() -> str:
    """The whole table as text: code, tab, names separated by ``|``."""
    names: dict[str, dict[str, None]] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in NO_STATES:  # noqa: PLR2004
                names.setdefault(code.lower(), {})[name.casefold()] = None
    for line in (FOLDER / "countries_extra.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, extra = line.split("\t")
            names.setdefault(code, {}).update(dict.fromkeys(extra.casefold().split("|")))
    return "".join(f"{code}\t{'|'.join(names[code])}\n" for code in sorted(names))


def words(language: str) -> str:
    """What each State is called in a language of officers, as a page of wording."""
    shared = set.intersection(*(set(Locale(one).territories) for one in OFFICERS))
    names = {
        code.lower(): name
        for code, name in Locale(language).territories.items()
        if code in shared and len(code) == 2 and code.isalpha() and code not in NO_STATES  # noqa: PLR2004
    }
    rows = "".join(f'{code} = "{names[code]}"\n' for code in sorted(names))
    return f"# Made by scripts/make_countries.py from Unicode CLDR.\n[state]\n{rows}"


if __name__ == "__main__":
    for one in OFFICERS:
        (WORDING / one / "states.toml").write_text(words(one), encoding="utf-8")
    (FOLDER / "countries.tsv").write_text(table(), encoding="utf-8")
