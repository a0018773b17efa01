"""The queue: which cases, in which order, how many; every count is a range of an index."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from django.db.models import CharField, Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from msgspec import Struct

from tamiz.casework import Act, Actor, State, may
from tamiz.casework import Case as Folded
from tamiz.casework.events import JUDGING
from tamiz.web import visibility
from tamiz.web.clock import end_of_day
from tamiz.web.models import Case, JournalEntry, Officer

SHOWN = 50  # rows of a page: what two screens hold
_JUDGING = [str(one.__struct_config__.tag) for one in JUDGING]
PAGE_DIGITS = 5  # nobody turns to page 100,000
# What needs no key of a case: the words it is found by.
_UNSHOWN = ("words",)
# Never joined to: SQLite would then read and sort all cases to show fifty.


class Saved(StrEnum):
    """The filters that everybody has."""

    TEAM = "team"
    MINE = "mine"
    LATE = "late"
    TODAY = "today"
    SECOND = "second"
    ESCALATED = "escalated"
    WAITING = "waiting"


BY_DUE = frozenset({Saved.LATE, Saved.TODAY})


class Wanted(Struct, frozen=True, kw_only=True):
    """What an officer wants to see of the queue."""

    saved: Saved = Saved.TEAM
    check: str = ""
    programme: str = ""
    page: int = 1


def wanted_of(told: Mapping[str, str]) -> Wanted:
    """What a form or an address asks for; what it does not know is left out."""
    saved, page = told.get("show", ""), told.get("page", "1")
    return Wanted(
        saved=Saved(saved) if saved in set(Saved) else Saved.TEAM,
        check=told.get("check", "")[:60],
        programme=told.get("programme", "")[:64],
        page=max(int(page), 1) if page.isdecimal() and len(page) <= PAGE_DIGITS else 1,
    )


def open_cases(actor: Actor, programme: str = "") -> QuerySet[Case]:
    """The cases on which something is to be done."""
    found = visibility.cases(actor).filter(is_open=True)
    return found.filter(programme__key=programme) if programme else found


def narrowed(found: QuerySet[Case], saved: Saved, me: Officer, moment: datetime) -> QuerySet[Case]:
    """The cases of one saved filter."""
    if saved is Saved.MINE:
        return found.filter(assigned=me)
    if saved is Saved.LATE:
        return found.filter(due__lt=moment)
    if saved is Saved.TODAY:
        return found.filter(due__gte=moment, due__lt=end_of_day(moment))
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
    found = _all(actor, wanted, me, moment)
    order = ("due", "id") if wanted.saved in BY_DUE else ("rank", "id")
    start = (wanted.page - 1) * SHOWN
    page = found.prefetch_related("programme", "assigned").defer(*_UNSHOWN).order_by(*order)
    taken = list(page[start : start + SHOWN + 1])
    return taken[:SHOWN], len(taken) > SHOWN


def counts(actor: Actor, programme: str, me: Officer, moment: datetime) -> dict[Saved, int]:
    """How many cases each saved filter has."""
    found = open_cases(actor, programme)
    return {saved: narrowed(found, saved, me, moment).count() for saved in Saved}


def counts_of(actor: Actor, asked: Iterable[Wanted], me: Officer, moment: datetime) -> list[int]:
    """How many cases each of these has."""
    return [_all(actor, wanted, me, moment).count() for wanted in asked]


def by_check(actor: Actor, wanted: Wanted, me: Officer, moment: datetime) -> list[tuple[str, int]]:
    """How many cases each check leads among those of a filter, the most first."""
    found = narrowed(open_cases(actor, wanted.programme), wanted.saved, me, moment)
    each = found.values("check_name").annotate(count=Count("id"))
    return sorted(
        ((row["check_name"], row["count"]) for row in each), key=lambda row: (-row[1], row[0])
    )


def _all(actor: Actor, wanted: Wanted, me: Officer, moment: datetime) -> QuerySet[Case]:
    """Everything that is wanted, on however many pages."""
    found = narrowed(open_cases(actor, wanted.programme), wanted.saved, me, moment)
    return found.filter(check_name=wanted.check) if wanted.check else found


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
        .exclude(Q(state=State.PENDING.value) & _judged_by(actor, "pk"))
        .exclude(Q(about__isnull=False) & _judged_by(actor, "about_id"))
        .exclude(pk=after)
        .order_by("rank", "id")
    )


def _judged_by(actor: Actor, case: str) -> Exists:
    """Whether somebody judged something of a case, which the journal says without being opened.

    ``case`` is the column of its number.
    """
    key = Concat(Value("C"), Cast(OuterRef(case), CharField()))
    told = JournalEntry.objects.filter(case=key, kind__in=_JUDGING)
    # Joined to nothing, so that no index of the actor is tried: it has all that they ever did.
    return Exists(told.annotate(who=Concat("actor", Value(""))).filter(who=actor.id))


def is_for(case: Folded, actor: Actor) -> bool:
    """Whether this officer could still judge the case: not contested from them, not their own."""
    mine = case.state is State.PENDING and actor.id in case.judges
    return actor.id not in case.barred and not mine
