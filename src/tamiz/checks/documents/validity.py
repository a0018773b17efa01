"""Is a document valid for longer than its State ever gave, or than any State's passports run?"""

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

# Ten years are the longest that States give; British ones of before 2018 took over up to nine months
# of the passport before.
LONGEST_ANYWHERE = 10 * 12 + 9  # months


def run(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each passport whose two dates are known, unless no table has its State."""
    for paper in papers.each:
        term = term_of(paper)
        if term is None or not is_passport(paper) or paper.state is None:
            continue
        rows = context.references.tables.rows_for("validity", paper.state, PASSPORT, term.issued)
        by_table = [_answer(paper, row, term) for row in rows[:1]]
        is_beyond_any = term.expires > months_after(term.issued, LONGEST_ANYWHERE) + SLACK
        if is_beyond_any and all(one.outcome is Outcome.CONCERN for one in by_table):
            yield _beyond_any(paper, term)  # whatever the table's source is worth
        else:
            yield from by_table


RULE = Rule(
    name="document_validity",
    version="3",
    number=7,
    basis="tables/validity.tsv: the longest validity of each State's passports, with its source",
    needs="issuing State, dates of issue and expiry, to the day",
    strength=Strength.B,  # where the issuer says so, or no State gives as much; else C
    false_alarms="medium: gaps of the table; extensions entered as a new date of expiry",
    reads=("issued",),
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


def _beyond_any(paper: Paper, term: Term) -> Answer:
    evidence = Evidence(
        feature="document_dates",
        code="document.validity.anywhere",
        applicant=f"{term.issued} \N{EN DASH} {term.expires}",
        other=f"{term.issued} \N{EN DASH} {months_after(term.issued, LONGEST_ANYWHERE)}",
        params={"state": (paper.state or "").upper()},
        field=paper.field,
    )
    return Answer(Outcome.CONCERN, evidence, Strength.B)
