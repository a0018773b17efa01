"""How cases begin and come back."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from casework.desks import (
    AUDITOR,
    CLEAR,
    DOCUMENT,
    LISTED,
    OLENA,
    PABLO,
    PERSON,
    RUTH,
    UNSEEN,
    actor,
    after,
    assessment,
    at,
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
    FORM,
    Actor,
    Case,
    CasePolicy,
    Fields,
    Quiet,
    Role,
    Ruling,
    Sides,
    Sifted,
    State,
    Verdict,
    dispose,
    finding_id,
    fold,
    in_force,
    keep_quiet,
    open_case,
    renew,
    reopen,
    sift,
    undo,
)
from tamiz.casework.events import LapseReason
from tamiz.errors import CaseConflict, NotAllowed
from tamiz.model import Finding, Listed, OtherListing

MINE = Fields(names=("a",), birth_dates=("1988",))
THEIRS = Fields(names=("b",), birth_dates=("1970",))
SIDES = Sides(applicant=MINE, listed={"un-sc/QDi.1": THEIRS})


def quieted(case: Case | None = None) -> Case:
    """A granted case whose one pair is kept quiet."""
    case = judged(read(opened() if case is None else case, OLENA), OLENA)
    quiet = Quiet(id="K1", applicant=MINE, listed=THEIRS)
    case = after(
        case, keep_quiet(case, by(OLENA, 1), DEFAULT, finding=finding_id(LISTED), quiet=quiet)
    )
    return ruled(case, OLENA, Ruling.GRANT)


def screened_again(case: Case, sides: Sides, *found_now: Finding, days: int = 30) -> Case:
    """The case after another screening, that many days later."""
    now = assessment(*(found_now or (LISTED, CLEAR)))
    when = at(days * 86400)
    sifted = sift(
        "P1", now.findings, case.judged.clearances, sides, today=when.date(), policy=DEFAULT
    )
    return after(
        case, renew(case, by(ENGINE, days * 86400), DEFAULT, assessment=now, sifted=sifted)
    )


@pytest.mark.parametrize("days", range(1, 366, 26))
def test_a_cleared_pair_stays_quiet_while_nothing_changes(days: int) -> None:
    case = quieted()

    assert screened_again(case, SIDES, days=days) == case


def test_a_new_alias_brings_it_back_and_says_what_changed() -> None:
    theirs = replace(THEIRS, names=("b", "new alias"))

    case = screened_again(quieted(), Sides(applicant=MINE, listed={"un-sc/QDi.1": theirs}))

    assert case.state is State.OPEN
    assert len(case.to_judge) == 1
    (lapsed,) = case.changed.values()
    assert lapsed.why is LapseReason.CHANGED
    assert (lapsed.changes[0].field, lapsed.changes[0].added) == ("names", ("new alias",))
    assert (lapsed.cleared_by, lapsed.cleared_on) == ("olena", date(2026, 11, 26))
    assert case.dispositions == {}
    assert case.earlier[0].ruling is Ruling.GRANT


def test_a_change_of_the_applicants_own_brings_it_back() -> None:
    mine = replace(MINE, documents=("av9",))

    case = screened_again(quieted(), replace(SIDES, applicant=mine))

    assert case.state is State.OPEN
    assert [one.changes[0].side for one in case.changed.values()] == ["applicant"]


def test_it_comes_back_when_it_runs_out() -> None:
    case = screened_again(quieted(), SIDES, days=731)

    assert [one.why for one in case.changed.values()] == [LapseReason.EXPIRED]


def test_it_comes_back_when_a_side_cannot_be_read() -> None:
    case = screened_again(quieted(), replace(SIDES, listed={}))

    assert [one.why for one in case.changed.values()] == [LapseReason.NOT_COMPARABLE]


def test_it_stays_quiet_when_the_ids_of_the_party_merge() -> None:
    merged = Listed(
        source="eu-fsf", id="9", name="Listed One",
        also=(OtherListing(source="un-sc", id="QDi.1", name="Listed One"),),
    )  # fmt: skip
    sides = Sides(applicant=MINE, listed={"eu-fsf/9": THEIRS})

    case = screened_again(quieted(), sides, finding(listed=merged))

    assert case.state is State.DECIDED
    assert tuple(case.to_judge) == ()


def test_another_question_about_the_same_two_comes_up() -> None:
    case = screened_again(quieted(), SIDES, LISTED, finding("watchlist_documents", listed=PERSON))

    assert [one.check for one in case.to_judge.values()] == ["watchlist_documents"]
    assert case.state is State.OPEN


def test_a_new_case_of_the_same_person_knows_what_was_cleared() -> None:
    clearances = quieted().judged.clearances
    sifted = sift("P1", (LISTED,), clearances, SIDES, today=at().date(), policy=DEFAULT)

    case = fold(
        open_case(
            by(ENGINE), DEFAULT, case="C2", applicant="P1", compartment="north",
            assessment=assessment(LISTED), sifted=sifted,
        )
    )  # fmt: skip

    assert case.quiet == {finding_id(LISTED): "K1"}
    assert case.unsettled == ()


def test_the_newer_of_two_clearances_counts() -> None:
    (older,) = quieted().judged.clearances
    newer = replace(older, id="K2", until=older.until + timedelta(days=730))

    sifted = sift(
        "P1",
        (LISTED,),
        (older, newer),
        SIDES,
        today=older.until + timedelta(days=1),
        policy=DEFAULT,
    )

    assert sifted == Sifted(quiet={finding_id(LISTED): "K2"})


def test_policy_narrows_what_brings_it_back() -> None:
    theirs = replace(THEIRS, addresses=("elsewhere",))
    sides = Sides(applicant=MINE, listed={"un-sc/QDi.1": theirs})

    narrow = CasePolicy(material=("names", "birth_dates"))

    today, given = at().date(), quieted().judged.clearances
    assert sift("P1", (LISTED,), given, sides, today=today, policy=narrow).quiet
    assert sift("P1", (LISTED,), given, sides, today=today, policy=DEFAULT).lapses


def test_screening_that_says_the_same_changes_nothing() -> None:
    case = read(opened(LISTED, DOCUMENT), OLENA)
    assert LISTED.listed is not None
    newer = replace(
        LISTED, bits=3.9, listed=replace(LISTED.listed, content_date="2026-11-25", sha256="bb")
    )

    assert renew(case, by(ENGINE), DEFAULT, assessment=assessment(newer, DOCUMENT)) == ()


def test_a_weight_that_moved_much_is_to_be_judged_anew() -> None:
    case = judged(read(opened(), OLENA), OLENA)

    case = after(
        case, renew(case, by(ENGINE, 5), DEFAULT, assessment=assessment(replace(LISTED, bits=9.0)))
    )

    assert case.dispositions == {}


def test_verdicts_stand_on_what_still_says_the_same() -> None:
    case = judged(read(opened(LISTED, UNSEEN), OLENA), OLENA)

    case = after(case, renew(case, by(ENGINE, 5), DEFAULT, assessment=assessment(LISTED, DOCUMENT)))

    assert set(case.dispositions) == {finding_id(LISTED)}
    assert case.unsettled == (finding_id(DOCUMENT),)


@pytest.mark.parametrize(
    ("ruling", "state"), [(Ruling.GRANT, State.DECIDED), (Ruling.REFUSE, State.OPEN)]
)
def test_what_is_gone_reopens_a_refusal_and_no_grant(ruling: Ruling, state: State) -> None:
    case = ruled(judged(read(opened(), OLENA), OLENA), OLENA, ruling)
    case = looked(read(case, PABLO), PABLO, ruling) if case.state is State.PENDING else case

    case = after(case, renew(case, by(ENGINE, 500), DEFAULT, assessment=assessment(CLEAR)))

    assert case.state is state
    assert not case.to_judge


def test_a_clearance_that_ended_in_another_case_has_ended() -> None:
    first = quieted()
    lapsed = screened_again(first, replace(SIDES, listed={}))
    sifted = Sifted(quiet={finding_id(LISTED): "K1"})
    second = fold(
        open_case(
            by(ENGINE, 60), DEFAULT, case="C2", applicant="P1", compartment="north",
            assessment=assessment(LISTED), sifted=sifted,
        )
    )  # fmt: skip
    ended = judged_same(second)

    assert [one.id for one in in_force((first, second))] == ["K1"]
    assert in_force((lapsed,)) == ()
    assert in_force((first, ended)) == ()
    back = after(ended, undo(ended, by(OLENA, 95), DEFAULT))
    assert [one.id for one in in_force((first, back))] == ["K1"]


def judged_same(case: Case) -> Case:
    """The case after Olena said of what was quiet that it is so."""
    case = read(case, OLENA, seconds=70)
    said = dispose(
        case, by(OLENA, 90), DEFAULT, findings=(finding_id(LISTED),), verdict=Verdict.SAME,
        reason="the photograph is his",
    )  # fmt: skip
    return after(case, said)


def test_a_decided_case_is_reopened_with_a_reason() -> None:
    case = quieted()

    case = after(case, reopen(case, by(RUTH, 99), DEFAULT, reason="new letter of the unit"))

    assert case.state is State.OPEN
    assert case.earlier[0].maker == "olena"
    with pytest.raises(CaseConflict, match="decided case"):
        reopen(case, by(RUTH, 99), DEFAULT, reason="new letter of the unit")


@pytest.mark.parametrize("who", [AUDITOR, actor("s", Role.SYSTEM_ADMIN), FORM], ids=lambda w: w.id)
def test_nobody_else_opens_cases(who: Actor) -> None:
    with pytest.raises(NotAllowed):
        open_case(
            by(who), DEFAULT, case="C2", applicant="P1", compartment="north",
            assessment=assessment(LISTED),
        )  # fmt: skip


def test_the_verdict_same_ends_what_kept_the_pair_quiet() -> None:
    case = judged_same(
        fold(
            open_case(
                by(ENGINE, 60), DEFAULT, case="C2", applicant="P1", compartment="north",
                assessment=assessment(LISTED), sifted=Sifted(quiet={finding_id(LISTED): "K1"}),
            )
        )
    )  # fmt: skip

    assert [one.clearance for one in case.judged.lapsed] == ["K1"]
    assert case.quiet == {}
    assert case.unsettled == (finding_id(LISTED),)
