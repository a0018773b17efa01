"""Romania: CNP. Sex and century (1), YYMMDD, county (2), serial (3), check digit.

7 and 8 are residents born abroad or in any century, 9 foreigners: both centuries are read. The
county is where the birth was entered, or for residents where the number was given.
"""

import re

from tamiz.documents.numbers.days import day, either_century
from tamiz.documents.numbers.digits import weighted
from tamiz.documents.numbers.places import place_table
from tamiz.documents.numbers.reading import Fault, Origin, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules
from tamiz.model import PartialDate, Sex

_CENTURIES = {"1": 1900, "2": 1900, "3": 1800, "4": 1800, "5": 2000, "6": 2000}
_WEIGHTS = (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)
_TEN = {10: "1"}  # a remainder of ten is written 1
_FOREIGN = "9"
_SOURCE = "OUG 97/2005 and python-stdnum 2.2 stdnum.ro.cnp"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    dates = _dates(key)
    digit = weighted(key, _WEIGHTS) % 11
    place = place_table("ro_counties").get(key[7:9])
    fault = Fault.NONE if dates else Fault.DATE
    return Says(
        check_digit=check(_TEN.get(digit, str(digit)), key[12]),
        birth_dates=dates,
        sex=None if key[0] == _FOREIGN else Sex.MALE if int(key[0]) % 2 else Sex.FEMALE,
        place=place,
        place_is_birth=key[0] in _CENTURIES,
        origin=None if key[0] in _CENTURIES else Origin.FOREIGNER,
        fault=fault if place else Fault.PLACE_CODE,
    )


def _dates(key: str) -> tuple[PartialDate, ...]:
    year, month, day_of_month = int(key[1:3]), int(key[3:5]), int(key[5:7])
    if key[0] in _CENTURIES:
        return day(_CENTURIES[key[0]] + year, month, day_of_month)
    return either_century(year, month, day_of_month)


SCHEME: Scheme = Scheme(
    key="ro_cnp",
    state="ro",
    name="CNP",
    pattern=re.compile(r"[1-9]\d{12}"),
    read=_read,
    rules=rules(
        DOCUMENTED, _SOURCE,
        Part.SHAPE, Part.CHECK_DIGIT, Part.BIRTH_DATE, Part.SEX, Part.BIRTH_PLACE, Part.ORIGIN,
        Part.REGISTRATION,
    ),
)  # fmt: skip
