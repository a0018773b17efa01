"""Pages for what went wrong; none of them tells more than the reader may know."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def _page(request: HttpRequest, code: str, status: int) -> HttpResponse:
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
    """A fault of ours."""
    return _page(request, "error.broken", 500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's call
    """A form that did not come from our page, or from one of yesterday."""
    return _page(request, "error.forged", 403)
