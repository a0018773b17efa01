"""Peru: DNI of eight digits, printed with a check character (CUI) that many papers leave out."""

import re

from stdnum.pe.cui import calc_check_digits

from tamiz.documents.numbers.reading import CheckDigit, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, rules


def _read(match: re.Match[str]) -> Says:
    """The character is a digit or, in older cards, a letter: each number has one of each."""
    if not match["digit"]:
        return Says()
    is_right = match["digit"] in calc_check_digits(match["body"])
    return Says(check_digit=CheckDigit.RIGHT if is_right else CheckDigit.WRONG)


SCHEME: Scheme = Scheme(
    key="pe_dni",
    state="pe",
    name="DNI / CUI",
    pattern=re.compile(r"(?P<body>\d{8})(?P<digit>[\dA-K])?"),
    read=_read,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.pe.cui", Part.SHAPE, Part.CHECK_DIGIT),
)
