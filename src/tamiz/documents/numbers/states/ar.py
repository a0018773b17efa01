"""Argentina: CUIL or CUIT of a natural person.

Prefix, DNI (8), check digit. 20 is a man's, 27 a woman's; 23 and 24 are given to either where
the digit would be 10, since 2021 also on request to anyone (gender identity).
"""

import re

from stdnum.ar.cuit import calc_check_digit

from tamiz.documents.numbers.reading import Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules
from tamiz.model import Sex

_SEX = {"20": Sex.MALE, "27": Sex.FEMALE}
_SOURCE = "python-stdnum 2.2 stdnum.ar.cuit; ANSES"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    return Says(check_digit=check(calc_check_digit(key[:-1]), key[10]), sex=_SEX.get(key[:2]))


SCHEME: Scheme = Scheme(
    key="ar_cuil",
    state="ar",
    name="CUIL / CUIT",
    pattern=re.compile(r"2[0347]\d{9}"),
    read=_read,
    rules=rules(DOCUMENTED, _SOURCE, Part.SHAPE, Part.CHECK_DIGIT, Part.SEX),
)
DNI: Scheme = Scheme(
    key="ar_dni",
    state="ar",
    name="DNI",
    pattern=re.compile(r"\d{7,8}"),
    read=lambda _: Says(),
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.ar.dni", Part.SHAPE),
)
