"""Estonia, Lithuania, Latvia: personal codes.

Estonia and Lithuania share one form: sex and century (1), YYMMDD, serial, check digit. Latvia:
DDMMYY, century (1), serial, check digit; codes given since July 2017 begin with 32 and say
nothing. The register of Lithuania has codes of 9 for exceptions, without a date.
"""

import re

from stdnum.ee.ik import calc_check_digit as ee_digit
from stdnum.lv.pvn import calc_check_digit_pers as lv_digit

from tamiz.documents.numbers.days import day
from tamiz.documents.numbers.reading import CheckDigit, Fault, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules
from tamiz.model import Sex

_WITHOUT_DATE = "32"
_PARTS = (Part.SHAPE, Part.CHECK_DIGIT, Part.BIRTH_DATE, Part.SEX)


def _read_shared(match: re.Match[str]) -> Says:
    key = match[0]
    first = int(key[0])
    century = 1800 + 100 * ((first - 1) // 2)
    dates = day(century + int(key[1:3]), int(key[3:5]), int(key[5:7]))
    return Says(
        check_digit=check(ee_digit(key), key[10]),
        birth_dates=dates,
        sex=Sex.MALE if first % 2 else Sex.FEMALE,
        fault=Fault.NONE if dates else Fault.DATE,
    )


def _read_latvian(match: re.Match[str]) -> Says:
    key = match[0]
    digit = check(lv_digit(key[:-1]), key[10])
    if key.startswith(_WITHOUT_DATE):  # since 2017 the digit is not said to be kept
        return Says(check_digit=digit if digit is CheckDigit.RIGHT else CheckDigit.NOT_CHECKABLE)
    dates = day(1800 + 100 * int(key[6]) + int(key[4:6]), int(key[2:4]), int(key[:2]))
    return Says(check_digit=digit, birth_dates=dates, fault=Fault.NONE if dates else Fault.DATE)


EE: Scheme = Scheme(
    key="ee_ik",
    state="ee",
    name="Isikukood",
    pattern=re.compile(r"[1-8]\d{10}"),
    read=_read_shared,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.ee.ik; EVS 585:2007", *_PARTS),
)
LT: Scheme = Scheme(
    key="lt_ak",
    state="lt",
    name="Asmens kodas",
    pattern=re.compile(r"[1-6]\d{10}"),
    read=_read_shared,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.lt.asmens", *_PARTS),
)
LV: Scheme = Scheme(
    key="lv_pk",
    state="lv",
    name="Personas kods",
    pattern=re.compile(r"[0-2]\d{5}[0-2]\d{4}|3[01]\d{4}[0-2]\d{4}|32\d{9}"),
    read=_read_latvian,
    rules=rules(
        DOCUMENTED, "python-stdnum 2.2 stdnum.lv.pvn", Part.SHAPE, Part.CHECK_DIGIT, Part.BIRTH_DATE
    ),
)
