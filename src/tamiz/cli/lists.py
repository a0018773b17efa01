"""``tamiz lists``: bring lists in, see what there is, see what changed."""

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn
from rich.table import Table

from tamiz.cli.console import out, store_option, version
from tamiz.errors import ListError, UsageError
from tamiz.lists.difference import Difference, compare_editions
from tamiz.lists.fetch import Offline, client
from tamiz.lists.own import past_review
from tamiz.lists.refresh import refresh
from tamiz.lists.registry import SOURCES, source_module
from tamiz.lists.source import ListProblem, Snapshot
from tamiz.lists.status import SourceStatus, statuses
from tamiz.lists.store import Store
from tamiz.lists.update import Arrived, Brought, Result, bring

HELD = 4  # exit code: something waits for confirmation
FAILED = 5  # exit code: a source could not be fetched
EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
UNREACHED = 2  # publishers that cannot be reached before any could: there is no network
SHOWN = 20  # problems or changes that are printed; the rest are counted


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
    with client(version()) as http, _bar(console) as bar:
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
                held |= _tell(console, module.SOURCE.key, brought)
                unreached = -len(modules)  # one answered: there is a network
    for message in failed:
        console.print(f"failed: {message}; the edition in use stays", highlight=False, markup=False)
    if failed or held:
        raise SystemExit(FAILED if failed else HELD)


@lists.command("import")
@click.argument("source")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--confirm", is_flag=True, help="Use the list whatever speaks against it.")
@store_option
def import_files(source: str, files: tuple[Path, ...], confirm: bool, store: Path | None) -> None:
    """Bring FILES of SOURCE in, on a machine without internet."""
    names = [path.name for path in files]
    if len(set(names)) < len(names):
        raise UsageError("two of the files have the same name; rename one")
    arrived = tuple(Arrived(path=path, name=path.name) for path in files)
    brought = bring(Store(store), source, arrived, now=datetime.now(UTC), confirmed=confirm)
    is_held = _tell(out(), source, brought)
    _tell_overdue(out(), Store(store), source)
    if is_held:
        raise SystemExit(HELD)


@lists.command()
@click.argument("source")
@store_option
def confirm(source: str, store: Path | None) -> None:
    """Put the edition of SOURCE that was held back into use."""
    found = Store(store)
    with found.changing():
        meta = found.shelf(source).confirm()
    if meta is None:
        raise UsageError(f"no edition of {source} waits for confirmation")
    out().print(
        f"{source}: {meta.edition.parties} parties of {meta.edition.content_date} are in use"
    )


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
    out().print(_status_table(found))
    for one in found:
        for reason in one.held:
            out().print(f"{one.source}: held back: {reason}", highlight=False, markup=False)
        _tell_overdue(out(), Store(store), one.source)


@lists.command()
@click.argument("source")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@store_option
def diff(source: str, as_json: bool, store: Path | None) -> None:
    """Show who was added, removed and changed since the edition before."""
    shelf = Store(store).shelf(source)
    current, before = shelf.current_files(), shelf.previous()
    if not current or before is None:
        raise UsageError(f"{source}: two editions are needed to compare; there is at most one")
    module = source_module(source)

    def ignore(problem: ListProblem) -> None:
        """Told when the list came in."""

    old, new = (
        module.parse(Snapshot(source=source, files=files), ignore).records
        for files in (before[1], current)
    )
    difference = compare_editions(old, new)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(difference), indent=2).decode())
    else:
        _tell_difference(out(), difference)


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


def _tell(console: Console, key: str, brought: Brought | None) -> bool:
    """Say what became of a list; true if it was held back."""
    if brought is None or brought.result is Result.UNCHANGED:
        console.print(f"{key}: unchanged")
        return False
    edition = brought.meta.edition
    console.print(
        f"{key}: {edition.parties} parties ({edition.persons} persons, {edition.names} names)"
        f" of {edition.content_date or 'unstated date'}, sha256 {edition.sha256[:16]}…",
        highlight=False,
    )
    for problem in brought.problems[:SHOWN]:
        place = f"{problem.file} {problem.where}".rstrip()
        console.print(f"  {place}: {problem.message}", highlight=False, markup=False)
    if len(brought.problems) > SHOWN:
        console.print(f"  … and {len(brought.problems) - SHOWN} more")
    if brought.result is not Result.HELD:
        return False
    for reason in brought.meta.reasons:
        console.print(f"  held back: {reason}", highlight=False, markup=False)
    console.print(f"  The edition in use stays. To use this one: tamiz lists confirm {key}")
    return True


def _tell_overdue(console: Console, store: Store, key: str) -> None:
    """Name the entries of a unit's own list whose review date has passed."""
    if not key.startswith("own:"):
        return
    overdue = past_review(store.records(key), today=datetime.now(UTC).date())
    if overdue:
        shown = ", ".join(overdue[:SHOWN]) + (" …" if len(overdue) > SHOWN else "")
        console.print(
            f"{key}: {len(overdue)} past their review date, to be renewed or taken out: {shown}",
            highlight=False,
            markup=False,
        )


def _status_table(found: tuple[SourceStatus, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("source")
    table.add_column("date")
    for heading in ("days", "parties", "persons", "names"):
        table.add_column(heading, justify="right")
    table.add_column("sha256")
    table.add_column("state")
    for one in found:
        state = "held back" if one.held else "stale" if one.stale else "ok"
        table.add_row(
            one.source,
            one.content_date or "unstated",
            str(one.age_days),
            str(one.parties),
            str(one.persons),
            str(one.names),
            one.sha256[:12],
            state,
        )
    return table


def _tell_difference(console: Console, difference: Difference) -> None:
    for word, rows in (("added", difference.added), ("removed", difference.removed)):
        console.print(f"{word}: {len(rows)}")
        for record_id, name in rows[:SHOWN]:
            console.print(f"  {record_id}  {name}", highlight=False, markup=False)
    console.print(f"changed: {len(difference.changed)}")
    for change in difference.changed[:SHOWN]:
        console.print(f"  {change.id}  {change.name}", highlight=False, markup=False)
        for field in change.fields:
            console.print(f"    {field.field}", highlight=False)
            for sign, texts in (("-", field.before), ("+", field.after)):
                for text in texts:
                    console.print(f"      {sign} {text}", highlight=False, markup=False)
    if len(difference.changed) > SHOWN:
        console.print(f"  … and {len(difference.changed) - SHOWN} more; --json has all")


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
