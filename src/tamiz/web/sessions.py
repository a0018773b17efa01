"""What sessions hold, and for how long: no longer than it is needed.

When a step-up interrupts a form, allauth keeps what was typed in the session and sends it on after
the proof. Whoever goes elsewhere instead, or waits, finds it gone.
"""

from collections.abc import Callable
from datetime import datetime

from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY as STASH
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse

from tamiz.web.clock import now

KEPT = 300  # seconds that a form waits for the proof: time to find a key, not to go home
SINCE = "stashed"  # in the session: since when the form waits (seconds)
# The pages of the proof itself; all others are elsewhere.
PROOF = frozenset(
    {"account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "language"}
)


class StashMiddleware:
    """Forgets a form that waits for a proof, once its reader opens another page or takes too long."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of a page; a form that waits from now on is marked with the instant."""
        response = self._answer(request)
        if STASH in request.session:
            request.session.setdefault(SINCE, now().timestamp())
        else:
            request.session.pop(SINCE, None)
        return response

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> None:
        """Look what waits; Django calls it once it knows the address."""
        del view, args, kwargs
        if STASH not in request.session:
            return
        match = request.resolver_match
        went = request.method == "GET" and (match is None or match.url_name not in PROOF)
        if went or _is_old(request.session, now()):
            _forget(request.session)


def tidy(moment: datetime) -> None:
    """Delete the sessions that have ended, and what waits too long in the others."""
    SessionStore.clear_expired()
    for row in Session.objects.all():
        kept = SessionStore(row.session_key)
        if STASH in kept and _is_old(kept, moment):
            _forget(kept)
            kept.save()


def _is_old(session: SessionBase, moment: datetime) -> bool:
    """Whether a form waits too long."""
    return bool(moment.timestamp() - session.get(SINCE, 0) > KEPT)


def _forget(session: SessionBase) -> None:
    session.pop(STASH, None)
    session.pop(SINCE, None)
