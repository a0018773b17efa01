"""Uruguay: cédula de identidad. Digits in the order of issue and a check digit."""

import re

from tamiz.documents.numbers.digits import weighted
from tamiz.documents.numbers.reading import Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules

_WEIGHTS = (2, 9, 8, 7, 6, 3, 4)
_SOURCE = "nationid docs/countries/uy.md, after the DNIC"


def _read(match: re.Match[str]) -> Says:
    body = match["body"].zfill(len(_WEIGHTS))
    return Says(check_digit=check(str(-weighted(body, _WEIGHTS) % 10), match["digit"]))


SCHEME: Scheme = Scheme(
    key="uy_ci",
    state="uy",
    name="Cédula de identidad",
    pattern=re.compile(r"(?P<body>\d{6,7})(?P<digit>\d)"),
    read=_read,
    rules=rules(DOCUMENTED, _SOURCE, Part.SHAPE, Part.CHECK_DIGIT),
)
