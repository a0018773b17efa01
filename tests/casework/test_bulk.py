"""Many cases at once: each by the same rules, each told apart."""

from casework.desks import LISTED, OLENA, PABLO, by, judged, looked, opened, read, ruled
from tamiz.casework import (
    DEFAULT,
    Opinion,
    Ruling,
    State,
    Verdict,
    Why,
    decide,
    dispose,
    each,
    finding_id,
    fold,
)
from tamiz.errors import CaseConflict


def test_one_that_is_refused_holds_up_no_other() -> None:
    cases = [judged(read(opened(name=f"C{n}"), OLENA), OLENA) for n in range(3)]
    cases[1] = ruled(cases[1], OLENA, Ruling.GRANT)

    rows = each(
        cases,
        lambda case: decide(
            case, by(OLENA, 30), DEFAULT, bulk="B1",
            opinion=Opinion(ruling=Ruling.GRANT, reason="as found", seen=case.grounds),
        ),
    )  # fmt: skip

    assert [row.case.id for row in rows] == ["C0", "C1", "C2"]
    assert [bool(row.events) for row in rows] == [True, False, True]
    assert isinstance(rows[1].refused, CaseConflict)


def test_a_case_decided_in_bulk_waits_for_a_second_officer() -> None:
    case = ruled(judged(read(opened(), OLENA), OLENA), OLENA, Ruling.GRANT, bulk="B1")

    assert case.state is State.PENDING
    decided = looked(read(case, PABLO), PABLO, Ruling.GRANT)
    assert decided.decision is not None
    assert (decided.decision.why, decided.decision.bulk) == ((Why.BULK,), "B1")


def test_a_verdict_given_in_bulk_is_recorded_on_each_case() -> None:
    cases = [read(opened(name=f"C{n}"), OLENA) for n in range(6)]

    rows = each(
        cases,
        lambda case: dispose(
            case, by(OLENA), DEFAULT, findings=(finding_id(LISTED),), verdict=Verdict.DIFFERENT,
            reason="one phone of the parish", bulk="B2",
        ),
    )  # fmt: skip

    after = [fold(row.events, row.case) for row in rows]
    assert [case.dispositions[finding_id(LISTED)].bulk for case in after] == ["B2"] * 6
