"""``GET /health``: what a unit's monitoring asks: the age of lists, the head of the journal."""

from django.http import HttpResponse
from msgspec import Struct

from tamiz.casework import Act
from tamiz.lists.status import SourceStatus
from tamiz.web import journaling, list_status
from tamiz.web.api.asked import Asked, answered
from tamiz.web.api.filters import OWN
from tamiz.web.clock import now


class ListHealth(Struct, frozen=True, kw_only=True):
    """One list: how old it is in days, and whether that is too old."""

    source: str
    content_date: str
    age_days: int | None
    is_stale: bool
    is_held: bool


class Head(Struct, frozen=True):
    """The end of the journal's chain."""

    entries: int
    hash: str


class Health(Struct, frozen=True, kw_only=True):
    """``status`` is ``ok``, or ``stale`` where a list is missing or too old.

    ``journal`` is None for roles that do not see it.
    """

    status: str
    lists: list[ListHealth]
    journal: Head | None


def health(asked: Asked) -> HttpResponse:
    """How the system is."""
    own = asked.bearer.visitor.may(Act.SEE)
    told = [
        _list(one)
        for one in list_status.stored(now().date())
        if own or not one.source.startswith(OWN)
    ]
    is_well = bool(told) and not any(one.is_stale for one in told)
    sees = asked.bearer.visitor.may(Act.SEE_AUDIT)
    return answered(
        Health(status="ok" if is_well else "stale", lists=told, journal=_head() if sees else None)
    )


def _head() -> Head:
    last = journaling.head()
    return Head(0, "") if last is None else Head(last.seq, last.hash)


def _list(one: SourceStatus) -> ListHealth:
    return ListHealth(
        source=one.source, content_date=one.content_date, is_stale=one.stale or not one.is_in_use,
        age_days=one.age_days if one.is_in_use else None, is_held=bool(one.held),
    )  # fmt: skip
