"""Chile, Peru, Uruguay, Paraguay: numbers in the order of issue, with a check digit or none.

They say nothing about their bearer; a wrong digit is all they can give away.
"""

import re

from stdnum.cl.rut import calc_check_digit as cl_digit
from stdnum.pe.cui import calc_check_digits as pe_digits
from stdnum.py.ruc import calc_check_digit as py_digit

from tamiz.documents.numbers.digits import weighted
from tamiz.documents.numbers.reading import CheckDigit, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules

_UY_WEIGHTS = (2, 9, 8, 7, 6, 3, 4)


def _read_cl(match: re.Match[str]) -> Says:
    return Says(check_digit=check(cl_digit(match["body"]), match["digit"]))


def _read_pe(match: re.Match[str]) -> Says:
    if not match["digit"]:
        return Says()
    is_right = match["digit"] in pe_digits(match["body"])
    return Says(check_digit=CheckDigit.RIGHT if is_right else CheckDigit.WRONG)


def _read_uy(match: re.Match[str]) -> Says:
    expected = str(-weighted(match["body"].zfill(7), _UY_WEIGHTS) % 10)
    return Says(check_digit=check(expected, match["digit"]))


def _read_py_ruc(match: re.Match[str]) -> Says:
    return Says(check_digit=check(py_digit(match["body"]), match["digit"]))


CL_RUN: Scheme = Scheme(
    key="cl_run",
    state="cl",
    name="RUN / RUT",
    pattern=re.compile(r"(?P<body>\d{7,8})(?P<digit>[\dK])"),
    read=_read_cl,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.cl.rut", Part.SHAPE, Part.CHECK_DIGIT),
)
PE_DNI: Scheme = Scheme(
    key="pe_dni",
    state="pe",
    name="DNI / CUI",
    pattern=re.compile(r"(?P<body>\d{8})(?P<digit>[\dA-K])?"),
    read=_read_pe,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.pe.cui", Part.SHAPE, Part.CHECK_DIGIT),
)
UY_CI: Scheme = Scheme(
    key="uy_ci",
    state="uy",
    name="Cédula de identidad",
    pattern=re.compile(r"(?P<body>\d{6,7})(?P<digit>\d)"),
    read=_read_uy,
    rules=rules(
        DOCUMENTED, "nationid docs/countries/uy.md, after the DNIC", Part.SHAPE, Part.CHECK_DIGIT
    ),
)
PY_CI: Scheme = Scheme(
    key="py_ci",
    state="py",
    name="Cédula de identidad",
    pattern=re.compile(r"\d{5,8}"),
    read=lambda _: Says(),
    rules=rules(DOCUMENTED, "nationid docs/countries/py.md", Part.SHAPE),
)
PY_RUC: Scheme = Scheme(
    key="py_ruc",
    state="py",
    name="RUC",
    pattern=re.compile(r"(?P<body>\d{5,8})-(?P<digit>\d)"),
    read=_read_py_ruc,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.py.ruc", Part.SHAPE, Part.CHECK_DIGIT),
    keeps_hyphens=True,
)
