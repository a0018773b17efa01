"""Whoever said whom a stranger's observation is about does not then grant that person alone."""

import pytest

from casework.desks import (
    DOCUMENT,
    LISTED,
    MARTA,
    OLENA,
    PABLO,
    RUTH,
    after,
    assessment,
    at,
    by,
    judged,
    looked,
    opened,
    read,
    ruled,
)
from tamiz.casework import (
    DEFAULT,
    ENGINE,
    FORM,
    Actor,
    By,
    Case,
    Ruling,
    State,
    Why,
    observe,
    renew,
    reopen,
    seen_by,
)


def placed(case: Case, who: Actor | None = OLENA, *, seconds: float = 0) -> Case:
    """The case with an observation that came by a form; None: it named the applicant itself."""
    told = observe(
        case, By(FORM, at(seconds)), DEFAULT, text="knew fuses", grading="B2",
        placed_by="" if who is None else who.id,
    )  # fmt: skip
    return read(after(case, told), OLENA, PABLO, RUTH, MARTA, seconds=seconds + 1)


def granted(case: Case, who: Actor = OLENA, *, seconds: float = 120) -> Case:
    return ruled(judged(case, who, seconds=seconds - 20), who, Ruling.GRANT, seconds=seconds)


@pytest.mark.parametrize(
    ("who", "grants", "alone"),
    [(OLENA, OLENA, False), (OLENA, PABLO, True), (None, OLENA, True), (PABLO, OLENA, True)],
)
def test_who_placed_it_takes_a_second_officer(
    who: Actor | None, grants: Actor, alone: bool
) -> None:
    case = granted(placed(opened(), who), grants)

    assert (case.state is State.DECIDED) is alone
    assert case.judged.why == (() if alone else (Why.PLACED,))


def test_it_holds_while_the_evidence_moves() -> None:
    case = granted(placed(opened()))
    found = assessment(LISTED, DOCUMENT)
    case = after(case, renew(case, by(ENGINE, 130), DEFAULT, assessment=found))

    assert granted(case, seconds=200).state is State.PENDING


def test_it_ends_when_another_has_looked() -> None:
    case = looked(granted(placed(opened())), PABLO, Ruling.GRANT, seconds=150)
    case = after(case, reopen(case, by(RUTH, 200), DEFAULT, reason="a letter"))

    assert granted(case, seconds=300).state is State.DECIDED


def test_who_looks_second_does_not_read_who_placed_it() -> None:
    case = granted(placed(opened()))

    (one,) = seen_by(case, PABLO).observations
    assert (one.actor, one.placed_by) == ("", "")
