"""Belarus: identification number of the passport.

Century and sex (1 digit), DDMMYY, region that gave it (letter), serial (3), two letters for the
citizenship (PB) or the authority, check digit with weights 7 3 1 and letters from A = 10.
"""

import re

from tamiz.documents.numbers.days import day
from tamiz.documents.numbers.places import place_table
from tamiz.documents.numbers.reading import Fault, Part, Says
from tamiz.documents.numbers.scheme import (
    DOCUMENTED,
    REVERSE_ENGINEERED,
    Scheme,
    check,
    rules,
)
from tamiz.model import Sex

_VALUES = {char: at for at, char in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_WEIGHTS = (7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7)
_SOURCE = "kirit0s/belarus-passport-personal-number-validator; borne out by the OFAC list (2026-07)"
_OFAC = "the OFAC list (2026-07): letters against birthplaces"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    first = int(key[0])
    total = sum(_VALUES[char] * weight for char, weight in zip(key, _WEIGHTS, strict=False))
    century = 1800 + 100 * ((first - 1) // 2)
    dates = day(century + int(key[5:7]), int(key[3:5]), int(key[1:3]))
    return Says(
        check_digit=check(str(total % 10), key[13]),
        birth_dates=dates,
        sex=Sex.MALE if first % 2 else Sex.FEMALE,
        place=place_table("by_regions")[key[7]],
        fault=Fault.NONE if dates else Fault.DATE,
    )


SCHEME: Scheme = Scheme(
    key="by_personal",
    state="by",
    name="Identification number",
    pattern=re.compile(r"[1-6]\d{6}[ABCEHKM]\d{3}[A-Z]{2}\d"),
    read=_read,
    rules=(
        *rules(DOCUMENTED, _SOURCE, Part.SHAPE, Part.CHECK_DIGIT, Part.BIRTH_DATE, Part.SEX),
        *rules(REVERSE_ENGINEERED, _OFAC, Part.REGISTRATION),
    ),
)
