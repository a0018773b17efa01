"""Who is told at a sponsor's contacts to lead it, or to answer for it."""

import re
from collections.abc import Iterator

from tamiz.intake.dossiers.entries import Value

LONGEST = 2_000  # characters of a cell that are looked through
MOST = 5  # of one cell: more is a list of staff
LONGEST_NAME = 80
_PIECES = re.compile(r"[,;|/\n]")
# What an office is called, in the languages of forms.
_OFFICE = (
    r"(?:(?:managing|general|executive)\s+)?(?:directora?|manager|c\.?e\.?o\.?|president|chair(?:man|woman)?"
    r"|owner|founder|head|representative|contact(?:\s+person)?|signatory)"
    r"|directora?\s+general|gerente(?:\s+general)?|presidente|due[ñn][oa]|propietari[oa]|fundadora?"
    r"|representante(?:\s+legal)?|apoderad[oa]|contacto|firmante"
    r"|diretora?|s[óo]ci[oa](?:[-\s]gerente)?|respons[áa]vel|responsable|contato"
    r"|directeur|directrice|g[ée]rante?|pr[ée]sidente?|propri[ée]taire|repr[ée]sentant"
    r"|директор(?:ка)?|керівни(?:к|ця)|голова|власни(?:к|ця)|засновни(?:к|ця)|представни(?:к|ця)|підписант"
    r"|контактна\s+особа|контакт|руководитель|глава|владелец|основатель|представитель|контактное\s+лицо"
)
_BEFORE = re.compile(rf"\s*(?:{_OFFICE})\s*[:.=–—-]\s*(?P<name>\S.*)", re.IGNORECASE)
_BEHIND = re.compile(rf"(?P<name>[^()]+)\((?:{_OFFICE})\)\s*", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][^\d@:()\s]*(?:\s+[^\d@:()\s]+)+")


def directors_in(value: Value) -> Iterator[str]:
    """The names that stand beside an office: “director: Rafael Campos Valdez”.

    >>> list(directors_in(Value("+57 310 345 7820; director: Rafael Campos", "sponsor_contact")))
    ['Rafael Campos']
    """
    pieces = _PIECES.split(value.text[:LONGEST])
    told = (_BEFORE.fullmatch(piece) or _BEHIND.fullmatch(piece) for piece in pieces)
    names = (match["name"].strip(" .–—-") for match in told if match is not None)
    found = [name for name in names if len(name) <= LONGEST_NAME and _NAME.fullmatch(name)]
    yield from found[:MOST]
