"""Was a passport given to a child for as long as only grown people get one?

Children's faces change: most States give them shorter passports. Whoever alters the birth date of
a grown person's passport, or borrows one, forgets that.
"""

from collections.abc import Iterator
from datetime import date

from tamiz.checks.check import Context
from tamiz.checks.documents.days import bounds
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
    """One answer for each passport that, by every reading of every birth date, a child got."""
    for paper in papers.each:
        term = term_of(paper)
        if term is None or not is_passport(paper) or paper.state is None:
            continue
        age = oldest_at(papers, term.issued)
        if age is None or age < 0:  # before the birth: document_dates tells it
            continue
        rows = context.references.tables.rows_for("validity", paper.state, PASSPORT, term.issued)
        row = _of_age(rows, age)
        if row is not None:
            yield _answer(paper, row, term, age)


RULE = Rule(
    name="document_child_validity",
    version="1",
    number=29,
    basis="tables/validity.tsv: the validity of children's passports, with its source",
    needs="issuing State, birth date, dates of issue and expiry, to the day",
    strength=Strength.B,  # where the issuer says so; else C
    false_alarms="low: a birth date typed wrong; gaps of the table",
    reads=("issued",),
    run=run,
)


def oldest_at(papers: Papers, day: date) -> int | None:
    """Years of the bearer's age on a day, by the earliest birth date of all; None if there is none.

    Negative before the birth.
    """
    born = [bounds(one).first for claim in papers.claims for one in claim.birth_dates]
    if not born:
        return None
    first = min(born)
    return day.year - first.year - ((day.month, day.day) < (first.month, first.day))


def _of_age(rows: tuple[Row, ...], age: int) -> Row | None:
    """The row for the youngest children to whom the age belongs."""
    fitting = [row for row in rows if row["child_under"] and age < int(row["child_under"])]
    return min(fitting, key=lambda row: int(row["child_under"]), default=None)


def _answer(paper: Paper, row: Row, term: Term, age: int) -> Answer:
    most = int(row["child_months"])
    latest = months_after(term.issued, most)
    is_longer = term.expires > latest + SLACK
    evidence = Evidence(
        feature="document_dates",
        code=f"document.child_validity.{'longer' if is_longer else 'in_order'}",
        applicant=f"{term.issued} \N{EN DASH} {term.expires}",
        other=f"{term.issued} \N{EN DASH} {latest}",
        params={
            "age": str(age),
            "under": row["child_under"],
            "years": f"{most / 12:g}",
            "state": row["state"].upper(),
            "source": row["source"],
        },
        field=paper.field,
    )
    return Answer(Outcome.CONCERN if is_longer else Outcome.CLEAR, evidence, strength_of(row))
