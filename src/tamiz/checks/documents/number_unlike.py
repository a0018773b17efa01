"""Does a document's number look as those of the same State do among all applicants?

A hint, whatever the tables know: a number typed wrong looks odd too, and so does a new series. Where
``number_forms.tsv`` has the form, this rule is silent.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.links.graph import Unusual
from tamiz.model import Evidence, Outcome


def run(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each document whose number is like hardly anybody's."""
    if context.graph is None:
        return
    for paper in papers.each:
        found = context.graph.forms.unusual(paper.document)
        if found is not None and not context.references.tables.rows(
            "number_forms", "state", paper.state or ""
        ):
            yield Answer(Outcome.CONCERN, _evidence(paper, found))


RULE = Rule(
    name="document_number_unlike",
    version="1",
    number=11,
    basis="the numbers of the same State's documents in the cohort (links/graph/forms.py)",
    needs="a hundred documents of one State and kind in the cohort",
    strength=Strength.C,
    false_alarms="medium: a number typed wrong; a new series, or an old one",
    run=run,
)


def _evidence(paper: Paper, found: Unusual) -> Evidence:
    return Evidence(
        feature="identifier",
        code="document.number_unlike.odd",
        applicant=paper.document.number,
        other=" / ".join(found.usual),
        params={
            "state": (paper.state or "").upper(), "form": found.form,
            "count": str(found.count), "of": str(found.of),
        },
        field=paper.field,
    )  # fmt: skip
