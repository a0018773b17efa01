"""Cases in the database: folded from the journal, changed by rules of casework, kept as rows.

``act`` is the only way in which anybody changes a case: one transaction that reads, asks the
rule, writes the journal and brings the row up to date, or does nothing at all.
"""

from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from tamiz.casework import AnyEvent, By, Case, CasePolicy, fold, for_others
from tamiz.casework.journal import sampling_key as sampling_key_of
from tamiz.web import journaling
from tamiz.web.clock import now
from tamiz.web.models import Case as Row
from tamiz.web.projection import project
from tamiz.web.visitor import Visitor

POLICY: CasePolicy = settings.CASE_POLICY

Rule = Callable[[Case, By], tuple[AnyEvent, ...]]


def load(row: Row) -> Case:
    """The case of a row; what contests another bars whoever judged that one, also since then.

    Raises:
        JournalError: it was erased, or its journal was tampered with.
    """
    case = fold(journaling.events_of(row.key))
    about = row.about
    if about is None or journaling.was_erased(about.key):
        return case
    return for_others(case, load(about))


def act(who: Visitor, row: Row, rule: Rule) -> Case:
    """Do something to a case: what the rule says, at this instant, by this person.

    Raises:
        CaseworkError: the rule refuses; nothing was written.
    """
    with transaction.atomic():
        journaling.hold()
        row.refresh_from_db()  # as it is now that nobody else writes
        case = load(row)
        return record(row, case, rule(case, By(who.actor, now())))


def record(row: Row, case: Case, events: tuple[AnyEvent, ...]) -> Case:
    """Write what happened to a case, within a transaction of the caller's; the case after it."""
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


def refused(who: Visitor, page: str) -> None:
    """Note that somebody asked for a page that their roles do not allow."""
    with transaction.atomic():
        journaling.note(who.actor.id, "refused", page=page)


def sampling_key() -> bytes:
    """The key by which cases are chosen for quality control."""
    return sampling_key_of(settings.MASTER_KEY)
