"""What was observed since the screening, held against what the applicant told."""

import pytest
from msgspec.structs import replace

from checks.background.stories import FPV, NOBODY, applicant
from checks.documents.applicants import day
from tamiz.checks import BACKGROUND, run_check
from tamiz.model import Assessment, Dossier, Evidence, Finding, Observation, Outcome, Queue
from tamiz.screening import load_policy
from tamiz.screening.observed import CHECK, asked_of_human, with_observed

POLICY = load_policy().policy
EXPERT = "instructor notes expert knowledge of FPV drones and fuses"
OTHER = Finding(
    check="watchlist_person", version="1", question="Is it them?", outcome=Outcome.CONCERN,
    evidence=(Evidence(feature="name", code="name.same"),), basis="invented",
)  # fmt: skip


def beginner(skill: str = "beginner") -> Dossier:
    return replace(applicant(course=FPV), skill=skill)


def screened(dossier: Dossier, *beside: Finding) -> Assessment:
    """What the rules about background said before anything was observed."""
    found = run_check(BACKGROUND, dossier, NOBODY)
    queue = Queue.REVIEW if beside else Queue.CLEAR
    return Assessment(id=dossier.id, queue=queue, rule="r", findings=(*beside, *found))


def noted(text: str = EXPERT, *, at: int = 1, grading: str = "B2") -> Observation:
    return Observation(text=text, day=day("2026-03-20"), grading=grading, field=f"filed {at}")


def opened(found: Assessment) -> list[str]:
    """The checks of what is to be judged."""
    return [
        one.check for one in found.findings
        if one.outcome in {Outcome.CONCERN, Outcome.INDETERMINATE}
    ]  # fmt: skip


def test_an_expert_who_declared_to_be_a_beginner_is_a_concern_for_an_officer() -> None:
    now = with_observed(screened(beginner()), [noted()], beginner(), POLICY)

    assert (opened(now), now.queue) == (["background_skill"], Queue.REVIEW)


def test_the_finding_quotes_the_observation_and_its_grades() -> None:
    now = with_observed(screened(beginner()), [noted()], beginner(), POLICY)

    first, grades = now.findings[-1].evidence
    assert (first.applicant, first.other) == ("beginner", EXPERT)
    assert grades.params == {"source": "B", "word": "2"}


@pytest.mark.parametrize("dossier", [beginner(), None])
def test_the_same_observations_again_change_nothing(dossier: Dossier | None) -> None:
    once = with_observed(screened(beginner(), OTHER), [noted()], dossier, POLICY)

    assert with_observed(once, [noted()], dossier, POLICY) == once


def test_what_else_was_found_stays() -> None:
    now = with_observed(screened(beginner(), OTHER), [noted()], beginner(), POLICY)

    assert opened(now) == ["watchlist_person", "background_skill"]


def test_a_second_observation_is_a_finding_of_its_own() -> None:
    once = with_observed(screened(beginner()), [noted()], beginner(), POLICY)
    twice = with_observed(once, [noted(), noted("es un experto", at=2)], beginner(), POLICY)

    assert opened(twice) == ["background_skill", "background_skill"]


def test_where_nothing_is_kept_of_what_was_told_that_is_the_question() -> None:
    now = with_observed(screened(beginner()), [noted()], None, POLICY)

    assert (opened(now), now.queue) == ([CHECK], Queue.REVIEW)
    assert now.findings[-1].evidence[0].code == "background.observation.unread"
    assert now.findings[-1].evidence[0].other == EXPERT


def test_the_question_goes_once_the_rules_could_be_asked() -> None:
    unread = with_observed(screened(beginner()), [noted()], None, POLICY)

    now = with_observed(unread, [noted()], beginner(), POLICY)

    assert opened(now) == ["background_skill"]


def test_a_finding_on_an_observation_outlives_the_file_it_was_made_from() -> None:
    once = with_observed(screened(beginner()), [noted()], beginner(), POLICY)

    now = with_observed(once, [noted(), noted("good comrade", at=2)], None, POLICY)

    assert opened(now) == ["background_skill", CHECK]
    assert [one.other for one in now.findings[-1].evidence] == ["good comrade"]


def test_what_no_rule_understands_is_a_question_for_whom_nothing_else_is() -> None:
    now = with_observed(screened(beginner()), [noted("good comrade")], beginner(), POLICY)

    assert opened(now) == opened(asked_of_human("B-0001")) == [CHECK]


def test_what_no_rule_understands_adds_no_question_to_others() -> None:
    now = with_observed(screened(beginner(), OTHER), [noted("good comrade")], beginner(), POLICY)

    assert opened(now) == ["watchlist_person"]


def test_nothing_observed_changes_nothing() -> None:
    found = screened(beginner(), OTHER)

    assert with_observed(found, [], None, POLICY) == found
