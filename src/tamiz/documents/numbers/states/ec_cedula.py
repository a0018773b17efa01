"""Ecuador: cédula.

Province of issue (2; 30 and 50 abroad), third digit below 7 for natural persons, serial, check
digit (Luhn). The province is where the number was given: mostly, not always, that of birth.
"""

import re

from stdnum.luhn import checksum

from tamiz.documents.numbers.places import place_table
from tamiz.documents.numbers.reading import CheckDigit, Fault, Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, REVERSE_ENGINEERED, Scheme, rules

_SOURCE = "python-stdnum 2.2 stdnum.ec.ci; nationid docs/countries/ec.md, after the SRI"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    place = place_table("ec_provinces").get(key[:2])
    return Says(
        check_digit=CheckDigit.WRONG if checksum(key) else CheckDigit.RIGHT,
        place=place,
        place_is_birth=True,
        fault=Fault.NONE if place else Fault.PLACE_CODE,
    )


SCHEME: Scheme = Scheme(
    key="ec_cedula",
    state="ec",
    name="Cédula",
    pattern=re.compile(r"\d\d[0-6]\d{7}"),
    read=_read,
    rules=(
        *rules(DOCUMENTED, _SOURCE, Part.SHAPE, Part.CHECK_DIGIT),
        *rules(REVERSE_ENGINEERED, "the province is that of issue", Part.BIRTH_PLACE),
    ),
)
