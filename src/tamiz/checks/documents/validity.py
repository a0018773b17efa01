"""Is a document valid for longer than its State ever gave?"""

from collections.abc import Iterator
from datetime import date, timedelta

from tamiz.checks.check import Context
from tamiz.checks.documents.days import exact_day
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.tables import Row, rows_for
from tamiz.model import Evidence, IdentifierKind, Outcome
from tamiz.normalise.document_kinds import document_kind

# States let a document end on the day of issue, the day before, or the last of that month.
SLACK = timedelta(days=31)
# A row that only press or encyclopedias bear out gives a hint: an extension may be unknown to us.
_STRENGTHS = {"official": Strength.B}


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each passport whose two dates and whose State's longest validity are known."""
    for paper in papers.each:
        dates = _dates(paper)
        if dates is None or not _is_passport(paper) or paper.state is None:
            continue
        issued, expires = dates
        for row in rows_for("validity", paper.state, "P", issued)[:1]:
            latest = _after(issued, int(row["most_months"]))
            is_longer = expires > latest + SLACK
            outcome = Outcome.CONCERN if is_longer else Outcome.CLEAR
            evidence = _evidence(paper, row, (*dates, latest), is_longer=is_longer)
            yield Answer(outcome, evidence, _STRENGTHS.get(row["confidence"], Strength.C))


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


def _is_passport(paper: Paper) -> bool:
    return document_kind(paper.document.code or paper.field) is IdentifierKind.PASSPORT


def _dates(paper: Paper) -> tuple[date, date] | None:
    """Issue and expiry to the day, the earliest reading of the expiry; None if not so known."""
    document = paper.document
    issued = None if document.issued is None else exact_day(document.issued)
    expires = [day for one in document.expires if (day := exact_day(one)) is not None]
    if issued is None or not expires or len(expires) < len(document.expires):
        return None
    return issued, min(expires)  # every reading must be too late


def _after(day: date, months: int) -> date:
    """So many months later; on the 1st of the next month where that month has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return first + timedelta(days=day.day - 1)


def _evidence(
    paper: Paper, row: Row, dates: tuple[date, date, date], *, is_longer: bool
) -> Evidence:
    issued, expires, latest = dates
    most = int(row["most_months"])
    return Evidence(
        feature="document_dates",
        code="document.validity.longer" if is_longer else "document.validity.in_order",
        applicant=f"{issued} \N{EN DASH} {expires}",
        other=f"{issued} \N{EN DASH} {latest}",
        params={
            "years": f"{most / 12:g}",
            "state": row["state"].upper(),
            "source": row["source"],
        },
        field=paper.field,
    )
