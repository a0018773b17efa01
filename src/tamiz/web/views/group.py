"""Cases that belong together, decided together; each is judged and recorded by itself."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tamiz.casework import Act, AnyEvent, BulkRow, By, Case, Opinion, Ruling, decide, told
from tamiz.web import queues, store, visibility
from tamiz.web.columns import number
from tamiz.web.models import Case as Row
from tamiz.web.templatetags.said import say
from tamiz.web.visitor import Visitor

PAGE_DIGITS = 4  # of a page's number: no group has 500,000 cases


def show(request: HttpRequest, who: Visitor, key: str) -> HttpResponse:
    """The open cases of a group."""
    rows, pages = _page(request, who, key)
    if not rows:
        raise Http404
    return render(request, "web/group.html", pages | _form(who, rows, key))


def together(request: HttpRequest, who: Visitor, key: str) -> HttpResponse:
    """One decision on the chosen cases of a group; a second officer looks at each.

    Where some are refused, the page comes again with what was typed, and these chosen.
    """
    form = request.POST
    chosen = {number(one) for one in form.getlist("case")}
    rows, pages = _page(request, who, key)
    wanted = [row for row in rows if row.pk in chosen]
    if not wanted or form.get("ruling", "") not in set(Ruling):
        messages.error(request, say("group.choose"))
        return redirect("group", key=key)
    refused = _decided(request, who, wanted)
    if not refused:
        return redirect("queue")
    rows, pages = _page(request, who, key)  # as they stand now
    again = {"chosen": {row.pk for row in refused}, "typed": form, "ruling": form["ruling"]}
    return render(request, "web/group.html", pages | _form(who, rows, key) | again)


def _decided(request: HttpRequest, who: Visitor, rows: list[Row]) -> list[Row]:
    """Decide these as the form says, and tell what became of them; those that were refused."""
    form, bulk = request.POST, uuid4().hex
    seen = {row.key: form.get(f"evidence-{row.pk}", "") for row in rows}

    def rule(case: Case, by: By) -> tuple[AnyEvent, ...]:
        said = Opinion(
            ruling=Ruling(form["ruling"]), reason=form.get("reason", ""), told=form.get("told", ""),
            seen=seen[case.id],
        )  # fmt: skip
        return decide(case, by, store.POLICY, said, bulk=bulk)

    became = store.act_each(who, rows, rule)
    refused = [one for one in became if one.refused is not None]
    _tell(request, who, rows, refused)
    ids = {one.case.id for one in refused}
    return [row for row in rows if row.key in ids]


def _tell(request: HttpRequest, who: Visitor, rows: list[Row], refused: list[BulkRow]) -> None:
    names = {row.key: row.applicant for row in rows}
    for one in refused:
        if one.refused is not None:
            messages.error(request, f"{names[one.case.id]}: {told(one.refused, who.language)}")
    messages.success(request, say("group.done", done=len(rows) - len(refused), all=len(rows)))


def _form(who: Visitor, rows: list[Row], key: str) -> dict[str, object]:
    """What the page shows, after the journal has noted who reads it."""
    store.listed(who, "queue_read", len(rows))
    for row in rows:
        row.grounds = store.load(row).grounds  # type: ignore[attr-defined] # for its line in the form
    return {"rows": rows, "key": key, "rulings": list(Ruling), "may_decide": who.may(Act.DECIDE)}


def _page(request: HttpRequest, who: Visitor, key: str) -> tuple[list[Row], dict[str, object]]:
    """The cases of a page, and which page of how many cases it is."""
    asked = (request.POST or request.GET).get("page", "1")
    page = max(int(asked), 1) if asked.isdecimal() and len(asked) <= PAGE_DIGITS else 1
    found = visibility.cases(who.actor).filter(is_open=True, group=key)
    all_of_it, start = found.count(), (page - 1) * queues.SHOWN
    ordered = found.prefetch_related("programme", "assigned").order_by("rank", "id")
    rows = list(ordered[start : start + queues.SHOWN])
    more = page + 1 if all_of_it > start + queues.SHOWN else 0
    return rows, {
        "all": all_of_it, "page": page, "first": start + 1, "last": start + len(rows),
        "more": more, "before": page - 1,
    }  # fmt: skip
