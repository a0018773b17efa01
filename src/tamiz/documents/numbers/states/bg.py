"""Bulgaria: EGN. YYMMDD with the century in the month, serial with the sex, check digit.

Foreigners have a number of the same length and another check digit (ЛНЧ) without any date: a
text whose EGN digit is wrong may be one, and is then said to be nothing else than that.
"""

import re

from stdnum.bg.pnf import calc_check_digit as foreigners_digit

from tamiz.documents.numbers.days import day
from tamiz.documents.numbers.digits import weighted
from tamiz.documents.numbers.reading import Fault, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules
from tamiz.model import Sex

_MONTHS = ((40, 2000), (20, 1800), (0, 1900))
_WEIGHTS = (2, 4, 8, 5, 10, 9, 7, 3, 6)
_SOURCE = "python-stdnum 2.2 stdnum.bg.egn; GRAO"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    month = int(key[2:4])
    offset, century = next((o, c) for o, c in _MONTHS if month > o or o == 0)
    dates = day(century + int(key[:2]), month - offset, int(key[4:6]))
    return Says(
        check_digit=check(str(weighted(key, _WEIGHTS) % 11 % 10), key[9]),
        birth_dates=dates,
        sex=Sex.FEMALE if int(key[8]) % 2 else Sex.MALE,
        fault=Fault.NONE if dates else Fault.DATE,
    )


def _read_foreigner(match: re.Match[str]) -> Says:
    key = match[0]
    return Says(check_digit=check(foreigners_digit(key[:-1]), key[9]))


SCHEME: Scheme = Scheme(
    key="bg_egn",
    state="bg",
    name="EGN",
    pattern=re.compile(r"\d{10}"),
    read=_read,
    rules=rules(DOCUMENTED, _SOURCE, Part.SHAPE, Part.CHECK_DIGIT, Part.BIRTH_DATE, Part.SEX),
)
FOREIGNERS: Scheme = Scheme(
    key="bg_lnch",
    state="bg",
    name="ЛНЧ",
    pattern=re.compile(r"\d{10}"),
    read=_read_foreigner,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.bg.pnf", Part.SHAPE, Part.CHECK_DIGIT),
)
