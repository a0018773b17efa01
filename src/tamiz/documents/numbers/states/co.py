"""Colombia: cédula de ciudadanía and NUIP; and the older tarjeta de identidad.

Cédulas of old were numbered by sex: men 1-19,999,999 and 70,000,001-99,999,999, women from
20,000,001 (the first woman's card) until 69,999,999. Since 2000 numbers of ten digits (NUIP)
say nothing. Nobody young has an old number. A tarjeta of eleven digits begins with YYMMDD. No check digit.
"""

import re

from tamiz.documents.numbers.days import either_century
from tamiz.documents.numbers.reading import Fault, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, REVERSE_ENGINEERED, Scheme, rules
from tamiz.model import Sex

FIRST_WOMAN, LAST_WOMAN = 20_000_001, 69_999_999
LAST_OLD = 99_999_999
# Old numbers went out at eighteen, until about 2003: the youngest bearer on the OFAC list is of
# 1985. Three years are added.
LATEST_BIRTH_YEAR = 1988
_RANGES = (
    "fuerzasmilitares.org, Datos curiosos sobre la cédula, 1 October 2014 (men's ranges; "
    "first woman's card); borne out by the OFAC list (2026-07)"
)
_OFAC = "202 old cédulas of the OFAC list (2026-07)"
_CARD = "public descriptions of the tarjeta de identidad; the Registraduría's text was not found"


def _read_cedula(match: re.Match[str]) -> Says:
    number = int(match[0])
    if number > LAST_OLD:
        return Says()
    is_womans = FIRST_WOMAN <= number <= LAST_WOMAN
    sex = Sex.FEMALE if is_womans else Sex.MALE
    return Says(sex=sex, latest_birth_year=LATEST_BIRTH_YEAR)


def _read_card(match: re.Match[str]) -> Says:
    key = match[0]
    dates = either_century(int(key[:2]), int(key[2:4]), int(key[4:6]))
    return Says(birth_dates=dates, fault=Fault.NONE if dates else Fault.DATE)


SCHEME: Scheme = Scheme(
    key="co_cedula",
    state="co",
    name="Cédula de ciudadanía / NUIP",
    pattern=re.compile(r"[1-9]\d{4,7}|1\d{9}"),
    read=_read_cedula,
    rules=(
        *rules(DOCUMENTED, _RANGES, Part.SHAPE, Part.SEX),
        *rules(REVERSE_ENGINEERED, _OFAC, Part.REGISTRATION),
    ),
)
CARD: Scheme = Scheme(
    key="co_tarjeta",
    state="co",
    name="Tarjeta de identidad",
    pattern=re.compile(r"\d{11}"),
    read=_read_card,
    rules=rules(REVERSE_ENGINEERED, _CARD, Part.SHAPE, Part.BIRTH_DATE),
)
