"""What happens to every request: its language, and the gates before anybody sees anything."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation

from tamiz.web import logins
from tamiz.web.clock import now
from tamiz.web.headers import FORGET
from tamiz.web.logins import SEEN
from tamiz.web.models import Officer
from tamiz.wording import Language

Answer = Callable[[HttpRequest], HttpResponse]
NOTED = 60  # seconds between two notes of it: each is a write

__all__ = ["GateMiddleware", "LanguageMiddleware", "login_not_required"]


def language_of(request: HttpRequest) -> Language:
    """The account's language; before that the cookie's, then what the browser asks for."""
    user = getattr(request, "user", None)  # none yet where the request itself is refused
    if isinstance(user, Officer):
        return Language(user.language)
    told = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if told in set(Language):
        return Language(told)
    return Language(translation.get_language_from_request(request))


class LanguageMiddleware:
    """Speaks to everybody in their own language."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the reader."""
        language = language_of(request)
        with translation.override(language.value), timezone.override(settings.TIME_ZONE):
            response = self._answer(request)
        response.headers["Content-Language"] = language.value
        return response


def _asks_by_itself(request: HttpRequest) -> bool:
    """A page that looks again how far jobs are: nobody need sit before it."""
    return "HX-Request" in request.headers and request.path_info == "/jobs/"


class GateMiddleware:
    """Ends idle sessions; a browser whose session ended forgets what it was shown."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, unless the session was idle for too long."""
        if request.user.is_authenticated:
            moment = int(now().timestamp())
            if logins.is_over(request.session, moment):
                logout(request)
                return _forgotten(redirect(settings.LOGIN_URL))
            logins.begin(request.session, request.headers.get("User-Agent", ""), moment)
            seen = request.session.get(SEEN)
            if seen is None or (moment - seen > NOTED and not _asks_by_itself(request)):
                request.session[SEEN] = moment
        was_in = request.user.is_authenticated
        response = self._answer(request)
        is_gone = was_in and not request.user.is_authenticated
        return _forgotten(response) if is_gone else response


def _forgotten(response: HttpResponse) -> HttpResponse:
    response.headers["Clear-Site-Data"] = FORGET
    return response
