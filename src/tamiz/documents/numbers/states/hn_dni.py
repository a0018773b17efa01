"""Honduras: DNI, the number of the Documento Nacional de Identificación.

Department and municipality (4) and year (4) in which the birth was registered, serial (5). The
year is that of birth or, for births late in the year or told late, a later one. No check digit.
"""

import re

from tamiz.documents.numbers.places import place_table
from tamiz.documents.numbers.reading import Fault, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, rules

_SOURCE = "nationid docs/countries/hn.md; borne out by the OFAC list (2026-07)"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    place = place_table("hn_municipalities").get(key[:4])
    return Says(
        place=place,
        place_is_birth=True,
        year_given=int(key[4:8]),
        fault=Fault.NONE if place else Fault.PLACE_CODE,
    )


SCHEME: Scheme = Scheme(
    key="hn_dni",
    state="hn",
    name="DNI",
    pattern=re.compile(r"\d{4}(?:19|20)\d{7}"),
    read=_read,
    rules=rules(DOCUMENTED, _SOURCE, Part.SHAPE, Part.BIRTH_PLACE, Part.REGISTRATION),
)
