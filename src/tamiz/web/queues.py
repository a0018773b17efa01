"""The queue: which cases, in which order, how many; every count is a range of an index."""

from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Count, Q, QuerySet
from msgspec import Struct

from tamiz.casework import Act, Actor, State, may
from tamiz.casework import Case as Folded
from tamiz.web import visibility
from tamiz.web.models import Case, Officer

SHOWN = 50  # rows of a page: what two screens hold
SOON = timedelta(hours=4)
# What needs no key of a case: the words it is found by.
_UNSHOWN = ("words",)
# Never joined to: SQLite would then read and sort all cases to show fifty.


class Saved(StrEnum):
    """The filters that everybody has."""

    TEAM = "team"
    MINE = "mine"
    SOON = "soon"
    SECOND = "second"
    ESCALATED = "escalated"
    WAITING = "waiting"


class Wanted(Struct, frozen=True, kw_only=True):
    """What an officer wants to see of the queue."""

    saved: Saved = Saved.TEAM
    check: str = ""
    programme: str = ""
    page: int = 1


def open_cases(actor: Actor, programme: str = "") -> QuerySet[Case]:
    """The cases on which something is to be done."""
    found = visibility.cases(actor).filter(is_open=True)
    return found.filter(programme__key=programme) if programme else found


def narrowed(found: QuerySet[Case], saved: Saved, me: Officer, moment: datetime) -> QuerySet[Case]:
    """The cases of one saved filter."""
    if saved is Saved.MINE:
        return found.filter(assigned=me)
    if saved is Saved.SOON:
        return found.filter(due__lt=moment + SOON)
    if saved is Saved.TEAM:
        return found
    states = {
        Saved.SECOND: State.PENDING,
        Saved.ESCALATED: State.ESCALATED,
        Saved.WAITING: State.WAITING,
    }
    return found.filter(state=states[saved].value)


def rows(actor: Actor, wanted: Wanted, me: Officer, moment: datetime) -> tuple[list[Case], bool]:
    """The rows of a page, and whether there are more."""
    found = narrowed(open_cases(actor, wanted.programme), wanted.saved, me, moment)
    if wanted.check:
        found = found.filter(check_name=wanted.check)
    order = ("due", "id") if wanted.saved is Saved.SOON else ("rank", "id")
    start = (wanted.page - 1) * SHOWN
    page = found.prefetch_related("programme", "assigned").defer(*_UNSHOWN).order_by(*order)
    taken = list(page[start : start + SHOWN + 1])
    return taken[:SHOWN], len(taken) > SHOWN


def counts(actor: Actor, programme: str, me: Officer, moment: datetime) -> dict[Saved, int]:
    """How many cases each saved filter has."""
    found = open_cases(actor, programme)
    return {saved: narrowed(found, saved, me, moment).count() for saved in Saved}


def by_check(actor: Actor, programme: str) -> list[tuple[str, int]]:
    """How many open cases each check leads, the most first."""
    found = open_cases(actor, programme).values("check_name").annotate(count=Count("id"))
    return sorted(
        ((row["check_name"], row["count"]) for row in found), key=lambda row: (-row[1], row[0])
    )


def group_sizes(actor: Actor, shown: list[Case]) -> dict[str, int]:
    """How many open cases the groups have that stand on a page."""
    keys = {case.group for case in shown if case.group}
    if not keys:
        return {}
    found = open_cases(actor).filter(group__in=keys).values("group").annotate(count=Count("id"))
    return {row["group"]: row["count"] for row in found if row["count"] > 1}


def free(actor: Actor, me: Officer, moment: datetime, *, after: int = 0) -> QuerySet[Case]:
    """The cases that an officer may take next: nobody else holds them, and they may judge them."""
    states = [State.OPEN, State.PENDING]
    if may(actor, Act.DECIDE_ESCALATED):
        states.append(State.ESCALATED)
    unheld = Q(held_until=None) | Q(held_until__lte=moment) | Q(assigned=me)
    return (
        visibility.cases(actor, Act.TAKE)
        .filter(unheld, is_open=True, state__in=[state.value for state in states])
        .exclude(state=State.PENDING.value, maker=me)
        .exclude(pk=after)
        .order_by("rank", "id")
    )


def is_for(case: Folded, actor: Actor) -> bool:
    """Whether this officer could still judge the case: not contested from them, not their own."""
    mine = case.state is State.PENDING and actor.id in case.judges
    return actor.id not in case.barred and not mine
