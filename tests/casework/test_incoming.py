"""What comes in about an applicant, whatever state their case is in."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace

from casework.desks import (
    DOCUMENT,
    IVAN,
    MARTA,
    OLENA,
    PABLO,
    RUTH,
    after,
    at,
    by,
    finding,
    fresh,
    granted,
    judged,
    looked,
    opened,
    proposed,
    read,
    refused,
    ruled,
)
from tamiz.casework import (
    DEFAULT,
    FORM,
    Answer,
    Case,
    CaseKind,
    Opinion,
    Ruling,
    State,
    answer,
    appeal,
    decide,
    finding_id,
    fold,
    for_others,
    is_blind,
    observe,
    reopen,
    seen_by,
)
from tamiz.casework.events import Observed
from tamiz.errors import CaseConflict, NotAllowed

MINE = "My brother's phone."


def waiting() -> Case:
    return ruled(fresh(), OLENA, Ruling.ASK)


def escalated() -> Case:
    return ruled(fresh(), OLENA, Ruling.ESCALATE)


def answered(case: Case) -> Case:
    return after(case, answer(case, by(IVAN, 99), DEFAULT, text=MINE))


def observed(case: Case) -> Case:
    return after(case, observe(case, by(FORM, 900), DEFAULT, text="knew it all", grading="B2"))


STATES = [
    (fresh, State.OPEN),
    (waiting, State.OPEN),
    (escalated, State.ESCALATED),
    (proposed, State.OPEN),  # proposed without knowing it
    (refused, State.OPEN),
    (granted, State.OPEN),
]


@pytest.mark.parametrize(("case", "state"), STATES)
def test_an_answer_reaches_whoever_decides(case: Callable[[], Case], state: State) -> None:
    now = answered(case())

    assert (now.state, now.judged.looks, now.judged.asked) == (state, (), None)


def test_an_answer_is_kept_with_its_question() -> None:
    (kept,) = answered(waiting()).answers

    assert kept == Answer(question="what you told us does not agree", text=MINE, at=at(99))


def test_an_applicant_is_waited_for_as_long_as_policy_says() -> None:
    asked = waiting().judged.asked

    assert asked is not None
    assert asked.due == at(20) + timedelta(days=14)


@pytest.mark.parametrize("late", [True, False])
def test_a_case_that_comes_back_has_a_new_day_and_one_that_waited_its_own(late: bool) -> None:
    case = refused() if late else waiting()

    due = at(99) + timedelta(hours=72) if late else case.due

    assert answered(case).due == due


def petitioned(case: Case) -> Case:
    """The case after an appeal came too early to open one of its own."""
    told = appeal(case, by(IVAN, 99), DEFAULT, opens="C9", kind=CaseKind.APPEAL, text=MINE)
    return after(case, told)


@pytest.mark.parametrize("before", [fresh, waiting, escalated])
@pytest.mark.parametrize("comes", [answered, observed, petitioned])
def test_nobody_decides_without_having_seen_what_came_in_meanwhile(
    before: Callable[[], Case], comes: Callable[[Case], Case]
) -> None:
    case = before()
    who = RUTH if case.state is State.ESCALATED else PABLO
    said = Opinion(ruling=Ruling.REFUSE, reason="as found", told=MINE, seen=case.grounds)

    with pytest.raises(CaseConflict, match="changed after you opened the page"):
        decide(comes(case), by(who, 1000), DEFAULT, said)


def test_where_nothing_came_in_a_decision_is_bound_to_the_evidence() -> None:
    assert fresh().grounds == fresh().evidence


def test_the_second_officer_reads_what_the_applicant_answered_and_others_saw() -> None:
    case = ruled(observed(answered(waiting())), OLENA, Ruling.REFUSE, seconds=1000)

    shown = seen_by(case, PABLO)

    assert is_blind(case, PABLO)
    assert [one.text for one in shown.answers] == [MINE]
    assert [(one.text, one.grading) for one in shown.observations] == [("knew it all", "B2")]


def contested() -> tuple[Case, Case]:
    """A refusal that was contested and then reopened and proposed anew; and the correction, pending."""
    first = refused()
    told = appeal(first, by(IVAN, 900), DEFAULT, opens="C9", kind=CaseKind.CORRECTION, text=MINE)
    second = fold([one for one in told if one.case == "C9"])
    first = after(first, tuple(one for one in told if one.case == "C1"))
    first = after(first, reopen(first, by(RUTH, 950), DEFAULT, reason="a letter"))
    return (
        ruled(first, OLENA, Ruling.REFUSE, seconds=990),
        ruled(read(second, RUTH), RUTH, Ruling.REFUSE, seconds=990),
    )


def test_ties_to_a_contested_decision_would_tell_the_second_officer_how_it_ended() -> None:
    first, second = contested()

    shown = seen_by(first, RUTH), seen_by(second, OLENA)

    assert [(one.about, one.appeals, one.barred) for one in shown] == [("", (), frozenset())] * 2
    assert shown[1].text == MINE


@pytest.mark.parametrize("kind", [CaseKind.APPEAL, CaseKind.CORRECTION])
def test_an_appeal_is_a_case_of_its_own_with_a_deadline_and_other_officers(kind: CaseKind) -> None:
    first = refused()

    events = appeal(first, by(IVAN, 900), DEFAULT, opens="C9", kind=kind, text=MINE)
    second = fold(events[1:])

    assert [one.opens for one in after(first, events[:1]).appeals] == ["C9"]
    assert (second.kind, second.about, second.text) == (kind, "C1", MINE)
    assert second.due == at(900) + timedelta(days=30)
    assert second.barred == {"olena", "pablo"}
    with pytest.raises(NotAllowed, match="judged case C1"):
        judged(read(second, OLENA), OLENA)
    assert judged(read(second, RUTH), RUTH).dispositions


def test_who_judges_a_case_after_it_was_contested_does_not_judge_what_contests_it() -> None:
    first = refused()
    (told, begins) = appeal(
        first, by(IVAN, 900), DEFAULT, opens="C9", kind=CaseKind.APPEAL, text=MINE
    )
    first = after(first, (told,))
    first = after(first, reopen(first, by(OLENA, 950), DEFAULT, reason="a letter"))
    first = judged(first, RUTH, seconds=990)

    second = for_others(fold([begins]), first)

    assert second.barred == {"olena", "pablo", "ruth"}


def test_an_appeal_before_anything_is_decided_stands_in_the_case_and_opens_nothing() -> None:
    case = proposed()

    events = appeal(case, by(IVAN), DEFAULT, opens="C9", kind=CaseKind.APPEAL, text=MINE)

    assert [one.case for one in events] == ["C1"]
    assert [(one.opens, one.text) for one in after(case, events).appeals] == [("", MINE)]


def test_an_appeal_against_a_decision_that_was_reopened_meanwhile_goes_to_others() -> None:
    """The letter has left; whoever wrote it would judge the appeal against it."""
    case = refused()
    case = after(case, reopen(case, by(RUTH, 900), DEFAULT, reason="a letter came"))

    told = appeal(case, by(IVAN, 950), DEFAULT, opens="C9", kind=CaseKind.APPEAL, text=MINE)

    assert [one.case for one in told] == ["C1", "C9"]
    assert fold(told[1:]).barred == {"olena", "pablo"}


def test_nobody_undoes_the_decision_about_their_own_decision() -> None:
    told = appeal(refused(), by(IVAN, 900), DEFAULT, opens="C9", kind=CaseKind.APPEAL, text=MINE)
    second = judged(read(fold(told[1:]), RUTH, MARTA, seconds=901), RUTH, seconds=950)
    second = ruled(second, RUTH, Ruling.GRANT, seconds=960)
    second = looked(second, MARTA, Ruling.GRANT, seconds=990)

    with pytest.raises(NotAllowed, match="judged case C1"):
        reopen(second, by(OLENA, 1000), DEFAULT, reason="it was right as it was")
    assert reopen(second, by(MARTA, 1000), DEFAULT, reason="a letter came")


def test_what_is_contested_is_not_taken_back_as_a_slip() -> None:
    case = granted()
    told, _begins = appeal(
        case, by(IVAN, 21), DEFAULT, opens="C9", kind=CaseKind.CORRECTION, text=MINE
    )

    assert after(case, (told,)).undoable is None


def test_an_observation_brings_a_decided_case_back() -> None:
    case = observed(granted())

    assert (case.state, case.due) == (State.OPEN, at(900) + timedelta(hours=72))
    assert case.observations[0].grading == "B2"


def test_an_observation_voids_what_is_proposed() -> None:
    case = observed(proposed())

    assert (case.state, case.judged.looks) == (State.OPEN, ())


def test_an_observation_asks_anew_about_the_background_and_about_nothing_else() -> None:
    background = finding("background_skill")
    case = judged(read(opened(background, DOCUMENT), OLENA), OLENA)

    after_it = observed(case)

    assert set(case.dispositions) == {finding_id(background), finding_id(DOCUMENT)}
    assert set(after_it.dispositions) == {finding_id(DOCUMENT)}


@pytest.mark.parametrize(
    ("seen", "is_taken"), [(-400, True), (0, True), (1, True), (2, False), (400, False)]
)
def test_nothing_was_seen_on_a_day_to_come(seen: int, *, is_taken: bool) -> None:
    """A day that has begun somewhere is not to come: the rule does not know where the unit is."""
    noon = replace(by(FORM), at=by(FORM).at.replace(hour=12))
    day = noon.at.date() + timedelta(days=seen)
    if not is_taken:
        with pytest.raises(CaseConflict, match=day.isoformat()):
            observe(opened(), noon, DEFAULT, text="knew it all", grading="B2", seen=day)
        return

    (event,) = observe(opened(), noon, DEFAULT, text="knew it all", grading="B2", seen=day)

    assert isinstance(event, Observed)
    assert event.seen == day


@pytest.mark.parametrize("grading", ["", "B", "2B", "G1", "A7", "B2 "])
def test_an_observation_is_graded(grading: str) -> None:
    with pytest.raises(CaseConflict, match="grading"):
        observe(opened(), by(FORM), DEFAULT, text="knew it all", grading=grading)
