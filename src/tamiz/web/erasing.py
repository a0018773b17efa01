"""Erasing a case: its key is destroyed, its rows are emptied, and the journal stays whole."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import QuerySet
from msgspec import Struct

from tamiz.casework import (
    ENGINE,
    Act,
    Actor,
    By,
    Case,
    Ground,
    State,
    ask_erasure,
    erase,
    fold,
    kept_until,
)
from tamiz.casework.events import Erased
from tamiz.web import journaling, store, visibility
from tamiz.web.clock import now
from tamiz.web.models import Case as Row
from tamiz.web.models import CaseFinding, CaseKey, CasePicture, CaseSides
from tamiz.web.projection import facts_of
from tamiz.web.visitor import Visitor

# What a row says of the person and of what was found; without it only a number is left.
_EMPTY = {
    "name": "", "row": 0, "rule": "", "rank": 0, "check_name": "", "probability": None, "bits": None,
    "group": "", "news": "", "evidence": "", "words": "", "weighed": 0,
}  # fmt: skip


class Falling(Struct, frozen=True):
    """A case whose time is over: since when, and whether somebody asked for its erasure."""

    row: Row
    since: datetime
    case: Case


def falling_due(actor: Actor, moment: datetime) -> list[Falling]:
    """The cases of an actor's compartments that may be erased at an instant, the oldest first."""
    found = []
    for row in _old(actor, moment).select_related("programme").order_by("pk"):
        case = store.load(row)
        since = kept_until(case, store.POLICY)
        if since <= moment:
            found.append(Falling(row=row, since=since, case=case))
    return sorted(found, key=lambda one: one.since)


def _old(actor: Actor, moment: datetime) -> QuerySet[Row]:
    """Those that were opened so long ago that their time may be over."""
    opened = moment - timedelta(days=store.POLICY.retention_days)
    old = visibility.cases(actor, Act.ASK_ERASURE).filter(opened__lte=opened)
    return old.exclude(state=State.ERASED.value)


def ask_by_policy(row: Row) -> None:
    """Ask for the erasure of a case because its time of keeping is over, unless somebody has.

    Raises:
        CaseworkError: it is not over.
    """
    with transaction.atomic():
        journaling.hold()
        case = store.load(row)
        if case.erasure is None:
            why = f"retention_days = {store.POLICY.retention_days}"
            by = By(ENGINE, now())
            store.record(
                row, case, ask_erasure(case, by, store.POLICY, ground=Ground.RETENTION, reason=why)
            )


def carry_out(who: Visitor, row: Row) -> None:
    """Erase a case for which another asked: nobody can read it any more, not even from a copy.

    Raises:
        CaseworkError: the rule refuses; nothing was written.
    """
    with transaction.atomic():
        journaling.hold()
        row.refresh_from_db()
        case = store.load(row)
        events = erase(case, By(who.actor, now()), store.POLICY)
        journaling.append(events)
        (gone,) = (one for one in events if isinstance(one, Erased))
        journaling.note(
            who.actor.id, "case_erased", case=row.key, ground=gone.ground, asked_by=gone.asked_by
        )
        _empty(row, fold(events, case))
        CaseKey.objects.filter(pk=row.key).delete()
    _overwrite()


def _empty(row: Row, after: Case) -> None:
    CaseFinding.objects.filter(case=row).delete()
    CaseSides.objects.filter(case=row).delete()
    CasePicture.objects.filter(case=row).delete()
    # Unlike any number that an applicant has, and never twice.
    emptied = {**_EMPTY, **facts_of(after), "applicant": f"– {uuid4().hex}"}
    Row.objects.filter(pk=row.pk).update(**emptied, changed=after.at)
    row.refresh_from_db()


def _overwrite() -> None:
    """Let SQLite write over what its log still has of the key; PostgreSQL needs a VACUUM."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
