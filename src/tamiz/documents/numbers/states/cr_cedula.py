"""Costa Rica: cédula de identidad.

Province of birth 1-7 (8: naturalised, 9: special entries), book (4), entry (4). No check digit.
Tax papers write a 0 in front.
"""

import re

from tamiz.documents.numbers.places import place_table
from tamiz.documents.numbers.reading import Origin, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, rules

NATURALISED = "8"
_SOURCE = "python-stdnum 2.2 stdnum.cr.cpf; nationid docs/countries/cr.md, after the TSE"


def _read(match: re.Match[str]) -> Says:
    province = match["province"]
    place = place_table("cr_provinces").get(province)
    origin = Origin.BORN_IN_STATE if place else None
    return Says(
        place=place,
        place_is_birth=True,
        origin=Origin.NATURALISED if province == NATURALISED else origin,
    )


SCHEME: Scheme = Scheme(
    key="cr_cedula",
    state="cr",
    name="Cédula de identidad",
    pattern=re.compile(r"0?(?P<province>[1-9])\d{8}"),
    read=_read,
    rules=rules(DOCUMENTED, _SOURCE, Part.SHAPE, Part.BIRTH_PLACE, Part.ORIGIN),
)
