"""Every address there is, with its gaps filled, for tests that try all of them."""

import re

from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver

from tamiz.web.models import Case, Officer
from tamiz.web.pages import Page


def address(page: Page, row: Case, person: Officer) -> str:
    """The address of a page, about this case or this person."""
    if "<int:number>" not in page.path:
        return reverse(page.name, args=["x" * 43] if "<str:token>" in page.path else
                       [row.group or "none"] if "<str:key>" in page.path else [])  # fmt: skip
    return reverse(page.name, args=[person.pk if page.path.startswith("people") else row.pk])


def every_address(patterns: list[URLPattern | URLResolver], root: str = "/") -> dict[str, str]:
    """The name of each address, and the address with its gaps filled."""
    found: dict[str, str] = {}
    for one in patterns:
        path = re.sub(r"<int:\w+>", "1", root + str(one.pattern))
        path = re.sub(r"<str:\w+>", "x" * 43, path)
        if isinstance(one, URLResolver):
            found |= every_address(one.url_patterns, path)
        elif one.name:
            found[one.name] = path
    return found


EVERY = every_address(get_resolver().url_patterns)
