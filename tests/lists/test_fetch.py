"""Fetching from a real server that has every trouble a publisher's server can have."""

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from lists.publisher import Page, Publisher, publisher
from tamiz.errors import ListError
from tamiz.lists.fetch import LONGEST_PAUSE, TRIES, Fetched, Known, Offline, client, fetch

BODY = bytes(range(256)) * 2_000  # half a megabyte: several pieces
OTHER = BODY[::-1]
DATE = "Tue, 24 Nov 2026 10:00:00 GMT"


@pytest.fixture(scope="module")
def running() -> Iterator[Publisher]:
    with publisher() as found:
        yield found


@pytest.fixture
def server(running: Publisher) -> Publisher:
    running.pages.clear()
    running.asked.clear()
    return running


class Fetching:
    """A fetch with a clock that only notes how long it was told to wait."""

    def __init__(self, folder: Path) -> None:
        self.target = folder / "list.xml"
        self.pauses: list[float] = []
        self.progress: list[tuple[int, int | None]] = []

    def __call__(
        self, url: str, known: Known | None = None, *, read_seconds: float = 5.0
    ) -> Fetched | None:
        with client("0", read_seconds=read_seconds) as http:
            return fetch(
                http,
                url,
                self.target,
                known=known,
                sleep=self.pauses.append,
                progress=lambda done, total: self.progress.append((done, total)),
            )

    def left(self) -> list[str]:
        return sorted(path.name for path in self.target.parent.iterdir())


@pytest.fixture
def fetching(tmp_path: Path) -> Fetching:
    return Fetching(tmp_path)


def test_a_file_comes_whole_with_its_validators(server: Publisher, fetching: Fetching) -> None:
    server.pages["/a"] = Page(BODY, etag='"1"', last_modified=DATE)

    fetched = fetching(server.url("/a"))

    assert fetched == Fetched('"1"', DATE)
    assert fetching.target.read_bytes() == BODY
    assert fetching.left() == ["list.xml"]
    assert fetching.progress[-1] == (len(BODY), len(BODY))
    assert len(fetching.progress) > 3
    assert server.asked[0].headers["user-agent"] == "tamiz/0"


@pytest.mark.parametrize(
    ("page", "known", "header"),
    [
        (Page(BODY, etag='"1"'), Known(etag='"1"'), "if-none-match"),
        (Page(BODY, last_modified=DATE), Known(last_modified=DATE), "if-modified-since"),
    ],
)
def test_what_has_not_changed_is_not_sent_again(
    page: Page, known: Known, header: str, server: Publisher, fetching: Fetching
) -> None:
    server.pages["/a"] = page

    assert fetching(server.url("/a"), known) is None
    assert header in server.asked[0].headers
    assert fetching.left() == []


def test_what_has_changed_is_sent(server: Publisher, fetching: Fetching) -> None:
    server.pages["/a"] = Page(OTHER, etag='"2"')

    assert fetching(server.url("/a"), Known(etag='"1"')) == Fetched('"2"', "")
    assert fetching.target.read_bytes() == OTHER


def test_a_redirect_is_followed(server: Publisher, fetching: Fetching) -> None:
    server.pages["/a"] = Page(redirect="/b")
    server.pages["/b"] = Page(BODY)

    fetching(server.url("/a"))

    assert fetching.target.read_bytes() == BODY


def test_a_redirect_in_a_circle_ends(server: Publisher, fetching: Fetching) -> None:
    server.pages["/a"] = Page(redirect="/b")
    server.pages["/b"] = Page(redirect="/a")

    with pytest.raises(ListError, match="redirected more than 5 times"):
        fetching(server.url("/a"))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 501])
def test_an_answer_that_will_not_change_is_told_at_once(
    status: int, server: Publisher, fetching: Fetching
) -> None:
    server.pages["/a"] = Page(BODY, statuses=[status])

    with pytest.raises(ListError, match=f"status {status}; has the publisher moved the list"):
        fetching(server.url("/a"))
    assert len(server.asked) == 1
    assert fetching.left() == []


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_that_stumbles_is_asked_again(
    status: int, server: Publisher, fetching: Fetching
) -> None:
    server.pages["/a"] = Page(BODY, statuses=[status, status])

    fetching(server.url("/a"))

    assert fetching.target.read_bytes() == BODY
    assert fetching.pauses == [2.0, 4.0]


