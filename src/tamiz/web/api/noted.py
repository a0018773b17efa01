"""Notes of what programs read, in the journal like what people read.

A screening system asks hundreds of times a second. Of questions to lists, which hold no applicant,
one entry a minute and token is written, before the first answer of that minute goes out; it
counts what went out in the minute that the entry before it began. Reads of cases are noted each.
"""

import time
from threading import Lock

from django.db import transaction

from tamiz.web import journaling
from tamiz.web.api.tokens import Bearer

WINDOW = 60.0  # seconds


class _Counts:
    """How many questions a token asked since its last entry."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._since: dict[str, tuple[float, int]] = {}

    def add(self, token: str, asked: int) -> int | None:
        """The count of the window before, where a new one begins; None within one."""
        moment = time.monotonic()
        with self._lock:
            begun, count = self._since.get(token, (-WINDOW, 0))
            if moment - begun < WINDOW:
                self._since[token] = begun, count + asked
                return None
            self._since[token] = moment, asked
            return count

    def forget(self) -> None:
        """Begin anew."""
        with self._lock:
            self._since.clear()


COUNTS = _Counts()


def lists_asked(who: Bearer, asked: int = 1) -> None:
    """A token asks the lists so many questions."""
    before = COUNTS.add(who.token, asked)
    if before is not None:
        listed(who, "lists_asked", before=str(before))


def listed(who: Bearer, kind: str, **told: str) -> None:
    """One entry: what a token read, for which purpose; identifiers only."""
    purpose = who.visitor.purpose
    with transaction.atomic():
        journaling.note(
            who.visitor.actor.id, kind, token=who.token,
            purpose="" if purpose is None else purpose.value, **told,
        )  # fmt: skip
