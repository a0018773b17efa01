"""Panama: cédula de identidad personal.

Province of birth 1-13, book, entry. In place of the province: PE for a Panamanian born abroad,
E for a foreigner, N for one naturalised; AV behind the province for births before the register,
PI for indigenous persons. No check digit. The hyphens are part of the number.
"""

import re

from tamiz.documents.numbers.places import place_table
from tamiz.documents.numbers.reading import Origin, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, rules

_ORIGINS = {"PE": Origin.BORN_ABROAD, "E": Origin.FOREIGNER, "N": Origin.NATURALISED}
_SOURCE = (
    "merlos/cedula-panama (MIT) and nationid docs/countries/pa.md, after the Tribunal Electoral"
)


def _read(match: re.Match[str]) -> Says:
    place = place_table("pa_provinces").get(match["province"] or "")
    return Says(
        place=place,
        place_is_birth=True,
        origin=Origin.BORN_IN_STATE if place else _ORIGINS[match["prefix"]],
    )


SCHEME: Scheme = Scheme(
    key="pa_cedula",
    state="pa",
    name="Cédula",
    pattern=re.compile(
        r"(?:(?P<prefix>PE|E|N)|0?(?P<province>1[0-3]|[1-9])-?(?:AV|PI)?)-\d{1,4}-\d{1,6}"
    ),
    read=_read,
    rules=rules(DOCUMENTED, _SOURCE, Part.SHAPE, Part.BIRTH_PLACE, Part.ORIGIN),
    keeps_hyphens=True,
)
