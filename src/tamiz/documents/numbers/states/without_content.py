"""Moldova, Georgia, Russia: numbers that say nothing about their bearer but may be mistyped.

Moldova (IDNP): 13 digits, weights 7 3 1. Georgia: 11 digits, no public check digit; its first
digits go with a place of registration, but no table was found. Russia (INN of a person): 12
digits with two check digits; its first two are the region whose tax office gave it.
"""

import re

from stdnum.md.idno import calc_check_digit as md_digit
from stdnum.ru.inn import calc_personal_check_digits as ru_digits

from tamiz.documents.numbers.reading import Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules


def _read_md(match: re.Match[str]) -> Says:
    return Says(check_digit=check(md_digit(match[0]), match[0][12]))


def _read_ru(match: re.Match[str]) -> Says:
    return Says(check_digit=check(ru_digits(match[0]), match[0][10:]))


MD: Scheme = Scheme(
    key="md_idnp",
    state="md",
    name="IDNP",
    pattern=re.compile(r"[0-2]\d{12}"),
    read=_read_md,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.md.idno", Part.SHAPE, Part.CHECK_DIGIT),
)
GE: Scheme = Scheme(
    key="ge_personal",
    state="ge",
    name="Personal number",
    pattern=re.compile(r"\d{11}"),
    read=lambda _: Says(),
    rules=rules(DOCUMENTED, "idnumbers 1.22 GEO", Part.SHAPE),
)
RU: Scheme = Scheme(
    key="ru_inn",
    state="ru",
    name="INN",
    pattern=re.compile(r"\d{12}"),
    read=_read_ru,
    rules=rules(DOCUMENTED, "python-stdnum 2.2 stdnum.ru.inn", Part.SHAPE, Part.CHECK_DIGIT),
)
