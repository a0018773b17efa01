"""Has a passport no chip though its State gives none without?

What the officer saw stands in the dossier (``doc_chip``); nobody is asked anything where it does
not. Emergency passports and those of small children are made without a chip in many States.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.child_validity import oldest_at
from tamiz.checks.documents.days import bounds
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.passports import (
    PASSPORT,
    is_passport,
    months_after,
    strength_of,
    term_of,
)
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.tables import Row
from tamiz.model import ChipSeen, Evidence, Outcome

EMERGENCY = 25  # months: emergency and provisional passports run for two years at most


def run(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each passport of whose chip somebody said anything."""
    for paper in papers.each:
        seen = paper.document.chip
        if seen is None or not is_passport(paper):
            continue
        if seen is ChipSeen.UNREADABLE:
            yield Answer(Outcome.CONCERN, _evidence(paper, "unreadable"), Strength.C)
            continue
        for row in _rows(papers, paper, context)[:1]:
            if seen is ChipSeen.ABSENT:
                yield Answer(Outcome.CONCERN, _told(paper, row), _strength(paper, row))
            else:
                yield Answer(Outcome.CLEAR, _evidence(paper, "in_order"))


RULE = Rule(
    name="document_chip_missing",
    version="1",
    number=6,
    basis="tables/epassports.tsv: from when on a State issued electronic passports only",
    needs="issuing State, date of issue, and what the officer saw of the chip",
    strength=Strength.B,  # where the issuer says so; else C
    false_alarms="medium: emergency passports; chips overlooked, or broken",
    reads=("chip",),
    run=run,
)


def _rows(papers: Papers, paper: Paper, context: Context) -> tuple[Row, ...]:
    """The rows that say that this very passport must have a chip."""
    if paper.state is None or paper.document.issued is None:
        return ()
    issued = bounds(paper.document.issued).first
    age = oldest_at(papers, issued)
    rows = context.references.tables.rows_for("epassports", paper.state, PASSPORT, issued)
    return tuple(row for row in rows if age is None or age >= int(row["bearer_from_age"] or 0))


def _strength(paper: Paper, row: Row) -> Strength:
    """A hint only, if it may be an emergency passport."""
    term = term_of(paper)
    if term is None or term.expires <= months_after(term.issued, EMERGENCY):
        return Strength.C
    return strength_of(row)


def _told(paper: Paper, row: Row) -> Evidence:
    issued = paper.document.issued
    return _evidence(
        paper,
        "missing",
        applicant="" if issued is None else issued.text(),
        other=row["issued_from"],
        params={"state": row["state"].upper(), "source": row["source"]},
    )


def _evidence(
    paper: Paper,
    code: str,
    *,
    applicant: str = "",
    other: str = "",
    params: dict[str, str] | None = None,
) -> Evidence:
    return Evidence(
        feature="document",
        code=f"document.chip_missing.{code}",
        applicant=applicant,
        other=other,
        params=params or {},
        field=paper.field,
    )
