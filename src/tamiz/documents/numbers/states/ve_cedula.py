"""Venezuela: cédula de identidad, and the RIF that is made of it.

V for a Venezuelan, E for a foreigner, then the number in the order of issue. The letter V does
not tell where its bearer was born: who is naturalised has it too. The RIF has a check digit.
"""

import re

from stdnum.ve.rif import calc_check_digit

from tamiz.documents.numbers.reading import Origin, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules

_NATIONID = "nationid docs/countries/ve.md, after SAIME"
_STDNUM = "python-stdnum 2.2 stdnum.ve.rif; Providencia SNAT/2003/1697 (SENIAT)"


def _read_cedula(match: re.Match[str]) -> Says:
    return Says(origin=Origin.FOREIGNER if match[0][0] == "E" else None)


def _read_rif(match: re.Match[str]) -> Says:
    key = match[0]
    return Says(
        check_digit=check(calc_check_digit(key), key[9]),
        origin=Origin.FOREIGNER if key[0] == "E" else None,
    )


SCHEME: Scheme = Scheme(
    key="ve_cedula",
    state="ve",
    name="Cédula",
    pattern=re.compile(r"[VE]?[1-9]\d{4,7}"),
    read=_read_cedula,
    rules=rules(DOCUMENTED, _NATIONID, Part.SHAPE, Part.ORIGIN),
)
RIF: Scheme = Scheme(
    key="ve_rif",
    state="ve",
    name="RIF",
    pattern=re.compile(r"[VE]\d{9}"),
    read=_read_rif,
    rules=rules(DOCUMENTED, _STDNUM, Part.SHAPE, Part.CHECK_DIGIT, Part.ORIGIN),
)
