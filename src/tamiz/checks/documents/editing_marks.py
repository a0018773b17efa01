"""Was a picture saved by a program that edits pictures?

A hint and no more: people crop, messengers re-encode, and who forges well leaves no mark.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.brought import FILES
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.sources import PageAt
from tamiz.model import Evidence, Outcome

# Programs that change what a picture shows, by words in the names that they leave behind. Those of
# phones and scanners, and programs that only crop, are not among them.
EDITORS = (
    "photoshop", "gimp", "affinity", "corel", "paint.net", "pixelmator", "photopea", "krita",
    "inkscape", "illustrator", "indesign", "canva", "picsart", "facetune", "snapseed", "lightroom",
    "photoscape", "pixlr", "stable diffusion", "midjourney", "firefly", "dall",
)  # fmt: skip


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each picture with an editor's mark; pictures without say nothing."""
    for paper in papers.each:
        for at in paper.pages:
            if at.file.picture is not None and at.file.picture.kind != "pdf" and is_edited(at):
                yield Answer(Outcome.CONCERN, _evidence(at))


RULE = Rule(
    name="document_editing_marks",
    version="1",
    number=24,
    basis="EXIF 2.32 (Software), XMP (CreatorTool)",
    needs="a picture as it was first saved",
    strength=Strength.C,
    false_alarms="high: people crop and brighten pictures",
    is_faint=True,
    reads=(FILES,),
    run=run,
)


def is_edited(at: PageAt) -> bool:
    """Whether a page's file names a program that edits pictures."""
    facts = at.page.facts
    told = f"{facts.software} {facts.producer}".casefold()
    return any(editor in told for editor in EDITORS)


def _evidence(at: PageAt) -> Evidence:
    facts = at.page.facts
    return Evidence(
        feature="document",
        code="document.editing_marks.software",
        applicant=facts.software or facts.producer,
        other=facts.modified,
        field=at.where,
    )
