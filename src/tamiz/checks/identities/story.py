"""Two applications of one person: do they tell one identity, or two?"""

from collections.abc import Iterator

from msgspec import Struct

from tamiz.links import declared_by
from tamiz.links.graph import CohortGraph, SamePerson
from tamiz.links.resolve import explain
from tamiz.model import Dossier, Evidence

LIKELY = 0.5  # probability from which another application is told: likelier the same than not
# Birth dates that no slip of a clerk makes of one another.
_ALTERED = frozenset(
    f"identity.birth_date.{level}"
    for level in ("different", "near", "same_year", "same_day", "same_month", "decade", "year_one")
)


class Story(Struct, frozen=True):
    """Another application that is likely the same person's, what speaks for it, and what differs."""

    other: Dossier
    same: SamePerson
    evidence: tuple[Evidence, ...]
    differing: tuple[Evidence, ...]


def stories(graph: CohortGraph, number: int, dossier: Dossier) -> Iterator[Story]:
    """Every other application that is likely the same person's, the likeliest first."""
    for same in graph.same.of(number):
        if same.probability < LIKELY:
            return
        other = graph.roster.dossier(same.number)
        evidence = explain(dossier, other, graph.same.known)
        yield Story(other, same, evidence, tuple(_differing(dossier, other, evidence)))


def _differing(
    dossier: Dossier, other: Dossier, evidence: tuple[Evidence, ...]
) -> Iterator[Evidence]:
    """What an honest person would tell alike each time."""
    codes = {one.code for one in evidence}
    here, there = declared_by(dossier), declared_by(other)
    if here.states - there.states and there.states - here.states:
        yield _said("states", here.states, there.states)
    has_other_number = not codes.isdisjoint(_OTHER_NUMBER)
    if has_other_number and codes & _ALTERED:
        yield _said("birth_date", _days(dossier), _days(other))
    if "identity.number.one_register" in codes:
        yield Evidence(feature="identifier", code="identity.two.register")
    if "identity.sex.different" in codes:
        yield Evidence(feature="sex", code="identity.two.sex")


_OTHER_NUMBER = frozenset({"identity.number.different", "identity.number.one_register"})


def _days(dossier: Dossier) -> frozenset[str]:
    return frozenset(day.text() for day in dossier.identity.birth_dates)


def _said(what: str, here: frozenset[str], there: frozenset[str]) -> Evidence:
    shown = ("; ".join(sorted(one)).upper() for one in (here, there))
    mine, theirs = shown
    feature = "nationality" if what == "states" else what
    return Evidence(
        feature=feature, code=f"identity.two.{what}", applicant=mine, other=theirs
    )  # fmt: skip
