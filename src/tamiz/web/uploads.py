"""How large a request may be, told before anything of it is read.

Everything but a file of applicants fits into ``LARGEST_FORM``. Files come to two addresses only,
from somebody who is logged in, and lie in the folder of the unit while they come, never in a
folder of the machine that others share.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from tamiz.web.middleware import language_of

MIB = 1 << 20
LARGEST_FILE = 64 * MIB  # as ``intake.limits.JSON_BYTES``: 30,000 full dossiers
LARGEST_FORM = 2_000_000  # a reason of 10,000 letters in three fields, many times over
LARGEST_REQUEST = LARGEST_FILE + LARGEST_FORM  # results are two files; both together
ADDRESSES = frozenset({"/jobs/screen/", "/jobs/bring/"})


def _is_upload(request: HttpRequest) -> bool:
    """Whether somebody who is logged in brings files; asked of what is large, and of nothing else."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    if request.path_info not in ADDRESSES or not (key.isascii() and key.isalnum()):
        return False
    return SESSION_KEY in SessionStore(key)


class UploadMiddleware:
    """Refuses what is too large, with a page that says how large it may be."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of a page, or why there is none."""
        told = request.META.get("CONTENT_LENGTH") or "0"
        size = int(told) if told.isdecimal() else LARGEST_REQUEST + 1
        if size <= LARGEST_FORM or (size <= LARGEST_REQUEST and _is_upload(request)):
            return self._answer(request)
        code = "error.bad_request"
        if request.path_info in ADDRESSES:
            code = "error.too_large" if size > LARGEST_REQUEST else "error.file_of_nobody"
        with translation.override(language_of(request).value):
            return render(
                request, "web/error.html", {"code": code},
                status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            )  # fmt: skip
