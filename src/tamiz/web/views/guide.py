"""How to work here, in a page: what verdicts and decisions mean, and what happens after them."""

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tamiz.casework import Ruling, Verdict
from tamiz.model import Outcome
from tamiz.web import store
from tamiz.web.templatetags.said import say

# Sentences of each part, in the order of the page; ``web.guide.PART.NAME`` says them.
_PARTS = {
    "day": ("take", "read", "judge", "decide", "undo"),
    "second": ("when", "when_unsampled", "blind", "agree"),
    "due": ("late",),
    "later": ("quiet", "observed", "appeal", "again"),
}
_OUTCOMES = (Outcome.CONCERN, Outcome.CLEAR, Outcome.INDETERMINATE)


def show(request: HttpRequest) -> HttpResponse:
    """The page, with the figures of the unit's own policy."""
    figures = msgspec.structs.asdict(store.POLICY)
    left_out = "when" if not store.POLICY.quality_one_in else "when_unsampled"
    parts = {
        part: [say(f"guide.{part}.{name}", **figures) for name in names if name != left_out]
        for part, names in _PARTS.items()
    }
    rulings = [(one, say(f"guide.ruling.{one.value}", **figures)) for one in Ruling]
    told = {"parts": parts, "rulings": rulings, "verdicts": list(Verdict), "outcomes": _OUTCOMES}
    return render(request, "web/guide.html", told)
