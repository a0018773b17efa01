"""Ukraine: RNOKPP, the taxpayer's number; UNZR of the register; EDRPOU of an organisation.

RNOKPP: days since 31 December 1899 (5), serial (4) whose last digit is odd for men, check digit.
UNZR: YYYYMMDD, serial (4), check digit with weights 7 3 1 as in a machine-readable zone.
"""

import re
from datetime import date, timedelta

from stdnum.ua.edrpou import calc_check_digit as edrpou_digit

from tamiz.documents.numbers.days import day
from tamiz.documents.numbers.digits import weighted
from tamiz.documents.numbers.reading import Fault, Part, Says
from tamiz.documents.numbers.scheme import (
    DOCUMENTED,
    REVERSE_ENGINEERED,
    Scheme,
    check,
    rules,
)
from tamiz.model import PartialDate, Sex

EPOCH = date(1899, 12, 31)
_RNOKPP_WEIGHTS = (-1, 5, 7, 9, 4, 6, 10, 5, 7)
_UNZR_WEIGHTS = (7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1)
_TAX = "Ministry of Finance of Ukraine, order 822 of 29 September 2017; idnumbers 1.22"
_OFAC = "borne out by the OFAC list (2026-07)"


def _read_rnokpp(match: re.Match[str]) -> Says:
    key = match[0]
    born = EPOCH + timedelta(days=int(key[:5]))
    return Says(
        check_digit=check(str(weighted(key, _RNOKPP_WEIGHTS) % 11 % 10), key[9]),
        birth_dates=(PartialDate(year=born.year, month=born.month, day=born.day),),
        sex=Sex.MALE if int(key[8]) % 2 else Sex.FEMALE,
        fault=Fault.NONE if int(key[:5]) else Fault.DATE,
    )


def _read_unzr(match: re.Match[str]) -> Says:
    key = match[0]
    dates = day(int(key[:4]), int(key[4:6]), int(key[6:8]))
    return Says(
        check_digit=check(str(weighted(key, _UNZR_WEIGHTS) % 10), key[12]),
        birth_dates=dates,
        fault=Fault.NONE if dates else Fault.DATE,
    )


def _read_edrpou(match: re.Match[str]) -> Says:
    return Says(check_digit=check(edrpou_digit(match[0]), match[0][7]))


SCHEME: Scheme = Scheme(
    key="ua_rnokpp",
    state="ua",
    name="RNOKPP",
    pattern=re.compile(r"\d{10}"),
    read=_read_rnokpp,
    rules=rules(
        DOCUMENTED, f"{_TAX}; {_OFAC}", Part.SHAPE, Part.CHECK_DIGIT, Part.BIRTH_DATE, Part.SEX
    ),
)
UNZR: Scheme = Scheme(
    key="ua_unzr",
    state="ua",
    name="UNZR",
    pattern=re.compile(r"(?:19|20)\d{11}"),
    read=_read_unzr,
    rules=(
        *rules(DOCUMENTED, "Law of Ukraine 5492-VI, article 10", Part.SHAPE, Part.BIRTH_DATE),
        *rules(REVERSE_ENGINEERED, "weights as in Doc 9303-3, 4.9", Part.CHECK_DIGIT),
    ),
)
EDRPOU: Scheme = Scheme(
    key="ua_edrpou",
    state="ua",
    name="EDRPOU",
    pattern=re.compile(r"\d{8}"),
    read=_read_edrpou,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.ua.edrpou", Part.SHAPE, Part.CHECK_DIGIT),
)
