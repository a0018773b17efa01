"""Paraguay: cédula de identidad without a check digit; RUC, the same number with one.

The hyphen of the RUC is part of it: without, its last digit could be the cédula's.
"""

import re

from stdnum.py.ruc import calc_check_digit

from tamiz.documents.numbers.reading import Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules


def _read_ruc(match: re.Match[str]) -> Says:
    return Says(check_digit=check(calc_check_digit(match["body"]), match["digit"]))


RUC: Scheme = Scheme(
    key="py_ruc",
    state="py",
    name="RUC",
    pattern=re.compile(r"(?P<body>\d{5,8})-(?P<digit>\d)"),
    read=_read_ruc,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.py.ruc", Part.SHAPE, Part.CHECK_DIGIT),
    keeps_hyphens=True,
)
SCHEME: Scheme = Scheme(
    key="py_ci",
    state="py",
    name="Cédula de identidad",
    pattern=re.compile(r"\d{5,8}"),
    read=lambda _: Says(),
    rules=rules(DOCUMENTED, "nationid docs/countries/py.md", Part.SHAPE),
)
