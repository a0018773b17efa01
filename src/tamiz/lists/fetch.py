"""The one door to the network: fetches a list's files from its publisher.

Asks only for what changed (ETag, Last-Modified), goes on where a download was cut off, tries
again when the server stumbles, and never takes a web page for a list.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from msgspec import Struct

from tamiz.errors import ListError

CONNECT_SECONDS = 15.0
READ_SECONDS = 60.0  # between two pieces: publishers build some files while one waits
TRIES = 4
PAUSE_SECONDS = 2.0  # before the second try; doubled each time
LONGEST_PAUSE = 120.0  # however long a server asks us to wait
REDIRECTS = 5
LARGEST_BYTES = 4 << 30  # OpenSanctions' whole collection has 3 GB
_AGAIN = frozenset({429, 500, 502, 503, 504})
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

Progress = Callable[[int, int | None], None]


class Offline(ListError):
    """No publisher could be reached at all; everything stays as it was."""


class Known(Struct, frozen=True):
    """What is known of the file from last time."""

    etag: str = ""
    last_modified: str = ""


class Fetched(Struct, frozen=True):
    """A file that came: its etag and date as the server gave them."""

    etag: str
    last_modified: str


class _TryAgain(Exception):
    """The server stumbled; ``after`` seconds if it said how long to wait."""

    def __init__(self, why: str, after: float | None = None) -> None:
        super().__init__(why)
        self.after = after


def client(version: str, *, read_seconds: float = READ_SECONDS) -> httpx.Client:
    """A client with Tamiz's time-outs; it names itself, so that publishers can reach us."""
    return httpx.Client(
        timeout=httpx.Timeout(read_seconds, connect=CONNECT_SECONDS),
        event_hooks={"request": [_refuse_plain_text]},
        follow_redirects=True,
        max_redirects=REDIRECTS,
        headers={"User-Agent": f"tamiz/{version}", "Accept-Encoding": "gzip"},
    )


def fetch(
    http: httpx.Client,
    url: str,
    target: Path,
    *,
    known: Known | None = None,
    sleep: Callable[[float], None],
    progress: Progress | None = None,
) -> Fetched | None:
    """Fetch ``url`` into ``target``; None if the file has not changed since last time.

    What has come of a download that broke off stays beside ``target``; the next call, also in
    another run, goes on from there if the server still has the same file.

    Raises:
        Offline: the server could not be reached.
        ListError: it answered, but not with the file.
    """
    part = _Part(target, url)
    ask = _Ask(http, url, part, known or Known(), progress)
    for attempt in range(1, TRIES + 1):
        try:
            fetched = ask.once()
        except _TryAgain as reason:
            if attempt == TRIES:
                raise ListError(f"{url}: gave up after {TRIES} tries: {reason}") from reason
            sleep(min(reason.after or PAUSE_SECONDS * 2 ** (attempt - 1), LONGEST_PAUSE))
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise Offline(f"{urlsplit(url).hostname}: cannot be reached") from error
        else:
            if fetched is not None:
                part.becomes(target)
            return fetched
    raise AssertionError("the loop returns or raises")


class _Part:
    """What has come of a file, and the validator of the edition that it is a part of.

    The validator is kept with it, so that halves of two editions are never joined.
    """

    def __init__(self, target: Path, url: str) -> None:
        self.path = target.with_name(f".{target.name}.part")
        self._told = target.with_name(f".{target.name}.validator")
        self._url = url

    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def validator(self) -> str:
        """The ETag or date that the server gave; empty if the part is of no use."""
        url, _, validator = (
            self._told.read_text(encoding="utf-8").partition("\n")
            if self._told.exists()
            else ("", "", "")
        )
        return validator if url == self._url and self.size() else ""

    def begins(self, response: httpx.Response) -> None:
        """Remember the edition whose first byte is about to come."""
        self.path.unlink(missing_ok=True)
        etag = response.headers.get("etag", "")
        strong = "" if etag.startswith("W/") else etag  # a weak one does not vouch for bytes
        validator = strong or response.headers.get("last-modified", "")
        self._told.write_text(f"{self._url}\n{validator}", encoding="utf-8")

    def drop(self) -> None:
        self.path.unlink(missing_ok=True)
        self._told.unlink(missing_ok=True)

    def becomes(self, target: Path) -> None:
        self.path.replace(target)
        self._told.unlink(missing_ok=True)


