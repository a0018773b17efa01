"""One endpoint: its address, who may ask, what goes in and out."""

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.http import HttpResponse
from msgspec import Struct

from tamiz.casework.people import Act
from tamiz.web.api.asked import Asked

View = Callable[[Asked], HttpResponse]


class Route(Struct, frozen=True, kw_only=True, dict=True):
    """An address under ``/api/``, with gaps in braces, and who may ask.

    ``query`` are the names after the question mark, each with what it means; ``body`` and
    ``answer`` the types of JSON that go in and out (a tuple: one of these). ``form`` names fields
    of a form that carry JSON; ``takes_key``: the token may stand in the address (``?api_key=``).
    ``act`` None and not ``is_public``: every token.
    """

    path: str
    view: View
    says: str
    act: Act | None = None
    is_public: bool = False
    methods: tuple[str, ...] = ("GET", "HEAD")
    query: dict[str, str] = {}
    body: Any = None
    form: dict[str, str] = {}
    takes_key: bool = False
    answer: Any = None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The address as an expression; ``{entity}`` may hold slashes."""
        parts = re.split(r"\{(\w+)\}", self.path)
        gaps = (rf"(?P<{name}>{_GAPS.get(name, '[^/]+')})" for name in parts[1::2])
        fixed = map(re.escape, parts[::2])
        return re.compile(
            "".join(text for pair in zip(fixed, (*gaps, ""), strict=True) for text in pair)
        )


# What a gap may hold; ids of lists have slashes.
_GAPS = {"entity": ".{1,300}", "number": "[1-9][0-9]{0,17}"}
