"""Whom a dossier is about, and whom it names, as subjects to look for."""

from collections.abc import Iterator

from tamiz.matching import Subject
from tamiz.model import (
    Dossier,
    Identifier,
    IdentifierKind,
    Name,
    NameKind,
    PartyType,
    Relation,
)
from tamiz.normalise.call_signs import call_signs_told
from tamiz.normalise.parties import party_name


def applicant_of(dossier: Dossier) -> Subject:
    """The applicant, with the call signs that letter and observations tell."""
    claim = dossier.identity
    told = call_signs_told(dossier)
    return Subject(
        type=PartyType.PERSON,
        names=claim.names
        + tuple(Name(text=sign, kind=NameKind.CODE, field=field) for sign, field in told),
        birth_dates=claim.birth_dates,
        birth_places=claim.birth_places,
        sex=claim.sex,
        nationalities=claim.nationalities,
        identifiers=claim.identifiers,
        contacts=dossier.contacts,
        addresses=dossier.addresses,
    )


def related_of(relation: Relation) -> Iterator[Subject]:
    """A party that the applicant names, as a person and as an organisation.

    What the applicant calls it is a claim like any other: a listed man who sponsors under a
    register number is looked for among persons all the same.
    """
    text = party_name(relation)
    number = Identifier(kind=IdentifierKind.REGISTER, number=relation.number, field=relation.field)
    for kind in (PartyType.PERSON, PartyType.ORGANISATION):
        yield Subject(
            type=kind,
            names=(Name(text=text, field=relation.field),) if text else (),
            identifiers=(number,) if relation.number else (),
            contacts=relation.contacts,
        )
