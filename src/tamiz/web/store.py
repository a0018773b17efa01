"""Cases in the database: folded from the journal, changed by rules of casework, kept as rows.

``act`` is the only way in which anybody changes a case: one transaction that reads, asks the
rule, writes the journal and brings the row up to date, or does nothing at all.
"""

from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from tamiz.casework import AnyEvent, By, Case, CasePolicy, fold
from tamiz.casework.journal import sampling_key as sampling_key_of
from tamiz.casework.policy import DEFAULT
from tamiz.web import journaling
from tamiz.web.clock import now
from tamiz.web.models import Case as Row
from tamiz.web.projection import project
from tamiz.web.visitor import Visitor

POLICY: CasePolicy = DEFAULT

Rule = Callable[[Case, By], tuple[AnyEvent, ...]]


def load(row: Row) -> Case:
    """The case of a row.

    Raises:
        JournalError: it was erased, or its journal was tampered with.
    """
    return fold(journaling.events_of(row.key))


def act(who: Visitor, row: Row, rule: Rule) -> Case:
    """Do something to a case: what the rule says, at this instant, by this person.

    Raises:
        CaseworkError: the rule refuses; nothing was written.
    """
    with transaction.atomic():
        journaling.hold()
        case = load(row)
        events = rule(case, By(who.actor, now()))
        if not events:
            return case
        entries = journaling.append(events)
        after = fold(events, case)
        project(row, after, zip(events, entries, strict=True))
    return after


def listed(who: Visitor, kind: str, shown: int) -> None:
    """Note that somebody saw a list of applicants (``kind``), why, and how many stood in it.

    What was searched for is not noted: it would be personal data in the clear.
    """
    purpose = "" if who.purpose is None else who.purpose.value
    with transaction.atomic():
        journaling.note(who.actor.id, kind, shown=str(shown), purpose=purpose)


def sampling_key() -> bytes:
    """The key by which cases are chosen for quality control."""
    return sampling_key_of(settings.MASTER_KEY)
