"""Lithuania: asmens kodas. The form of Estonia's; codes of 9 are exceptions without a date."""

import re

from stdnum.ee.ik import calc_check_digit

from tamiz.documents.numbers.reading import Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules
from tamiz.documents.numbers.states.ee import read_century_and_sex

_EXCEPTION = "9"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    if key[0] == _EXCEPTION:
        return Says(check_digit=check(calc_check_digit(key), key[10]))
    return read_century_and_sex(match)


SCHEME: Scheme = Scheme(
    key="lt_ak",
    state="lt",
    name="Asmens kodas",
    pattern=re.compile(r"[1-69]\d{10}"),
    read=_read,
    rules=rules(
        DOCUMENTED, "python-stdnum 2.2 stdnum.lt.asmens",
        Part.SHAPE, Part.CHECK_DIGIT, Part.BIRTH_DATE, Part.SEX,
    ),
)  # fmt: skip
