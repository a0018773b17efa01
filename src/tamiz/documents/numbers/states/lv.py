"""Latvia: personas kods. DDMMYY, century (1), serial (3), check digit.

Codes given since July 2017 begin with 32 and say nothing; whether their last digit still checks
is not public, so that one which does not fit is not called wrong.
"""

import re

from stdnum.lv.pvn import calc_check_digit_pers

from tamiz.documents.numbers.days import day
from tamiz.documents.numbers.reading import CheckDigit, Fault, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules

_WITHOUT_DATE = "32"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    digit = check(calc_check_digit_pers(key[:-1]), key[10])
    if key.startswith(_WITHOUT_DATE):
        return Says(check_digit=digit if digit is CheckDigit.RIGHT else CheckDigit.NOT_CHECKABLE)
    dates = day(1800 + 100 * int(key[6]) + int(key[4:6]), int(key[2:4]), int(key[:2]))
    return Says(check_digit=digit, birth_dates=dates, fault=Fault.NONE if dates else Fault.DATE)


SCHEME: Scheme = Scheme(
    key="lv_pk",
    state="lv",
    name="Personas kods",
    pattern=re.compile(r"[0-2]\d{5}[0-2]\d{4}|3[01]\d{4}[0-2]\d{4}|32\d{9}"),
    read=_read,
    rules=rules(
        DOCUMENTED, "python-stdnum 2.2 stdnum.lv.pvn", Part.SHAPE, Part.CHECK_DIGIT, Part.BIRTH_DATE
    ),
)
