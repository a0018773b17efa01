"""``tamiz cases retention | policy | rotate-key``: what is kept, for how long, under which key."""

from pathlib import Path

import click

from tamiz.casework import default_case_policy_text
from tamiz.cli.serve import data_option, database_option, policy_option, web_room

REFUSED = 1  # exit code: some case was not erased


@click.command("policy")
def policy_() -> None:
    """Print the default policy of casework with its comments; begin your own with it."""
    click.echo(default_case_policy_text(), nl=False)


@click.command()
@click.option("--erase", is_flag=True, help="Erase them; needs --by.")
@click.option(
    "--by",
    "username",
    help="The senior officer who does it; asks for their password and second factor.",
)
@policy_option
@data_option
@database_option
def retention(
    erase: bool, username: str | None, policy: Path | None, folder: Path, database: str
) -> None:
    """List what is kept no longer; with --erase, erase it.

    Cases whose time is over, and observations that waited as long without anybody saying whom they
    are about. The policy asks, the officer does it: of their programmes, and nothing that they judged.
    """
    if erase and not username:
        raise click.UsageError("--erase needs --by: a person erases, never a machine alone")
    server = web_room("server")
    server.set_up(server.Serving(folder=folder, database=database, policy=policy))
    kept = web_room("retention")
    if not erase:
        for one in kept.everywhere():
            click.echo(f"{one.row.key}  {one.row.programme.key}  since {one.since.date()}")
        for waits in kept.unplaced(kept.ENGINE):
            click.echo(f"{waits}  {waits.programme.key}  came {waits.came.date()}")
        return
    who = kept.officer(username, lambda question: click.prompt(question, hide_input=True))
    results = list(kept.erase_due(who))
    for gone in results:
        click.echo(f"{gone.case}  {gone.refused or 'erased'}")
    if any(gone.refused for gone in results):
        raise SystemExit(REFUSED)


@click.command("rotate-key")
@data_option
@database_option
def rotate_key(folder: Path, database: str) -> None:
    """Wrap the keys of all cases with a new master key. Stop tamiz serve first."""
    server = web_room("server")
    server.set_up(server.Serving(folder=folder, database=database))
    place = web_room("place").Place(folder.resolve())
    done = web_room("rotation").rotate(place)
    click.echo(
        f"{done.cases} keys of cases wrapped anew; master.key is new, start tamiz serve again."
    )
    click.echo(
        f"{done.put_away} opens backups made until now. Keep it apart from them; destroy it with the last."
    )


COMMANDS = (policy_, retention, rotate_key)
