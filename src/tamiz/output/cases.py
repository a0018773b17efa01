"""Which applicants the report shows, in which order, and what it shows of each."""

import heapq
from collections.abc import Iterable, Iterator

from msgspec import Struct

from tamiz.model import Assessment, Finding, Outcome, Queue
from tamiz.output.sides import Side, side_by_side
from tamiz.output.waterfall import Step, waterfall

# More cases than this no officer works off in one sitting and no browser shows at ease (about
# 15 MB); the rest stand in findings.csv, and the page says so.
MOST_CASES = 1_000
# A concern without a probability is a fact (a listed person's passport); how much it proves is told
# by its strength, if it has one.
_UNNUMBERED = {"": 1.0, "A": 1.0, "B": 0.8, "C": 0.3}
# That somebody applied again after a refusal is sure, and little by itself.
_LESSER = {"applied_before": 0.3}
_URGENCY = {Queue.ESCALATE: 0, Queue.REVIEW: 1, Queue.CLEAR: 2}
_WEIGHT = {
    Outcome.CONCERN: 0,
    Outcome.INDETERMINATE: 1,
    Outcome.CLEAR: 2,
    Outcome.NOT_APPLICABLE: 3,
}


class Selection(Struct, frozen=True, kw_only=True):
    """The cases that are shown, most urgent first, and how many would need to be."""

    shown: tuple[Assessment, ...]
    total: int


class FindingView(Struct, frozen=True, kw_only=True):
    """One finding and what is drawn of it; ``steps`` is empty where nothing is weighed."""

    finding: Finding
    sides: tuple[Side, ...]
    steps: tuple[Step, ...]


class CaseView(Struct, frozen=True, kw_only=True):
    """One applicant: ``answers`` are shown whole, ``also`` only named.

    ``sources`` are the lists on which the parties of the answers stand.
    """

    anchor: str
    assessment: Assessment
    name: str
    headline: Finding | None
    answers: tuple[FindingView, ...]
    also: tuple[Finding, ...]
    sources: tuple[str, ...]


def select(assessments: Iterable[Assessment], most: int = MOST_CASES) -> Selection:
    """The most urgent cases of a run of any length; only ``most`` are kept in memory."""
    total = 0

    def counted() -> Iterator[Assessment]:
        nonlocal total
        for assessment in assessments:
            if needs_attention(assessment):
                total += 1
                yield assessment

    shown = tuple(heapq.nsmallest(most, counted(), key=urgency))
    return Selection(shown=shown, total=total)


def needs_attention(assessment: Assessment) -> bool:
    """Whether a person must look: not clear, or something that could not be checked."""
    return assessment.queue is not Queue.CLEAR or any(
        finding.outcome is Outcome.INDETERMINATE for finding in assessment.findings
    )


def case_view(assessment: Assessment, anchor: str) -> CaseView:
    """What the page shows of one applicant."""
    findings = sorted(assessment.findings, key=_importance)
    needed = {Outcome.CONCERN, Outcome.INDETERMINATE}
    answers = [finding for finding in findings if finding.outcome in needed]
    return CaseView(
        anchor=anchor,
        assessment=assessment,
        name=assessment.name or _name_in(findings),
        headline=findings[0] if findings else None,
        answers=tuple(map(_finding_view, answers)),
        also=tuple(f for f in findings if f.outcome not in needed),
        sources=tuple(dict.fromkeys(source for f in answers for source in _sources(f))),
    )


def _sources(finding: Finding) -> Iterator[str]:
    if finding.listed is not None:
        yield finding.listed.source
        yield from (other.source for other in finding.listed.also)


def _finding_view(finding: Finding) -> FindingView:
    return FindingView(
        finding=finding,
        sides=side_by_side(finding.evidence),
        steps=waterfall(finding.evidence, finding.bits),
    )


def _name_in(findings: list[Finding]) -> str:
    """The applicant's name as evidence quotes it, where the assessment does not say."""
    names = (e.applicant for f in findings for e in f.evidence if e.feature == "name")
    return next((name for name in names if name), "")


def urgency(assessment: Assessment) -> tuple[int, float, float, str]:
    """The queue, how many questions are likely answered with a concern, and how much evidence says so.

    Of two that are as good as sure (1.0) the one of which more is known comes first.
    """
    likeliest: dict[str, float] = {}
    bits = 0.0
    for one in assessment.findings:
        likely = _probability(one)
        likeliest[one.check] = max(likeliest.get(one.check, 0.0), likely)
        bits += _known(one) * likely
    likely = round(sum(likeliest.values()), 2)
    return _URGENCY[assessment.queue], -likely, -round(bits, 2), assessment.id


def _known(finding: Finding) -> float:
    """How many bits speak for a finding: their sum, or what its evidence weighs, if none was made."""
    if finding.bits is not None:
        return max(finding.bits, 0.0)
    return sum(max(one.bits or 0.0, 0.0) for one in finding.evidence)


def _importance(finding: Finding) -> tuple[int, float, str]:
    """The strong ones first: no strength before A, and hints last."""
    return _WEIGHT[finding.outcome], -_probability(finding), finding.strength


def _probability(finding: Finding) -> float:
    """How likely a concern is, for sorting only."""
    if finding.outcome is not Outcome.CONCERN:
        return 0.0
    if finding.check in _LESSER:
        return _LESSER[finding.check]
    if finding.probability is None:
        return _UNNUMBERED[finding.strength]
    return finding.probability
