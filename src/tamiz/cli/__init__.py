"""The command line: ``tamiz lists | screen | serve | cases | audit | backup | explain | demo …``."""

import errno
import signal
import sys
from types import FrameType
from typing import NoReturn

import click

from tamiz.cli.audit import audit
from tamiz.cli.backup import backup, restore
from tamiz.cli.compare import compare
from tamiz.cli.console import version
from tamiz.cli.demo import demo
from tamiz.cli.documents import documents
from tamiz.cli.keeping import COMMANDS as KEEPING
from tamiz.cli.links import links
from tamiz.cli.lists import lists
from tamiz.cli.screen import explain, policy, screen
from tamiz.cli.serve import cases, serve, web_room
from tamiz.cli.tokens import token
from tamiz.cli.worker import worker
from tamiz.errors import TamizError
from tamiz.wording import Language, say

ERROR = 2  # exit code: nothing was done, the message says why
STOPPED = 130  # exit code: somebody stopped it (128 + SIGINT)
STOPPED_TOLD = "stopped; what stood there before stays as it was"


@click.group()
@click.version_option(version())
def commands() -> None:
    """Vet the people who apply to sensitive programmes."""


for command in (
    demo, lists, screen, explain, links, compare, documents, policy, serve, cases, token, audit,
    backup, restore, worker,
):  # fmt: skip
    commands.add_command(command)
for command in KEEPING:
    cases.add_command(command)


def main() -> None:
    """Run the command line; an error of ours is one clear message, no traceback."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    try:
        code = commands.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _end(STOPPED_TOLD, STOPPED)
    except TamizError as error:
        _end(str(error), ERROR)
    except OSError as error:
        _end(_told(error), ERROR)
    except Exception as error:
        if was_stopped(error):
            _end(STOPPED_TOLD, STOPPED)
        if (found := _trouble(error)) is None:
            raise
        _end(found, ERROR)
    sys.exit(code if isinstance(code, int) else 0)


def _stop(_number: int, _frame: FrameType | None) -> None:
    """End as on Ctrl-C, so that nothing half-done is left behind."""
    raise KeyboardInterrupt


def was_stopped(error: BaseException) -> bool:
    """Whether an error came of being stopped: what is stopped half-way may not be able to close.

    A pool of processes whose thread was just about to start cannot be joined.
    """
    before = error.__context__
    return isinstance(before, KeyboardInterrupt) or (before is not None and was_stopped(before))


def _told(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "the disk is full; what stood there before stays as it was. Make room and try again"
    return f"{error.strerror or error}: {error.filename or 'no file named'}"


def _trouble(error: Exception) -> str | None:
    """What is wrong with the machine, as the pages say it; None where it is a fault of ours."""
    if "django.db" not in sys.modules:
        return None
    found = web_room("troubles").trouble(error)
    return None if found is None else say(f"web.error.{found.value}", Language.ENGLISH)


def _end(message: str, code: int) -> NoReturn:
    click.echo(f"tamiz: {' '.join(message.split())}", err=True)
    sys.exit(code)
