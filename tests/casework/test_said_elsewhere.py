"""What an officer says of a cleared pair in another case of the person counts, and is not forgotten."""

from msgspec.structs import replace

from casework.desks import (
    LISTED,
    OLENA,
    RUTH,
    after,
    assessment,
    at,
    by,
    judged,
    opened,
    read,
    ruled,
)
from tamiz.casework import (
    DEFAULT,
    ENGINE,
    Case,
    Fields,
    Quiet,
    Ruling,
    Sides,
    State,
    Verdict,
    ended_elsewhere,
    finding_id,
    in_force,
    keep_quiet,
    renew,
    sift,
    undo,
    withdraw,
)
from tamiz.casework.events import LapseReason

MINE, THEIRS = Fields(names=("a",)), Fields(names=("b",))
SIDES = Sides(applicant=MINE, listed={"un-sc/QDi.1": THEIRS})
PAIR = finding_id(LISTED)


def cleared(name: str = "C1", key: str = "K1", *, seconds: float = 0) -> Case:
    """A case of the person in which Olena told the pair apart and keeps it quiet."""
    return quieted(judged(read(opened(LISTED, name=name), OLENA), OLENA, seconds=seconds), key)


def quieted(case: Case, key: str) -> Case:
    quiet = Quiet(id=key, applicant=MINE, listed=THEIRS)
    given = keep_quiet(case, by(OLENA, 1), DEFAULT, finding=PAIR, quiet=quiet)
    return after(case, given)


def denied(verdict: Verdict = Verdict.SAME) -> Case:
    """Another case of the person, in which a senior officer says otherwise."""
    return judged(read(opened(LISTED, name="C2"), RUTH), RUTH, verdict, seconds=60)


def screened(case: Case, *others: Case) -> Case:
    """The case after another screening a month later, which found the same."""
    now, when = assessment(LISTED), at(30 * 86400)
    sifted = sift(
        "P1", now.findings, in_force((case, *others)), SIDES, today=when.date(), policy=DEFAULT,
        ended=ended_elsewhere(case, others),
    )  # fmt: skip
    return after(case, renew(case, by(ENGINE, 30 * 86400), DEFAULT, assessment=now, sifted=sifted))


def weighed_anew(case: Case) -> Case:
    """The case after its finding weighs otherwise, so that the verdict on it is dropped."""
    now = assessment(replace(LISTED, bits=9.0))
    moved = after(case, renew(case, by(ENGINE, 90), DEFAULT, assessment=now))
    assert not moved.dispositions
    return moved


def test_a_word_outlives_the_finding_that_it_was_said_of() -> None:
    assert in_force((cleared(), weighed_anew(denied()))) == ()


def test_a_word_that_is_taken_back_counts_no_longer() -> None:
    said = denied()

    back = after(said, undo(said, by(RUTH, 65), DEFAULT))

    assert [one.id for one in in_force((cleared(), back))] == ["K1"]


def test_a_pair_that_was_told_apart_anew_is_quiet_again() -> None:
    said = judged(read(opened(LISTED), OLENA), OLENA, Verdict.UNSURE)

    anew = quieted(judged(said, OLENA, seconds=0.5), "K2")

    assert [one.id for one in in_force((anew,))] == ["K2"]


def test_it_comes_back_in_the_case_in_which_it_was_cleared_and_says_why() -> None:
    first = ruled(cleared(), OLENA, Ruling.GRANT)

    back = screened(first, denied())

    assert (first.state, back.state) == (State.DECIDED, State.OPEN)
    assert [one.why for one in back.changed.values()] == [LapseReason.ELSEWHERE]
    assert PAIR in back.to_judge


def test_so_it_does_where_the_clearance_itself_was_ended_elsewhere() -> None:
    first = ruled(cleared(), OLENA, Ruling.GRANT)
    second = cleared("C2", "K1")
    ended = after(second, withdraw(second, by(RUTH, 60), clearance="K1"))

    assert screened(first, ended).state is State.OPEN


def test_the_case_in_which_it_was_said_stays_as_it_is() -> None:
    said = denied()

    assert screened(said, cleared()) == said


def test_it_comes_back_once() -> None:
    back = screened(ruled(cleared(), OLENA, Ruling.GRANT), denied())
    told = ruled(judged(read(back, RUTH, seconds=31 * 86400), RUTH, seconds=31 * 86400), RUTH,
                 Ruling.GRANT, seconds=31 * 86400 + 60)  # fmt: skip

    assert screened(told, denied()) == told