@pytest.mark.parametrize(
    ("told", "pause"), [("7", 7.0), ("86400", LONGEST_PAUSE), (DATE, 2.0), ("-1", 2.0)]
)
def test_a_server_says_how_long_to_wait(
    told: str, pause: float, server: Publisher, fetching: Fetching
) -> None:
    server.pages["/a"] = Page(BODY, statuses=[503], retry_after=told)

    fetching(server.url("/a"))

    assert fetching.pauses == [pause]


def test_a_server_that_never_recovers_is_given_up(server: Publisher, fetching: Fetching) -> None:
    server.pages["/a"] = Page(BODY, statuses=[500] * 9)

    with pytest.raises(ListError, match=f"gave up after {TRIES} tries: status 500"):
        fetching(server.url("/a"))
    assert len(server.asked) == TRIES


@pytest.mark.parametrize("page", [Page(BODY, etag='"1"'), Page(BODY, last_modified=DATE)])
def test_a_download_that_breaks_off_goes_on_from_there(
    page: Page, server: Publisher, fetching: Fetching
) -> None:
    page.cuts = [200_000, 100_000]
    server.pages["/a"] = page

    fetching(server.url("/a"))

    assert fetching.target.read_bytes() == BODY
    assert [one.headers.get("range") for one in server.asked] == [
        None, "bytes=200000-", "bytes=300000-",
    ]  # fmt: skip
    assert server.asked[1].headers["accept-encoding"] == "identity"
    assert fetching.left() == ["list.xml"]


def test_a_download_goes_on_in_the_next_run(server: Publisher, tmp_path: Path) -> None:
    server.pages["/a"] = Page(BODY, etag='"1"', cuts=[100_000, 1_000, 1_000, 1_000])
    with pytest.raises(ListError, match="gave up"):
        Fetching(tmp_path)(server.url("/a"))
    server.asked.clear()

    Fetching(tmp_path)(server.url("/a"))

    assert (tmp_path / "list.xml").read_bytes() == BODY
    assert [one.headers.get("range") for one in server.asked] == ["bytes=103000-"]


def test_a_part_from_another_address_is_not_used(server: Publisher, tmp_path: Path) -> None:
    server.pages["/a"] = Page(BODY, etag='"1"', cuts=[1_000] * TRIES)
    server.pages["/b"] = Page(OTHER, etag='"1"')
    with pytest.raises(ListError):
        Fetching(tmp_path)(server.url("/a"))

    Fetching(tmp_path)(server.url("/b"))

    assert (tmp_path / "list.xml").read_bytes() == OTHER


@pytest.mark.parametrize(
    "page",
    [
        Page(BODY, etag='"1"', knows_ranges=False),
        Page(BODY, etag='W/"1"'),
        Page(BODY),
    ],
    ids=["ignores ranges", "weak validator", "no validator"],
)
def test_without_a_sure_continuation_the_file_is_fetched_anew(
    page: Page, server: Publisher, fetching: Fetching
) -> None:
    page.cuts = [200_000]
    server.pages["/a"] = page

    fetching(server.url("/a"))

    assert fetching.target.read_bytes() == BODY


def test_halves_of_two_editions_are_never_joined(server: Publisher, fetching: Fetching) -> None:
    server.pages["/a"] = Page(BODY, etag='"1"', cuts=[200_000], after_cut=Page(OTHER, etag='"2"'))

    fetched = fetching(server.url("/a"))

    assert fetched == Fetched('"2"', "")
    assert fetching.target.read_bytes() == OTHER


def test_a_range_that_was_not_asked_for_is_not_joined(
    server: Publisher, fetching: Fetching
) -> None:
    server.pages["/a"] = Page(BODY, etag='"1"', cuts=[200_000], mistakes=7)

    fetching(server.url("/a"))

    assert fetching.target.read_bytes() == BODY


