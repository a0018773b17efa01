"""Headers that every answer carries, whatever answered: a page, a file, the API, or a refusal.

This stands before everything else, so that an error of an outer layer has them as well. What an
inner layer said for itself stays: a page its policy of content, a file how long it may be kept.
"""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# What a browser forgets when somebody goes: pages and what scripts kept.
FORGET = '"cache", "storage"'


class HeadersMiddleware:
    """Adds what an answer does not say itself."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, with every header."""
        response = self._answer(request)
        for name, text in HEADERS.items():
            response.headers.setdefault(name, text)
        return response
