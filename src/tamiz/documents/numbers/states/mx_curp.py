"""Mexico: CURP, Clave Única de Registro de Población.

Four letters of the name, YYMMDD, sex, State of birth, three consonants of the name, a character
that tells the century (a digit until 1999, a letter from 2000), check digit. Positions and
tables: Instructivo Normativo para la Asignación de la CURP, DOF 18 October 2021. The sex letter
X has been given since then; it says nothing here. A sex or name that was corrected late leaves
an older CURP in circulation, so a conflict is a question first.
"""

import re
from operator import mul

from tamiz.documents.numbers.days import day, either_century
from tamiz.documents.numbers.name_letters import NameLetters, NameSystem, forbidden_words
from tamiz.documents.numbers.places import ABROAD, place_table
from tamiz.documents.numbers.reading import Fault, Origin, Part, Says
from tamiz.documents.numbers.scheme import OFFICIAL, Scheme, check, rules
from tamiz.model import PartialDate, Sex

# Ñ stands between N and O in the official alphabet, so that O is worth 25.
_VALUES = {char: at for at, char in enumerate("0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ")}
_WEIGHTS = range(18, 1, -1)
_SEX = {"H": Sex.MALE, "M": Sex.FEMALE, "X": None}
_SOURCE = "Instructivo Normativo para la Asignación de la CURP, DOF 18 October 2021"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    place = place_table("mx_states").get(key[11:13])
    dates = _dates(key[16], int(key[4:6]), int(key[6:8]), int(key[8:10]))
    return Says(
        check_digit=check(_digit(key), key[17]),
        birth_dates=dates,
        sex=_SEX[key[10]],
        place=place,
        place_is_birth=True,
        origin=None if place is None else _origin(place.region),
        letters=NameLetters(NameSystem.CURP, key[:4], key[13:16]),
        fault=_fault(key, has_date=bool(dates), has_place=place is not None),
    )


def _digit(key: str) -> str:
    values = map(_VALUES.__getitem__, key)
    return str(-sum(map(mul, values, _WEIGHTS)) % 10)


def _dates(mark: str, year: int, month: int, day_of_month: int) -> tuple[PartialDate, ...]:
    """The century by the 17th character; O may be a 0, which the check digit cannot tell."""
    if mark == "O":
        return either_century(year, month, day_of_month)
    return day((1900 if mark.isdigit() else 2000) + year, month, day_of_month)


def _origin(region: str) -> Origin:
    return Origin.BORN_ABROAD if region == ABROAD else Origin.BORN_IN_STATE


def _fault(key: str, *, has_date: bool, has_place: bool) -> Fault:
    if not has_date:
        return Fault.DATE
    if not has_place:
        return Fault.PLACE_CODE
    return Fault.NEVER_ISSUED if key[:4] in forbidden_words(NameSystem.CURP) else Fault.NONE


SCHEME: Scheme = Scheme(
    key="mx_curp",
    state="mx",
    name="CURP",
    pattern=re.compile(r"[A-Z]{4}\d{6}[HMX][A-Z]{5}[0-9A-Z]\d"),
    read=_read,
    rules=rules(
        OFFICIAL, _SOURCE,
        Part.SHAPE, Part.CHECK_DIGIT, Part.NAME, Part.BIRTH_DATE, Part.SEX, Part.BIRTH_PLACE,
        Part.ORIGIN,
    ),
)  # fmt: skip
