"""Is a document valid for longer than its State ever gave?"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.passports import (
    PASSPORT,
    SLACK,
    Term,
    is_passport,
    months_after,
    strength_of,
    term_of,
)
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.tables import Row
from tamiz.model import Evidence, Outcome


def run(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each passport whose two dates and whose State's longest validity are known."""
    for paper in papers.each:
        term = term_of(paper)
        if term is None or not is_passport(paper) or paper.state is None:
            continue
        rows = context.references.tables.rows_for("validity", paper.state, PASSPORT, term.issued)
        for row in rows[:1]:
            yield _answer(paper, row, term)


RULE = Rule(
    name="document_validity",
    version="1",
    number=7,
    basis="tables/validity.tsv: the longest validity of each State's passports, with its source",
    needs="issuing State, dates of issue and expiry, to the day",
    strength=Strength.B,  # where the issuer says so; else C
    false_alarms="medium: gaps of the table; extensions entered as a new date of expiry",
    run=run,
)


def _answer(paper: Paper, row: Row, term: Term) -> Answer:
    most = int(row["most_months"])
    latest = months_after(term.issued, most)
    is_longer = term.expires > latest + SLACK
    evidence = Evidence(
        feature="document_dates",
        code="document.validity.longer" if is_longer else "document.validity.in_order",
        applicant=f"{term.issued} \N{EN DASH} {term.expires}",
        other=f"{term.issued} \N{EN DASH} {latest}",
        params={
            "years": f"{most / 12:g}",
            "state": row["state"].upper(),
            "source": row["source"],
        },
        field=paper.field,
    )
    return Answer(Outcome.CONCERN if is_longer else Outcome.CLEAR, evidence, strength_of(row))
