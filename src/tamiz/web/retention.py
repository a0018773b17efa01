"""Erasing by policy: Tamiz asks for it where the time of keeping is over, a named officer does it."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

from msgspec import Struct

from tamiz.casework import ENGINE, Act, Actor, told
from tamiz.errors import CaseworkError, UsageError
from tamiz.web import erasing, observations, store, terminal, visibility
from tamiz.web.clock import now
from tamiz.web.erasing import Falling
from tamiz.web.models import Unplaced
from tamiz.web.visitor import Visitor, actor
from tamiz.wording import Language


class Gone(Struct, frozen=True):
    """What became of one case, or of an observation that nobody placed.

    ``refused`` says why it is still there, "" if it is not.
    """

    case: str
    refused: str = ""


def officer(username: str, ask: terminal.Ask) -> Visitor:
    """Somebody who proves at a terminal who they are, and may erase cases.

    Raises:
        UsageError: they do not prove it, or their roles erase nothing.
    """
    found = terminal.prove(username, ask)
    who = Visitor(found, actor(found), Language(found.language), None)
    if not who.may(Act.ERASE):
        raise UsageError(f"{username}: this account may not erase cases; a senior officer does")
    return who


def due(who: Visitor) -> Iterator[Falling]:
    """What falls due in the programmes of an officer, the first opened first."""
    return erasing.falling_due(who.actor, now())


def everywhere() -> Iterator[Falling]:
    """What falls due in all programmes."""
    return erasing.falling_due(ENGINE, now())


def unplaced(whoever: Actor) -> list[Unplaced]:
    """The observations that nobody said of whom they are, and that have waited as long as a case is kept.

    In the programmes in which somebody may ask for erasures, the oldest first.
    """
    until = now() - timedelta(days=store.POLICY.retention_days)
    mine = visibility.programmes(whoever, Act.ASK_ERASURE)
    found = Unplaced.objects.filter(programme__in=mine, came__lte=until)
    return list(found.select_related("programme").order_by("came"))


def erase_due(who: Visitor) -> Iterator[Gone]:
    """Erase what falls due, one by one; what is refused holds up nothing else."""
    for waits in unplaced(who.actor):
        name = str(waits)
        with suppress(Unplaced.DoesNotExist):  # somebody placed it meanwhile
            observations.drop(who, waits)
            yield Gone(name)
    for one in due(who):
        try:
            erasing.ask_by_policy(one.row)
            erasing.carry_out(who, one.row)
        except CaseworkError as error:
            yield Gone(one.row.key, told(error, who.language))
        else:
            yield Gone(one.row.key)
