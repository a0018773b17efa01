"""Keep a filter of the queue under a name, and let it go."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tamiz.web import own_filters
from tamiz.web.own_filters import LONGEST, MOST, OwnFilter
from tamiz.web.queues import wanted_of
from tamiz.web.templatetags.said import say
from tamiz.web.visitor import Visitor


def keep(request: HttpRequest, who: Visitor) -> HttpResponse:
    """Keep what the queue shows now; the same name once more takes the other's place."""
    wanted, name = wanted_of(request.POST), " ".join(request.POST.get("name", "").split())
    kept = own_filters.kept_in(who.officer.filters)
    new = OwnFilter(
        name=name[:LONGEST], show=wanted.saved, check=wanted.check, programme=wanted.programme
    )
    told = own_filters.with_one(kept, new)
    if not name:
        messages.error(request, say("filters.unnamed"))
    elif len(told) > MOST:
        messages.error(request, say("filters.full", most=MOST))
    else:
        _save(who, told)
        messages.success(request, say("filters.kept", name=new.name))
    return redirect(f"{reverse('queue')}?{new.query}")


def drop(request: HttpRequest, who: Visitor) -> HttpResponse:
    """Let a filter go."""
    name = request.POST.get("name", "")
    kept = own_filters.kept_in(who.officer.filters)
    left = own_filters.without(kept, name)
    if left != kept:
        _save(who, left)
        messages.success(request, say("filters.dropped", name=name))
    return redirect("queue")


def _save(who: Visitor, filters: tuple[OwnFilter, ...]) -> None:
    who.officer.filters = own_filters.column_of(filters)
    who.officer.save(update_fields=["filters"])
