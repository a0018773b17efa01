"""Spain: DNI of a citizen and NIE of a foreigner: digits and a letter that checks (mod 23).

A NIE begins with X, Y or Z: who has one was a foreigner when it was given. Citizens who were
foreigners keep the NIE in old papers only.
"""

import re

from stdnum.es.dni import calc_check_digit as dni_letter
from stdnum.es.nie import calc_check_digit as nie_letter

from tamiz.documents.numbers.reading import Origin, Part, Says
from tamiz.documents.numbers.scheme import OFFICIAL, Scheme, check, rules

_DNI = "Ministerio del Interior, Cálculo del dígito de control del NIF/NIE (interior.gob.es)"


def _read_dni(match: re.Match[str]) -> Says:
    key = match[0]
    return Says(check_digit=check(dni_letter(key[:-1]), key[8]))


def _read_nie(match: re.Match[str]) -> Says:
    key = match[0]
    return Says(check_digit=check(nie_letter(key[:-1]), key[8]), origin=Origin.FOREIGNER)


SCHEME: Scheme = Scheme(
    key="es_dni",
    state="es",
    name="DNI",
    pattern=re.compile(r"\d{8}[A-HJ-NP-TV-Z]"),
    read=_read_dni,
    rules=rules(OFFICIAL, _DNI, Part.SHAPE, Part.CHECK_DIGIT),
)
NIE: Scheme = Scheme(
    key="es_nie",
    state="es",
    name="NIE",
    pattern=re.compile(r"[XYZ]\d{7}[A-HJ-NP-TV-Z]"),
    read=_read_nie,
    rules=rules(OFFICIAL, _DNI, Part.SHAPE, Part.CHECK_DIGIT, Part.ORIGIN),
)
