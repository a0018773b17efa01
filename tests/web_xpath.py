"""What stands on a page, by its path."""

from typing import Any, cast

from lxml import html


def xpath(page: html.HtmlElement, path: str) -> list[Any]:
    """What a path finds; lxml's own type says that it may be a number, too."""
    return list(cast("list[Any]", page.xpath(path)))
