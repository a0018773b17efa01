"""Cases that belong together, decided together; each is judged and recorded by itself."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from tamiz.casework import Act, AnyEvent, By, Case, Opinion, Ruling, decide, told
from tamiz.errors import CaseworkError
from tamiz.web import queues, store, visibility
from tamiz.web.models import Case as Row
from tamiz.web.templatetags.said import say
from tamiz.web.visitor import Visitor


def show(request: HttpRequest, who: Visitor, key: str) -> HttpResponse:
    """The open cases of a group."""
    rows = list(_rows(who, key))
    if not rows:
        raise Http404
    store.listed(who, "queue_read", len(rows))
    shown = {"rows": rows, "key": key, "rulings": list(Ruling), "may_decide": who.may(Act.DECIDE)}
    return render(request, "web/group.html", shown)


def together(request: HttpRequest, who: Visitor, key: str) -> HttpResponse:
    """One decision on the chosen cases of a group; a second officer looks at each."""
    form = request.POST
    chosen = {int(one) for one in form.getlist("case") if one.isdecimal()}
    rows = [row for row in _rows(who, key) if row.pk in chosen]
    if not rows or form.get("ruling", "") not in set(Ruling):
        messages.error(request, say("group.choose"))
        return redirect("group", key=key)
    bulk, done = uuid4().hex, 0
    for row in rows:
        try:
            _decide(who, row, form, bulk)
            done += 1
        except CaseworkError as error:
            messages.error(request, f"{row.applicant}: {told(error, who.language)}")
    messages.success(request, say("group.done", done=done, all=len(rows)))
    return redirect("queue")


def _decide(who: Visitor, row: Row, form: QueryDict, bulk: str) -> None:
    said = Opinion(
        ruling=Ruling(form.get("ruling", "")), reason=form.get("reason", ""), told=form.get("told", ""),
        seen=form.get(f"evidence-{row.pk}", ""),
    )  # fmt: skip

    def rule(case: Case, by: By) -> tuple[AnyEvent, ...]:
        return decide(case, by, store.POLICY, said, bulk=bulk)

    store.act(who, row, rule)


def _rows(who: Visitor, key: str) -> list[Row]:
    found = visibility.cases(who.actor).filter(is_open=True, group=key)
    return list(
        found.prefetch_related("programme", "assigned").order_by("rank", "id")[: queues.SHOWN]
    )
