"""``tamiz compare``."""

import click

from tamiz import api
from tamiz.cli.console import language_option, out
from tamiz.errors import UsageError
from tamiz.output import terminal
from tamiz.wording import Language

SIDES = 2  # what can be compared with one another


@click.command()
@click.argument("names", nargs=SIDES, metavar="NAME NAME")
@click.option(
    "--born", multiple=True, metavar="DATE",
    help="Birth dates, the first name's first; give both, or neither.",
)  # fmt: skip
@click.option("--organisations", is_flag=True, help="The names are those of organisations.")
@language_option
def compare(
    names: tuple[str, str],
    born: tuple[str, ...],
    organisations: bool,
    language: Language,
) -> None:
    """Compare two names with each other, and say why they are likely one or two.

    No list is needed. Put a name into quotation marks: tamiz compare "José García" "Pepe Garcia".
    """
    if len(born) not in {0, SIDES}:
        raise UsageError(f"--born is given {len(born)} times; expected twice, once for each name")
    dates = (born[0], born[1]) if born else ("", "")
    verdict = api.compare(*names, born=dates, organisations=organisations)
    terminal.compared(verdict, out(), language)
