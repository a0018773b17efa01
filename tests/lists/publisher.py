"""A publisher on this machine: a real HTTP server that does what publishers' servers do.

Each path serves a ``Page``. Troubles are a list of steps, one a request, after which the page is
served as it should be: a status to answer with, or a number of bytes after which the connection
is cut.
"""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep
from typing import Any


@dataclass
class Page:
    """What lies at one address."""

    body: bytes = b""
    etag: str = ""
    last_modified: str = ""
    content_type: str = "application/octet-stream"
    redirect: str = ""
    knows_ranges: bool = True
    mistakes: int = 0  # bytes by which the range that is sent lies beside the one asked for
    packs: bool = False
    waits: float = 0.0
    retry_after: str = ""
    statuses: list[int] = field(default_factory=list)  # answered first, one a request
    cuts: list[int] = field(default_factory=list)  # then bytes of body before the line is cut
    after_cut: "Page | None" = None  # what lies here once the line has been cut


@dataclass
class Asked:
    """One request that came in."""

    path: str
    headers: dict[str, str]


class Publisher:
    """The server's pages and what was asked of it."""

    def __init__(self, address: str) -> None:
        """A publisher at ``address`` that has nothing yet."""
        self.address = address
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []

    def url(self, path: str) -> str:
        return f"{self.address}{path}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    publisher: Publisher

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class says so
        """Tests are quiet."""

    def do_GET(self) -> None:
        publisher = self.publisher
        publisher.asked.append(Asked(self.path, {k.lower(): v for k, v in self.headers.items()}))
        page = publisher.pages.get(self.path)
        if page is None:
            self._answer(404, b"not here")
            return
        sleep(page.waits)
        if page.statuses:
            more = {"Retry-After": page.retry_after} if page.retry_after else {}
            self._answer(page.statuses.pop(0), b"trouble", more)
        elif page.redirect:
            self._answer(302, b"", {"Location": page.redirect})
        elif self._is_known(page):
            self._answer(304, b"", self._validators(page))
        else:
            self._serve(page)

    def _is_known(self, page: Page) -> bool:
        told = self.headers.get("If-None-Match")
        if told is not None:
            return bool(page.etag) and told == page.etag
        since = self.headers.get("If-Modified-Since")
        return bool(page.last_modified) and since == page.last_modified

    def _validators(self, page: Page) -> dict[str, str]:
        told = {"ETag": page.etag, "Last-Modified": page.last_modified}
        return {name: value for name, value in told.items() if value}

    def _serve(self, page: Page) -> None:
        headers = {"Content-Type": page.content_type, **self._validators(page)}
        start = self._start(page)
        start += page.mistakes if start else 0
        body = page.body[start:]
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(page.body) - 1}/{len(page.body)}"
        if page.packs and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body)
            headers["Content-Encoding"] = "gzip"
        cut = page.cuts.pop(0) if page.cuts else None
        if cut is not None and page.after_cut is not None:
            self.publisher.pages[self.path] = page.after_cut
        self._answer(206 if start else 200, body, headers, cut=cut)

    def _start(self, page: Page) -> int:
        """The first byte asked for, if the server knows ranges and has the same edition still."""
        told, edition = self.headers.get("Range", ""), self.headers.get("If-Range", "")
        is_same = edition in {"", page.etag, page.last_modified}
        return int(told[6:].rstrip("-")) if told and page.knows_ranges and is_same else 0

    def _answer(
        self,
        status: int,
        body: bytes,
        headers: dict[str, str] | None = None,
        *,
        cut: int | None = None,
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if cut is None else body[:cut])
        if cut is not None:
            self.wfile.flush()
            self.close_connection = True


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up in the middle is part of the play."""


@contextmanager
def publisher() -> Iterator[Publisher]:
    """A publisher that serves until the block ends."""
    server = _Server(("127.0.0.1", 0), _Handler)
    found = Publisher(f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = type("Bound", (_Handler,), {"publisher": found})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
