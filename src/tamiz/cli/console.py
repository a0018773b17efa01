"""What all commands share: the console, the store option, the version."""

from collections.abc import Callable
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console

from tamiz.wording import Language

Command = TypeVar("Command", bound=Callable[..., Any])


def out() -> Console:
    """The console on standard output; plain text in a pipe."""
    return Console(soft_wrap=True)


def version() -> str:
    """The version of Tamiz that runs."""
    return installed_version("tamiz")


def whole(text: str) -> str:
    """What was typed; bytes that are no text, which Python hands on as half a sign, stand as �."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def store_option(command: Command) -> Command:
    """The option ``--store DIR`` that every command on lists takes."""
    option = click.option(
        "--store",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of the lists (TAMIZ_HOME, else your data folder).",
    )
    return option(command)


def language_option(command: Command) -> Command:
    """The option ``--language`` of every command that prints sentences."""
    option = click.option(
        "--language",
        type=click.Choice([language.value for language in Language]),
        callback=lambda _context, _option, value: Language(value),
        default=Language.ENGLISH.value,
        envvar="TAMIZ_LANGUAGE",
        show_default=True,
        help="Language of sentences (TAMIZ_LANGUAGE).",
    )
    return option(command)
