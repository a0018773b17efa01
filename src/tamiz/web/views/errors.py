"""Pages for what went wrong; none of them tells more than the reader may know."""

import sys
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from tamiz.web.middleware import language_of
from tamiz.web.templatetags.said import reader
from tamiz.web.troubles import trouble


def _page(request: HttpRequest, code: str, status: int) -> HttpResponse:
    # A request may be refused before it is known who asks and in which language.
    with translation.override(language_of(request).value):
        return render(request, "web/error.html", {"code": code}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """The request is malformed or too large."""
    return _page(request, "error.bad_request", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """The reader's roles do not allow it."""
    return _page(request, "error.forbidden", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Nothing is here, or nothing that this reader may see."""
    return _page(request, "error.not_found", 404)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours, or something that is wrong with the machine."""
    found = trouble(sys.exc_info()[1])  # Django calls this while it handles the error
    if found is None:
        return _page(request, "error.broken", 500)
    return _drawn_without_tables(f"error.{found.value}", HTTPStatus.SERVICE_UNAVAILABLE)


def _drawn_without_tables(code: str, status: HTTPStatus) -> HttpResponse:
    """The page without its reader's name and navigation: they come from the database."""
    page = render_to_string("web/error.html", {"code": code, "language": reader()})
    return HttpResponse(page, status=status, headers={"Cache-Control": "no-store"})


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's call
    """A form that did not come from our page, or from one of yesterday."""
    return _page(request, "error.forged", 403)
