"""One applicant's fields, as texts under their field names, become a dossier.

Tables and JSON meet here. ``Fields`` maps a field to its values; each value knows the column or
JSON pointer it came from. A date that cannot be understood is kept in ``extra`` and named in
``notes``, as ``birth_date:unreadable``, so that a check can say *indeterminate* about it.
"""

from collections.abc import Iterator

from msgspec import Struct

from tamiz.intake.dossiers.values import (
    alias_of,
    document_kind,
    nationality_of,
    pieces,
    services,
    sex_of,
    single_date,
)
from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    IdentityEvidence,
    Name,
    NameKind,
    NamePart,
    Origin,
    PartialDate,
    Place,
    Relation,
    RelationKind,
    Role,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates
from tamiz.normalise.names import split_family_first
from tamiz.normalise.text import clean, oddities


class Value(Struct, frozen=True):
    """The text of a field and where it stood."""

    text: str
    at: str


Fields = dict[str, list[Value]]

_PARTS = (
    ("given_names", Role.GIVEN),
    ("patronymic", Role.PATRONYMIC),
    ("paternal_surname", Role.PATERNAL),
    ("maternal_surname", Role.MATERNAL),
    ("family_names", Role.FAMILY),
)
_CONTACTS = (
    ("phone", ContactKind.PHONE),
    ("email", ContactKind.EMAIL),
    ("handle", ContactKind.HANDLE),
)
_RELATIONS = (
    ("sponsor", RelationKind.SPONSOR, True),
    ("employer", RelationKind.EMPLOYER, True),
    ("referees", RelationKind.REFEREE, None),
    ("referred_by", RelationKind.REFERRED_BY, None),
    ("relatives", RelationKind.RELATIVE, False),
)


def read_dossier(
    dossier_id: str, fields: Fields, *, origin: Origin, extra: tuple[tuple[str, str], ...] = ()
) -> Dossier:
    """The dossier of one applicant; the caller has made sure that there is a name."""
    notes: list[str] = []
    documents = tuple(_documents(fields, notes))
    return Dossier(
        id=dossier_id,
        programme=_first(fields, "programme"),
        course=_first(fields, "course"),
        motivation=_first(fields, "motivation"),
        applied_on=_date(fields, "applied_on", notes),
        identity=_identity(fields, documents, notes),
        documents=documents,
        contacts=tuple(_contacts(fields)),
        addresses=tuple(_addresses(fields)),
        occupation=_first(fields, "occupation"),
        history=tuple(s for v in fields.get("service", ()) for s in services(v.text, v.at)),
        relations=tuple(_relations(fields)),
        extra=(*extra, *_unread(fields, notes)),
        notes=tuple(dict.fromkeys([*notes, *_odd(fields)])),
        origin=origin,
    )


def has_name(fields: Fields) -> bool:
    """Whether there is any name to screen."""
    return any(_values(fields, key) for key in ("name", "name_original", *(f for f, _ in _PARTS)))


def _values(fields: Fields, field: str) -> list[Value]:
    """The single values of a field: a cell may hold several, separated by ``;``."""
    return [
        Value(piece, value.at) for value in fields.get(field, ()) for piece in pieces(value.text)
    ]


def _first(fields: Fields, field: str) -> str:
    return next((clean(value.text) for value in fields.get(field, ()) if clean(value.text)), "")


def _identity(
    fields: Fields, documents: tuple[IdentityEvidence, ...], notes: list[str]
) -> IdentityClaim:
    sexes = [sex_of(value.text) for value in _values(fields, "sex")]
    if None in sexes:
        notes.append("sex:unreadable")
    nationalities = tuple(nationality_of(v.text, v.at) for v in _values(fields, "nationalities"))
    if any(nationality.country is None for nationality in nationalities):
        notes.append("nationalities:unreadable")
    return IdentityClaim(
        names=tuple(_names(fields)),
        birth_dates=tuple(_birth_dates(fields, notes)),
        birth_places=tuple(_birth_places(fields)),
        sex=next((sex for sex in sexes if sex is not None), None),
        nationalities=nationalities,
        identifiers=(*_from_documents(documents), *_personal_numbers(fields)),
    )


def _names(fields: Fields) -> Iterator[Name]:
    parts = tuple(
        NamePart(role, " ".join(value.text for value in _values(fields, field)))
        for field, role in _PARTS
        if _values(fields, field)
    )
    for value in _values(fields, "name"):
        yield Name(text=value.text, parts=split_family_first(value.text), field=value.at)
    if parts:
        at = next(value.at for field, _ in _PARTS for value in _values(fields, field))
        yield Name(text=" ".join(part.text for part in parts), parts=parts, field=at)
    for value in _values(fields, "name_original"):
        yield Name(text=value.text, kind=NameKind.SCRIPT, field=value.at)
    for value in _values(fields, "aliases"):
        text, kind = alias_of(value.text)
        yield Name(text=text, kind=kind, parts=split_family_first(text), field=value.at)


