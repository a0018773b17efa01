"""What was observed of an applicant after they were screened, held against what they told."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from tamiz.checks import BACKGROUND, Context, run_check
from tamiz.model import Assessment, Dossier, Evidence, Finding, Observation, Outcome, Queue
from tamiz.screening.policy import Policy
from tamiz.screening.routing import route
from tamiz.wording import say

CHECK = "background_observation"  # the question asked of a human where no rule answers it
RULE = "observation"  # what sends to the queue whoever is there for an observation alone
FILED = "filed"  # how the place of an observation begins that stands in no file of applicants
_OPEN = (Outcome.CONCERN, Outcome.INDETERMINATE)
_URGENT = (Queue.ESCALATE, Queue.REVIEW, Queue.CLEAR)


def with_observed(
    found: Assessment, told: Sequence[Observation], dossier: Dossier | None, policy: Policy
) -> Assessment:
    """The findings, with what the rules about background say now that this was observed.

    The same again, where these observations were read before. Nothing else of the findings changes.

    Args:
        found: what screening found, or what this function made of it.
        told: everything that was filed of the applicant; the place of each begins with ``FILED``.
        dossier: what the applicant told; None if it is not kept: then that is the finding.
        policy: its thresholds and the queues that it chooses.
    """
    if not told:
        return found
    if dossier is None:
        return _unread(found, told)
    gone, fresh = _changed(dossier, told, policy)
    kept = [
        one for one in found.findings
        if one.check != CHECK and one not in gone and one not in fresh and not _quotes(one)
    ]  # fmt: skip
    if not any(one.outcome in _OPEN for one in (*kept, *fresh)):
        fresh = (*fresh, _question(_said("filed")))
    now = replace(_named(found, dossier), findings=(*kept, *fresh))
    return _routed(now, route(dossier, fresh, policy))


def asked_of_human(applicant: str) -> Assessment:
    """What an officer is asked about somebody of whom nothing was found, before any rule is asked."""
    asked = (_question(_said("filed")),)
    return Assessment(id=applicant, queue=Queue.REVIEW, rule=RULE, findings=asked)


def _changed(
    dossier: Dossier, told: Sequence[Observation], policy: Policy
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What the rules no longer say of the background, and what they say only now."""
    context = Context(thresholds=policy.thresholds, matcher=None)
    before = run_check(BACKGROUND, dossier, context)
    seen = replace(dossier, observations=(*dossier.observations, *told))
    after = run_check(BACKGROUND, seen, context)
    return _without(before, after), _without(after, before)


def _without(some: Iterable[Finding], others: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in some if one not in others)


def _unread(found: Assessment, told: Sequence[Observation]) -> Assessment:
    """What is quoted already stays; the rest could not be held against anything."""
    kept = [one for one in found.findings if one.check != CHECK]
    quoted = {
        evidence.other or evidence.applicant
        for one in kept if _quotes(one) for evidence in one.evidence
    }  # fmt: skip
    left = [_said("unread", one) for one in told if one.text not in quoted]
    asked = (_question(*left),) if left else ()
    return _routed(replace(found, findings=(*kept, *asked)), (Queue.REVIEW, RULE))


def _named(found: Assessment, dossier: Dossier) -> Assessment:
    """With the name and the row of the dossier, where nobody was screened by it."""
    names = dossier.identity.names
    if found.name or not names:
        return found
    return replace(found, name=names[0].text, row=dossier.origin.row)


def _routed(found: Assessment, routed: tuple[Queue, str]) -> Assessment:
    """The more urgent of two queues; of the same, the one it is in."""
    queue, rule = routed
    if _URGENT.index(queue) >= _URGENT.index(found.queue):
        return found
    return replace(found, queue=queue, rule=rule)


def _quotes(finding: Finding) -> bool:
    """Whether a finding rests on something that was filed."""
    return any(
        place.startswith(FILED)
        for one in finding.evidence
        for place in (one.field, one.other_field)
    )


def _said(code: str, one: Observation | None = None) -> Evidence:
    text, place = ("", "") if one is None else (one.text, one.field)
    return Evidence(
        feature="observation", code=f"background.observation.{code}", other=text, other_field=place
    )


def _question(*evidence: Evidence) -> Finding:
    """That the background must be looked at by a human."""
    return Finding(
        check=CHECK, version="2", outcome=Outcome.INDETERMINATE, question=say(f"question.{CHECK}"),
        evidence=evidence, basis="NATO AJP-2.1 (grading of sources)", next_step=say(f"next.{CHECK}"),
    )  # fmt: skip
