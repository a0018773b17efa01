"""``tamiz lists``: bring lists in, see what there is, see what changed."""

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click
import msgspec
from rich.console import Console
from rich.table import Table

from tamiz.cli.console import out, store_option, version
from tamiz.cli.lists_printed import (
    counts,
    date_of,
    progress_bar,
    tell,
    tell_difference,
    tell_overdue,
    tell_status,
)
from tamiz.errors import ListError, UsageError
from tamiz.lists.difference import compare_editions
from tamiz.lists.fetch import Offline, client
from tamiz.lists.refresh import refresh
from tamiz.lists.registry import SOURCES, source_module
from tamiz.lists.snapshots import Shelf
from tamiz.lists.status import overdue, statuses
from tamiz.lists.store import Store
from tamiz.lists.update import Arrived, bring
from tamiz.model import Edition

HELD = 4  # exit code: something waits for confirmation
FAILED = 5  # exit code: a source could not be fetched, or the index could not be built
EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
UNREACHED = 2  # publishers that cannot be reached before any could: there is no network


@click.group()
def lists() -> None:
    """Fetch, import and compare watchlists."""


@lists.command()
@click.argument("sources", nargs=-1)
@click.option(
    "--mirror", default="", envvar="TAMIZ_MIRROR", help="Fetch MIRROR/SOURCE/FILE instead."
)
@store_option
def update(sources: tuple[str, ...], mirror: str, store: Path | None) -> None:
    """Fetch SOURCES (all, if none is named) from their publishers."""
    console, held, unreached = out(), False, 0
    failed: list[str] = []
    keys = sources or tuple(m.SOURCE.key for m in SOURCES if m.SOURCE.downloads)
    modules = [source_module(key) for key in keys]
    with client(version()) as http, progress_bar(console) as bar:
        for module in modules:
            task = bar.add_task(module.SOURCE.key, total=None)
            try:
                brought = refresh(
                    Store(store),
                    module.SOURCE.key,
                    http=http,
                    now=datetime.now(UTC),
                    sleep=time.sleep,
                    mirror=mirror,
                    progress=lambda done, total, task=task: bar.update(  # type: ignore[misc]
                        task, completed=done, total=total
                    ),
                )
            except Offline as error:
                failed.append(f"{module.SOURCE.key}: {error}")
                unreached += 1
                if unreached == min(UNREACHED, len(modules)):
                    _say_offline(error)
            except ListError as error:
                failed.append(str(error))
                unreached = -len(modules)
            else:
                held |= tell(console, module.SOURCE.key, brought)
                unreached = -len(modules)  # one answered: there is a network
    for message in failed:
        console.print(f"failed: {message}; the edition in use stays", highlight=False, markup=False)
    if not _built_index(console, Store(store)) or failed:
        raise SystemExit(FAILED)
    if held:
        raise SystemExit(HELD)


@lists.command("import")
@click.argument("source")
@click.argument("files", nargs=-1, required=True, type=EXISTING)
@click.option("--confirm", is_flag=True, help="Use the list whatever speaks against it.")
@store_option
def import_files(source: str, files: tuple[Path, ...], confirm: bool, store: Path | None) -> None:
    """Bring FILES of SOURCE in, on a machine without internet."""
    names = [path.name for path in files]
    if len(set(names)) < len(names):
        raise UsageError("two of the files have the same name; rename one")
    arrived = tuple(Arrived(path=path, name=path.name) for path in files)
    found, console = Store(store), out()
    is_held = tell(
        console,
        source,
        bring(found, source, arrived, now=datetime.now(UTC), confirmed=confirm),
    )
    _tell_overdue(console, found, source)
    if not _built_index(console, found):
        raise SystemExit(FAILED)
    if is_held:
        raise SystemExit(HELD)


@lists.command()
@click.argument("source")
@store_option
def confirm(source: str, store: Path | None) -> None:
    """Put the edition of SOURCE that was held back into use."""
    source_module(source)
    found, console = Store(store), out()
    meta = found.confirm(source)
    if meta is None:
        raise UsageError(f"no edition of {source} waits for confirmation")
    edition = meta.edition
    console.print(f"{source}: {edition.parties} parties of {date_of(edition)} are in use")
    _tell_overdue(console, found, source)
    if not _built_index(console, found):
        raise SystemExit(FAILED)


@lists.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@store_option
def status(as_json: bool, store: Path | None) -> None:
    """Show what is loaded, how old it is and what waits."""
    found = statuses(Store(store), today=datetime.now(UTC).date())
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        return
    if not found:
        out().print("No list is loaded yet. Try: tamiz lists update")
        return
    tell_status(out(), found)


@lists.command()
@click.argument("source")
@click.option("--held", is_flag=True, help="Compare the one in use with the one held back.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@store_option
def diff(source: str, held: bool, as_json: bool, store: Path | None) -> None:
    """Show who was added, removed and changed since the edition before."""
    source_module(source)
    found, console = Store(store), out()
    old, new = _compared(found.shelf(source), source, held=held)
    if old is None and not as_json:
        told = counts(new)
        console.print(f"{source}: none is in use; the one held back has {told}", highlight=False)
        return
    before = () if old is None else found.records_of(old)
    difference = compare_editions(before, found.records_of(new))
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(difference), indent=2).decode())
    else:
        tell_difference(console, difference)


@lists.command("sources")
def list_sources() -> None:
    """Show the sources that Tamiz knows."""
    table = Table(box=None, pad_edge=False)
    for heading in ("source", "list", "publisher"):
        table.add_column(heading, overflow="fold")
    for module in SOURCES:
        source = module.SOURCE
        table.add_row(source.key, source.title, source.publisher)
    table.add_row("ftm:NAME", "any FollowTheMoney entities", "as you name it")
    table.add_row("own:NAME", "your unit's own list", "your unit")
    out().print(table)


def _say_offline(error: Offline) -> NoReturn:
    click.echo(f"tamiz: no network ({error}); the lists in use stay as they are", err=True)
    raise SystemExit(FAILED)


def _compared(shelf: Shelf, source: str, *, held: bool) -> tuple[Edition | None, Edition]:
    """The editions to compare, the older one first; None if none is in use."""
    current = shelf.current()
    if held:
        waiting = shelf.held()
        if waiting is None:
            raise UsageError(f"no edition of {source} is held back")
        return current.edition if current is not None else None, waiting.edition
    before = shelf.previous()
    if current is None or before is None:
        raise UsageError(f"{source}: two editions are needed to compare; there is at most one")
    return before.edition, current.edition


def _tell_overdue(console: Console, store: Store, key: str) -> None:
    tell_overdue(console, key, overdue(store, key, today=datetime.now(UTC).date()))


def _built_index(console: Console, store: Store) -> bool:
    """Build the index, for those who screen may have no right to; false if that failed."""
    try:
        editions = store.editions()
        if editions and not store.has_index(editions):
            parties, lists = sum(one.parties for one in editions), len(editions)
            many = "list" if lists == 1 else "lists"
            console.print(
                f"building the index: {parties} parties, {lists} {many} …", highlight=False
            )
            store.index_path(editions)
    except ListError as error:
        console.print(f"the index is not built: {error}", highlight=False, markup=False)
        return False
    return True
