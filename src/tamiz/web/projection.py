"""A case's row, brought to what its events come to."""

from collections.abc import Iterable

from tamiz.casework import AnyEvent, Case, State
from tamiz.casework.events import Decided
from tamiz.errors import JournalError
from tamiz.web.models import Case as Row
from tamiz.web.models import JournalEntry, Ruled

DONE = frozenset({State.DECIDED, State.ERASED})


def project(row: Row, case: Case, happened: Iterable[tuple[AnyEvent, JournalEntry]]) -> None:
    """Write what the queue needs of a case, and each decision where the database can hold it."""
    facts = facts_of(case)
    if any(getattr(row, name) != fact for name, fact in facts.items()):
        Row.objects.filter(pk=row.pk).update(**facts, changed=case.at)
    for event, entry in happened:
        if isinstance(event, Decided):
            _ruled(row, event, entry)


def facts_of(case: Case) -> dict[str, object]:
    """The columns that follow from the events alone."""
    looks = case.judged.looks
    return {
        "state": case.state.value,
        "is_open": case.state not in DONE,
        "due": case.due,
        "observed": len(case.observations),
        "has_cleared": bool(case.judged.clearances or case.quiet),
        "assigned_id": account(case.assignee),
        "held_until": case.locked_until,
        "maker_id": account(looks[-1].actor) if looks and case.state is State.PENDING else None,
    }


def account(number: str) -> int | None:
    """The account of an actor's number; None for nobody, and for Tamiz itself."""
    return int(number[1:]) if number[:1] == "p" and number[1:].isdecimal() else None


def _ruled(row: Row, event: Decided, entry: JournalEntry) -> None:
    decision = event.decision
    maker = account(decision.maker)
    if maker is None:
        raise JournalError(f"entry {entry.seq}: {decision.maker} decided, and has no account")
    Ruled.objects.create(
        case=row, entry=entry, ruling=decision.ruling.value, maker_id=maker,
        checker_id=account(decision.checker), needed=bool(decision.why), at=decision.at,
        evidence=decision.evidence,
    )  # fmt: skip
