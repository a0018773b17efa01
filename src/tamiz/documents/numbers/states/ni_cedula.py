"""Nicaragua: cédula de identidad.

Municipality (3), DDMMYY of birth, serial (4), a letter that checks. The electoral council does
not publish the letter's rule: the thirteen digits modulo 23 fit every cédula of the OFAC list.
The table of municipalities has gaps, so that an unknown code is no fault.
"""

import re

from tamiz.documents.numbers.days import either_century
from tamiz.documents.numbers.places import ABROAD, place_table
from tamiz.documents.numbers.reading import Fault, Origin, Part, Says
from tamiz.documents.numbers.scheme import (
    DOCUMENTED,
    REVERSE_ENGINEERED,
    Scheme,
    check,
    rules,
)

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXY"  # 23: without I, O, Z and Ñ
_SOURCE = "nationid docs/countries/ni.md, nerdify/dnic; borne out by the OFAC list (2026-07)"
_OFAC = "the OFAC list (2026-07): letters of its cédulas, one code of a man born in Spain"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    place = place_table("ni_municipalities").get(key[:3])
    dates = either_century(int(key[7:9]), int(key[5:7]), int(key[3:5]))
    return Says(
        check_digit=check(_LETTERS[int(key[:13]) % len(_LETTERS)], key[13]),
        birth_dates=dates,
        place=place,
        place_is_birth=True,
        origin=Origin.BORN_ABROAD if place is not None and place.region == ABROAD else None,
        fault=Fault.NONE if dates else Fault.DATE,
    )


SCHEME: Scheme = Scheme(
    key="ni_cedula",
    state="ni",
    name="Cédula",
    pattern=re.compile(rf"\d{{13}}[{_LETTERS}]"),
    read=_read,
    rules=(
        *rules(DOCUMENTED, _SOURCE, Part.SHAPE, Part.BIRTH_DATE, Part.BIRTH_PLACE),
        *rules(REVERSE_ENGINEERED, _OFAC, Part.CHECK_DIGIT, Part.ORIGIN),
    ),
)
