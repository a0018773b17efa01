"""Chile: RUN, which is the RUT of a person. Digits in the order of issue and a check digit or K."""

import re

from stdnum.cl.rut import calc_check_digit

from tamiz.documents.numbers.reading import Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules


def _read(match: re.Match[str]) -> Says:
    return Says(check_digit=check(calc_check_digit(match["body"]), match["digit"]))


SCHEME: Scheme = Scheme(
    key="cl_run",
    state="cl",
    name="RUN / RUT",
    pattern=re.compile(r"(?P<body>\d{7,8})(?P<digit>[\dK])"),
    read=_read,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.cl.rut", Part.SHAPE, Part.CHECK_DIGIT),
)
