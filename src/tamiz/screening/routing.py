"""Sends a dossier to a queue: the first rule of the policy that applies decides."""

from collections.abc import Iterable

from tamiz.model import Dossier, Finding, Outcome, Queue
from tamiz.screening.fairness import folded
from tamiz.screening.policy import Policy, Rule

NO_RULE = "no_concern"  # what ``rule`` says of a dossier that no rule applies to


def route(dossier: Dossier, findings: Iterable[Finding], policy: Policy) -> tuple[Queue, str]:
    """The queue and the name of the rule that chose it."""
    found = tuple(findings)
    for rule in policy.rule:
        if any(_applies(rule, finding, dossier) for finding in found):
            return rule.queue, rule.name
    return Queue.CLEAR, NO_RULE


def _applies(rule: Rule, finding: Finding, dossier: Dossier) -> bool:
    """Whether all conditions of a rule hold for one finding; a clear answer never meets one."""
    return (
        finding.outcome in {Outcome.CONCERN, Outcome.INDETERMINATE}
        and rule.outcome in {None, finding.outcome}
        and rule.check in {"", finding.check}
        and _is_likely(rule, finding)
        and _is_strong(rule, finding)
        and _speaks(rule, finding)
        and _says(rule, dossier)
    )


def _is_likely(rule: Rule, finding: Finding) -> bool:
    if rule.probability_from is None:
        return True
    return finding.probability is not None and finding.probability >= rule.probability_from


def _is_strong(rule: Rule, finding: Finding) -> bool:
    """Whether a finding about documents is as strong as the rule asks, or stronger."""
    return not rule.strength or "" < finding.strength <= rule.strength


def _speaks(rule: Rule, finding: Finding) -> bool:
    """Whether evidence about the rule's feature speaks for the match.

    In a finding that weighs nothing, what the evidence is about is enough.
    """
    return not rule.feature or any(
        evidence.feature == rule.feature and (finding.bits is None or (evidence.bits or 0.0) > 0)
        for evidence in finding.evidence
    )


def _says(rule: Rule, dossier: Dossier) -> bool:
    """Whether a field of the dossier contains one of the rule's words."""
    if not rule.field:
        return True
    text = folded(getattr(dossier, rule.field))
    return any(folded(word) in text for word in rule.contains)
