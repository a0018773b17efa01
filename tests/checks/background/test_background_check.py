"""All rules about background together, and what the sensitivity of a course changes."""

import pytest
from msgspec.structs import replace

from checks.background.stories import FPV, NOBODY, applicant, checked, concerns, served
from tamiz.checks.background.parts import PARTS
from tamiz.checks.background.registry import RULES, rules_for
from tamiz.checks.background.rule import Rule
from tamiz.checks.check import Context, Thresholds
from tamiz.checks.courses import Course, Sensitivity
from tamiz.model import Outcome
from tamiz.wording import Language, catalogue

BACKWARDS = served("army", "2018", "2014")  # a hint
LONG = served("infantry, 30 years")  # another rule's hint, of somebody of 36


def test_one_hint_holds_nobody_up() -> None:
    assert [one.outcome for one in checked(applicant(BACKWARDS))] == [Outcome.CLEAR]


def test_hints_of_two_rules_are_a_concern() -> None:
    assert concerns(applicant(BACKWARDS, LONG)) == ["background_dates", "background_experience"]


def test_two_hints_of_one_rule_are_one() -> None:
    assert concerns(applicant(BACKWARDS, served("navy", "2010", "2005"))) == []


def test_one_hint_is_shown_where_the_course_is_of_high_sensitivity() -> None:
    assert concerns(applicant(BACKWARDS, course=FPV)) == ["background_dates"]


def test_a_unit_may_lower_the_sensitivity_of_a_course() -> None:
    row = Course(contains=("FPV",), sensitivity=Sensitivity.LOW)
    context = Context(thresholds=Thresholds(courses=(row,)), matcher=None)

    assert concerns(applicant(BACKWARDS, course=FPV), context) == []


def test_what_is_in_order_stands_apart_where_there_is_a_concern() -> None:
    concern, last = checked(
        applicant(served("army", "1980", "1984"), served("navy", "2012", "2014"))
    )

    assert (concern.outcome, concern.strength) == (Outcome.CONCERN, "A")
    assert last.outcome is Outcome.NOT_APPLICABLE


def test_who_tells_nothing_is_not_asked() -> None:
    (only,) = checked(replace(applicant(), identity=replace(applicant().identity, birth_dates=())))

    assert only.outcome is Outcome.NOT_APPLICABLE


def test_a_rule_that_breaks_off_is_indeterminate(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(story: object, context: Context) -> None:
        raise ZeroDivisionError(story, context)

    fault = replace(RULES[0], run=broken)
    monkeypatch.setattr("tamiz.checks.background.check.rules_for", lambda _: (fault,))

    assert [one.outcome for one in checked(applicant(), NOBODY)] == [Outcome.INDETERMINATE]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("language", Language)
def test_every_rule_has_its_sentences(rule: Rule, language: Language) -> None:
    needed = {f"{kind}.{rule.name}" for kind in ("question", "label", "next")}

    assert needed <= set(catalogue(language))


def test_no_two_rules_have_one_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_says_where_it_comes_from_and_how_often_it_errs(rule: Rule) -> None:
    assert rule.name.startswith("background_")
    assert rule.basis
    assert rule.needs
    assert rule.false_alarms


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_reads_parts_that_a_dossier_has(rule: Rule) -> None:
    assert set(rule.reads) <= set(PARTS)


def test_of_who_tells_no_part_only_others_are_asked() -> None:
    assert {rule.name for rule in rules_for(())} == {
        "background_told_before", "background_said_dead",
    }  # fmt: skip
