"""The way in: every request under ``/api/`` comes here before sessions, cookies and pages.

In this order: the address, the method, the token, the role; then the endpoint. Whatever goes
wrong is answered as JSON, and nothing of a request is ever repeated in a log.
"""

import logging
import re
from collections.abc import Callable
from http import HTTPStatus
from threading import BoundedSemaphore

from django.conf import settings
from django.core.exceptions import BadRequest, DisallowedHost, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from tamiz.errors import NotAllowed, TamizError
from tamiz.web.api.asked import Asked, answered
from tamiz.web.api.fault import Fault, Told, busy, forbidden, missing, unknown_token, wrong
from tamiz.web.api.refine_manifest import KEY
from tamiz.web.api.route import Route
from tamiz.web.api.routes import ROUTES
from tamiz.web.api.tokens import Bearer, bearer
from tamiz.web.server import THREADS
from tamiz.web.troubles import trouble
from tamiz.wording import Language, say

ROOT = "/api/"
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
# Questions that may take long and are answered at once; the other threads are for officers' pages.
PLACES = BoundedSemaphore(THREADS - 2)
_OF_THE_KEY = "/api/reconcile/"
# OpenRefine runs on the machine of who uses it: its pages ask from there, with the key and no cookie.
_OWN_MACHINE = re.compile(r"http://(127\.0\.0\.1|localhost)(:[0-9]{1,5})?")
_LOG = logging.getLogger("tamiz.api")
_BY_WORD: dict[str, list[Route]] = {}  # the endpoints by the first word of their address
for _one in ROUTES:
    _BY_WORD.setdefault(_one.path.partition("/")[0], []).append(_one)


class ApiMiddleware:
    """Answers what is asked under ``/api/``; everything else goes on to the pages."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of an endpoint, or of a page."""
        if not request.path_info.startswith(ROOT):
            return self._answer(request)
        response = respond(request)
        # Django would log the whole path of an error, and names may stand in it; ``respond`` has said
        # what may be said.
        response._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001 - Django's own
        for name, text in (_HEADERS | _shared(request)).items():
            response.headers.setdefault(name, text)
        # With a length the connection stays open for the client's next question.
        response.headers["Content-Length"] = str(len(response.content))
        return response


def _shared(request: HttpRequest) -> dict[str, str]:
    """Lets OpenRefine's pages read what its service answers."""
    origin = request.META.get("HTTP_ORIGIN", "")
    if not request.path_info.startswith(_OF_THE_KEY) or not _OWN_MACHINE.fullmatch(origin):
        return {}
    return {
        "Access-Control-Allow-Origin": origin, "Vary": "Origin",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }  # fmt: skip


def respond(request: HttpRequest) -> HttpResponse:
    """What an endpoint answers, or why none does."""
    try:
        request.get_host()  # refuses names that are not ours
        _refuse_the_clear(request)
        route, found = _route(request)
        asked = Asked(request, found, _bearer(request, route))
        return _in_place(route, asked) if route.is_long else route.view(asked)
    except Fault as fault:
        return answered(fault.told, status=fault.status, headers=fault.headers)
    except NotAllowed:
        return _refused(forbidden("do this"))
    except (DisallowedHost, SuspiciousOperation, BadRequest):
        return _refused(wrong("the request is not understood", where="request"))
    except TamizError as error:
        told = Told(detail=str(error), do="see docs/api.md")
        return answered(told, status=HTTPStatus.CONFLICT)
    except Exception as error:  # noqa: BLE001 - the last door: nothing leaves but JSON
        return _broken(request, error)


def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    """What is told of an error that nobody foresaw: of the machine, or a fault of ours."""
    wrong_there = trouble(error)
    if wrong_there is not None:
        detail = say(f"web.error.{wrong_there.value}", Language.ENGLISH)
        told = Told(detail=detail, do="try again later")
        return answered(told, status=HTTPStatus.SERVICE_UNAVAILABLE)
    _LOG.error("%s %s: %s", request.method, _kind(request), type(error).__name__)
    told = Told(detail="a fault of Tamiz's", do="look into its log; the request changed nothing")
    return answered(told, status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _in_place(route: Route, asked: Asked) -> HttpResponse:
    """What a long question is answered, while some of the server's threads stay free for others.

    Raises:
        Fault: as many are under way as may be.
    """
    if not PLACES.acquire(blocking=False):
        raise busy()
    try:
        return route.view(asked)
    finally:
        PLACES.release()


def _bearer(request: HttpRequest, route: Route) -> Bearer | None:
    """Who asks, by the header; where the route allows it, by the address; None where all may.

    Raises:
        Fault: nobody that is known, or somebody whose role does not allow it.
    """
    if route.is_public:
        return None
    header = request.META.get("HTTP_AUTHORIZATION", "")
    if not header and route.takes_key and (key := request.GET.get(KEY)):
        header = f"Bearer {key}"
    who = bearer(header)
    if who is None:
        raise unknown_token()
    if route.act is not None and not who.visitor.may(route.act):
        raise forbidden(route.act.value)
    return who


def _route(request: HttpRequest) -> tuple[Route, dict[str, str]]:
    """The endpoint of an address, and the parts of the address."""
    path = request.path_info.removeprefix(ROOT).rstrip("/")
    begun = _BY_WORD.get(path.partition("/")[0], ())
    there = [(route, match) for route in begun if (match := route.pattern.fullmatch(path))]
    for route, match in there:
        if request.method in route.methods:
            return route, match.groupdict()
    if not there:
        raise missing("there is no such endpoint", where="path", do="see /api/openapi.json")
    allowed = ", ".join(sorted({name for route, _ in there for name in route.methods}))
    told = Told(detail="this method is not answered here", where="method", expected=allowed)
    raise Fault(HTTPStatus.METHOD_NOT_ALLOWED, told, headers={"Allow": allowed})


def _refuse_the_clear(request: HttpRequest) -> None:
    """Nothing, where nobody on the way could read the token; it is not led on to TLS in silence.

    Raises:
        Fault: anybody could.
    """
    if settings.SECURE_SSL_REDIRECT and not request.is_secure():
        raise wrong(
            "asked over a network in the clear", where="scheme", expected="https",
            do="ask over https, and have the token replaced",
        )  # fmt: skip


def _refused(fault: Fault) -> HttpResponse:
    return answered(fault.told, status=fault.status, headers=fault.headers)


def _kind(request: HttpRequest) -> str:
    """The endpoint's first word: ids may be personal data."""
    return request.path_info.removeprefix(ROOT).partition("/")[0][:20]
