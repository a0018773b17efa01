"""Observations: the form without an account, the forms that there are, and what nobody placed yet."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tamiz.casework import Act
from tamiz.web import observations, store, visibility
from tamiz.web.columns import number
from tamiz.web.forms import NewForm, Tell
from tamiz.web.models import ObservationForm, Unplaced
from tamiz.web.templatetags.said import say
from tamiz.web.told import Told
from tamiz.web.visitor import Visitor


def tell(request: HttpRequest, token: str) -> HttpResponse:
    """The form of a link; what is sent is answered alike, whomever it is about."""
    link = observations.form_of(token)
    if link is None:
        raise Http404
    form = Tell(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        grading = told["source_grade"] + told["word_grade"]
        observed = observations.Told(
            told["about"], told["text"], grading, told["source"], told["seen"]
        )
        if not observations.take_in(link, observed):
            return render(request, "web/told.html", {"code": "tell.too_much"}, status=429)
        return render(request, "web/told.html", {"code": "tell.thanks"})
    return render(request, "web/tell.html", {"form": form, "programme": link.programme})


def show(request: HttpRequest, who: Visitor) -> HttpResponse:
    """What came in and nobody placed yet; and the forms, for who may make them."""
    found = observations.waiting(who.actor)
    store.listed(who, "observations_read", len(found))
    programmes = visibility.programmes(who.actor, Act.ASSIGN)
    forms = ObservationForm.objects.filter(programme__in=programmes).select_related("programme")
    shown = {
        "waiting": found,
        "may_make": who.may(Act.ASSIGN),
        "may_place": who.may(Act.OBSERVE),
        "me": who.officer.pk,
        "form": NewForm(programmes=programmes),
        "forms": forms.order_by("closed", "-pk"),
    }
    return render(request, "web/observations.html", shown)


def make(request: HttpRequest, who: Visitor) -> HttpResponse:
    """A new form; its link is told once."""
    form = NewForm(request.POST, programmes=visibility.programmes(who.actor, Act.ASSIGN))
    if not form.is_valid():
        messages.error(request, say("observations.incomplete"))
        return redirect("observations")
    told = form.cleaned_data
    token = observations.make(who.officer, told["programme"], told["label"])
    link = request.build_absolute_uri(reverse("tell", args=[token]))
    return render(request, "web/form_made.html", {"link": link, "programme": told["programme"]})


def close(request: HttpRequest, who: Visitor) -> HttpResponse:
    """Close a form."""
    programmes = visibility.programmes(who.actor, Act.ASSIGN)
    forms = ObservationForm.objects.filter(programme__in=programmes)
    form = forms.filter(pk=number(request.POST.get("form", ""))).first()
    if form is not None:
        observations.close(who, form)
        messages.success(request, say("observations.closed"))
    return redirect("observations")


def place(request: HttpRequest, who: Visitor) -> HttpResponse:
    """Say whom an observation is about, or that it is about nobody here."""
    found = Unplaced.objects.filter(programme__in=visibility.programmes(who.actor, Act.OBSERVE))
    one = found.select_related("programme").filter(pk=number(request.POST.get("one", ""))).first()
    try:
        with Told(request):
            _placed(request, who, one)
    except Unplaced.DoesNotExist:
        messages.error(request, say("observations.gone"))
    return redirect("observations")


def _placed(request: HttpRequest, who: Visitor, one: Unplaced | None) -> None:
    if one is None:
        raise Unplaced.DoesNotExist
    if "drop" in request.POST:
        is_gone = observations.put_away(who, one)
        messages.success(request, say("observations.dropped" if is_gone else "observations.away"))
    elif "keep" in request.POST:
        observations.keep(who, one)
        messages.success(request, say("observations.kept"))
    elif observations.place(
        who, one, request.POST.get("applicant", "")[:200], opens="opens" in request.POST
    ):
        messages.success(request, say("observations.placed"))
    else:
        messages.error(request, say("intake.nobody"))
