"""Whose opinion of a case did not stand keeps no pair of it quiet."""

from collections.abc import Callable

import pytest

from casework.desks import (
    DOCUMENT,
    LISTED,
    MARTA,
    OLENA,
    PABLO,
    RUTH,
    UNSEEN,
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
    Actor,
    Case,
    Fields,
    Quiet,
    Ruling,
    Sides,
    ended_elsewhere,
    finding_id,
    in_force,
    keep_quiet,
    renew,
    seen_by,
    sift,
)
from tamiz.casework.events import LapseReason

MINE, THEIRS = Fields(names=("a",)), Fields(names=("b",))
SIDES = Sides(applicant=MINE, listed={"un-sc/QDi.1": THEIRS})
PAIR = finding_id(LISTED)


def cleared(who: Actor = OLENA) -> Case:
    """A case in which somebody told the pair apart and keeps it quiet."""
    case = judged(read(opened(LISTED, DOCUMENT), OLENA, PABLO, RUTH, MARTA), who)
    quiet = Quiet(id="K1", applicant=MINE, listed=THEIRS)
    return after(case, keep_quiet(case, by(who, 1), DEFAULT, finding=PAIR, quiet=quiet))


def proposed(ruling: Ruling, *, cleared_by: Actor = OLENA) -> Case:
    """Olena proposes so, having cleared the pair or relying on whoever did."""
    return ruled(cleared(cleared_by), OLENA, ruling, sampled=True)


def disagreed(ruling: Ruling, other: Ruling) -> Case:
    return looked(proposed(ruling), PABLO, other)


STAYS = [
    pytest.param(cleared, id="nothing decided"),
    pytest.param(lambda: proposed(Ruling.GRANT), id="a grant proposed"),
    pytest.param(lambda: looked(proposed(Ruling.GRANT), PABLO, Ruling.GRANT), id="both grant"),
    pytest.param(lambda: looked(proposed(Ruling.REFUSE), PABLO, Ruling.REFUSE), id="both refuse"),
    pytest.param(
        lambda: ruled(disagreed(Ruling.REFUSE, Ruling.GRANT), RUTH, Ruling.REFUSE, seconds=90),
        id="a senior refuses as they did",
    ),
    pytest.param(
        lambda: ruled(disagreed(Ruling.REFUSE, Ruling.GRANT), RUTH, Ruling.GRANT, seconds=90),
        id="a senior is milder than they were",
    ),
]
ENDS = [
    pytest.param(lambda: disagreed(Ruling.GRANT, Ruling.REFUSE), id="the second would refuse"),
    pytest.param(lambda: disagreed(Ruling.GRANT, Ruling.ESCALATE), id="the second is unsure"),
    pytest.param(
        lambda: ruled(disagreed(Ruling.GRANT, Ruling.REFUSE), RUTH, Ruling.REFUSE, seconds=90),
        id="a senior refuses",
    ),
    pytest.param(
        lambda: looked(
            ruled(ruled(cleared(), OLENA, Ruling.ESCALATE), RUTH, Ruling.REFUSE, seconds=40),
            MARTA,
            Ruling.REFUSE,
        ),
        id="two others refuse",
    ),
    pytest.param(
        lambda: looked(proposed(Ruling.GRANT, cleared_by=RUTH), PABLO, Ruling.REFUSE),
        id="the second does not go by what another told apart",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", STAYS)
def test_who_was_not_overruled_keeps_a_pair_quiet(case: Callable[[], Case]) -> None:
    assert [one.id for one in in_force((case(),))] == ["K1"]


@pytest.mark.parametrize("case", ENDS)
def test_who_was_overruled_keeps_none_quiet(case: Callable[[], Case]) -> None:
    assert in_force((case(),)) == ()


@pytest.mark.parametrize("case", ENDS)
def test_it_comes_back_in_the_person_s_other_cases(case: Callable[[], Case]) -> None:
    over = case()
    other = opened(LISTED, name="C2")
    sifted = sift(
        "P1", (LISTED,), in_force((over, other)), SIDES, today=at().date(), policy=DEFAULT,
        ended=ended_elsewhere(other, (over,)),
    )  # fmt: skip

    assert sifted.quiet == {}


def test_the_case_says_why_and_a_later_second_officer_does_not_read_it() -> None:
    case = disagreed(Ruling.GRANT, Ruling.REFUSE)
    found = assessment(LISTED, DOCUMENT, UNSEEN)
    moved = after(case, renew(case, by(ENGINE, 70), DEFAULT, assessment=found))

    waiting = ruled(read(moved, RUTH), RUTH, Ruling.REFUSE, seconds=90)

    assert [one.why for one in waiting.changed.values()] == [LapseReason.OVERRULED]
    assert seen_by(waiting, MARTA).changed == {}
