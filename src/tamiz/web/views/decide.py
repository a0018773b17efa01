"""Verdicts on findings, decisions on cases, second looks, and undo."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from tamiz.casework import (
    Act,
    AnyEvent,
    By,
    Case,
    Opinion,
    Ruling,
    State,
    Verdict,
    ask_again,
    decide,
    dispose,
    fold,
    is_sampled,
    keep_quiet,
    second_look,
)
from tamiz.casework import undo as take_back
from tamiz.casework import withdraw as end_clearance
from tamiz.casework.verdicts import SETTLES
from tamiz.errors import HurriedVerdict
from tamiz.web import clearing, store, undoing, visibility
from tamiz.web.models import Case as Row
from tamiz.web.templatetags.said import say
from tamiz.web.told import Told
from tamiz.web.views.queue import next_case
from tamiz.web.visitor import Visitor

Rule = Callable[[Case, By], tuple[AnyEvent, ...]]


def verdict(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """One verdict on one finding."""
    row = visibility.case_or_404(who.actor, number, Act.DISPOSE)
    asked = request.POST.get("verdict", "")
    finding, reason = request.POST.get("finding", ""), request.POST.get("reason", "")
    keep = "quiet" in request.POST and asked in SETTLES
    here = f"f-{finding[:16]}"
    back = f"{reverse('case', args=[number])}#{here}"
    if asked not in set(Verdict):
        messages.error(request, say("case.choose_verdict"), extra_tags=f"at-{here}")
        return redirect(back)

    def rule(case: Case, by: By) -> tuple[AnyEvent, ...]:
        events = dispose(
            case, by, store.POLICY, findings=(finding,), verdict=Verdict(asked), reason=reason
        )
        if not keep:
            return events
        quiet = clearing.quiet(row, case, finding, request.POST["quiet"])
        return (
            *events,
            *keep_quiet(fold(events, case), by, store.POLICY, finding=finding, quiet=quiet),
        )

    with Told(request, at=here):
        after = _unhurried(who, row, rule)
        undoing.offer(request, who, row, after)
        left = [key for key in after.to_judge if key not in after.dispositions]
        anchor = f"f-{left[0]}" if left else "decide"
        return redirect(f"{reverse('case', args=[number])}#{anchor}")
    return redirect(back)


def ruling(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """A decision on the case, or the proposal of one."""
    row = visibility.case_or_404(who.actor, number, Act.DECIDE)
    asked, form = request.POST.get("ruling", ""), request.POST
    if asked not in set(Ruling):
        messages.error(request, say("case.choose_ruling"), extra_tags="at-decide")
        return redirect(f"{reverse('case', args=[number])}#decide")

    def rule(case: Case, by: By) -> tuple[AnyEvent, ...]:
        sampled = is_sampled(store.sampling_key(), case, store.POLICY)
        return decide(case, by, store.POLICY, _opinion(form, asked), sampled=sampled)

    with Told(request, at="decide"):
        after = _unhurried(who, row, rule)
        _say_what_became(request, after)
        undoing.offer(request, who, row, after)
        return next_case(request, who, after=number)
    return redirect(f"{reverse('case', args=[number])}#decide")


def second(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """What a second officer would decide, blind."""
    row = visibility.case_or_404(who.actor, number, Act.SECOND_LOOK)
    asked, form = request.POST.get("ruling", ""), request.POST
    if asked not in set(Ruling):
        messages.error(request, say("case.choose_ruling"), extra_tags="at-decide")
        return redirect(f"{reverse('case', args=[number])}#decide")
    with Told(request, at="decide"):
        after = _unhurried(
            who, row, lambda case, by: second_look(case, by, store.POLICY, _opinion(form, asked))
        )
        _say_what_became(request, after)
        return next_case(request, who, after=number)
    return redirect(f"{reverse('case', args=[number])}#decide")


def undo(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """Take the last act back."""
    row = visibility.case_or_404(who.actor, number, Act.DISPOSE)
    undoing.forget(request)
    with Told(request):
        store.act(who, row, lambda case, by: take_back(case, by, store.POLICY))
        messages.success(request, say("undo.done"))
    return redirect("case", number=number)


def withdraw(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """What kept a pair quiet ends, and its finding is to be judged."""
    row = visibility.case_or_404(who.actor, number, Act.CLEAR)
    clearance = request.POST.get("clearance", "")[:64]
    with Told(request):
        after = store.act(who, row, lambda case, by: end_clearance(case, by, clearance=clearance))
        undoing.offer(request, who, row, after)
    return redirect("case", number=number)


def _opinion(form: QueryDict, asked: str) -> Opinion:
    """What the form says; the rules judge it."""
    return Opinion(
        ruling=Ruling(asked), reason=form.get("reason", ""), told=form.get("told", ""),
        seen=form.get("evidence", ""),
    )  # fmt: skip


def _unhurried(who: Visitor, row: Row, rule: Rule) -> Case:
    """Apply a judging rule; a hurried one is noted before it is refused."""
    try:
        return store.act(who, row, rule)
    except HurriedVerdict:
        store.act(who, row, ask_again)
        raise


def _say_what_became(request: HttpRequest, after: Case) -> None:
    """What the case is now, without a word about what anybody else thought."""
    codes = {State.DECIDED: "became.decided", State.PENDING: "became.pending",
             State.WAITING: "became.waiting", State.ESCALATED: "became.escalated"}  # fmt: skip
    if after.state in codes:
        messages.success(request, say(codes[after.state], applicant=after.applicant))
