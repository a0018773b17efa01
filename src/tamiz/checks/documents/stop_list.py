"""Does a document stand on the unit's own stop list of lost, stolen and revoked documents?

What is printed as a document's number and what its zone says are both looked up, the zone's only
where its check digit holds. The list speaks of one document only where State and kind are its own:
another State, or another kind, may well have given the same number.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tamiz.checks.check import Context
from tamiz.checks.documents.days import exact_day
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.documents.stops import Stop, StopLookup
from tamiz.documents.zone import Check, state_of
from tamiz.model import Evidence, IdentifierKind, Outcome
from tamiz.normalise.document_kinds import document_kind
from tamiz.normalise.identifiers import identifier_key

# Characters: two States may well have given one and the same shorter number (shared_document).
TELLING_ACROSS_STATES = 7
MOST = 5  # entries told of one document: more say nothing new
NOT_TOLD = "\N{EN DASH}"  # stands where an entry says nothing


class _Number(NamedTuple):
    """A number that a document bears, its State (empty if none is told), and where it stands."""

    text: str
    key: str
    state: str
    field: str


def run(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each entry that a document meets, or one that it meets none."""
    if context.references.stops is None:
        return
    for paper in papers.each:
        numbers = tuple(_numbers(paper))
        found = _entries(paper, numbers, context.references.stops)
        for number, stop, reason in found[:MOST]:
            yield _answer(paper, number, stop, reason, context.references.stops)
        if numbers and not found:
            yield Answer(Outcome.CLEAR, _not_listed(numbers[0], context.references.stops.count))


RULE = Rule(
    name="document_stop_list",
    version="1",
    number=23,
    basis="Interpol SLTD (lost, stolen, revoked, invalid and stolen blank documents), kept locally",
    needs="document number, and a stop list of the unit's own",
    strength=Strength.A,  # same State, kind not another; else C
    false_alarms="very low: an entry typed wrong; a document found again and not taken off the "
    "list; a State that gives the replacement of an identity card the same number (B where the "
    "document was issued after the report)",
    run=run,
)


def _numbers(paper: Paper) -> Iterator[_Number]:
    """The declared number, and the zone's where its check digit holds."""
    declared = paper.document.number
    if key := identifier_key(declared):
        yield _Number(declared, key, paper.state or "", paper.field)
    number = None if paper.zone is None else paper.zone.number
    if number is not None and number.check is Check.HOLDS and (key := identifier_key(number.value)):
        yield _Number(number.value, key, _zone_state(paper), paper.field)


def _zone_state(paper: Paper) -> str:
    state = None if paper.zone is None else paper.zone.issuing_state
    found = None if state is None else state_of(state.value)
    return "" if found is None else found.alpha2.casefold()


def _entries(
    paper: Paper, numbers: tuple[_Number, ...], stops: StopLookup
) -> list[tuple[_Number, Stop, str]]:
    """Each entry once, with the number that fits it best and why it may be another document.

    Where an entry fits wholly, those that may be about another document say nothing.
    """
    met: dict[Stop, tuple[_Number, Stop, str]] = {}
    for number in numbers:
        for stop in stops.find(number.key):
            reason = _doubt(paper, number, stop)
            may_coincide = reason and len(number.key) < TELLING_ACROSS_STATES
            if not may_coincide and (stop not in met or not reason):
                met[stop] = (number, stop, reason)
    found = list(met.values())
    return [one for one in found if not one[2]] or found


def _doubt(paper: Paper, number: _Number, stop: Stop) -> str:
    """Why an entry may be about another document; empty if nothing speaks for that."""
    if not number.state:
        return "no_state"
    if number.state != stop.state:
        return "other_state"
    return "other_kind" if len(_kinds(paper, stop)) > 1 else ""


def _kinds(paper: Paper, stop: Stop) -> set[IdentifierKind]:
    """What the document and the entry are said to be, as far as it is told."""
    return {stop.kind, document_kind(paper.document.code)} - {IdentifierKind.OTHER}


def _is_after(day: date, reported: str) -> bool:
    """Whether a day lies after a report whose day is known."""
    try:
        return day > date.fromisoformat(reported)
    except ValueError:
        return False


def _answer(paper: Paper, number: _Number, stop: Stop, doubt: str, stops: StopLookup) -> Answer:
    happened = _evidence(number, stop, stop.happened.value)
    beside = tuple(_beside(paper, stop, stops))
    if doubt:
        told, beside = _evidence(number, stop, doubt), (happened, *beside)
        return Answer(Outcome.CONCERN, told, Strength.C, beside=beside)
    is_replaced = any(one.code == "document.stop.issued_later" for one in beside)
    return Answer(Outcome.CONCERN, happened, Strength.B if is_replaced else None, beside=beside)


def _beside(paper: Paper, stop: Stop, stops: StopLookup) -> Iterator[Evidence]:
    """What else an officer should know of an entry."""
    issued = None if paper.document.issued is None else exact_day(paper.document.issued)
    is_card = _kinds(paper, stop) == {IdentifierKind.NATIONAL}
    if is_card and issued is not None and _is_after(issued, stop.reported):
        yield _said("issued_later", issued=issued.isoformat(), reported=stop.reported)
    if stop.note:
        yield _said("note", note=stop.note)
    if stops.is_overdue(stop):
        yield _said("overdue", review_by=stop.review_by)


def _said(name: str, **params: str) -> Evidence:
    return Evidence(feature="document", code=f"document.stop.{name}", params=params)


def _evidence(number: _Number, stop: Stop, name: str) -> Evidence:
    return Evidence(
        feature="identifier",
        code=f"document.stop.{name}",
        applicant=number.text,
        other=stop.shown(),
        params={
            "state": stop.state.upper(),
            "reported": stop.reported or NOT_TOLD,
            "source": stop.source or NOT_TOLD,
            "reference": stop.reference or NOT_TOLD,
        },
        field=number.field,
    )


def _not_listed(number: _Number, count: int) -> Evidence:
    return Evidence(
        feature="identifier", code="document.stop.not_listed", applicant=number.text,
        params={"count": str(count)}, field=number.field,
    )  # fmt: skip
