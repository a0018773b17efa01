"""What comes in about an applicant: an answer, an observation, an appeal, a correction.

Who files it need not see the case, so the page says only that it was taken, and the same whatever
state the case is in.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tamiz.casework import Act
from tamiz.web import filing, observations, visibility
from tamiz.web.forms import CameIn
from tamiz.web.templatetags.said import say
from tamiz.web.visitor import Visitor

# What somebody must be allowed to for each kind.
ACTS = {"answer": Act.ANSWER, "observation": Act.OBSERVE, "appeal": Act.APPEAL,
        "correction": Act.APPEAL}  # fmt: skip


def show(request: HttpRequest, who: Visitor) -> HttpResponse:
    """The form, and what becomes of it."""
    form = CameIn(request.POST or None, programmes=visibility.programmes(who.actor, Act.OBSERVE))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        rows = list(
            visibility.cases(who.actor, ACTS[told["kind"]])
            .filter(programme=told["programme"], applicant=told["applicant"].strip())
            .order_by("pk")
        )
        if not rows and told["kind"] == "observation" and told["opens"]:
            rows = observations.opened_for(who, told["programme"], told["applicant"])
        if rows:
            filing.file(who, rows, told["kind"], told)
            messages.success(request, say("intake.done", applicant=rows[0].applicant))
            return redirect("intake")
        form.add_error("applicant", str(say("intake.nobody")))
    return render(request, "web/intake.html", {"form": form})
