"""One endpoint: its address, who may ask, what goes in and out."""

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.http import HttpResponse
from msgspec import Struct

from tamiz.casework.people import Act
from tamiz.web.api.asked import Asked
from tamiz.web.api.parameters import Parameter, Schema

View = Callable[[Asked], HttpResponse]


class Route(Struct, frozen=True, kw_only=True, dict=True):
    """An address under ``/api/``, with gaps in braces, and who may ask.

    ``query`` are the names after the question mark; ``body`` and ``answer`` the types of JSON that
    go in and out (a tuple: one of these; ``body`` may be a JSON Schema as well), ``html``: a page
    goes out. ``form`` names the fields of a form; ``takes_key``: the token may stand in the address
    (``?api_key=``). ``made``: what 201 says; ``taken``: what 202 says. ``is_long``: it may take
    seconds, and so few are answered at once that others get through. ``act`` None and not
    ``is_public``: every token.
    """

    path: str
    view: View
    says: str
    act: Act | None = None
    is_public: bool = False
    methods: tuple[str, ...] = ("GET", "HEAD")
    query: dict[str, Parameter] = {}
    body: Any = None
    form: dict[str, Parameter] = {}
    takes_key: bool = False
    answer: Any = None
    html: bool = False
    made: str = ""
    taken: str = ""
    is_long: bool = False

    @property
    def takes_body(self) -> bool:
        """Whether anything is read but the address."""
        return self.body is not None or bool(self.form)

    @property
    def gaps(self) -> dict[str, Schema]:
        """The gaps of the address and what may stand there."""
        names = re.findall(r"\{(\w+)\}", self.path)
        return {name: _SCHEMAS.get(name, {"type": "string", "minLength": 1}) for name in names}

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
_SCHEMAS: dict[str, Schema] = {
    "entity": {"type": "string", "minLength": 1, "maxLength": 300},
    "number": {"type": "integer", "minimum": 1, "maximum": 10**18 - 1},
}
