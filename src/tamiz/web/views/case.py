"""The page of a case: question, both sides, waterfall, history; and what is done there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tamiz import casework
from tamiz.casework import Act, AnyEvent, By, Case, State, desk
from tamiz.web import store, visibility
from tamiz.web.case_page import colleagues, page_of
from tamiz.web.clock import now
from tamiz.web.told import Told
from tamiz.web.visitor import Visitor


def show(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """The case, after the journal has noted who reads it and why."""
    row = visibility.case_or_404(who.actor, number, with_erased=True)
    if row.state == State.ERASED.value:
        return render(request, "web/erased.html", {"row": row})
    case = store.act(who, row, lambda case, by: desk.see(case, by, purpose=_purpose(who)))
    row.refresh_from_db()
    return render(request, "web/case.html", page_of(who, row, case, now()))


def read(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """A finding was in sight; nothing is drawn."""
    row = visibility.case_or_404(who.actor, number)
    finding = request.POST.get("finding", "")[:64]

    def rule(case: Case, by: By) -> tuple[AnyEvent, ...]:
        if not _is_unread(case, who, finding):
            return ()
        return desk.see(case, by, purpose=_purpose(who), read=(finding,))

    store.act(who, row, rule)
    return HttpResponse(status=204)


def take(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """Lock the case."""
    row = visibility.case_or_404(who.actor, number, Act.TAKE)
    with Told(request):
        store.act(who, row, lambda case, by: desk.take(case, by, store.POLICY))
    return redirect("case", number=number)


def release(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """Let go of the lock."""
    row = visibility.case_or_404(who.actor, number, Act.TAKE)
    with Told(request):
        store.act(who, row, desk.release)
    return redirect("queue")


def assign(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """Give the case to a colleague who may judge it."""
    row = visibility.case_or_404(who.actor, number, Act.ASSIGN)
    to = request.POST.get("to", "")
    with Told(request):
        if to in {one.number for one in colleagues(row)}:
            store.act(who, row, lambda case, by: desk.take(case, by, store.POLICY, to=to))
    return redirect("case", number=number)


def reopen(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """Look at a decided case again."""
    row = visibility.case_or_404(who.actor, number, Act.REOPEN)
    reason = request.POST.get("reason", "")
    with Told(request):
        store.act(who, row, lambda case, by: casework.reopen(case, by, store.POLICY, reason=reason))
    return redirect("case", number=number)


def note(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """A note in the margin."""
    row = visibility.case_or_404(who.actor, number, Act.NOTE)
    text = request.POST.get("text", "")
    with Told(request):
        store.act(who, row, lambda case, by: desk.note(case, by, text=text))
    return redirect(f"{reverse('case', args=[number])}#history")  # where it stands now


def _purpose(who: Visitor) -> str:
    return "" if who.purpose is None else who.purpose.value


def _is_unread(case: Case, who: Visitor, finding: str) -> bool:
    """Whether a finding of the case was not yet noted as read: each is noted once."""
    reading = case.readings.get(who.actor.id)
    return finding in case.findings and (reading is None or finding not in reading.read)
