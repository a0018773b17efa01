"""Sources fetched from a publisher into a store."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from lists.forms import NOW, SAMPLES
from lists.publisher import Page, Publisher, publisher
from tamiz.errors import ListError
from tamiz.lists.fetch import client
from tamiz.lists.refresh import refresh
from tamiz.lists.store import Store
from tamiz.lists.update import Brought, Result

UN = (SAMPLES / "un.xml").read_bytes()
PATH = "/un-sc/consolidated.xml"


@pytest.fixture(scope="module")
def running() -> Iterator[Publisher]:
    with publisher() as found:
        yield found


@pytest.fixture
def server(running: Publisher) -> Publisher:
    running.pages.clear()
    running.asked.clear()
    return running


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with client("0") as found:
        yield found


def fetched(
    store: Store, server: Publisher, http: httpx.Client, key: str = "un-sc"
) -> Brought | None:
    return refresh(
        store, key, http=http, now=NOW, sleep=lambda _: None, mirror=f"{server.address}/"
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file that matters below a folder; what a download left and locks aside."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock" and ".partial" not in path.parts
    }


def test_a_list_comes_into_use_with_where_it_came_from(
    store: Store, server: Publisher, http: httpx.Client
) -> None:
    server.pages[PATH] = Page(UN, etag='"1"', content_type="text/xml")

    brought = fetched(store, server, http)

    assert brought is not None
    assert brought.result is Result.USED
    assert brought.meta.edition.parties == 4
    (file,) = brought.meta.files
    assert (file.name, file.url, file.etag, file.size) == (
        "consolidated.xml",
        server.url(PATH),
        '"1"',
        len(UN),
    )
    assert len(list(store.records("un-sc"))) == 4


def test_an_unchanged_list_is_not_sent_again(
    store: Store, server: Publisher, http: httpx.Client
) -> None:
    server.pages[PATH] = Page(UN, etag='"1"')
    fetched(store, server, http)
    before = contents(store.root)

    assert fetched(store, server, http) is None
    assert server.asked[-1].headers["if-none-match"] == '"1"'
    assert contents(store.root) == before


def test_a_list_that_is_sent_again_unchanged_makes_no_new_snapshot(
    store: Store, server: Publisher, http: httpx.Client
) -> None:
    server.pages[PATH] = Page(UN)
    fetched(store, server, http)
    before = contents(store.root)

    assert fetched(store, server, http) is None
    assert contents(store.root) == before


TROUBLES = {
    "gone": Page(statuses=[404]),
    "stumbling": Page(statuses=[500] * 9),
    "a circle": Page(redirect=PATH),
    "a login page": Page(b"<html>Please log in</html>", content_type="text/html"),
    "a login page that calls itself XML": Page(
        b"<!DOCTYPE html><html>Log in</html>", content_type="text/xml"
    ),
    "cut off for good": Page(UN, etag='"2"', cuts=[500] * 9),
    "half a file": Page(UN[: len(UN) // 2]),
    "nothing": Page(b""),
    "another list": Page((SAMPLES / "sema-lmes.xml").read_bytes()),
}


@pytest.mark.parametrize("page", TROUBLES.values(), ids=TROUBLES.keys())
def test_whatever_goes_wrong_the_last_good_list_stays(
    page: Page, store: Store, server: Publisher, http: httpx.Client
) -> None:
    server.pages[PATH] = Page(UN, etag='"1"')
    fetched(store, server, http)
    before = contents(store.root)
    server.pages[PATH] = page

    with pytest.raises(ListError):
        fetched(store, server, http)

    assert contents(store.root) == before
    assert len(list(store.records("un-sc"))) == 4


def shrunken() -> bytes:
    start, end = UN.index(b"<ENTITY>"), UN.index(b"</ENTITIES>")
    return UN[:start] + UN[end:]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (shrunken(), "3 parties, 4 before: more than a tenth fewer"),
        (UN.replace(b"2026-11-20T", b"2026-10-01T"), "dated 2026-10-01, older than the one in use"),
    ],
)
def test_a_shrunken_or_older_list_waits_until_it_is_confirmed(
    body: bytes, reason: str, store: Store, server: Publisher, http: httpx.Client
) -> None:
    server.pages[PATH] = Page(UN)
    fetched(store, server, http)
    server.pages[PATH] = Page(body)

    brought = fetched(store, server, http)

    assert brought is not None
    assert brought.result is Result.HELD
    assert reason in brought.meta.reasons[0]
    assert len(list(store.records("un-sc"))) == 4

    with store.changing():
        store.shelf("un-sc").confirm()
    current = store.shelf("un-sc").current()
    assert current is not None
    assert current.edition.sha256 == brought.meta.edition.sha256


def test_a_held_list_that_is_fetched_again_is_kept_once(
    store: Store, server: Publisher, http: httpx.Client
) -> None:
    server.pages[PATH] = Page(UN)
    fetched(store, server, http)
    server.pages[PATH] = Page(shrunken())
    fetched(store, server, http)
    before = contents(store.root)

    brought = fetched(store, server, http)

    assert brought is not None
    assert brought.result is Result.HELD
    assert contents(store.root) == before


def test_a_run_that_was_interrupted_is_taken_up_by_the_next(
    store: Store, server: Publisher, http: httpx.Client
) -> None:
    class Killed(BaseException):
        pass

    def kill(_: float) -> None:
        raise Killed

    server.pages[PATH] = Page(UN, etag='"1"', cuts=[2_000])
    with pytest.raises(Killed):
        refresh(store, "un-sc", http=http, now=NOW, sleep=kill, mirror=server.address)
    assert store.editions() == ()

    brought = fetched(store, server, http)

    assert brought is not None
    assert brought.meta.edition.parties == 4
    assert [one.headers.get("range") for one in server.asked] == [None, "bytes=2000-"]
    assert not list(store.root.rglob("*.part"))


def test_only_one_process_fetches_a_source_at_a_time(
    store: Store, server: Publisher, http: httpx.Client
) -> None:
    server.pages[PATH] = Page(UN)

    with (
        store.shelf("un-sc").fetching(),
        pytest.raises(ListError, match="another process is fetching it"),
    ):
        fetched(store, server, http)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("us-ofac-sdn", "SDN.XML"),
        ("us-ofac-cons", "CONSOLIDATED.XML"),
        ("gb-fcdo", "UK-Sanctions-List.xml"),
        ("eu-fsf", "xmlFullSanctionsList_1_1.xml"),
        ("ca-sema", "sema-lmes.xml"),
    ],
)
def test_every_source_is_fetched_from_a_mirror_by_its_key_and_file(
    key: str, name: str, store: Store, server: Publisher, http: httpx.Client
) -> None:
    sample = {"SDN.XML": "sdn.xml", "CONSOLIDATED.XML": "sdn.xml"}.get(name, name)
    sample = "eu.xml" if key == "eu-fsf" else sample
    server.pages[f"/{key}/{name}"] = Page((SAMPLES / sample).read_bytes())

    brought = fetched(store, server, http, key)

    assert brought is not None
    assert brought.result is Result.USED
