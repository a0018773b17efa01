"""Brazil: CPF. Eight digits, tax region that gave it (1), two check digits.

The region is where the number was asked for: who moved, or was born abroad, has any.
"""

import re

from tamiz.documents.numbers.digits import weighted
from tamiz.documents.numbers.places import place_table
from tamiz.documents.numbers.reading import Part, Says
from tamiz.documents.numbers.scheme import DOCUMENTED, Scheme, check, rules

_FIRST = (10, 9, 8, 7, 6, 5, 4, 3, 2)
_SECOND = (11, *_FIRST)
_SOURCE = "python-stdnum 2.2 stdnum.br.cpf; Receita Federal"


def _read(match: re.Match[str]) -> Says:
    key = match[0]
    first = str(-weighted(key, _FIRST) % 11 % 10)
    second = str(-weighted(key[:9] + first, _SECOND) % 11 % 10)
    return Says(
        check_digit=check(first + second, key[9:]), place=place_table("br_tax_regions")[key[8]]
    )


SCHEME: Scheme = Scheme(
    key="br_cpf",
    state="br",
    name="CPF",
    pattern=re.compile(r"\d{11}"),
    read=_read,
    rules=rules(DOCUMENTED, _SOURCE, Part.SHAPE, Part.CHECK_DIGIT, Part.REGISTRATION),
)
