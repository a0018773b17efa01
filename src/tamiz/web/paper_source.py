"""What papers are made of: the record as somebody may have it, the journal's entries, the unit."""

from django.conf import settings
from django.utils import timezone

from tamiz.casework import Audience, Case, Record, disclose, effective_from, seen_by
from tamiz.casework.journal import entry_of
from tamiz.papers import Journal, Unit
from tamiz.web import journaling, store
from tamiz.web.clock import now
from tamiz.web.models import Case as Row
from tamiz.web.models import JournalEntry, Officer
from tamiz.web.visitor import Visitor


def record(who: Visitor, row: Row, case: Case, audience: Audience) -> Record:
    """The record of a case for an audience, no more of it than who asks may see now."""
    events = journaling.events_of(row.key) if audience is Audience.AUDITOR else ()
    shown = store.with_standing(row, seen_by(case, who.actor))
    return disclose(shown, events, audience, policy=store.POLICY, at=now())


def is_final(row: Row, case: Case) -> bool:
    """Whether the decision that stands can no longer be taken back, so that letters may leave."""
    since = effective_from(store.with_standing(row, case), store.POLICY)
    return since is not None and now() > since


def journal(row: Row) -> Journal:
    """The entries about a case, and where the journal ends."""
    lines = JournalEntry.objects.filter(case=row.key).order_by("seq").values_list("line", flat=True)
    head = journaling.head()
    return Journal(
        entries=tuple(entry_of(line.encode()) for line in lines),
        last=0 if head is None else head.seq,
        head="" if head is None else head.hash,
    )


def unit(row: Row) -> Unit:
    """Who gives the papers, and the names of its officers."""
    return Unit(
        programme=row.programme.name,
        contact=settings.CONTACT,
        zone=timezone.get_default_timezone(),
        people={one.number: str(one) for one in Officer.objects.all()},
        is_invented=row.programme.is_invented,
    )
