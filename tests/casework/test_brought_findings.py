"""Whoever brought what made findings go does not then decide alone, until somebody else has looked."""

from collections.abc import Callable

import pytest

from casework.desks import (
    DOCUMENT,
    IVAN,
    LISTED,
    MARTA,
    OLENA,
    PABLO,
    PERSON,
    RUTH,
    UNSEEN,
    after,
    assessment,
    by,
    finding,
    judged,
    looked,
    opened,
    read,
    ruled,
)
from tamiz.casework import (
    DEFAULT,
    ENGINE,
    Actor,
    Case,
    CaseKind,
    Ruling,
    Sifted,
    State,
    Why,
    appeal,
    finding_id,
    fold,
    open_case,
    renew,
    reopen,
    seen_by,
    undo,
)
from tamiz.model import Finding

EVERYBODY = (OLENA, PABLO, RUTH, MARTA)
WEAKER = finding(listed=PERSON, bits=1.0)
REWORDED = finding(listed=PERSON, bits=4.0, other="A9")


def brought(case: Case, who: Actor | None, *found: Finding, seconds: float = 0) -> Case:
    """The case after somebody's file (None: Tamiz's own screening) said this, read by all."""
    events = renew(
        case, by(ENGINE, seconds), DEFAULT, assessment=assessment(*found),
        brought_by=frozenset() if who is None else frozenset({who.id}),
    )  # fmt: skip
    return read(after(case, events), *EVERYBODY, seconds=seconds + 1)


def settled(case: Case, who: Actor) -> Case:
    """The case after somebody said of all that is left that it is somebody else."""
    return judged(case, who, seconds=100) if case.to_judge else case


def granted(case: Case, who: Actor = OLENA, *, seconds: float = 120) -> Case:
    return ruled(settled(case, who), who, Ruling.GRANT, seconds=seconds)


def why(case: Case) -> tuple[Why, ...]:
    return case.judged.why if case.decision is None else case.decision.why


TAKEN = [
    pytest.param((LISTED, DOCUMENT), (DOCUMENT,), id="gone"),
    pytest.param((LISTED,), (), id="all gone"),
    pytest.param((LISTED,), (WEAKER,), id="weaker"),
    pytest.param((LISTED,), (UNSEEN,), id="another in its place"),
    pytest.param((UNSEEN,), (), id="what could not be checked"),
]
LEFT = [
    pytest.param((LISTED,), (LISTED, DOCUMENT), id="more"),
    pytest.param((LISTED,), (REWORDED,), id="the same party in other words"),
]


@pytest.mark.parametrize(("before", "now"), TAKEN)
def test_who_brought_what_took_findings_away_needs_a_second_officer(
    before: tuple[Finding, ...], now: tuple[Finding, ...]
) -> None:
    case = granted(brought(opened(*before), OLENA, *now))

    assert (case.state, why(case)) == (State.PENDING, (Why.BROUGHT,))


@pytest.mark.parametrize(("before", "now"), LEFT)
def test_who_brought_what_took_nothing_away_decides_alone(
    before: tuple[Finding, ...], now: tuple[Finding, ...]
) -> None:
    assert granted(brought(opened(*before), OLENA, *now)).state is State.DECIDED


@pytest.mark.parametrize("who", [None, IVAN, PABLO])
def test_what_others_brought_binds_nobody_else(who: Actor | None) -> None:
    assert granted(brought(opened(LISTED, DOCUMENT), who, DOCUMENT)).state is State.DECIDED


def test_a_pair_that_becomes_quiet_by_what_one_brought_was_taken_away() -> None:
    case = opened(LISTED)
    sifted = Sifted(quiet={finding_id(LISTED): "Q1"})
    events = renew(
        case, by(ENGINE), DEFAULT, assessment=assessment(LISTED, DOCUMENT), sifted=sifted,
        brought_by=frozenset({"olena"}),
    )  # fmt: skip

    assert granted(read(after(case, events), OLENA)).state is State.PENDING


def twice(case: Case) -> Case:
    """Brought again, with nothing that is missing back in it."""
    return brought(case, OLENA, DOCUMENT, UNSEEN, seconds=10)


def others(case: Case) -> Case:
    """Somebody else brought something too, without what is missing."""
    return brought(case, PABLO, DOCUMENT, UNSEEN, seconds=10)


def fallen(case: Case) -> Case:
    """Her own proposal fell when the evidence moved."""
    return brought(granted(case), None, DOCUMENT, UNSEEN, seconds=130)


def taken_back(case: Case) -> Case:
    """Somebody else decided it, and took that back at once."""
    case = granted(case, PABLO)
    return after(case, undo(case, by(PABLO, 125), DEFAULT))


def escalated(case: Case) -> Case:
    """Somebody else handed it on without saying what they would decide."""
    return ruled(case, PABLO, Ruling.ESCALATE, seconds=20)


@pytest.mark.parametrize(
    "then", [twice, others, fallen, taken_back, escalated], ids=lambda one: one.__name__
)
def test_it_holds_until_somebody_else_has_looked(then: Callable[[Case], Case]) -> None:
    senior = escalated is then
    case = then(brought(opened(LISTED, DOCUMENT), RUTH if senior else OLENA, DOCUMENT))
    if then is others or then is twice or then is fallen:
        assert set(case.judged.removed) == {finding_id(LISTED)}

    assert Why.BROUGHT in why(granted(case, RUTH if senior else OLENA, seconds=200))


def looked_at(case: Case) -> Case:
    """Somebody else looked and said the same; then it was opened again."""
    case = looked(granted(case), PABLO, Ruling.GRANT, seconds=180)
    return after(case, reopen(case, by(RUTH, 190), DEFAULT, reason="a letter came"))


def decided_by_other(case: Case) -> Case:
    """Somebody else granted it alone; then it was opened again."""
    case = granted(case, PABLO)
    return after(case, reopen(case, by(RUTH, 190), DEFAULT, reason="a letter came"))


def back(case: Case) -> Case:
    """What was missing is there again."""
    return brought(case, OLENA, LISTED, DOCUMENT, seconds=10)


@pytest.mark.parametrize("then", [looked_at, decided_by_other, back], ids=lambda one: one.__name__)
def test_it_ends_when_somebody_else_looked_or_all_is_back(then: Callable[[Case], Case]) -> None:
    case = then(brought(opened(LISTED, DOCUMENT), OLENA, DOCUMENT))

    assert granted(case, seconds=300).state is State.DECIDED


def test_a_second_officer_sees_what_went_and_not_who_brought_it() -> None:
    case = granted(brought(opened(LISTED, DOCUMENT), OLENA, DOCUMENT))

    gone = seen_by(case, PABLO).judged.removed
    assert [(one.finding, one.by) for one in gone.values()] == [(LISTED, frozenset())]


def test_who_brought_it_judges_no_appeal_that_begins_without_it() -> None:
    case = brought(opened(LISTED, DOCUMENT), OLENA, DOCUMENT)

    told = appeal(
        case, by(IVAN, 50), DEFAULT, opens="C2", kind=CaseKind.CORRECTION, text="wrong year"
    )

    assert "olena" in fold([one for one in told if one.case == "C2"]).barred


def test_an_opening_says_who_brought_what_it_rests_on() -> None:
    (event,) = open_case(
        by(ENGINE), DEFAULT, case="C1", applicant="P1", compartment="north",
        assessment=assessment(LISTED), brought_by=frozenset({"olena"}),
    )  # fmt: skip

    assert event.brought_by == {"olena"}  # type: ignore[union-attr]
