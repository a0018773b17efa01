"""A tie as evidence: the value as both have it, in whose name, and how many have it."""

import numpy as np

from tamiz.links.graph import FEWEST_SHARED, OF_PARTY, Neighbour, Role, Tie, ValueKind
from tamiz.model import Evidence
from tamiz.normalise.meanings import are_of_two_languages
from tamiz.normalise.phrases import phrases

LONGEST_LETTER = 80  # characters of a copied letter that are shown: the beginning tells which it is
# Kinds to the feature that officers know them by.
_FEATURES = {
    ValueKind.NUMBER: "identifier",
    ValueKind.TEXT: "text",
    ValueKind.COMPANY: "relation",
    ValueKind.PERSON: "relation",
    ValueKind.CALL_SIGN: "name",
    ValueKind.UNIT: "service",
    ValueKind.ADDRESS: "address",
    ValueKind.VILLAGE: "address",
    ValueKind.PAYMENT: "reference",
    ValueKind.TRAVEL: "reference",
    ValueKind.STAYS: "background",
}


def tie_evidence(tie: Tie, me: str, other: Neighbour) -> Evidence:
    """One value in common with another applicant, told from ``me``."""
    here, there = tie.here, tie.there
    return Evidence(
        feature=_FEATURES.get(here.kind, "contact"),
        code=f"tie.{_pattern(tie)}.{_kind(tie)}",
        bits=round(tie.bits, 2),
        applicant=_short(here.text),
        other=_short(there.text),
        params={
            "id": other.id,
            "me": me,
            "count": str(tie.count),
            "party": here.party or there.party,
            "other_party": there.party or here.party,
        },
        field=here.field,
        other_field=there.field,
    )


def _kind(tie: Tie) -> str:
    """What the value is; of two letters also whether one says the other's in other words."""
    if tie.here.kind is not ValueKind.TEXT:
        return tie.here.kind.value
    here, there = tie.here.text, tie.there.text
    if are_of_two_languages(here, there):
        return "translation"
    is_copied = len(np.intersect1d(phrases(here), phrases(there))) >= FEWEST_SHARED
    return tie.here.kind.value if is_copied else "retold"


def _pattern(tie: Tie) -> str:
    """Whose the value is: both own it, one owns what the other says of a party, both say it.

    What a letter tells is nobody's in particular.
    """
    if Role.LETTER in {tie.here.role, tie.there.role}:
        return "letter"
    own = (tie.here.role is Role.OWN, tie.there.role is Role.OWN)
    if own == (True, True):
        return "own"
    if own[0] or own[1]:
        return "mine" if own[0] else "theirs"
    is_same = tie.here.party.casefold() == tie.there.party.casefold()
    return "party" if is_same or tie.group == OF_PARTY else "parties"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_LETTER else f"{text[:LONGEST_LETTER]}…"
