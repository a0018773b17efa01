"""Fetches sources from their publishers and brings them into the store."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urljoin

import httpx

from tamiz.lists.fetch import Known, Progress, fetch
from tamiz.lists.registry import source_module
from tamiz.lists.source import Download
from tamiz.lists.store import Store
from tamiz.lists.update import Arrived, Brought, Result, bring


def refresh(
    store: Store,
    key: str,
    *,
    http: httpx.Client,
    now: datetime,
    sleep: Callable[[float], None],
    mirror: str = "",
    progress: Progress | None = None,
) -> Brought | None:
    """Fetch one source; None if it has not changed at its publisher.

    Args:
        store: where to.
        key: the source.
        http: the client to fetch with.
        now: the time of retrieval, UTC.
        sleep: waits between tries.
        mirror: an address under which the unit keeps copies: ``MIRROR/KEY/FILE``.
        progress: is told bytes so far and bytes in all.
    """
    downloads = source_module(key).SOURCE.downloads
    known = _known(store, key)
    with store.shelf(key).fetching() as folder:
        arrived = []
        for download in downloads:
            url = _address(download, key, mirror)
            target = folder / download.name
            memory = known.get(download.name) if len(downloads) == 1 else None
            fetched = fetch(http, url, target, known=memory, sleep=sleep, progress=progress)
            if fetched is None:
                return None
            arrived.append(
                Arrived(
                    path=target,
                    name=download.name,
                    url=url,
                    etag=fetched.etag,
                    last_modified=fetched.last_modified,
                )
            )
        try:
            brought = bring(store, key, tuple(arrived), now=now)
        finally:
            for one in arrived:
                one.path.unlink(missing_ok=True)
        return None if brought.result is Result.UNCHANGED else brought


def _known(store: Store, key: str) -> dict[str, Known]:
    """What the servers said of the files in use."""
    meta = store.shelf(key).current()
    files = meta.files if meta is not None else ()
    return {file.name: Known(file.etag, file.last_modified) for file in files}


def _address(download: Download, key: str, mirror: str) -> str:
    return urljoin(mirror.rstrip("/") + "/", f"{key}/{download.name}") if mirror else download.url
