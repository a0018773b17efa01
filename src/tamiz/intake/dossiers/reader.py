"""An entry becomes a dossier: typed values, each pointing at where it stood.

What cannot be understood is kept in ``extra`` and named in ``notes``, as
``birth_date:unreadable``, so that a check can say *indeterminate* about it; nothing is guessed
and nothing is lost. ``docs/dossier.md`` lists the notes.
"""

import hashlib
from collections.abc import Iterator
from itertools import chain

from msgspec import structs

from tamiz.intake.dossiers.contacts import phone_countries, read_contacts
from tamiz.intake.dossiers.entries import Entry, Fields, Remarks, joined, values
from tamiz.intake.dossiers.maiden_names import borne_before
from tamiz.intake.dossiers.numbers import with_numbers, without_point
from tamiz.intake.dossiers.observed import read_observations, read_outcome
from tamiz.intake.dossiers.papers import read_documents, read_identifiers
from tamiz.intake.dossiers.stays import read_references, read_stays
from tamiz.intake.dossiers.ties import read_addresses, read_history, read_relations
from tamiz.intake.dossiers.values import (
    alias_of,
    code_of,
    dates_of,
    nationalities_of,
    readings_of,
    sex_of,
)
from tamiz.model import (
    Dossier,
    IdentityClaim,
    IdentityEvidence,
    Name,
    NameKind,
    NamePart,
    Nationality,
    Origin,
    PartialDate,
    Place,
    Role,
    Sex,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.former import apart_from_former, former_name, may_be_a_name
from tamiz.normalise.names import split_family_first
from tamiz.normalise.text import clean

_PARTS = (
    ("given_names", Role.GIVEN),
    ("patronymic", Role.PATRONYMIC),
    ("paternal_surname", Role.PATERNAL),
    ("maternal_surname", Role.MATERNAL),
    ("family_names", Role.FAMILY),
)
_OF_BIRTH_PLACE = frozenset({"birth_country", "birth_place"})
_NAMED = ("name", "name_original", *(field for field, _ in _PARTS))


def read_dossier(entry: Entry, *, dossier_id: str, file: str) -> Dossier:
    """The dossier of one applicant; the caller has made sure that there is a name."""
    remarks = Remarks()
    for note in entry.notes:
        remarks.note(*note.split(":"))
    entry = with_numbers(entry, remarks)
    fields = entry.fields
    documents = read_documents(entry, remarks)
    identity = _identity(entry, documents, remarks)
    addresses = tuple(read_addresses(fields, remarks))
    history = read_history(entry, remarks)
    countries = phone_countries(addresses, identity.nationalities)
    applied_on = readings_of(values(fields, "applied_on"), "applied_on", remarks)
    relations = tuple(read_relations(fields, history, countries, remarks))
    outcome = read_outcome(fields, remarks)
    _remark_on_the_rest(entry, remarks)
    original = entry.original.encode("utf-8", errors="surrogateescape")
    return Dossier(
        id=dossier_id,
        programme=joined(fields, "programme"),
        course=joined(fields, "course"),
        motivation=joined(fields, "motivation"),
        applied_on=applied_on,
        identity=identity,
        documents=documents,
        contacts=tuple(read_contacts(fields, countries)),
        addresses=addresses,
        occupation=joined(fields, "occupation"),
        history=history,
        relations=relations,
        stays=read_stays(fields),
        references=tuple(read_references(fields)),
        skill=joined(fields, "skill"),
        observations=read_observations(fields),
        outcome=outcome,
        extra=(*((at, clean(text)) for at, text in entry.extra), *remarks.kept),
        notes=remarks.notes,
        origin=Origin(file=file, row=entry.number, sha256=hashlib.sha256(original).hexdigest()),
    )


def has_name(fields: Fields) -> bool:
    """Whether there is any name to screen: with a letter in it, not a dash or a number."""
    for field in _NAMED:
        for value in fields.get(field, ()):
            if any(map(str.isalpha, value.text)):
                return True
    return False


def id_of(entry: Entry) -> str:
    """The applicant's own id, or one made of the row's number."""
    return without_point(joined(entry.fields, "id")) or f"row-{entry.number}"


def _identity(
    entry: Entry, documents: tuple[IdentityEvidence, ...], remarks: Remarks
) -> IdentityClaim:
    fields = entry.fields
    return IdentityClaim(
        names=tuple(_names(fields, remarks)),
        birth_dates=_birth_dates(fields, remarks),
        birth_places=()
        if _OF_BIRTH_PLACE.isdisjoint(fields)
        else tuple(_birth_places(fields, remarks)),
        sex=_sex(fields, remarks),
        nationalities=tuple(_nationalities(fields, remarks)),
        identifiers=read_identifiers(entry, documents),
    )


def _names(fields: Fields, remarks: Remarks) -> Iterator[Name]:
    if "given_names" not in fields:
        fields = _with_given_apart(fields, remarks)
    told = [(role, found) for field, role in _PARTS if (found := values(fields, field))]
    parts = tuple([NamePart(role, " ".join([one.text for one in found])) for role, found in told])
    whole = values(fields, "name")
    is_beside = bool(whole) and all(part.role is not Role.GIVEN for part in parts)
    bearer: Name | None = None
    if parts and not is_beside:
        bearer = Name(
            text=" ".join([part.text for part in parts]), parts=parts, field=told[0][1][0].at
        )
    for value in whole:
        text, former = apart_from_former(value.text)
        name = Name(text=text, parts=split_family_first(text), field=value.at)
        name = _with_parts(name, parts) if is_beside else name
        yield name
        if former:
            yield borne_before(former, bearer or name, value.at)
        bearer = bearer or name
    if parts and not is_beside and bearer:
        yield bearer
    for value in values(fields, "name_original"):
        yield Name(text=value.text, kind=NameKind.SCRIPT, field=value.at)
    for value in values(fields, "aliases"):
        if former := former_name(value.text):
            yield borne_before(former, bearer, value.at)
            if not may_be_a_name(value.text):
                continue
        text, kind = alias_of(value.text)
        yield Name(text=text, kind=kind, parts=split_family_first(text), field=value.at)


def _with_parts(name: Name, parts: tuple[NamePart, ...]) -> Name:
    """A whole name with a patronymic or surname that stands in a column of its own.

    By itself such a part is no name: whole families bear it.
    """
    words = set(name.text.casefold().replace(",", " ").split())
    more = tuple(part for part in parts if not words.issuperset(part.text.casefold().split()))
    if not more:
        return name
    if not name.parts:
        return structs.replace(name, text=" ".join((name.text, *(part.text for part in more))))
    told = {part.role for part in more}
    is_surname = told != {Role.PATRONYMIC}
    kept = tuple(one for one in name.parts if one.role is not Role.FAMILY or not is_surname)
    both = (*kept, *more)
    return structs.replace(name, text=" ".join(part.text for part in both), parts=both)


def _with_given_apart(fields: Fields, remarks: Remarks) -> Fields:
    """Beside “Surname”, a “Name” that does not hold the surname is the given name."""
    surnames = [*values(fields, "family_names"), *values(fields, "paternal_surname")]
    names = values(fields, "name")
    if len(names) != 1 or not surnames:
        return fields
    words = {word.casefold() for value in surnames for word in value.text.split()}
    if words.intersection(names[0].text.casefold().replace(",", " ").split()):
        return fields
    remarks.note("name", "taken_as_given_names")
    return {**fields, "name": [], "given_names": names}


def _birth_dates(fields: Fields, remarks: Remarks) -> tuple[PartialDate, ...]:
    readings = [dates_of(value, "birth_date", remarks) for value in values(fields, "birth_date")]
    return readings[0] if len(readings) == 1 else tuple(chain.from_iterable(readings))


def _birth_places(fields: Fields, remarks: Remarks) -> Iterator[Place]:
    countries, places = values(fields, "birth_country"), values(fields, "birth_place")
    told = code_of(countries, "birth_country", remarks)
    for value in places:
        code = told if countries else country_code(value.text.rsplit(",", 1)[-1])
        yield Place(text=value.text, country=code, field=value.at)
    for value in countries[1 if places else 0 :]:
        yield Place(text=value.text, country=country_code(value.text), field=value.at)


def _sex(fields: Fields, remarks: Remarks) -> Sex | None:
    """The sex, where it is told and all values agree."""
    if not (told := values(fields, "sex")):
        return None
    meant = {sex_of(value.text) for value in told}
    for value in told:
        if sex_of(value.text) is None or len(meant) > 1:
            remarks.keep("sex", "unreadable", value)
    return meant.pop() if len(meant) == 1 else None


def _nationalities(fields: Fields, remarks: Remarks) -> Iterator[Nationality]:
    for value in values(fields, "nationalities"):
        for nationality in nationalities_of(value.text, value.at):
            if nationality.country is None:
                remarks.keep("nationalities", "unreadable", value)
            yield nationality


def _remark_on_the_rest(entry: Entry, remarks: Remarks) -> None:
    """A missing id, dates beside the first."""
    if not joined(entry.fields, "id"):
        remarks.note("id", "missing")
    for surplus in values(entry.fields, "applied_on")[1:]:
        remarks.keep("applied_on", "several", surplus)
