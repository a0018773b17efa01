"""Search over everything that one may see."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tamiz.web import store, visibility
from tamiz.web.search_words import question_words
from tamiz.web.visitor import Visitor

MOST = 50  # cases that are shown; more is no answer to a question
LEAST = 2  # letters of a question: one letter finds everybody


def show(request: HttpRequest, who: Visitor) -> HttpResponse:
    """The cases that have every word of the question; the search itself is noted.

    Names are asked for in the body of a request: addresses end in logs and histories.
    """
    asked = request.POST.get("q", "").strip()[:200]
    words = question_words(asked)
    rows = []
    if sum(map(len, words)) >= LEAST:
        wanted = Q()
        for word in words:
            wanted &= Q(words__contains=word)
        found = visibility.cases(who.actor).filter(wanted).prefetch_related("programme", "assigned")
        rows = list(found.defer("words").order_by("-is_open", "rank", "id")[: MOST + 1])
        store.listed(who, "searched", len(rows[:MOST]))
    told = {"asked": asked, "rows": rows[:MOST], "more": len(rows) > MOST}
    partial = request.headers.get("HX-Request") == "true"
    return render(request, "web/found.html" if partial else "web/search.html", told)
