"""Birth, issue, expiry and application must follow each other."""

from collections.abc import Iterator
from itertools import product

from tamiz.checks.check import Context
from tamiz.checks.documents.days import is_before
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.model import Evidence, Outcome, PartialDate


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each document with a date of issue."""
    for paper in papers.each:
        if paper.document.issued is not None:
            yield from _in_order(papers, paper, paper.document.issued)


RULE = Rule(
    name="document_dates",
    version="1",
    number=9,
    basis="ICAO Doc 9303-3, 3.2 (data elements: dates of birth, issue and expiry)",
    needs="date of issue and one other date",
    strength=Strength.A,
    false_alarms="very low: a date typed wrong from the document",
    reads=("issued",),
    run=run,
)


def _in_order(papers: Papers, paper: Paper, issued: PartialDate) -> Iterator[Answer]:
    pairs = (
        ("issued_before_birth", papers.claim.birth_dates, (issued,)),
        ("issued_before_birth", paper.document.bearer.birth_dates, (issued,)),
        ("expired_before_issue", (issued,), paper.document.expires),
        ("issued_after_application", (issued,), papers.dossier.applied_on),
    )
    compared = 0
    for code, earlier, later in pairs:
        verdicts = {is_before(one, other) for one, other in product(later, earlier)}
        compared += bool(verdicts)
        if verdicts == {True}:  # by every reading the later comes first
            yield Answer(Outcome.CONCERN, _evidence(paper, code, earlier, later))
            return
    if compared:
        yield Answer(Outcome.CLEAR, _evidence(paper, "in_order", (issued,), ()))


def _evidence(
    paper: Paper, code: str, one: tuple[PartialDate, ...], other: tuple[PartialDate, ...]
) -> Evidence:
    return Evidence(
        feature="document_dates",
        code=f"document.dates.{code}",
        applicant=" / ".join(day.text() for day in one),
        other=" / ".join(day.text() for day in other),
        field=paper.field,
    )
