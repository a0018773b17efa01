"""Requests that no browser sends: a NUL in an address, a cookie or a field.

PostgreSQL keeps none and SQLite does, so what passed on the one would be a fault of ours on the
other. It is refused before anything is looked up.
"""

from collections.abc import Callable, Iterator

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

from tamiz.web.columns import NUL


def texts_of(request: HttpRequest) -> Iterator[str]:
    """Every text of a request that a page may look up."""
    yield request.path_info
    for name, text in request.COOKIES.items():
        yield from (name, text)
    for told in (request.GET, request.POST):
        for name, texts in told.lists():
            yield from (name, *texts)


class SoundMiddleware:
    """Refuses what no page can have sent, before sessions and accounts are looked up."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of a page."""
        if any(NUL in text for text in texts_of(request)):
            raise BadRequest("a NUL in the request")
        return self._answer(request)
