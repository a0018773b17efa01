"""Does a sponsor's register number fit the check digit of the State where the sponsor sits?

Only a number as long as its State's, of the States whose digit every company's number follows
(python-stdnum). A number of another register, as long by chance, does not fit either: a faint hint.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from stdnum.ar import cuit
from stdnum.br import cnpj
from stdnum.cl import rut as cl_rut
from stdnum.co import nit
from stdnum.do import rnc
from stdnum.es import nif as es_nif
from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.fr import siren
from stdnum.pe import ruc
from stdnum.pt import nif as pt_nif
from stdnum.ua import edrpou
from stdnum.uy import rut as uy_rut
from stdnum.ve import rif

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story
from tamiz.checks.check import Context


class _Form(Protocol):
    def validate(self, number: str) -> str: ...


# The State's number of companies, and how many letters and digits it has with its check digit.
_FORMS: dict[str, tuple[_Form, int]] = {
    "ar": (cuit, 11),
    "br": (cnpj, 14),
    "cl": (cl_rut, 9),
    "co": (nit, 10),
    "do": (rnc, 9),
    "es": (es_nif, 9),
    "fr": (siren, 9),
    "pe": (ruc, 11),
    "pt": (pt_nif, 9),
    "ua": (edrpou, 8),
    "uy": (uy_rut, 12),
    "ve": (rif, 10),
}
_LABEL = re.compile(
    r"\A\s*(?:NIT|RUC|RUT|CUIT|CNPJ|RNC|RIF|NIF|CIF|SIREN|EDRPOU|ЄДРПОУ)\W*", re.IGNORECASE
)
LONGEST = 40  # signs of a number with its label


def run(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each party with a number and an address in a State of the table."""
    for relation in story.dossier.relations:
        if relation.number and relation.addresses:
            country = relation.addresses[0].country or ""
            fits = fits_its_state(relation.number, country)
            if fits is not None:
                evidence = said(
                    "register_number.in_order" if fits else "register_number.wrong_digit",
                    relation.number, relation.addresses[0].text,
                    field=relation.field, country=country.upper(),
                )  # fmt: skip
                yield clear(evidence) if fits else concern(evidence)


RULE = Rule(
    name="background_register_number",
    version="1",
    basis="FATF Recommendation 24 (basic information of legal persons); python-stdnum",
    needs="register number and address of a sponsor in a State of the table",
    strength=Strength.C,
    false_alarms="medium: a digit typed wrong; a number of another register",
    is_faint=True,
    reads=("relations",),
    run=run,
)


@lru_cache(maxsize=1 << 10)
def fits_its_state(number: str, country: str) -> bool | None:
    """Whether the check digit holds; None if the State or a number of this length is not known.

    >>> fits_its_state("NIT 900.373.913-4", "co"), fits_its_state("PA-7731-402188", "pa")
    (True, None)
    """
    if country not in _FORMS or len(number) > LONGEST:
        return None
    form, length = _FORMS[country]
    bare = "".join(filter(str.isalnum, _LABEL.sub("", number)))
    if len(bare) != length or not bare.isascii():
        return None
    try:
        form.validate(bare)
    except InvalidChecksum:
        return False
    except ValidationError:
        return None
    return True
