"""``tamiz audit``: whether an export of the journal is whole, and its heads, with nothing else."""

from pathlib import Path

import click

from tamiz.casework.journal import (
    HEAD_SIGNS,
    Problem,
    Verification,
    daily_heads,
    entries_in,
    lines_of,
    verify,
)
from tamiz.cli.console import language_option
from tamiz.errors import JournalError, UsageError
from tamiz.wording import Language, say

BROKEN = 1  # exit code: the export is not whole
MOST_TOLD = 50  # problems that are told one by one


@click.group()
def audit() -> None:
    """Verify exports of the journal of cases."""


@audit.command("verify")
@click.argument("export", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--head", "heads", multiple=True, metavar="HASH",
    help="A head that was published earlier, whole or its first 16 signs; may be given again.",
)  # fmt: skip
@language_option
def verify_(export: Path, heads: tuple[str, ...], language: Language) -> None:
    """Verify EXPORT, offline. Exit code 1: it is not whole; the lines say what is wrong."""
    for head in heads:
        if len(head) < HEAD_SIGNS:
            raise UsageError(f"--head {head}: {len(head)} signs; give at least {HEAD_SIGNS}")
    with export.open("rb") as file:
        told = verify(lines_of(file), heads)
    if not told.is_whole:
        _broken(told, language)
        raise SystemExit(BROKEN)
    _whole(told, language)


@audit.command()
@click.argument("export", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def heads(export: Path) -> None:
    """Print the head of each day in EXPORT: day, number of its last entry, hash. To be published."""
    with export.open("rb") as file:
        if not verify(lines_of(file)).is_whole:
            raise JournalError(f"{export.name}: it is not whole; see `tamiz audit verify`")
        file.seek(0)
        for head in daily_heads(entries_in(lines_of(file))):
            click.echo(f"{head.day}  {head.seq}  {head.hash}")


def _whole(told: Verification, language: Language) -> None:
    click.echo(say("audit.whole", language, entries=told.entries, first=told.first, last=told.last))
    click.echo(say("audit.head", language, head=told.head))
    for head, seq in told.found.items():
        click.echo(say("audit.head_found", language, head=head, seq=seq))
    if not told.found:
        click.echo(say("audit.no_head", language))
    if told.clock_back:
        entries = ", ".join(map(str, told.clock_back))
        click.echo(say("audit.clock_back", language, entries=entries))


def _broken(told: Verification, language: Language) -> None:
    click.echo(say("audit.broken", language, count=len(told.problems)))
    for problem in told.problems[:MOST_TOLD]:
        click.echo(_line(problem, language))
    if len(told.problems) > MOST_TOLD:
        click.echo(say("audit.more", language, count=len(told.problems) - MOST_TOLD))


def _line(problem: Problem, language: Language) -> str:
    return say(
        f"audit.problem.{problem.kind.value}", language, line=problem.line, seq=problem.seq,
        until=problem.until, head=problem.head,
    )  # fmt: skip
