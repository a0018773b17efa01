"""The ten seconds in which an act can be taken back, as the next page shows them."""

from datetime import datetime, timedelta

from django.http import HttpRequest
from msgspec import Struct

from tamiz.casework.case import Case
from tamiz.web import store
from tamiz.web.clock import now
from tamiz.web.models import Case as Row
from tamiz.web.visitor import Visitor

_KEY = "undo"  # in the session


class Undo(Struct, frozen=True):
    """An act that can be taken back: of which case, and for how many seconds more."""

    number: int
    applicant: str
    seconds: int


def offer(request: HttpRequest, who: Visitor, row: Row, after: Case) -> None:
    """Remember an act, where casework says that it can be taken back."""
    last = after.undoable
    if last is None or last.actor != who.actor.id:
        return
    until = last.at + timedelta(seconds=store.POLICY.undo_seconds)
    request.session[_KEY] = [row.pk, row.applicant, until.isoformat()]


def forget(request: HttpRequest) -> None:
    """Nothing is offered any more."""
    request.session.pop(_KEY, None)


def offered(request: HttpRequest) -> Undo | None:
    """What can be taken back now; None if nothing can."""
    kept = request.session.get(_KEY)
    if kept is None:
        return None
    number, applicant, until = kept
    left = (datetime.fromisoformat(until) - now()).total_seconds()
    if left <= 0:
        forget(request)
        return None
    return Undo(number=number, applicant=applicant, seconds=max(int(left), 1))
