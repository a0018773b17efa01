"""``tamiz documents stop``: the unit's own stop lists of documents."""

from pathlib import Path

import click

from tamiz.api import now
from tamiz.cli.console import language_option, store_option
from tamiz.documents.stops import StopImport, keep_stops, list_stops, remove_stops
from tamiz.errors import UsageError
from tamiz.intake.stops import Refused, read_stops
from tamiz.lists.store import Store
from tamiz.wording import Language, say

REFUSED = 3  # exit code: some rows could not be read, the others are in use
MOST_TOLD = 50  # rows that are told one by one


@click.group()
def stop() -> None:
    """Keep the unit's own lists of lost, stolen, revoked and invalid documents."""


@stop.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", required=True, help="Who published it; stands where a row names nobody.")
@store_option
@language_option
def import_(file: Path, source: str, store: Path | None, language: Language) -> None:
    """Import a stop list, CSV (docs/stop-list.md). Exit code 3: some rows could not be read."""
    refused: list[Refused] = []
    kept = keep_stops(
        Store(store).stops, file, read_stops(file, refused.append, source=source),
        source=source, today=now().date(),
    )  # fmt: skip
    for one in refused[:MOST_TOLD]:
        click.echo(_line(one, language), err=True)
    if len(refused) > MOST_TOLD:
        click.echo(say("stops.more", language, count=len(refused) - MOST_TOLD), err=True)
    click.echo(_told(kept, language))
    if refused:
        raise SystemExit(REFUSED)


@stop.command("list")
@store_option
@language_option
def list_(store: Path | None, language: Language) -> None:
    """What is in the store."""
    kept = list_stops(Store(store).stops)
    for one in kept:
        click.echo(_told(one, language))
    if not kept:
        click.echo(say("stops.none", language))


@stop.command()
@click.argument("sha256")
@store_option
def remove(sha256: str, store: Path | None) -> None:
    """Take out the file whose SHA-256 begins so (at least 16 signs; see `stop list`)."""
    if not remove_stops(Store(store).stops, sha256):
        raise UsageError(f"no stop list {sha256!r} in the store; see `tamiz documents stop list`")


def _line(one: Refused, language: Language) -> str:
    return say(
        "stops.refused", language, row=one.row, column=one.column or "–", found=one.found or "–",
        expected=one.expected,
    )  # fmt: skip


def _told(kept: StopImport, language: Language) -> str:
    return say(
        "stops.kept", language, sha256=kept.sha256[:16], source=kept.source, name=kept.name,
        count=kept.count, overdue=kept.overdue, imported=kept.imported,
    )  # fmt: skip
