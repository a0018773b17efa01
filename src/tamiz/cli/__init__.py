"""The command line: ``tamiz lists | screen | explain | demo``."""

import sys

import click

from tamiz.cli.console import version
from tamiz.cli.demo import demo
from tamiz.cli.lists import lists
from tamiz.cli.screen import explain, policy, screen
from tamiz.errors import TamizError

ERROR = 2  # exit code: nothing was done, the message says why


@click.group()
@click.version_option(version())
def commands() -> None:
    """Vet the people who apply to sensitive programmes."""


for command in (demo, lists, screen, explain, policy):
    commands.add_command(command)


def main() -> None:
    """Run the command line; an error of ours is one clear message, no traceback."""
    try:
        commands.main(standalone_mode=True)
    except TamizError as error:
        _end(str(error))
    except OSError as error:
        _end(f"{error.strerror or error}: {error.filename or 'no file named'}")


def _end(message: str) -> None:
    click.echo(f"tamiz: {' '.join(message.split())}", err=True)
    sys.exit(ERROR)
