"""Does a document's number look as those of the same State do among all applicants?

A hint, whatever the tables know: a number typed wrong looks odd too, and so does a new series. It is
more where the number looks as those of the State do in which the applicant lives. Where
``number_forms.tsv`` has the form, this rule is silent.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.links.graph import CohortGraph, Unusual
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
            lives = next(_of_residence(papers, paper, context.graph), None)
            strength = Strength.C if lives is None else Strength.B
            yield Answer(Outcome.CONCERN, _evidence(paper, found, lives), strength)


RULE = Rule(
    name="document_number_unlike",
    version="2",
    number=11,
    basis="the numbers of the same State's documents in the cohort (links/graph/forms.py)",
    needs="a hundred documents of one State and kind in the cohort",
    strength=Strength.C,  # B where it looks as those of the State of residence do
    false_alarms="medium: a number typed wrong; a new series, or an old one",
    run=run,
)


def _of_residence(papers: Papers, paper: Paper, graph: CohortGraph) -> Iterator[str]:
    """The State in which the applicant lives, where its documents' numbers look like this one."""
    for address in papers.dossier.addresses:
        lives = address.country
        if lives and lives != paper.state and graph.forms.is_usual(paper.document, lives):
            yield lives


def _evidence(paper: Paper, found: Unusual, lives: str | None) -> Evidence:
    return Evidence(
        feature="identifier",
        code="document.number_unlike.odd" if lives is None else "document.number_unlike.residence",
        applicant=paper.document.number,
        other=" / ".join(found.usual),
        params={
            "state": (paper.state or "").upper(), "form": found.form,
            "lives": (lives or "").upper(),
            "count": str(found.count), "of": str(found.of),
        },
        field=paper.field,
    )  # fmt: skip
