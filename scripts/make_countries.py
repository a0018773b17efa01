"""Writes ``src/tamiz/normalise/countries.tsv``: every name of every country, and its code.

Names come from Unicode CLDR (through Babel) in the languages of officers and of the lists; ISO
three-letter and ICAO Doc 9303-3 section 5 codes, names that lists use and names of nationals come
from ``countries_extra.tsv`` beside the result. Run it after editing that file:

    python scripts/make_countries.py
"""

from pathlib import Path

from babel import Locale

FOLDER = Path(__file__).resolve().parents[1] / "src" / "tamiz" / "normalise"
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


if __name__ == "__main__":
    (FOLDER / "countries.tsv").write_text(table(), encoding="utf-8")