class _Ask:
    """One file being asked for, perhaps several times."""

    def __init__(
        self, http: httpx.Client, url: str, part: _Part, known: Known, progress: Progress | None
    ) -> None:
        self._http, self._url, self._part, self._known = http, url, part, known
        self._progress = progress

    def once(self) -> Fetched | None:
        """One request; _TryAgain if another may succeed."""
        try:
            with self._http.stream("GET", self._url, headers=self._headers()) as response:
                return self._take(response)
        except httpx.TooManyRedirects as error:
            raise ListError(f"{self._url}: redirected more than {REDIRECTS} times") from error
        except (httpx.ConnectError, httpx.ConnectTimeout):
            raise
        except (httpx.TimeoutException, httpx.TransportError) as error:
            raise _TryAgain(f"the connection broke ({type(error).__name__})") from error
        except OSError as error:
            raise ListError(f"{self._url}: cannot be written to disk: {error.strerror}") from error

    def _headers(self) -> dict[str, str]:
        validator = self._part.validator()
        if validator:
            # Bytes of a compressed stream could not be joined: ask for the file as it is.
            return {
                "Range": f"bytes={self._part.size()}-",
                "If-Range": validator,
                "Accept-Encoding": "identity",
            }
        headers = {}
        if self._known.etag:
            headers["If-None-Match"] = self._known.etag
        if self._known.last_modified:
            headers["If-Modified-Since"] = self._known.last_modified
        return headers

    def _take(self, response: httpx.Response) -> Fetched | None:
        self._refuse(response)
        if response.status_code == httpx.codes.NOT_MODIFIED:
            return None
        is_rest = response.status_code == httpx.codes.PARTIAL_CONTENT
        if not is_rest:
            self._part.begins(response)
        total = _total(response, self._part.size())
        with self._part.path.open("ab") as file:
            for piece in response.iter_bytes():
                file.write(piece)
                if file.tell() > LARGEST_BYTES:
                    raise ListError(f"{self._url}: more than {LARGEST_BYTES} bytes; stopped")
                if self._progress is not None:
                    self._progress(file.tell(), total)
        if total is not None and self._part.size() < total:
            raise _TryAgain(f"cut off at {self._part.size()} of {total} bytes")
        return Fetched(response.headers.get("etag", ""), response.headers.get("last-modified", ""))

    def _refuse(self, response: httpx.Response) -> None:
        """Refuse what is not the file; _TryAgain for what may pass."""
        status = response.status_code
        if status in _AGAIN:
            raise _TryAgain(f"status {status}", _retry_after(response))
        if status == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            self._part.drop()
            raise _TryAgain("the file changed while it was fetched")
        if status == httpx.codes.PARTIAL_CONTENT and not self._continues(response):
            self._part.drop()
            raise _TryAgain("the server sent another part than the one asked for")
        if status not in {200, 206, 304}:
            raise ListError(f"{self._url}: status {status}; has the publisher moved the list?")
        if "html" in response.headers.get("content-type", ""):
            raise ListError(
                f"{self._url}: a web page came in place of the list; "
                "open the address in a browser and import the file by hand"
            )

    def _continues(self, response: httpx.Response) -> bool:
        told = response.headers.get("content-range", "")
        return bool(told.startswith(f"bytes {self._part.size()}-"))


def _refuse_plain_text(request: httpx.Request) -> None:
    """Lists travel encrypted; only a server on this very machine may do without.

    Looked at before anything is sent, also where a redirect leads.
    """
    if request.url.scheme != "https" and request.url.host not in _LOOPBACK:
        raise ListError(f"{request.url}: not https; refused")


def _total(response: httpx.Response, before: int) -> int | None:
    """How many bytes the whole file will have, if the server says and does not compress."""
    length = response.headers.get("content-length", "")
    if not length.isdigit() or response.headers.get("content-encoding", "identity") != "identity":
        return None
    return int(length) + before


def _retry_after(response: httpx.Response) -> float | None:
    told = response.headers.get("retry-after", "")
    return float(told) if told.isdigit() else None
