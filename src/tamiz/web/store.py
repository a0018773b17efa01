"""Cases in the database: folded from the journal, changed by rules of casework, kept as rows.

``act`` is the only way in which anybody changes a case: one transaction that reads, asks the
rule, writes the journal and brings the row up to date, or does nothing at all.
"""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.db import transaction

from tamiz.casework import (
    AnyEvent,
    BulkRow,
    By,
    Case,
    CasePolicy,
    State,
    ask_again,
    each,
    fold,
    for_others,
)
from tamiz.casework import with_standing as standing
from tamiz.casework.journal import sampling_key as sampling_key_of
from tamiz.errors import HurriedVerdict
from tamiz.web import journaling, visibility
from tamiz.web.clock import now
from tamiz.web.models import Case as Row
from tamiz.web.projection import project
from tamiz.web.visitor import Acting, Visitor

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


def with_standing(row: Row, case: Case) -> Case:
    """A case, for showing, with the decision that stands for its applicant: perhaps an appeal's."""
    if case.state is not State.DECIDED:
        return case
    return standing(case, map(load, visibility.decided_beside(row)))


def act(who: Acting, row: Row, rule: Rule) -> Case:
    """Do something to a case: what the rule says, at this instant, by this person.

    Raises:
        CaseworkError: the rule refuses; nothing was written.
    """
    with transaction.atomic():
        journaling.hold()
        row.refresh_from_db()  # as it is now that nobody else writes
        case = load(row)
        return record(row, case, rule(case, By(who.actor, now())))


def act_each(who: Visitor, rows: Iterable[Row], rule: Rule) -> tuple[BulkRow, ...]:
    """Do the same to several cases, in one transaction; one that is refused holds up no other.

    Whoever was too fast is noted as asked, so that the next time goes through.
    """
    with transaction.atomic():
        journaling.hold()
        by = By(who.actor, now())
        fresh = {row.key: row for row in rows}
        for row in fresh.values():
            row.refresh_from_db()
        became = each(map(load, fresh.values()), lambda case: rule(case, by))
        for one in became:
            hurried = isinstance(one.refused, HurriedVerdict)
            record(fresh[one.case.id], one.case, ask_again(one.case, by) if hurried else one.events)
    return became


def record(row: Row, case: Case, events: tuple[AnyEvent, ...]) -> Case:
    """Write what happened to a case, within a transaction of the caller's; the case after it."""
    if not events:
        return case
    entries = journaling.append(events)
    after = fold(events, case)
    project(row, after, zip(events, entries, strict=True))
    return after


def listed(who: Visitor, kind: str, shown: int, **about: str) -> None:
    """Note that somebody saw a list of applicants (``kind``), why, and how many stood in it.

    ``about``: identifiers of what it was about, such as ``case``.

    What was searched for is not noted: it would be personal data in the clear.
    """
    purpose = "" if who.purpose is None else who.purpose.value
    with transaction.atomic():
        journaling.note(who.actor.id, kind, shown=str(shown), purpose=purpose, **about)


def refused(who: Visitor, page: str, *, asked: str = "") -> None:
    """Note that somebody asked for a page, or for the case of a number, that is not for them."""
    with transaction.atomic():
        journaling.note(who.actor.id, "refused", page=page, asked=asked)


def sampling_key() -> bytes:
    """The key by which cases are chosen for quality control."""
    return sampling_key_of(settings.MASTER_KEY)
