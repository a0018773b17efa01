"""One's own account: language, keys, purpose; and the link that opens it."""

from http import HTTPStatus

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from tamiz.web import accounts, factors, journaling, logins, shortcuts
from tamiz.web.clock import now
from tamiz.web.forms import First, Keys, Me, Password
from tamiz.web.models import Officer
from tamiz.web.templatetags.said import say
from tamiz.web.visitor import PURPOSE, Purpose, Visitor
from tamiz.wording import Language
from tamiz.wording import say as said

_YEAR = 365 * 24 * 60 * 60  # seconds that a browser keeps the choice of a language


def me(request: HttpRequest, who: Visitor) -> HttpResponse:
    """Language and keys; the way to passkeys and one-time codes."""
    officer = who.officer
    start = {"language": officer.language, "keys_on": officer.keys_on}
    form = Me(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        officer.language = form.cleaned_data["language"]
        officer.keys_on = form.cleaned_data["keys_on"]
        officer.save(update_fields=["language", "keys_on"])
        messages.success(request, said("web.me.saved", Language(officer.language)))
        return redirect("me")
    found = logins.of(officer, now(), request.session.session_key)
    return render(request, "web/me.html", {"form": form, "logins": found})


def out(request: HttpRequest, who: Visitor) -> HttpResponse:
    """Log the account out everywhere but here."""
    with transaction.atomic():
        accounts.end_sessions(who.officer)
        journaling.note(who.actor.id, "sessions_ended", person=who.officer.number)
    update_session_auth_hash(request, who.officer)
    messages.success(request, say("me.out_done"))
    return redirect("me")


def end(request: HttpRequest, who: Visitor) -> HttpResponse:
    """End one other session of the account."""
    name = request.POST.get("login", "")
    with transaction.atomic():
        ended = logins.end(who.officer, name, now(), request.session.session_key)
        if ended:
            journaling.note(who.actor.id, "session_ended", person=who.officer.number)
    if ended:
        messages.success(request, say("me.end_done"))
    else:
        messages.error(request, say("me.end_gone"))
    return redirect("me")


def factor(request: HttpRequest, who: Visitor) -> HttpResponse:
    """Why a second factor is needed, and the two ways to set one up."""
    return render(request, "web/factor.html", {"owes": factors.owes_one(who.officer)})


def keys(request: HttpRequest, who: Visitor) -> HttpResponse:
    """The keys, what each does, and which one somebody would rather press."""
    officer = who.officer
    form = Keys(request.POST or None, initial=shortcuts.keys_of(officer.keys))
    if request.method == "POST":
        if "usual" in request.POST:
            officer.keys = {}
        elif form.is_valid():
            officer.keys = shortcuts.own_keys(form.cleaned_data)
        else:
            return render(request, "web/keys.html", {"form": form})
        officer.save(update_fields=["keys"])
        messages.success(request, say("keys.saved"))
        return redirect("keys")
    return render(request, "web/keys.html", {"form": form})


def purpose(request: HttpRequest, _who: Visitor) -> HttpResponse:
    """For what somebody will read about applicants, until they say otherwise or log out."""
    told = request.POST.get("purpose", "")
    if told in set(Purpose):
        request.session[PURPOSE] = told
        return redirect(_within(request, request.POST.get("next", "")))
    back = {"purposes": list(Purpose), "next": request.GET.get("next", "/")}
    return render(request, "web/purpose.html", back)


def language(request: HttpRequest) -> HttpResponse:
    """The language of the pages: of the account, or of this browser before anybody logs in."""
    told = request.POST.get("language", "")
    answer = redirect(_within(request, request.POST.get("next", "")))
    if told not in set(Language):
        return answer
    if isinstance(request.user, Officer):
        Officer.objects.filter(pk=request.user.pk).update(language=told)
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, told, max_age=_YEAR, httponly=True, samesite="Strict",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return answer


def first(request: HttpRequest, token: str) -> HttpResponse:
    """A link that works once: a password for an account, or the first administrator."""
    found = accounts.invitation(token)
    if found is None or (found.officer is None and accounts.has_administrator()):
        return render(
            request, "web/error.html", {"code": "error.link"}, status=HTTPStatus.NOT_FOUND
        )
    kind = First if found.officer is None else Password
    form = kind(request.POST or None, officer=found.officer)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        officer = accounts.accept(
            token, password=told["password"], username=told.get("username", ""),
            full_name=told.get("full_name", ""),
        )  # fmt: skip
        if officer is None:
            raise Http404
        _enter(request, officer)
        return redirect("queue")
    return render(request, "web/first.html", {"form": form, "officer": found.officer})


def _enter(request: HttpRequest, officer: Officer) -> None:
    """Log in whoever has just set a password: the link was their proof, and they typed it twice."""
    if request.user.is_authenticated:
        logout(request)  # another account of this browser; nothing of its session is taken over
    record_authentication(request, officer, "link", reauthenticated=True)
    login(request, officer, backend=settings.AUTHENTICATION_BACKENDS[0])


def _within(request: HttpRequest, address: str) -> str:
    """The address if it is one of ours, else the first page."""
    hosts = {request.get_host()}
    ours = url_has_allowed_host_and_scheme(address, hosts, require_https=request.is_secure())
    # Django takes what is no path for the name of a page.
    return address if ours and address.startswith("/") else "/"
