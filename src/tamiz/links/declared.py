"""Which numbers and States an applicant gives, in all documents and in the claim."""

from msgspec import Struct

from tamiz.model import Dossier
from tamiz.normalise.identifiers import identifier_key

PAST = frozenset({"su"})  # States that are no more: to be born in one hides no other


class Declared(Struct, frozen=True):
    """Keys of all numbers that somebody gives, and all States of documents and nationalities."""

    numbers: frozenset[str]
    states: frozenset[str]
    papers: str


def declared_by(dossier: Dossier) -> Declared:
    """What an applicant gives of numbers and States, in all documents and in the claim."""
    claim = dossier.identity
    bearers = (claim, *(one.bearer for one in dossier.documents))
    numbers = (
        *(one.number for one in dossier.documents),
        *(one.number for bearer in bearers for one in bearer.identifiers),
    )
    nations = [one.country for bearer in bearers for one in bearer.nationalities if one.country]
    states = [one.issuing_state for one in dossier.documents if one.issuing_state]
    shown = [
        f"{one.number or one.code} ({(one.issuing_state or '?').upper()})"
        for one in dossier.documents
    ]
    return Declared(
        numbers=frozenset(map(identifier_key, numbers)) - {""},
        states=frozenset((*nations, *states)) - PAST,
        papers="; ".join((*shown, *(nation.upper() for nation in dict.fromkeys(nations)))),
    )
