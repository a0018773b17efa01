"""Where somebody is logged in: what a session says of itself, and its end.

A session keeps when it began, when its last page was asked for, and the kind of browser. It keeps
no address, and all of it goes with the session.
"""

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from msgspec import Struct

from tamiz.web.browser import kind_of
from tamiz.web.models import Officer

CAME = "came"  # in the session: when it began (seconds)
SEEN = "seen"  # in the session: when the last page was asked for (seconds)
_NAME = "name"  # in the session: what its owner ends it by; whoever knows it cannot use it
_BROWSER = "browser"  # in the session: its kind
Kept = SessionBase | dict[str, Any]  # what a session holds
_NAME_BYTES = 8  # enough that no two of a person are the same


class Login(Struct, frozen=True):
    """A session as its owner sees it."""

    name: str
    began: datetime
    seen: datetime
    browser: str
    is_here: bool


def begin(session: SessionBase, agent: str, moment: int) -> None:
    """Write down what a session says of itself, where it does not yet."""
    session.setdefault(_NAME, secrets.token_hex(_NAME_BYTES))
    session.setdefault(CAME, moment)
    if not session.get(_BROWSER) and (kind := kind_of(agent)):
        session[_BROWSER] = kind


def is_over(session: Kept, moment: float) -> bool:
    """Whether a session was idle for too long, or began too long ago."""
    idle = moment - session.get(SEEN, moment) > settings.SESSION_IDLE
    return bool(idle or moment - session.get(CAME, moment) > settings.SESSION_COOKIE_AGE)


def of(officer: Officer, moment: datetime, here: str | None = None) -> list[Login]:
    """Where an account is logged in, the one last seen first; ``here`` is the key of the asker's."""
    found = [_told(row, kept, here) for row, kept in _open(officer, moment)]
    return sorted(found, key=lambda one: (one.is_here, one.seen), reverse=True)


def end(officer: Officer, name: str, moment: datetime, here: str | None) -> bool:
    """Whether there was another session of this name, which has ended now."""
    for row, kept in _open(officer, moment):
        if row.session_key != here and kept.get(_NAME) == name:
            row.delete()
            return True
    return False


def _open(officer: Officer, moment: datetime) -> Iterator[tuple[Session, Kept]]:
    """The sessions that would let somebody in to this account."""
    whose, proof = str(officer.pk), officer.get_session_auth_hash()
    for row in Session.objects.filter(expire_date__gt=timezone.now()):
        kept = row.get_decoded()
        if kept.get(SESSION_KEY) != whose or is_over(kept, moment.timestamp()):
            continue
        if constant_time_compare(kept.get(HASH_SESSION_KEY, ""), proof):
            yield row, kept


def _told(row: Session, kept: Kept, here: str | None) -> Login:
    came = kept.get(CAME, 0)
    return Login(
        name=kept.get(_NAME, ""),
        began=datetime.fromtimestamp(came, UTC),
        seen=datetime.fromtimestamp(kept.get(SEEN, came), UTC),
        browser=kept.get(_BROWSER, ""),
        is_here=row.session_key == here,
    )
