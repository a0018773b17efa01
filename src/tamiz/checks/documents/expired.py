"""Was a document valid on the day of the application, as far as the two dates tell?

Who renews a passport shows the old one beside the new: of one State and kind one valid document is
enough. An expired document alone is no sign of deception; a valid one is asked for.

Dates are compared by their bounds: a month is all its days, and 03/04/2026 is two days. Where
every reading says one thing it is said; where they do not, the question stays open.

Without a date of application nothing is compared: screening knows no "today", so that the same
file always gives the same answer, and a cohort without that column must not go to review as a
whole. The expiry date is then shown with the remark that nobody compared it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tamiz.checks.check import Context
from tamiz.checks.documents.brought import ZONE
from tamiz.checks.documents.days import bounds
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.documents.zone import Part, Zone, failing
from tamiz.model import Evidence, IdentifierKind, Outcome, PartialDate
from tamiz.normalise.countries import country_code
from tamiz.normalise.document_kinds import document_kind

_CENTURY = 100
_LONGEST_AHEAD = 50  # years: a zone's expiry is read as at most so long after the application


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each document with an expiry date, declared or in its zone."""
    applied = papers.dossier.applied_on
    told = [_Term(paper, ends, _told(ends, applied)) for paper, ends in _ends(papers)]
    valid = {_series(one.paper): one for one in reversed(told) if one.verdict == "agrees"}
    for one in told:
        new = valid.get(_series(one.paper)) if one.verdict in _REPLACED else None
        yield _answer(one, applied) if new is None else _replaced(one, new)


RULE = Rule(
    name="document_expired",
    version="2",
    number=9,
    basis="ICAO Doc 9303-3, 4 (date of expiry); NIST SP 800-63A section 4.3 (evidence is valid)",
    needs="date of expiry, declared or in the zone, and of application",
    strength=Strength.B,
    false_alarms="medium: people in a war cannot always renew; the officer decides",
    reads=("expires", *ZONE),
    run=run,
)
_OUTCOMES = {
    "agrees": Outcome.CLEAR, "expired": Outcome.CONCERN, "undecided": Outcome.INDETERMINATE,
    "no_application_date": Outcome.NOT_APPLICABLE,
}  # fmt: skip


# Of these nothing is asked where a valid document stands beside.
_REPLACED = frozenset({"expired", "undecided"})


class _Term(NamedTuple):
    """A document, every reading of its end, and what they say."""

    paper: Paper
    ends: tuple[PartialDate, ...]
    verdict: str


def _ends(papers: Papers) -> Iterator[tuple[Paper, tuple[PartialDate, ...]]]:
    """Each document with an expiry date, declared or in its zone."""
    for paper in papers.each:
        ends = paper.document.expires or tuple(_in_zone(paper, papers.dossier.applied_on))
        if ends:
            yield paper, ends


def _series(paper: Paper) -> tuple[str, IdentifierKind | str]:
    """State and kind: of these one document takes another's place.

    Kinds that no word tells are one only if they are called by the same name.
    """
    called = paper.document.code or paper.field
    kind = document_kind(called)
    state = paper.state or ("" if paper.zone is None else _state_in(paper.zone))
    return state, called.casefold() if kind is IdentifierKind.OTHER else kind


def _state_in(zone: Zone) -> str:
    return country_code(zone.value(Part.ISSUING_STATE)) or ""


def _told(ends: tuple[PartialDate, ...], applied: tuple[PartialDate, ...]) -> str:
    if not applied:
        return "no_application_date"
    verdicts = {_verdict(end, day) for end in ends for day in applied}
    return verdicts.pop() if len(verdicts) == 1 else "undecided"


def _answer(one: _Term, applied: tuple[PartialDate, ...]) -> Answer:
    evidence = Evidence(
        feature="document",
        code=f"document.expiry.{one.verdict}",
        applicant=_shown(one.ends),
        other=_shown(applied),
        field=one.ends[0].field,
        other_field=applied[0].field if applied else "",
    )
    return Answer(_OUTCOMES[one.verdict], evidence)


def _replaced(old: _Term, new: _Term) -> Answer:
    evidence = Evidence(
        feature="document",
        code="document.expiry.replaced",
        applicant=_shown(old.ends),
        other=_shown(new.ends),
        params={"number": new.paper.document.number or new.paper.field},
        field=old.ends[0].field,
        other_field=new.ends[0].field,
    )
    return Answer(Outcome.CLEAR, evidence)


def _shown(days: tuple[PartialDate, ...]) -> str:
    return " / ".join(one.text() for one in days)


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
