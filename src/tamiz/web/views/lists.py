"""List status: what the screening had before it, how old it is, what is held back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tamiz.web import list_status
from tamiz.web.clock import now
from tamiz.web.screening_policy import unit_policy
from tamiz.web.visitor import Visitor


def show(request: HttpRequest, who: Visitor) -> HttpResponse:
    """The lists in the store, and those that the latest runs were screened against."""
    return render(
        request,
        "web/lists.html",
        {
            "stored": list_status.stored(now().date()),
            "runs": list_status.latest_runs(who.actor),
            "policy": unit_policy(),
        },
    )
