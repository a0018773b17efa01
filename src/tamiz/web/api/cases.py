"""Cases and decisions for other systems of a unit: as the token's role may see them, each read noted."""

from datetime import datetime

from django.http import Http404, HttpResponse
from msgspec import Struct

from tamiz.casework import Act, Ruling, State, desk, seen_by
from tamiz.casework.disclosure import Audience, Record, disclose
from tamiz.errors import JournalError
from tamiz.web import store, visibility
from tamiz.web.api import noted
from tamiz.web.api.asked import Asked, answered
from tamiz.web.api.fault import Fault, missing, wrong
from tamiz.web.clock import now
from tamiz.web.journaling import events_of
from tamiz.web.models import Case as Row

SHOWN, MOST_SHOWN = 50, 200  # cases of one answer
MOST_NUMBER = 10**11  # of a case: more than a unit will ever have


class CaseLine(Struct, frozen=True, kw_only=True):
    """One case in a list. ``queue`` is where policy sent it, ``due`` by when it is to be decided."""

    number: int
    programme: str
    applicant: str
    name: str
    kind: str
    state: str
    queue: str
    check: str
    probability: float | None
    due: datetime | None
    opened: datetime
    changed: datetime
    evidence: str


class CaseLines(Struct, frozen=True, kw_only=True):
    """Cases in the order of their numbers; ``next`` goes on after them, None at the end."""

    cases: list[CaseLine]
    next: int | None


class DecisionLine(Struct, frozen=True, kw_only=True):
    """How a case ended, from when on nobody can take it back; ``evidence`` is what was decided on.

    Of a case that was contested it is what was decided last, perhaps in the appeal.
    """

    case: int
    applicant: str
    result: Ruling
    decided_at: datetime
    told: str
    evidence: str


class DecisionLines(Struct, frozen=True, kw_only=True):
    """Decisions in the order of their cases' numbers."""

    decisions: list[DecisionLine]
    next: int | None


def many(asked: Asked) -> HttpResponse:
    """The cases that the token may see."""
    rows, following = _page(asked, asked.query.get("state"))
    noted.listed(asked.bearer, "queue_read", shown=str(len(rows)))
    return answered(CaseLines(cases=[_line(row) for row in rows], next=following))


def one(asked: Asked) -> HttpResponse:
    """One case, after the journal has noted who reads it and why."""
    who = asked.bearer.visitor
    row = _row(asked)
    purpose = "" if who.purpose is None else who.purpose.value
    case = store.act(who, row, lambda case, by: desk.see(case, by, purpose=purpose))
    audience = Audience.AUDITOR if who.may(Act.SEE_AUDIT) else Audience.OFFICER
    shown = store.with_standing(row, seen_by(case, who.actor))
    return answered(disclose(shown, events_of(row.key), audience, policy=store.POLICY, at=now()))


def decisions(asked: Asked) -> HttpResponse:
    """The decisions that stand."""
    rows, following = _page(asked, State.DECIDED.value)
    lines = [line for row in rows if (line := _decision(row)) is not None]
    noted.listed(asked.bearer, "decisions_read", shown=str(len(lines)))
    return answered(DecisionLines(decisions=lines, next=following))


def _page(asked: Asked, state: str | None) -> tuple[list[Row], int | None]:
    found = visibility.cases(asked.bearer.visitor.actor).select_related("programme")
    if state is not None and state not in set(State):
        raise wrong("no such state", where="query state", expected=", ".join(State))
    if state is not None:
        found = found.filter(state=state)
    if programme := asked.text("programme"):
        found = found.filter(programme__key=programme[:64])
    limit = asked.whole("limit", SHOWN, most=MOST_SHOWN) or SHOWN
    after = asked.whole("after", 0, most=MOST_NUMBER)
    rows = list(found.filter(pk__gt=after).defer("words").order_by("pk")[: limit + 1])
    return rows[:limit], rows[limit - 1].pk if len(rows) > limit else None


def _row(asked: Asked) -> Row:
    try:
        return visibility.case_or_404(asked.bearer.visitor.actor, int(asked.found["number"]))
    except Http404:
        store.refused(asked.bearer.visitor, "api", asked=asked.found["number"])
        raise no_case() from None


def no_case() -> Fault:
    """There is no such case, or none for this token: the answer is the same."""
    return missing("no such case", where="path", do="ask /api/cases for their numbers")


def _line(row: Row) -> CaseLine:
    return CaseLine(
        number=row.pk, programme=row.programme.key, applicant=row.applicant, name=row.name,
        kind=row.kind, state=row.state, queue=row.queue, check=row.check_name,
        probability=row.probability, due=row.due, opened=row.opened, changed=row.changed,
        evidence=row.evidence,
    )  # fmt: skip


def _decision(row: Row) -> DecisionLine | None:
    """How a case ended; None while it can be taken back, and where it was erased meanwhile."""
    try:
        case = store.with_standing(row, store.load(row))
    except JournalError:
        return None
    told: Record = disclose(case, (), Audience.OFFICER, policy=store.POLICY, at=now())
    if not isinstance(told.result, Ruling) or not isinstance(told.decided_at, datetime):
        return None
    saw = case.evidence if case.decision is None else case.decision.evidence
    return DecisionLine(
        case=row.pk, applicant=case.applicant, result=told.result, decided_at=told.decided_at,
        told=told.told if isinstance(told.told, str) else "", evidence=saw,
    )  # fmt: skip
