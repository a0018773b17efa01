"""Identity documents and personal numbers as the applicant puts them forward."""

from collections.abc import Iterator

from tamiz.intake.dossiers.chips import chip_seen
from tamiz.intake.dossiers.entries import (
    Entry,
    Fields,
    Remarks,
    at_place,
    is_nothing,
    places,
    values,
)
from tamiz.intake.dossiers.values import (
    code_of,
    date_of,
    nationalities_of,
    readings_of,
    sex_of,
)
from tamiz.model import (
    ChipSeen,
    EvidenceFile,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    IdentityEvidence,
    Name,
    Place,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.document_kinds import document_kind
from tamiz.normalise.names import split_family_first
from tamiz.normalise.text import clean

_SHARED = ("doc_type", "doc_country")  # one type or country stands for all documents
_OF_BEARER = ("doc_name", "doc_birth_date", "doc_birth_place", "doc_sex", "doc_nationality",
              "doc_personal_number")  # fmt: skip
_BEARER = frozenset(_OF_BEARER)
_OWN = ("doc_number", "doc_issued", "doc_expires", "doc_authority", "doc_chip", "doc_files",
        *_OF_BEARER)  # fmt: skip
_BY_PLACE = tuple(field for field in (*_OWN, *_SHARED) if field != "doc_files")
_OF_A_PAPER = frozenset((*_BY_PLACE, "mrz", "doc_files"))
_SINGLE = (*_SHARED, *(field for field in _OWN if field != "doc_files"))  # one each, of a document


def read_documents(entry: Entry, remarks: Remarks) -> tuple[IdentityEvidence, ...]:
    """Every document: those in the cells of a table by their place, and those kept apart."""
    groups = (*_by_place(entry.fields), *entry.documents)
    return tuple([_document(group, remarks) for group in groups])


def read_identifiers(
    entry: Entry, documents: tuple[IdentityEvidence, ...]
) -> tuple[Identifier, ...]:
    """The numbers of the documents, then the personal numbers."""
    return (*_of_documents(documents), *_personal_numbers(entry.fields))


def _by_place(fields: Fields) -> Iterator[Fields]:
    """The n-th number with the n-th type, country, dates and file; the MRZ with the first.

    Files beyond the documents are further ones of the last: a card has two sides.
    """
    if _OF_A_PAPER.isdisjoint(fields):
        return
    of = {field: found for field in _BY_PLACE if (found := fields.get(field))}
    mrz, files = fields.get("mrz", []), places(fields, "doc_files")
    count = max(1 if mrz or files else 0, *map(len, of.values()), 0)
    for place in range(count):
        group = {field: found[place : place + 1] for field, found in of.items()}
        for field in _SHARED:
            if field in of:
                value = at_place(of[field], place)
                group[field] = [] if value is None else [value]
        if mrz and place == 0:
            group["mrz"] = mrz
        if files:
            group["doc_files"] = files[place:] if place == count - 1 else files[place : place + 1]
        if _says_anything(group):
            yield group


def _says_anything(group: Fields) -> bool:
    for found in group.values():
        for value in found:
            if value.text:
                return True
    return False


def _document(group: Fields, remarks: Remarks) -> IdentityEvidence:
    told = {field: said for field in group if (said := values(group, field))}
    numbers = told.get("doc_number", [])
    first = next(value for found in (numbers, *group.values()) for value in found)
    if max(map(len, told.values()), default=0) > 1:
        for field in _SINGLE:
            for surplus in told.get(field, ())[1:]:
                remarks.keep(field, "several", surplus)
    return IdentityEvidence(
        code=_text(told, "doc_type"),
        number=_text(told, "doc_number"),
        issuing_state=code_of(told.get("doc_country", []), "doc_country", remarks),
        issued=date_of(told.get("doc_issued", []), "doc_issued", remarks),
        expires=readings_of(told.get("doc_expires", []), "doc_expires", remarks),
        mrz=tuple(_mrz_lines(group)) if "mrz" in told else (),
        bearer=IdentityClaim() if _BEARER.isdisjoint(told) else _bearer(told, remarks),
        files=tuple([EvidenceFile(path=one.text, field=one.at) for one in told["doc_files"]])
        if "doc_files" in told
        else (),
        authority=_text(told, "doc_authority"),
        chip=_chip(told, remarks) if "doc_chip" in told else None,
        field=first.at,
    )


def _text(told: Fields, field: str) -> str:
    """The first text of a field; empty where there is none."""
    found = told.get(field)
    return found[0].text if found else ""


def _chip(group: Fields, remarks: Remarks) -> ChipSeen | None:
    """What somebody saw of the chip; words that are not understood are kept."""
    for value in values(group, "doc_chip")[:1]:
        if (seen := chip_seen(value.text)) is not None:
            return seen
        remarks.keep("doc_chip", "unreadable", value)
    return None


def _bearer(group: Fields, remarks: Remarks) -> IdentityClaim:
    """What the visual zone says of the person, as somebody typed it."""
    sexes = values(group, "doc_sex")[:1]
    for value in sexes:
        if sex_of(value.text) is None:
            remarks.keep("doc_sex", "unreadable", value)
    return IdentityClaim(
        names=tuple(
            Name(text=value.text, parts=split_family_first(value.text), field=value.at)
            for value in values(group, "doc_name")[:1]
        ),
        birth_dates=readings_of(values(group, "doc_birth_date"), "doc_birth_date", remarks),
        birth_places=tuple(
            Place(
                text=value.text, country=country_code(value.text.rsplit(",", 1)[-1]), field=value.at
            )
            for value in values(group, "doc_birth_place")[:1]
        ),
        sex=next((sex_of(value.text) for value in sexes), None),
        nationalities=tuple(
            one
            for value in values(group, "doc_nationality")[:1]
            for one in nationalities_of(value.text, value.at)
        ),
        identifiers=tuple(
            Identifier(
                kind=IdentifierKind.NATIONAL,
                number=value.text,
                country=code_of(values(group, "doc_country")[:1], "doc_country", remarks),
                field=value.at,
            )
            for value in values(group, "doc_personal_number")[:1]
        ),
    )


def _mrz_lines(group: Fields) -> Iterator[str]:
    """The lines of the machine-readable zone, separated by ``|`` or line breaks."""
    for value in group.get("mrz", ()):
        for line in value.text.replace("|", "\n").splitlines():
            cleaned = clean(line)
            if cleaned and not is_nothing(cleaned, "mrz"):
                yield cleaned


def _of_documents(documents: tuple[IdentityEvidence, ...]) -> Iterator[Identifier]:
    """The documents' numbers; a heading that says passport settles the kind."""
    for document in documents:
        if document.number:
            yield Identifier(
                kind=document_kind(document.code or document.field),
                number=document.number,
                country=document.issuing_state,
                field=document.field,
            )


def _personal_numbers(fields: Fields) -> Iterator[Identifier]:
    """Personal numbers; their country is the only nationality, if only one is claimed."""
    if "personal_number" not in fields:
        return
    claimed = {country_code(value.text) for value in values(fields, "nationalities")}
    country = claimed.pop() if len(claimed) == 1 else None
    for value in values(fields, "personal_number"):
        yield Identifier(
            kind=IdentifierKind.NATIONAL, number=value.text, country=country, field=value.at
        )
