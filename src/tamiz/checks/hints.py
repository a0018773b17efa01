"""What the answers of many rules make together: a hint is a concern only beside another rule's.

A faint hint, such as a date on a Sunday, is told only beside a firm concern.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from tamiz.checks.check import Context
from tamiz.checks.rule import Answer, Rule, Strength
from tamiz.model import Evidence, Finding, Outcome

Subject = TypeVar("Subject")
_TOLD = (Outcome.CONCERN, Outcome.INDETERMINATE)
HINTS = 2  # of different rules make a concern


class Told(NamedTuple):
    """What answers make together: findings, what is in order, and what nobody could compare."""

    findings: tuple[Finding, ...]
    in_order: tuple[Evidence, ...]
    unknown: tuple[Evidence, ...]


def asked(
    rules: Iterable[Rule[Subject]], subject: Subject, context: Context
) -> tuple[list[tuple[Rule[Subject], Answer]], list[Finding]]:
    """What every rule answers; and a finding for each that broke off."""
    answers: list[tuple[Rule[Subject], Answer]] = []
    failed: list[Finding] = []
    for rule in rules:
        try:
            for answer in rule.run(subject, context):
                answers.append((rule, answer))  # noqa: PERF401 - what comes before a fault counts
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the officer must see it
            failed.append(rule.failed(error))
    return answers, failed


def told(answers: Sequence[tuple[Rule[Subject], Answer]], *, enough: int = HINTS) -> Told:
    """The findings that answers make together, and the evidence that is none by itself.

    Hints of so many different rules as are ``enough`` make a concern.
    """
    is_alone = _is_alone(answers, enough)
    found: list[Finding] = []
    in_order: list[Evidence] = []
    unknown: list[Evidence] = []
    for rule, answer in answers:
        if answer.outcome is Outcome.CLEAR:
            in_order.append(answer.evidence)
            continue
        is_hint = answer.outcome is Outcome.CONCERN and not _is_firm(rule, answer)
        if answer.outcome in _TOLD and not (is_hint and is_alone):
            found.append(rule.answered(answer))
        elif answer.outcome is Outcome.NOT_APPLICABLE:
            unknown.append(answer.evidence)
        else:
            in_order.append(answer.evidence)
    return Told(tuple(found), tuple(in_order), tuple(unknown))


def _is_alone(answers: Sequence[tuple[Rule[Subject], Answer]], enough: int) -> bool:
    """Whether a hint has no firm concern beside it, and too few hints of other rules."""
    odd = [told for told in answers if told[1].outcome is Outcome.CONCERN]
    if not odd:
        return True
    firm = any(_is_firm(rule, answer) for rule, answer in odd)
    return not firm and len({rule.name for rule, _ in odd if not rule.is_faint}) < enough


def _is_firm(rule: Rule[Subject], answer: Answer) -> bool:
    strength = answer.strength or rule.strength
    return answer.outcome is Outcome.CONCERN and strength is not Strength.C
