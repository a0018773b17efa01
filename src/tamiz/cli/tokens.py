"""``tamiz token``: tokens by which programs ask the API."""

from pathlib import Path
from types import ModuleType

import click

from tamiz.cli.serve import data_option, database_option, web_room
from tamiz.errors import UsageError


@click.group()
def token() -> None:
    """Make, list and revoke tokens for programs that ask the API."""


@token.command("new")
@click.argument("account")
@click.option("--role", required=True, help="One role of the account, such as officer.")
@click.option("--name", required=True, help="What asks with it, for those who look after tokens.")
@click.option("--programme", "programmes", multiple=True, help="Only these of the account's.")
@click.option("--purpose", default="vetting", show_default=True, help="Stands beside each read.")
@click.option("--days", type=click.IntRange(1, 366), default=90, show_default=True)
@data_option
@database_option
def new(
    account: str,
    role: str,
    name: str,
    programmes: tuple[str, ...],
    purpose: str,
    days: int,
    folder: Path,
    database: str,
) -> None:
    """A token that acts for ACCOUNT (its log-in name); it is told once."""
    tokens = _tokens(folder, database)
    click.echo(tokens.made(account, role, name, programmes, purpose, days))


@token.command("list")
@data_option
@database_option
def list_(folder: Path, database: str) -> None:
    """The tokens that are valid."""
    for line in _tokens(folder, database).told():
        click.echo(line)


@token.command()
@click.argument("number")
@data_option
@database_option
def revoke(number: str, folder: Path, database: str) -> None:
    """Make the token NUMBER (t1 …) worthless, within five seconds."""
    if not _tokens(folder, database).revoke_number(number):
        raise UsageError(f"{number}: no such token; tamiz token list shows them")


def _tokens(folder: Path, database: str) -> ModuleType:
    server = web_room("server")
    server.set_up(server.Serving(folder=folder, database=database))
    return web_room("api.tending")
