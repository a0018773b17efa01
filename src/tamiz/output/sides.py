"""Both sides' values next to each other: what the applicant says, what the list says."""

from collections.abc import Iterable, Sequence
from itertools import product

from msgspec import Struct

from tamiz.model import Evidence, PartialDate
from tamiz.normalise.dates import read_dates

_ORDER = ("name", "birth_date", "birth_place", "nationality", "sex", "identifier", "contact")


class Side(Struct, frozen=True, kw_only=True):
    """One line of the comparison.

    ``verdict`` is ``agrees``, ``near`` where two days that are not one speak for one person,
    ``differs``, ``uncompared`` where a side says nothing, or empty
    where the evidence carries no weight and its sentence says all there is to say.
    """

    feature: str
    applicant: str
    other: str
    field: str
    verdict: str


def side_by_side(evidence: Sequence[Evidence]) -> tuple[Side, ...]:
    """A line for each pair of values, names first.

    Of the evidence about names the whole names are shown, not the words they were taken apart
    into; all of it counts for the verdict.
    """
    features = dict.fromkeys(e.feature for e in evidence if e.feature != "prior")
    ordered = sorted(features, key=lambda name: _ORDER.index(name) if name in _ORDER else 99)
    return tuple(
        side
        for feature in ordered
        for side in _sides([statement for statement in evidence if statement.feature == feature])
    )


def _sides(evidence: list[Evidence]) -> Iterable[Side]:
    """The lines of one feature; equal pairs once."""
    whole = [e for e in evidence if e.bits is None and (e.applicant or e.other)]
    if whole and whole[0].feature == "name":
        bits = sum(statement.bits or 0.0 for statement in evidence)
        return [_side(whole[0], bits)]
    pairs = {(e.applicant, e.other): e for e in evidence if e.applicant or e.other}
    return [_side(statement, statement.bits) for statement in pairs.values()]


def _side(evidence: Evidence, bits: float | None) -> Side:
    return Side(
        feature=evidence.feature,
        applicant=evidence.applicant,
        other=evidence.other,
        field=evidence.field,
        verdict=_verdict(evidence, bits),
    )


def _verdict(evidence: Evidence, bits: float | None) -> str:
    if not (evidence.applicant and evidence.other):
        return "uncompared"
    if not bits:
        return ""
    if bits < 0:
        return "differs"
    is_near = evidence.feature == "birth_date" and _are_other_days(evidence)
    return "near" if is_near else "agrees"


def _are_other_days(evidence: Evidence) -> bool:
    """Whether no day that the one side tells can be one of the other's: swapped, a digit off."""
    here, there = read_dates(evidence.applicant), read_dates(evidence.other)
    return bool(here and there) and not any(_may_be_one(*both) for both in product(here, there))


def _may_be_one(one: PartialDate, other: PartialDate) -> bool:
    if one.until or other.until or one.circa or other.circa:
        return True
    parts = (one.year, other.year), (one.month, other.month), (one.day, other.day)
    return all(a is None or b is None or a == b for a, b in parts)
