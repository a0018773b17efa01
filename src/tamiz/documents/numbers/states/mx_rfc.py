"""Mexico: RFC of a natural person, Registro Federal de Contribuyentes.

Four letters of the name, YYMMDD, and, where given, two characters for namesakes and a check
digit. Numbers of old are copied with a homoclave that the check digit does not fit, so that a
wrong one is weak; without the last three characters nothing can be checked.
"""

import re

from stdnum.mx.rfc import calc_check_digit

from tamiz.documents.numbers.days import either_century
from tamiz.documents.numbers.name_letters import NameLetters, NameSystem, forbidden_words
from tamiz.documents.numbers.reading import CheckDigit, Fault, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, OFFICIAL, Scheme, check, rules

_SAT = "Servicio de Administración Tributaria, rules for the RFC of natural persons"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    dates = either_century(int(key[4:6]), int(key[6:8]), int(key[8:10]))
    is_whole = match["homoclave"] is not None
    fault = Fault.NONE if dates else Fault.DATE
    if key[:4] in forbidden_words(NameSystem.RFC):
        fault = Fault.NEVER_ISSUED
    return Says(
        check_digit=check(calc_check_digit(key[:-1]), key[-1])
        if is_whole
        else CheckDigit.NOT_CHECKABLE,
        birth_dates=dates,
        letters=NameLetters(NameSystem.RFC, key[:4], ""),
        fault=fault,
    )


SCHEME: Scheme = Scheme(
    key="mx_rfc",
    state="mx",
    name="RFC",
    pattern=re.compile(r"[A-ZÑ]{4}\d{6}(?P<homoclave>[0-9A-Z]{2}[0-9A])?"),
    read=_read,
    rules=(
        *rules(OFFICIAL, _SAT, Part.SHAPE, Part.NAME, Part.BIRTH_DATE),
        *rules(DOCUMENTED, "python-stdnum 2.2 stdnum.mx.rfc", Part.CHECK_DIGIT),
    ),
)