def test_a_file_without_end_is_stopped(
    server: Publisher, fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tamiz.lists.fetch.LARGEST_BYTES", 100_000)
    server.pages["/a"] = Page(BODY)

    with pytest.raises(ListError, match="more than 100000 bytes; stopped"):
        fetching(server.url("/a"))
    assert not fetching.target.exists()


def test_a_folder_that_cannot_be_written_is_told(server: Publisher, tmp_path: Path) -> None:
    (tmp_path / ".list.xml.part").mkdir()
    server.pages["/a"] = Page(BODY)

    with pytest.raises(ListError, match="cannot be written to disk"):
        Fetching(tmp_path)(server.url("/a"))


def test_a_part_larger_than_the_file_is_dropped(server: Publisher, fetching: Fetching) -> None:
    server.pages["/a"] = Page(BODY, etag='"1"', cuts=[200_000], after_cut=Page(b"", etag='"1"',
        statuses=[416]))  # fmt: skip

    fetching(server.url("/a"))

    assert fetching.target.read_bytes() == b""


def test_a_server_that_is_too_slow_is_given_up(server: Publisher, fetching: Fetching) -> None:
    server.pages["/a"] = Page(BODY, waits=0.3)

    with pytest.raises(ListError, match=r"the connection broke \(ReadTimeout\)"):
        fetching(server.url("/a"), read_seconds=0.05)


def test_a_packed_file_is_unpacked(server: Publisher, fetching: Fetching) -> None:
    server.pages["/a"] = Page(BODY, packs=True)

    fetching(server.url("/a"))

    assert fetching.target.read_bytes() == BODY
    assert fetching.progress[-1] == (len(BODY), None)


def test_a_packed_file_that_breaks_off_comes_whole_all_the_same(
    server: Publisher, fetching: Fetching
) -> None:
    server.pages["/a"] = Page(BODY, packs=True, etag='"1"', cuts=[600])

    fetching(server.url("/a"))

    assert fetching.target.read_bytes() == BODY


@pytest.mark.parametrize(
    "content_type", ["text/html", "text/html; charset=utf-8", "application/xhtml+xml"]
)
def test_a_web_page_is_no_list(content_type: str, server: Publisher, fetching: Fetching) -> None:
    server.pages["/a"] = Page(b"<html>Please log in</html>", content_type=content_type)

    with pytest.raises(ListError, match="a web page came in place of the list"):
        fetching(server.url("/a"))
    assert fetching.left() == []


@pytest.mark.parametrize("content_type", ["", "text/plain", "application/json", "image/png"])
def test_any_other_content_type_is_left_to_the_reader(
    content_type: str, server: Publisher, fetching: Fetching
) -> None:
    server.pages["/a"] = Page(BODY, content_type=content_type)

    fetching(server.url("/a"))

    assert fetching.target.read_bytes() == BODY


def test_no_server_means_offline(fetching: Fetching) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    with pytest.raises(Offline, match=r"127.0.0.1: cannot be reached"):
        fetching(f"http://127.0.0.1:{port}/a")
    assert fetching.pauses == []


def test_plain_http_is_refused_before_anything_is_sent(fetching: Fetching) -> None:
    with pytest.raises(ListError, match=r"http://lists.example/a: not https; refused"):
        fetching("http://lists.example/a")


def test_plain_http_is_refused_where_a_redirect_leads(
    server: Publisher, fetching: Fetching
) -> None:
    server.pages["/a"] = Page(redirect="http://lists.example/a")

    with pytest.raises(ListError, match="not https; refused"):
        fetching(server.url("/a"))


def test_a_connection_that_is_not_answered_in_time_means_offline(
    fetching: Fetching,
) -> None:
    def never(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("no answer")

    http = httpx.Client(transport=httpx.MockTransport(never))

    with http, pytest.raises(Offline):
        fetch(http, "https://lists.example/a", fetching.target, sleep=fetching.pauses.append)
