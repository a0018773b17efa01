"""Pages as the server made them, laid out before a real Chromium without a server between.

Pages are asked for first, by Django's own client, and then opened from a shelf. So a test can show
hundreds of them, of every role and language, in seconds; scripts and style sheets are the real ones.
"""

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from django.contrib.staticfiles import finders
from django.http.response import HttpResponseBase
from django.test import Client
from msgspec import Struct
from playwright.sync_api import Browser, Route, sync_playwright

CHROMIUM = which("chromium") or which("chromium-browser") or ""
NO_CHROMIUM = "there is no Chromium on this machine"
_KEPT = ("Content-Type", "Content-Security-Policy")


class Laid(Struct, frozen=True):
    """A page on the shelf: its address, and what the server answered."""

    address: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def is_elsewhere(self) -> bool:
        """Whether a browser would show nothing of it: it leads elsewhere or is a file."""
        return 300 <= self.status < 400 or "html" not in self.headers.get("Content-Type", "")


class Shelf:
    """Pages by their addresses; each visitor has a host of their own."""

    def __init__(self) -> None:
        self.pages: dict[str, Laid] = {}

    def lay(self, visitor: str, path: str, answer: HttpResponseBase) -> Laid:
        """Lay out an answer that somebody got for a path."""
        body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
        headers = {name: answer.headers[name] for name in _KEPT if name in answer.headers}
        laid = Laid(f"http://{visitor}.localhost{path}", answer.status_code, headers, body)
        self.pages[laid.address.partition("#")[0]] = laid
        return laid

    def ask(self, visitor: str, client: Client, path: str) -> Laid:
        """Ask for a page and lay it out."""
        return self.lay(visitor, path, client.get(path))

    def answer(self, route: Route) -> None:
        """Give the browser a page of the shelf or a file that pages load; nothing else exists."""
        address = route.request.url.partition("#")[0]
        path = "/" + address.partition("://")[2].partition("/")[2]
        found = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
        if address in self.pages:
            laid = self.pages[address]
            route.fulfill(status=laid.status, headers=laid.headers, body=laid.body)
        elif isinstance(found, str):
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            route.fulfill(body=Path(found).read_bytes(), content_type=kind)
        else:
            route.fulfill(status=204)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine. Within, nothing may ask the database: Playwright's loop runs."""
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()
