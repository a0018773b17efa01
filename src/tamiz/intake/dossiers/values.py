"""Texts of single fields as typed values."""

import re
from collections.abc import Iterator

from tamiz.intake.dossiers.entries import Remarks, Value
from tamiz.model import (
    IdentifierKind,
    NameKind,
    Nationality,
    PartialDate,
    Service,
    Sex,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates
from tamiz.normalise.text import clean

_SEXES = {
    **dict.fromkeys(("m", "male", "man", "masculino", "hombre", "varón", "h", "ч", "чоловік",
                     "чоловіча", "чол", "м", "мужской"), Sex.MALE),
    **dict.fromkeys(("f", "female", "woman", "femenino", "mujer", "ж", "жінка", "жіноча", "жін",
                     "женский", "w"), Sex.FEMALE),
    **dict.fromkeys(("x", "unspecified", "no especificado", "<", "не вказано"), Sex.UNSPECIFIED),
}  # fmt: skip

# Beginnings of the words for documents in our users' languages.
_DOCUMENTS = (
    (("passport", "pasaporte", "passaporte", "passeport", "паспорт", "закордонний", "p", "pp"),
     IdentifierKind.PASSPORT),
    (("driv", "licencia", "permiso de conducir", "посвідчення водія", "водійськ"),
     IdentifierKind.DRIVING),
    (("military", "militar", "libreta", "військов", "cartilla"), IdentifierKind.MILITARY),
    (("residen", "permiso de residencia", "посвідка"), IdentifierKind.RESIDENCE),
    (("id", "national", "identity", "cédula", "cedula", "dui", "dni", "ine", "curp", "cui",
      "documento", "tarjeta", "посвідчення", "id-картка", "ac", "c", "i"), IdentifierKind.NATIONAL),
)  # fmt: skip

# Twice the same quotation mark, or an ornament, marks a code name: «Águila-7», "Ghost".
_CODE_NAME = re.compile(r"""\A[«"“'‘](.+)[»"”'’]\Z""")
_CODE_SHAPE = re.compile(r"\A[^\W\d_]+(?:[- ]?\d{1,3})\Z")
_NOW = frozenset("present now actualidad presente дотепер нині".split())
_PERIOD = re.compile(
    r"(?P<start>\d{4}(?:-\d{2}(?:-\d{2})?)?)\s*[-–/]\s*"
    r"(?P<end>\d{4}(?:-\d{2}(?:-\d{2})?)?|present|now|actualidad|presente|дотепер|нині|)"
    r"\s*[:,]?\s*(?P<rest>.*)\Z",
    re.DOTALL,
)


def sex_of(text: str) -> Sex | None:
    """The sex a word means; None if it is not understood."""
    return _SEXES.get(clean(text).casefold().rstrip("."))


def document_kind(text: str) -> IdentifierKind:
    """The kind of document a word means."""
    folded = clean(text).casefold()
    for beginnings, kind in _DOCUMENTS:
        short = {word for word in beginnings if len(word) <= 2}  # noqa: PLR2004 - codes, not words
        if folded in short or any(folded.startswith(w) for w in beginnings if w not in short):
            return kind
    return IdentifierKind.OTHER


def nationality_of(text: str, field: str) -> Nationality:
    """A nationality; its text is kept where its country is not understood."""
    return Nationality(country=country_code(text), text=text, field=field)


def alias_of(text: str) -> tuple[str, NameKind]:
    """An alias without its quotation marks, and whether it is a code name."""
    quoted = _CODE_NAME.match(text)
    if quoted:
        return quoted[1], NameKind.CODE
    return text, NameKind.CODE if _CODE_SHAPE.match(text) else NameKind.ALIAS


def code_of(of: list[Value], field: str, remarks: Remarks) -> str | None:
    """The country of the first value; one that is not understood is kept and remarked."""
    for value in of[:1]:
        if code := country_code(value.text):
            return code
        remarks.keep(field, "unreadable", value)
    return None


def date_of(of: list[Value], field: str, remarks: Remarks) -> PartialDate | None:
    """A date of a document or an application; where two readings are possible, the first."""
    for value in of[:1]:
        found = read_dates(value.text, field=value.at)
        if not found:
            remarks.keep(field, "unreadable", value)
        elif found[0].ambiguous:
            remarks.note(field, "ambiguous")
        return found[0] if found else None
    return None


def is_now(text: str) -> bool:
    """Whether a stretch that ends so still goes on."""
    return text.casefold() in _NOW


def edge(text: str, field: str) -> PartialDate | None:
    """The beginning or end of a stretch; None where it goes on or cannot be read."""
    return next(iter(read_dates(text, field=field)), None)


def services(text: str, field: str) -> Iterator[Service]:
    """Stretches of service; years in front become start and end."""
    for piece in filter(None, map(clean, text.replace("\n", ";").split(";"))):
        match = _PERIOD.match(piece)
        if match is None:
            yield Service(text=piece, field=field)
            continue
        organisation, _, position = match["rest"].partition(",")
        yield Service(
            text=piece,
            organisation=organisation.strip(),
            position=position.strip(),
            field=field,
            start=edge(match["start"], field),
            end=edge(match["end"], field),
        )
