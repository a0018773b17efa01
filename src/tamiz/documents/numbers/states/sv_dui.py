"""El Salvador: DUI, Documento Único de Identidad.

Eight digits in the order of issue, then a check digit. The register (RNPN) does not publish the
rule; the one of public validators fits all DUI of the OFAC list that have nine digits.
"""

import re

from tamiz.documents.numbers.digits import weighted
from tamiz.documents.numbers.reading import Part, Says
from tamiz.documents.numbers.scheme import (
    DOCUMENTED,
    REVERSE_ENGINEERED,
    Scheme,
    check,
    rules,
)

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2)
_SOURCE = "nationid docs/countries/sv.md; borne out by the OFAC list (2026-07)"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    return Says(check_digit=check(str(-weighted(key, _WEIGHTS) % 10), key[8]))


SCHEME: Scheme = Scheme(
    key="sv_dui",
    state="sv",
    name="DUI",
    pattern=re.compile(r"\d{9}"),
    read=_read,
    rules=(
        *rules(DOCUMENTED, _SOURCE, Part.SHAPE),
        *rules(REVERSE_ENGINEERED, _SOURCE, Part.CHECK_DIGIT),
    ),
)
