"""A cleared pair: stays quiet until either side changes in a field that matters."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from tamiz.casework.fields import MATERIAL, Fields, MaterialField
from tamiz.model import Finding


class Side(StrEnum):
    """Which side of a pair."""

    APPLICANT = "applicant"
    LISTED = "listed"


class Change(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What changed on one side since the pair was cleared, in folded values."""

    side: Side
    field: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Clearance(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One officer's word that this applicant is not that party, and what it rests on.

    ``applicant`` is the applicant's stable id, the same over all their applications; ``parties``
    are the ids of the other side and all that it has been called (``source/id``), since lists
    merge their entries. ``check`` is the question that was answered: another question about the
    same two is another clearance. ``until`` is the last day on which it holds.
    """

    id: str
    applicant: str
    check: str
    parties: frozenset[str]
    applicant_fields: Fields
    listed_fields: Fields
    reason: str
    actor: str
    day: date
    until: date
    case: str


class Denied(Struct, frozen=True, kw_only=True):
    """One officer's word that a pair is one, or may be: no clearance of it holds from then on."""

    check: str
    parties: frozenset[str]
    day: date

    def ends(self, clearance: Clearance) -> bool:
        """Whether it is about the pair and the question of a clearance that was given before."""
        return self.day >= clearance.day and self.is_about(clearance)

    def is_about(self, clearance: Clearance) -> bool:
        """Whether it is about the pair and the question of a clearance."""
        return self.check == clearance.check and not self.parties.isdisjoint(clearance.parties)


class Holding(Struct, frozen=True, kw_only=True):
    """Whether a clearance still holds, and if not, why: it ran out, or what changed and how.

    ``elsewhere``: it ended in another case of the person.
    """

    is_comparable: bool = True
    elsewhere: bool = False
    expired: bool = False
    changes: tuple[Change, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the pair stays quiet."""
        return not (self.elsewhere or self.expired or self.changes) and self.is_comparable


# Questions whose answer is one person or another; the answer to any other is that it is so or not.
_WHO = frozenset({"watchlist_person", "second_identity", "applied_before"})


def asks_who(finding: Finding) -> bool:
    """Whether a verdict on it says that two are the same, and not that something is so."""
    return finding.check in _WHO and bool(parties(finding))


def parties(finding: Finding) -> frozenset[str]:
    """What the other side of a finding is called: its own id, and those of its other entries.

    Empty where a finding has no other side. Another applicant is called ``applicant/ID``.
    """
    found = set()
    if finding.listed is not None:
        found.add(f"{finding.listed.source}/{finding.listed.id}")
        found.update(f"{one.source}/{one.id}" for one in finding.listed.also)
    if finding.other:
        found.add(f"applicant/{finding.other}")
    return frozenset(found)


def covers(clearance: Clearance, applicant: str, finding: Finding) -> bool:
    """Whether a finding is about the pair and the question that a clearance is about."""
    return (
        clearance.applicant == applicant
        and clearance.check == finding.check
        and not clearance.parties.isdisjoint(parties(finding))
    )


def material(names: Iterable[str] = ()) -> tuple[MaterialField, ...]:
    """The material fields, narrowed to those named; all of them where none is."""
    wanted = frozenset(names)
    return tuple(one for one in MATERIAL if not wanted or one.name in wanted)


def still_holds(
    clearance: Clearance,
    applicant: Fields,
    listed: Fields,
    *,
    today: date,
    fields: tuple[MaterialField, ...] = MATERIAL,
) -> Holding:
    """Whether a cleared pair stays quiet, compared with what both sides say today."""
    sides = (
        (Side.APPLICANT, clearance.applicant_fields, applicant),
        (Side.LISTED, clearance.listed_fields, listed),
    )
    changes = tuple(
        change
        for side, before, now in sides
        for field in fields
        if (change := _change(side, field, before, now)) is not None
    )
    return Holding(expired=today > clearance.until, changes=changes)


def _change(side: Side, field: MaterialField, before: Fields, now: Fields) -> Change | None:
    """What changed in one field; None where nothing did that matters."""
    old: frozenset[str] = frozenset(getattr(before, field.name))
    new: frozenset[str] = frozenset(getattr(now, field.name))
    gone = old - new if field.removed else frozenset[str]()
    if not new - old and not gone:
        return None
    return Change(
        side=side,
        field=field.name,
        added=tuple(sorted(new - old)),
        removed=tuple(sorted(old - new)),
    )
