"""Who works here: accounts, roles, programmes."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tamiz.casework import Act, Role, incompatible
from tamiz.web import accounts, journaling, logins
from tamiz.web.clock import now
from tamiz.web.forms import Person
from tamiz.web.models import Officer
from tamiz.web.templatetags.said import casework, say
from tamiz.web.visitor import Visitor


def show(request: HttpRequest, who: Visitor) -> HttpResponse:
    """All accounts with what was given to them."""
    found = Officer.objects.prefetch_related("given", "programmes").order_by("full_name", "pk")
    return render(
        request, "web/people.html", {"people": found, "may_manage": who.may(Act.MANAGE_PEOPLE)}
    )


def new(request: HttpRequest, who: Visitor) -> HttpResponse:
    """Let somebody in: an account without a password, and the link that sets one, told once."""
    form = Person(request.POST or None, initial={"language": who.language.value})
    if request.method == "POST" and form.is_valid() and _compatible(form):
        told = form.cleaned_data
        with transaction.atomic():
            officer = Officer.objects.create(
                username=told["username"], full_name=told["full_name"], language=told["language"],
                email=told.get("email", ""),
            )  # fmt: skip
            _give(who, officer, form)
            token = accounts.invite(officer)
        return _told_link(request, officer, token)
    return render(request, "web/person.html", {"form": form})


def person(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """Change what an account may do, or close it."""
    officer = _other(request, who, number)
    if officer is None:
        return redirect("people")
    form = Person(request.POST or None, officer=officer, initial=_of(officer))
    if request.method == "POST" and form.is_valid() and _compatible(form):
        told = form.cleaned_data
        with transaction.atomic():
            officer.full_name, officer.language = told["full_name"], told["language"]
            officer.is_active = told["is_active"]
            officer.email = told.get("email", officer.email)
            officer.save(update_fields=["full_name", "language", "is_active", "email"])
            _give(who, officer, form)
        messages.success(request, say("people.saved", name=str(officer)))
        return redirect("people")
    told = {"form": form, "officer": officer, "logins": len(logins.of(officer, now()))}
    return render(request, "web/person.html", told)


def link(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """A new link for somebody who lost password or second factor; told once, and noted."""
    officer = _other(request, who, number)
    if officer is None:
        return redirect("people")
    with transaction.atomic():
        token = accounts.invite(officer)
        journaling.note(who.actor.id, "link_given", person=officer.number)
    return _told_link(request, officer, token)


def out(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """Log somebody out everywhere."""
    officer = _other(request, who, number)
    if officer is not None:
        with transaction.atomic():
            accounts.end_sessions(officer)
            journaling.note(who.actor.id, "sessions_ended", person=officer.number)
        messages.success(request, say("people.out_done", name=str(officer)))
    return redirect("people")


def _told_link(request: HttpRequest, officer: Officer, token: str) -> HttpResponse:
    address = request.build_absolute_uri(reverse("first", args=[token]))
    return render(request, "web/invited.html", {"officer": officer, "link": address})


def _other(request: HttpRequest, who: Visitor, number: int) -> Officer | None:
    """The account, where it is somebody else's; nobody changes what they may do themselves.

    Raises:
        Http404: there is no such account.
    """
    officer = Officer.objects.filter(pk=number).first()
    if officer is None:
        raise Http404
    if officer.pk == who.officer.pk:
        messages.error(request, say("people.not_oneself"))
        return None
    return officer


def _of(officer: Officer) -> dict[str, object]:
    return {
        "username": officer.username,
        "full_name": officer.full_name,
        "language": officer.language,
        "email": officer.email,
        "roles": [given.role for given in officer.given.all()],
        "programmes": list(officer.programmes.all()),
        "is_active": officer.is_active,
    }


def _compatible(form: Person) -> bool:
    """Whether one person may have all these roles; if not, the form says which clash."""
    clash = incompatible(frozenset(Role(one) for one in form.cleaned_data["roles"]))
    if clash is None:
        return True
    one, other = (casework("role", role.value) for role in clash)
    form.add_error("roles", str(say("people.incompatible", one=one, other=other)))
    return False


def _give(who: Visitor, officer: Officer, form: Person) -> None:
    """Give what the form says, and note it."""
    told = form.cleaned_data
    accounts.give(officer, *(Role(one) for one in told["roles"]))
    officer.programmes.set(told["programmes"])
    journaling.note(
        who.actor.id, "person_set", person=officer.number, roles=",".join(sorted(told["roles"])),
        programmes=",".join(sorted(one.key for one in told["programmes"])),
        open=str(officer.is_active).lower(),
        # Whoever has the address at the provider is let in: that it changed must be seen.
        address="changed" if told.get("email", "") != form.initial.get("email", "") else "",
    )  # fmt: skip
