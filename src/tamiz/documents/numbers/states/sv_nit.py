"""El Salvador: NIT, Número de Identificación Tributaria, of a natural person.

Municipality of birth (4), DDMMYY, serial (3), check digit. The first digit is 0 or 1 for a
Salvadoran and 9 for a foreigner, whose next three digits are a country that no public table
tells. Since Decree 763 (2021) a person's DUI serves as NIT, but older NIT stay in papers.
Companies have NIT of the same form: the municipality and date are then those of the founding.
"""

import re

from stdnum.sv.nit import calc_check_digit

from tamiz.documents.numbers.days import either_century
from tamiz.documents.numbers.places import place_table
from tamiz.documents.numbers.reading import Fault, Origin, Part, Says
from tamiz.documents.numbers.scheme import (
    DOCUMENTED,
    REVERSE_ENGINEERED,
    Scheme,
    check,
    rules,
)

FOREIGNER = "9"
_STDNUM = "python-stdnum 2.2 stdnum.sv.nit and the Spanish texts it names"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    is_foreigner = key[0] == FOREIGNER
    place = None if is_foreigner else place_table("sv_municipalities").get(key[:4])
    dates = either_century(int(key[8:10]), int(key[6:8]), int(key[4:6]))
    fault = Fault.NONE if dates else Fault.DATE
    if place is None and not is_foreigner:
        fault = Fault.PLACE_CODE
    return Says(
        check_digit=check(calc_check_digit(key), key[13]),
        birth_dates=dates,
        place=place,
        place_is_birth=True,
        origin=Origin.FOREIGNER if is_foreigner else Origin.BORN_IN_STATE,
        fault=fault,
    )


SCHEME: Scheme = Scheme(
    key="sv_nit",
    state="sv",
    name="NIT",
    pattern=re.compile(r"[019]\d{13}"),
    read=_read,
    rules=(
        *rules(DOCUMENTED, _STDNUM, Part.SHAPE, Part.BIRTH_DATE, Part.BIRTH_PLACE, Part.ORIGIN),
        *rules(REVERSE_ENGINEERED, _STDNUM, Part.CHECK_DIGIT),
    ),
)
