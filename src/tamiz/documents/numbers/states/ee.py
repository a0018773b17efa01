"""Estonia: isikukood. Century and sex (1 digit), YYMMDD, serial (3), check digit."""

import re

from stdnum.ee.ik import calc_check_digit

from tamiz.documents.numbers.days import day
from tamiz.documents.numbers.reading import Fault, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules
from tamiz.model import Sex


def read_century_and_sex(match: re.Match[str]) -> Says:
    """The form that Estonia and Lithuania share: 1 a man of the 1800s, 2 a woman, and so on."""
    key = match[0]
    first = int(key[0])
    century = 1800 + 100 * ((first - 1) // 2)
    dates = day(century + int(key[1:3]), int(key[3:5]), int(key[5:7]))
    return Says(
        check_digit=check(calc_check_digit(key), key[10]),
        birth_dates=dates,
        sex=Sex.MALE if first % 2 else Sex.FEMALE,
        fault=Fault.NONE if dates else Fault.DATE,
    )


SCHEME: Scheme = Scheme(
    key="ee_ik",
    state="ee",
    name="Isikukood",
    pattern=re.compile(r"[1-8]\d{10}"),
    read=read_century_and_sex,
    rules=rules(
        DOCUMENTED, "python-stdnum 2.2 stdnum.ee.ik; EVS 585:2007",
        Part.SHAPE, Part.CHECK_DIGIT, Part.BIRTH_DATE, Part.SEX,
    ),
)  # fmt: skip
