"""The queue, and *next and lock it*."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tamiz.casework.desk import take
from tamiz.errors import CaseworkError
from tamiz.web import own_filters, queues, store, visibility
from tamiz.web.clock import now
from tamiz.web.columns import number
from tamiz.web.models import Case as Row
from tamiz.web.own_filters import OwnFilter
from tamiz.web.templatetags.said import say
from tamiz.web.visitor import Visitor

TRIED = 20  # cases that are read at once; the first is nearly always free
# Cases that are opened at most, 5 ms each: what the database cannot tell apart is rare.
MOST_READ = 40


def show(request: HttpRequest, who: Visitor) -> HttpResponse:
    """The open cases, filtered and counted."""
    wanted, moment = queues.wanted_of(request.GET), now()
    kept = own_filters.kept_in(who.officer.filters)
    shown, more = queues.rows(who.actor, wanted, who.officer, moment)
    store.listed(who, "queue_read", len(shown))
    return render(
        request,
        "web/queue.html",
        {
            "wanted": wanted,
            "rows": shown,
            "more": more,
            "counts": queues.counts(who.actor, wanted.programme, who.officer, moment),
            "checks": queues.by_check(who.actor, wanted, who.officer, moment),
            "kept": list(zip(kept, _counted(who, kept, moment), strict=True)),
            "current": own_filters.current(kept, wanted),
            "longest": own_filters.LONGEST,
            "groups": queues.group_sizes(who.actor, shown),
            "programmes": list(visibility.programmes(who.actor)),
        },
    )


def _counted(who: Visitor, kept: tuple[OwnFilter, ...], moment: datetime) -> list[int]:
    """How many cases each of somebody's own filters has."""
    return queues.counts_of(who.actor, (one.wanted for one in kept), who.officer, moment)


def take_next(request: HttpRequest, who: Visitor) -> HttpResponse:
    """Lock the most urgent free case and open it."""
    return next_case(request, who, after=number(request.POST.get("after", "")))


def next_case(request: HttpRequest, who: Visitor, *, after: int = 0) -> HttpResponse:
    """The page of the next case, which is locked; the queue where there is none."""
    found = _free(who, after)
    for row in islice(found, MOST_READ):
        if not queues.is_for(store.load(row), who.actor):
            continue
        try:
            store.act(who, row, lambda case, by: take(case, by, store.POLICY))
        except CaseworkError:
            continue  # somebody else was faster
        return redirect("case", number=row.pk)
    is_more = next(found, None) is not None
    messages.info(request, say("queue.others_only" if is_more else "queue.nothing_to_take"))
    return redirect("queue")


def _free(who: Visitor, after: int) -> Iterator[Row]:
    """All cases that may be free, the most urgent first."""
    found = queues.free(who.actor, who.officer, now(), after=after)
    start = 0
    while rows := list(found[start : start + TRIED]):
        yield from rows
        start += TRIED
