"""Bolivia: cédula de identidad.

Digits in the order of issue, a complement of a digit and a letter for numbers given twice, and
in older cards the department that issued it. No check digit is public.
"""

import re

from tamiz.documents.numbers.places import place_table
from tamiz.documents.numbers.reading import Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, rules

_SOURCE = "nationid docs/countries/bo.md, after SEGIP and Ley 145/2011"


def _read(match: re.Match[str]) -> Says:
    return Says(place=place_table("bo_departments").get(match["department"] or ""))


SCHEME: Scheme = Scheme(
    key="bo_ci",
    state="bo",
    name="Cédula de identidad",
    pattern=re.compile(r"\d{5,9}(?:\d[A-Z])?(?P<department>LP|CB|SC|OR|PT|CH|TJ|BE|PA)?"),
    read=_read,
    rules=rules(DOCUMENTED, _SOURCE, Part.SHAPE, Part.REGISTRATION),
)
