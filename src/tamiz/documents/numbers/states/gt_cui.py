"""Guatemala: CUI, Código Único de Identificación, the number of the DPI.

Eight digits, check digit, department and municipality (4) of birth; for foreigners and those
naturalised it is where they were registered (RENAP), so that a birth abroad contradicts nothing.
"""

import re

from tamiz.documents.numbers.digits import weighted
from tamiz.documents.numbers.places import place_table
from tamiz.documents.numbers.reading import Fault, Part, Says
from tamiz.documents.numbers.scheme import (
    OFFICIAL,
    REVERSE_ENGINEERED,
    Scheme,
    check,
    rules,
)

_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9)
_RENAP = "RENAP, Código Único de Identificación (renap.gob.gt/noticias)"
_DIGIT = "nationid docs/countries/gt.md; borne out by the OFAC list (2026-07)"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    place = place_table("gt_municipalities").get(key[9:])
    return Says(
        check_digit=check(str(weighted(key, _WEIGHTS) % 11), key[8]),
        place=place,
        place_is_birth=True,
        fault=Fault.NONE if place else Fault.PLACE_CODE,
    )


SCHEME: Scheme = Scheme(
    key="gt_cui",
    state="gt",
    name="CUI",
    pattern=re.compile(r"\d{13}"),
    read=_read,
    rules=(
        *rules(OFFICIAL, _RENAP, Part.SHAPE, Part.BIRTH_PLACE),
        *rules(REVERSE_ENGINEERED, _DIGIT, Part.CHECK_DIGIT),
    ),
)
