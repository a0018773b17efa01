"""Erasing cases whose time is over: one senior officer asks, another does it."""

from itertools import islice

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tamiz.casework import Act, Ground, ask_erasure, drop_erasure, kept_until
from tamiz.web import erasing, store, visibility
from tamiz.web.clock import now
from tamiz.web.templatetags.said import say
from tamiz.web.told import Told
from tamiz.web.visitor import Visitor

SHOWN = 100  # cases of a page; those opened first come first


def due(request: HttpRequest, who: Visitor) -> HttpResponse:
    """The cases whose time of keeping is over."""
    moment = now()
    found = list(islice(erasing.falling_due(who.actor, moment), SHOWN))
    every = erasing.may_be_due(who.actor, moment).count() if len(found) == SHOWN else len(found)
    store.listed(who, "erasures_read", len(found))
    told = {"found": found, "all": every, "days": store.POLICY.retention_days}
    return render(request, "web/erasures.html", told)


def show(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """Until when a case is kept, who asked for its erasure, and what would be left of it."""
    row = visibility.case_or_404(who.actor, number, Act.ERASE)
    case = store.load(row)
    store.listed(who, "erasures_read", 1, case=row.key)
    asked = case.erasure
    until = kept_until(case, store.POLICY)
    told = {
        "row": row, "asked": asked, "until": until, "is_over": until <= now(),
        "grounds": list(Ground), "is_mine": asked is not None and asked.actor == who.actor.id,
        "judged": who.actor.id in case.judges | case.barred,
    }  # fmt: skip
    return render(request, "web/erasure.html", told)


def ask(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """Ask that a case be erased."""
    row = visibility.case_or_404(who.actor, number, Act.ASK_ERASURE)
    ground, reason = request.POST.get("ground", ""), request.POST.get("reason", "")
    if ground not in set(Ground):
        messages.error(request, say("erasure.choose"))
        return redirect("erasure", number=number)
    with Told(request):
        store.act(
            who, row,
            lambda case, by: ask_erasure(
                case, by, store.POLICY, ground=Ground(ground), reason=reason
            ),
        )  # fmt: skip
        messages.success(request, say("erasure.is_asked"))
    return redirect("erasure", number=number)


def drop(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """Leave the case as it is."""
    row = visibility.case_or_404(who.actor, number, Act.ERASE)
    reason = request.POST.get("reason", "")
    with Told(request):
        store.act(who, row, lambda case, by: drop_erasure(case, by, reason=reason))
        messages.success(request, say("erasure.is_dropped"))
    return redirect("erasure", number=number)


def carry_out(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """Erase it."""
    row = visibility.case_or_404(who.actor, number, Act.ERASE)
    with Told(request):
        erasing.carry_out(who, row)
        return redirect("case", number=number)
    return redirect("erasure", number=number)
