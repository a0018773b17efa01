"""Was a PDF changed after it was first saved, or made by a program that edits pictures?"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.brought import FILES
from tamiz.checks.documents.editing_marks import is_edited
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.sources import PageAt
from tamiz.model import Evidence, Outcome

ONCE = 2  # endings of a file that was saved once: a linearised one has two


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each mark of a PDF, told at its first page."""
    for paper in papers.each:
        for at in paper.pages:
            if at.number == 1 and at.file.picture is not None and at.file.picture.kind == "pdf":
                yield from _marks(at)


RULE = Rule(
    name="document_pdf_marks",
    version="1",
    number=25,
    basis="ISO 32000-1, 7.5.6 (incremental updates), 14.3.3 (producer, dates)",
    needs="a PDF as it was brought",
    strength=Strength.C,
    false_alarms="medium: signing, annotating and merging also save again",
    reads=(FILES,),
    run=run,
)


def _marks(at: PageAt) -> Iterator[Answer]:
    facts = at.page.facts
    if facts.updates > ONCE:
        yield _answer(at, "updates", str(facts.updates), facts.modified)
    if is_edited(at):
        yield _answer(at, "software", facts.software or facts.producer, facts.modified)


def _answer(at: PageAt, code: str, found: str, modified: str) -> Answer:
    evidence = Evidence(
        feature="document", code=f"document.pdf_marks.{code}", applicant=found, other=modified,
        field=at.where,
    )  # fmt: skip
    return Answer(Outcome.CONCERN, evidence)
