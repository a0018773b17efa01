"""Poland: PESEL. YYMMDD with the century in the month, serial with the sex, check digit."""

import re

from tamiz.documents.numbers.days import day
from tamiz.documents.numbers.digits import weighted
from tamiz.documents.numbers.reading import Fault, Part, Says
from tamiz.documents.numbers.scheme import OFFICIAL, Scheme, check, rules
from tamiz.model import Sex

_CENTURIES = (1900, 2000, 2100, 2200, 1800)
_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
_SOURCE = "Ustawa o ewidencji ludności, 24 September 2010, article 15; gov.pl, PESEL"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    century, month = divmod(int(key[2:4]), 20)
    dates = day(_CENTURIES[century] + int(key[:2]), month, int(key[4:6]))
    return Says(
        check_digit=check(str(-weighted(key, _WEIGHTS) % 10), key[10]),
        birth_dates=dates,
        sex=Sex.MALE if int(key[9]) % 2 else Sex.FEMALE,
        fault=Fault.NONE if dates else Fault.DATE,
    )


SCHEME: Scheme = Scheme(
    key="pl_pesel",
    state="pl",
    name="PESEL",
    pattern=re.compile(r"\d{11}"),
    read=_read,
    rules=rules(OFFICIAL, _SOURCE, Part.SHAPE, Part.CHECK_DIGIT, Part.BIRTH_DATE, Part.SEX),
)
