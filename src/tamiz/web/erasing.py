"""Erasing a case: its key is destroyed, its rows are emptied, and the journal stays whole."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
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
from tamiz.web.models import CaseFinding, CaseKey, CasePicture, CaseSides, JournalEntry, Ruled
from tamiz.web.projection import facts_of
from tamiz.web.visitor import Visitor

# What a row says of the person and of what was found; without it only a number is left.
_EMPTY = {
    "name": "", "row": 0, "rule": "", "rank": 0, "check_name": "", "probability": None, "bits": None,
    "group": "", "news": "", "evidence": "", "words": "", "weighed": 0,
}  # fmt: skip


CHUNK = 100  # rows that are read at once


class Falling(Struct, frozen=True):
    """A case whose time is over: since when, and whether somebody asked for its erasure."""

    row: Row
    since: datetime
    case: Case


def falling_due(actor: Actor, moment: datetime) -> Iterator[Falling]:
    """The cases of an actor's compartments that may be erased at an instant, the first opened first.

    Each is opened when it is asked for, since after some years there may be as many as ever came.
    """
    found = may_be_due(actor, moment)
    numbers = list(found.order_by("pk").values_list("pk", flat=True))
    for at in range(0, len(numbers), CHUNK):
        for row in found.filter(pk__in=numbers[at : at + CHUNK]).order_by("pk"):
            case = store.load(row)
            since = kept_until(case, store.POLICY)
            if since <= moment:
                yield Falling(row=row, since=since, case=case)


def may_be_due(actor: Actor, moment: datetime) -> QuerySet[Row]:
    """Those whose time is over as far as rows tell; an appeal keeps a case longer.

    Opened so long ago, and decided so long ago or, where nothing is decided, not touched since,
    except by who asked for its erasure.
    """
    until = moment - timedelta(days=store.POLICY.retention_days)
    old = visibility.cases(actor, Act.ASK_ERASURE).filter(opened__lte=until)
    key = Concat(Value("C"), Cast(OuterRef("pk"), CharField()))  # ``Case.key``
    since = JournalEntry.objects.filter(case=key, at__gt=until)
    touched = Exists(since) & ~Exists(since.filter(kind="erasure_asked"))
    decided = Exists(Ruled.objects.filter(case=OuterRef("pk"), at__gt=until))
    is_kept = (Q(state=State.DECIDED.value) & Q(decided)) | (
        ~Q(state=State.DECIDED.value) & Q(touched)
    )
    left = old.exclude(state=State.ERASED.value).exclude(is_kept)
    return left.select_related("programme").defer("words")


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
