"""Venezuela: cédula de identidad, and the RIF that is made of it.

V for a Venezuelan, E for a foreigner, then the number in the order of issue. The letter V does
not tell where its bearer was born: who is naturalised has it too. A low number was given long
ago, so that its bearer cannot be young. The RIF has a check digit.
"""

import re
from functools import cache
from importlib.resources import files

from stdnum.ve.rif import calc_check_digit

from tamiz.documents.numbers.reading import Origin, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, REVERSE_ENGINEERED, Scheme, check, rules

_NATIONID = "nationid docs/countries/ve.md, after SAIME"
_OFAC = "tables/ve_bands.tsv: 140 cédulas of the OFAC list (2026-07)"
_STDNUM = "python-stdnum 2.2 stdnum.ve.rif; Providencia SNAT/2003/1697 (SENIAT)"


MARGIN = 5  # years beyond the youngest bearer seen: the list has few of each size


def _read_cedula(match: re.Match[str]) -> Says:
    if match[0][0] == "E":
        return Says(origin=Origin.FOREIGNER)
    number = int(match[0].removeprefix("V"))
    return Says(latest_birth_year=next((year for up_to, year in _bands() if number <= up_to), None))


@cache
def _bands() -> tuple[tuple[int, int], ...]:
    """The largest number and the latest birth year of each band, in order."""
    text = files("tamiz.documents.numbers").joinpath("tables", "ve_bands.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return tuple((int(row[0]), int(row[1]) + MARGIN) for row in rows[1:])


def _read_rif(match: re.Match[str]) -> Says:
    key = match[0]
    return Says(
        check_digit=check(calc_check_digit(key), key[9]),
        origin=Origin.FOREIGNER if key[0] == "E" else None,
    )


SCHEME: Scheme = Scheme(
    key="ve_cedula",
    state="ve",
    name="Cédula",
    pattern=re.compile(r"[VE]?[1-9]\d{4,7}"),
    read=_read_cedula,
    rules=(
        *rules(DOCUMENTED, _NATIONID, Part.SHAPE, Part.ORIGIN),
        *rules(REVERSE_ENGINEERED, _OFAC, Part.REGISTRATION),
    ),
)
RIF: Scheme = Scheme(
    key="ve_rif",
    state="ve",
    name="RIF",
    pattern=re.compile(r"[VE]\d{9}"),
    read=_read_rif,
    rules=rules(DOCUMENTED, _STDNUM, Part.SHAPE, Part.CHECK_DIGIT, Part.ORIGIN),
)
