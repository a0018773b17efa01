"""How large a request may be, told before anything of it is read.

Everything but a file of applicants fits into ``LARGEST_FORM``. Files come to two addresses only,
from somebody who is logged in, and lie in the folder of the unit while they come, never in a
folder of the machine that others share.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from tamiz.web.middleware import language_of

MIB = 1 << 20
LARGEST_FILE = 64 * MIB  # as ``intake.limits.JSON_BYTES``: 30,000 full dossiers
LARGEST_FORM = 2_000_000  # a reason of 10,000 letters in three fields, many times over
LARGEST_REQUEST = LARGEST_FILE + LARGEST_FORM  # results are two files; both together
ADDRESSES = frozenset({"/jobs/screen/", "/jobs/bring/"})


class UploadMiddleware:
    """Refuses what is too large, with a page that says how large it may be."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of a page, or why there is none."""
        told = request.META.get("CONTENT_LENGTH") or "0"
        size = int(told) if told.isdecimal() else LARGEST_REQUEST + 1
        is_upload = (
            request.path_info in ADDRESSES and settings.SESSION_COOKIE_NAME in request.COOKIES
        )
        if size <= (LARGEST_REQUEST if is_upload else LARGEST_FORM):
            return self._answer(request)
        code = "error.too_large" if request.path_info in ADDRESSES else "error.bad_request"
        with translation.override(language_of(request).value):
            return render(
                request, "web/error.html", {"code": code},
                status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            )  # fmt: skip
