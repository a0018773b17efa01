"""Do the documents of one applicant speak of one person?

What a document says about its bearer is its visual zone, as somebody typed it, and its
machine-readable zone where every check digit holds.
"""

from collections.abc import Iterator
from itertools import combinations

from tamiz.checks.check import Context
from tamiz.checks.documents.bearers import Source, compared
from tamiz.checks.documents.brought import SEVERAL
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each thing that two documents both say."""
    for (one, here), (other, there) in combinations(papers.bearers, 2):
        if here is not there:
            sources = Source(one, here.field), Source(other, there.field)
            yield from compared(*sources, "document.one_bearer")


RULE = Rule(
    name="document_one_bearer",
    version="1",
    number=30,
    basis="NIST SP 800-63A section 4.3.4 (evidence of one person agrees)",
    needs="two documents that say something of their bearer",
    strength=Strength.B,
    false_alarms="medium: a corrected birth date or sex; a document of a relative put in by mistake",
    reads=(SEVERAL,),
    run=run,
)
