"""The first rule that applies to any finding decides; a clear answer never meets a rule."""

import pytest

from tamiz.model import Dossier, Evidence, Finding, Outcome, Queue
from tamiz.screening.policy import Policy, Rule
from tamiz.screening.routing import NO_RULE, route

DRONES = Dossier(id="A1", course="Operador de drones (FPV)")


def finding(
    outcome: Outcome = Outcome.CONCERN,
    *,
    check: str = "watchlist_person",
    probability: float | None = 0.7,
    feature: str = "name",
    bits: float | None = 3.0,
) -> Finding:
    return Finding(
        check=check,
        version="1",
        question="?",
        outcome=outcome,
        evidence=(Evidence(feature=feature, code="c", bits=bits),),
        basis="b",
        probability=probability,
        bits=bits,
    )


ANY = Rule(name="any", queue=Queue.REVIEW)


@pytest.mark.parametrize(
    ("rule", "applies"),
    [
        (Rule(name="r", queue=Queue.ESCALATE), True),
        (Rule(name="r", queue=Queue.ESCALATE, check="watchlist_person"), True),
        (Rule(name="r", queue=Queue.ESCALATE, check="shared_document"), False),
        (Rule(name="r", queue=Queue.ESCALATE, outcome=Outcome.CONCERN), True),
        (Rule(name="r", queue=Queue.ESCALATE, outcome=Outcome.INDETERMINATE), False),
        (Rule(name="r", queue=Queue.ESCALATE, probability_from=0.7), True),
        (Rule(name="r", queue=Queue.ESCALATE, probability_from=0.71), False),
        (Rule(name="r", queue=Queue.ESCALATE, feature="name"), True),
        (Rule(name="r", queue=Queue.ESCALATE, feature="identifier"), False),
        (Rule(name="r", queue=Queue.ESCALATE, field="course", contains=("DRÓN",)), True),
        (Rule(name="r", queue=Queue.ESCALATE, field="course", contains=("medic",)), False),
        (Rule(name="r", queue=Queue.ESCALATE, field="motivation", contains=("dron",)), False),
    ],
)
def test_every_condition_of_a_rule_must_hold(rule: Rule, applies: bool) -> None:
    policy = Policy(version="1", rule=(rule, ANY))

    expected = (Queue.ESCALATE, "r") if applies else (Queue.REVIEW, "any")
    assert route(DRONES, [finding()], policy) == expected


def test_the_first_rule_decides_even_if_a_later_one_is_stricter() -> None:
    policy = Policy(version="1", rule=(ANY, Rule(name="late", queue=Queue.ESCALATE)))

    assert route(DRONES, [finding()], policy) == (Queue.REVIEW, "any")


def test_conditions_are_not_put_together_from_several_findings() -> None:
    rule = Rule(name="r", queue=Queue.ESCALATE, check="shared_document", probability_from=0.5)
    policy = Policy(version="1", rule=(rule,))
    findings = [finding(), finding(check="shared_document", probability=0.1)]

    assert route(DRONES, findings, policy) == (Queue.CLEAR, NO_RULE)


def test_evidence_against_does_not_count_as_speaking_for_a_match() -> None:
    rule = Rule(name="r", queue=Queue.ESCALATE, feature="birth_date")
    policy = Policy(version="1", rule=(rule,))

    assert route(DRONES, [finding(feature="birth_date", bits=-4.0)], policy)[0] is Queue.CLEAR


def test_in_a_finding_that_weighs_nothing_the_subject_of_the_evidence_is_enough() -> None:
    rule = Rule(name="r", queue=Queue.ESCALATE, feature="identifier")
    policy = Policy(version="1", rule=(rule,))

    assert route(DRONES, [finding(feature="identifier", bits=None)], policy)[1] == "r"


def test_a_finding_without_a_probability_reaches_none() -> None:
    rule = Rule(name="r", queue=Queue.ESCALATE, probability_from=0.0)
    policy = Policy(version="1", rule=(rule,))

    assert route(DRONES, [finding(probability=None)], policy)[0] is Queue.CLEAR


@pytest.mark.parametrize("outcome", [Outcome.CLEAR, Outcome.NOT_APPLICABLE])
def test_clear_answers_meet_no_rule(outcome: Outcome) -> None:
    assert route(DRONES, [finding(outcome)], Policy(version="1", rule=(ANY,))) == (
        Queue.CLEAR,
        NO_RULE,
    )
