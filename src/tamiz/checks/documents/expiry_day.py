"""Does a document end on the day on which its State lets documents end?

Whoever writes a date of expiry of their own often takes another day than the issuer's machine.
"""

from collections.abc import Iterator
from datetime import date

from tamiz.checks.check import Context
from tamiz.checks.documents.days import exact_day
from tamiz.checks.documents.expiry_customs import Custom, follows
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.passports import PASSPORT, is_passport
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.tables import Row
from tamiz.model import Evidence, Outcome


def run(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each passport whose two days and whose State's custom are known."""
    for paper in papers.each:
        document = paper.document
        issued = None if document.issued is None else exact_day(document.issued)
        ends = [exact_day(one) for one in document.expires]
        if issued is None or paper.state is None or not is_passport(paper) or not ends:
            continue
        rows = context.references.tables.rows_for("expiry_days", paper.state, PASSPORT, issued)
        known = [day for day in ends if day is not None]
        if rows and len(known) == len(ends):
            yield from _answer(paper, rows, issued, known, _born(papers))


def _born(papers: Papers) -> list[date]:
    return [day for claim in papers.claims for one in claim.birth_dates if (day := exact_day(one))]


RULE = Rule(
    name="document_expiry_day",
    version="1",
    number=8,
    basis="tables/expiry_days.tsv: the day on which each State's passports end, with its source",
    needs="issuing State, dates of issue and expiry, to the day",
    strength=Strength.C,
    false_alarms="medium: shortened passports; those that took over what an older one had left",
    reads=("issued",),
    run=run,
)


def _answer(
    paper: Paper, rows: tuple[Row, ...], issued: date, ends: list[date], born: list[date]
) -> Iterator[Answer]:
    """Whether any reading of the expiry follows any custom of the State."""
    verdicts = {
        follows(Custom(row["custom"]), issued, day, born)
        for row in rows
        for day in ends
        if day > issued
    }
    if not verdicts or (None in verdicts and True not in verdicts):
        return
    is_odd = True not in verdicts
    evidence = Evidence(
        feature="document_dates",
        code=f"document.expiry_day.{rows[0]['custom'] if is_odd else 'in_order'}",
        applicant=f"{issued} \N{EN DASH} {' / '.join(map(str, ends))}",
        params={"state": rows[0]["state"].upper(), "source": rows[0]["source"]},
        field=paper.field,
    )
    yield Answer(Outcome.CONCERN if is_odd else Outcome.CLEAR, evidence)
