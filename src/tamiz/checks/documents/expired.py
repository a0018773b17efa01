"""Was a document valid on the day of the application, as far as the two dates tell?

Dates are compared by their bounds: a month is all its days, and 03/04/2026 is two days. Where
every reading says one thing it is said; where they do not, the question stays open.

Without a date of application nothing is compared: screening knows no "today", so that the same
file always gives the same answer, and a cohort without that column must not go to review as a
whole. The expiry date is then shown with the remark that nobody compared it.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.days import bounds
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.documents.zone import Part, failing
from tamiz.model import Evidence, Outcome, PartialDate

_CENTURY = 100
_LONGEST_AHEAD = 50  # years: a zone's expiry is read as at most so long after the application


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each document with an expiry date, declared or in its zone."""
    for paper in papers.each:
        applied = papers.dossier.applied_on
        expires = paper.document.expires or tuple(_in_zone(paper, applied))
        if expires:
            yield _answer(expires, applied)


RULE = Rule(
    name="document_expired",
    version="1",
    number=9,
    basis="ICAO Doc 9303-3, 4 (date of expiry); NIST SP 800-63A section 4.3 (evidence is valid)",
    needs="date of expiry, declared or in the zone, and of application",
    strength=Strength.A,
    false_alarms="low: people in a war cannot always renew; the officer decides",
    run=run,
)
_OUTCOMES = {
    "agrees": Outcome.CLEAR, "expired": Outcome.CONCERN, "undecided": Outcome.INDETERMINATE,
    "no_application_date": Outcome.NOT_APPLICABLE,
}  # fmt: skip


def _answer(expires: tuple[PartialDate, ...], applied: tuple[PartialDate, ...]) -> Answer:
    verdicts = {_verdict(end, day) for end in expires for day in applied}
    verdict = verdicts.pop() if len(verdicts) == 1 else "undecided"
    verdict = verdict if applied else "no_application_date"
    evidence = Evidence(
        feature="document",
        code=f"document.expiry.{verdict}",
        applicant=" / ".join(one.text() for one in expires),
        other=" / ".join(one.text() for one in applied),
        field=expires[0].field,
        other_field=applied[0].field if applied else "",
    )
    return Answer(_OUTCOMES[verdict], evidence)


def _verdict(expires: PartialDate, applied: PartialDate) -> str:
    (earliest_end, latest_end), (earliest, latest) = bounds(expires), bounds(applied)
    if earliest_end >= latest:
        return "agrees"
    return "expired" if latest_end < earliest else "undecided"


def _in_zone(paper: Paper, applied: tuple[PartialDate, ...]) -> Iterator[PartialDate]:
    """The expiry date of the zone, in the century that the application makes likely."""
    read = paper.main
    if read is None or Part.EXPIRY_DATE.value in failing(read.zone):
        return
    expiry_date = read.zone.value(Part.EXPIRY_DATE)
    if not expiry_date[:2].isdecimal() or not applied:
        return
    latest = applied[0].year + _LONGEST_AHEAD
    year = latest - (latest - int(expiry_date[:2])) % _CENTURY
    month, day = (_number(part) for part in (expiry_date[2:4], expiry_date[4:]))
    yield PartialDate(year=year, month=month, day=day if month else None, field=read.field)


def _number(part: str) -> int | None:
    return int(part) if part.isdecimal() else None
