"""What comes in about an applicant: an answer, an observation, an appeal, a correction.

Who files it need not see the case, so the page says only whether it was taken.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tamiz.casework import Act, AnyEvent, By, Case, CaseKind, answer, observe
from tamiz.web import appeals, store, visibility
from tamiz.web.forms import CameIn
from tamiz.web.models import Case as Row
from tamiz.web.templatetags.said import say
from tamiz.web.told import Told
from tamiz.web.visitor import Visitor

# What somebody must be allowed to for each kind.
ACTS = {"answer": Act.ANSWER, "observation": Act.OBSERVE, "appeal": Act.APPEAL,
        "correction": Act.APPEAL}  # fmt: skip


def show(request: HttpRequest, who: Visitor) -> HttpResponse:
    """The form, and what becomes of it."""
    form = CameIn(request.POST or None, programmes=visibility.programmes(who.actor, Act.OBSERVE))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        row = (
            visibility.cases(who.actor, ACTS[told["kind"]])
            .filter(programme=told["programme"], about=None, applicant=told["applicant"].strip())
            .first()
        )
        if row is None:
            form.add_error("applicant", str(say("intake.nobody")))
        else:
            with Told(request):
                _file(who, row, told)
                messages.success(request, say("intake.done", applicant=row.applicant))
                return redirect("intake")
    return render(request, "web/intake.html", {"form": form})


def _file(who: Visitor, row: Row, told: dict[str, str]) -> None:
    kind, text = told["kind"], told["text"]
    if kind in {"appeal", "correction"}:
        appeals.open_for(who, row, CaseKind(kind), text)
        return

    def rule(case: Case, by: By) -> tuple[AnyEvent, ...]:
        if kind == "answer":
            return answer(case, by, text=text)
        return observe(
            case, by, store.POLICY, text=text, grading=told["grading"], source=told["source"]
        )

    store.act(who, row, rule)
