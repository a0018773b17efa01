"""Moldova: IDNP. Thirteen digits, the last of which checks with weights 7 3 1; says nothing."""

import re

from stdnum.md.idno import calc_check_digit

from tamiz.documents.numbers.reading import Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules


def _read(match: re.Match[str]) -> Says:
    return Says(check_digit=check(calc_check_digit(match[0]), match[0][12]))


SCHEME: Scheme = Scheme(
    key="md_idnp",
    state="md",
    name="IDNP",
    pattern=re.compile(r"[0-2]\d{12}"),
    read=_read,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.md.idno", Part.SHAPE, Part.CHECK_DIGIT),
)