def _birth_dates(fields: Fields, notes: list[str]) -> Iterator[PartialDate]:
    for value in fields.get("birth_date", ()):
        found = read_dates(value.text, field=value.at)
        if not found and clean(value.text):
            notes.append("birth_date:unreadable")
        if any(date.ambiguous for date in found):
            notes.append("birth_date:ambiguous")
        yield from found


def _birth_places(fields: Fields) -> Iterator[Place]:
    country = _first(fields, "birth_country")
    places = _values(fields, "birth_place")
    for value in places:
        last = value.text.rsplit(",", 1)[-1]
        code = country_code(country) if country else country_code(last)
        yield Place(text=value.text, country=code, field=value.at)
    if country and not places:
        at = fields["birth_country"][0].at
        yield Place(text=country, country=country_code(country), field=at)


def _documents(fields: Fields, notes: list[str]) -> Iterator[IdentityEvidence]:
    numbers, codes = _values(fields, "doc_number"), _values(fields, "doc_type")
    states = _values(fields, "doc_country")
    mrz = tuple(
        line
        for value in fields.get("mrz", ())
        for line in (clean(part) for part in value.text.replace("|", "\n").splitlines())
        if line
    )
    count = max(len(numbers), 1 if codes or mrz else 0)
    for at in range(count):
        number = numbers[at] if at < len(numbers) else Value("", "mrz")
        yield IdentityEvidence(
            code=_at(codes, at),
            number=number.text,
            issuing_state=country_code(_at(states, at)),
            issued=_date(fields, "doc_issued", notes) if at == 0 else None,
            expires=_date(fields, "doc_expires", notes) if at == 0 else None,
            mrz=mrz if at == 0 else (),
            field=number.at,
        )


def _at(values: list[Value], at: int) -> str:
    """The value for the document in this place; one value stands for all documents."""
    if len(values) == 1:
        return values[0].text
    return values[at].text if at < len(values) else ""


def _from_documents(documents: tuple[IdentityEvidence, ...]) -> Iterator[Identifier]:
    """The documents' numbers as identifiers; a heading that says passport settles the kind."""
    for document in documents:
        if document.number:
            kind = document_kind(document.code or document.field)
            yield Identifier(
                kind=kind,
                number=document.number,
                country=document.issuing_state,
                field=document.field,
            )


def _personal_numbers(fields: Fields) -> Iterator[Identifier]:
    """Personal numbers; their country is the only nationality, if only one is claimed."""
    claimed = {country_code(value.text) for value in _values(fields, "nationalities")}
    country = claimed.pop() if len(claimed) == 1 else None
    for value in _values(fields, "personal_number"):
        yield Identifier(
            kind=IdentifierKind.NATIONAL, number=value.text, country=country, field=value.at
        )


def _contacts(fields: Fields) -> Iterator[Contact]:
    for field, kind in _CONTACTS:
        for value in _values(fields, field):
            yield Contact(kind=kind, value=value.text, field=value.at)


def _addresses(fields: Fields) -> Iterator[Address]:
    country = _first(fields, "country")
    addresses = _values(fields, "address")
    for value in addresses:
        yield Address(text=value.text, country=country_code(country), field=value.at)
    if country and not addresses:
        yield Address(text=country, country=country_code(country), field=fields["country"][0].at)


def _relations(fields: Fields) -> Iterator[Relation]:
    numbers = _values(fields, "sponsor_number")
    for field, kind, is_organisation in _RELATIONS:
        for at, value in enumerate(_values(fields, field)):
            number = numbers[at].text if kind is RelationKind.SPONSOR and at < len(numbers) else ""
            yield Relation(
                kind=kind,
                name=value.text,
                number=number,
                is_organisation=is_organisation,
                field=value.at,
            )
    if numbers and not _values(fields, "sponsor"):
        for number_value in numbers:
            yield Relation(
                kind=RelationKind.SPONSOR,
                number=number_value.text,
                is_organisation=True,
                field=number_value.at,
            )


def _date(fields: Fields, field: str, notes: list[str]) -> PartialDate | None:
    text = _first(fields, field)
    found = single_date(text, fields[field][0].at) if text else None
    if text and found is None:
        notes.append(f"{field}:unreadable")
    return found


def _unread(fields: Fields, notes: list[str]) -> Iterator[tuple[str, str]]:
    """The texts of the fields that could not be understood, so that nothing is lost."""
    for note in dict.fromkeys(notes):
        field, _, fault = note.partition(":")
        if fault == "unreadable":
            yield from ((value.at, clean(value.text)) for value in fields.get(field, ()))


def _odd(fields: Fields) -> Iterator[str]:
    """Notes on characters that may deceive a reader: ``name:bidi_control``."""
    for field, values in fields.items():
        for value in values:
            for kind in oddities(value.text):
                yield f"{field}:{kind}"
