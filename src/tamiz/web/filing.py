"""Which cases of an applicant something that came in reaches.

Whoever files it knows the applicant, and neither which of their cases there are nor how they stand.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import transaction

from tamiz.casework import AnyEvent, By, Case, CaseKind, State, answer, observe
from tamiz.web import appeals, journaling, store, weighing
from tamiz.web.models import Case as Row
from tamiz.web.visitor import Acting


def file(who: Acting, rows: Sequence[Row], kind: str, told: Mapping[str, Any]) -> None:
    """File an answer, an observation, an appeal or a correction (``forms.KINDS``).

    Args:
        who: files it.
        rows: all cases of the applicant, the first one first.
        kind: what it is.
        told: its ``text``; of an observation ``grading``, ``source`` and ``seen`` (a day, or None)
            too, and ``placed_by`` where somebody said whom it is about.

    Raises:
        CaseworkError: a rule refuses it; then nothing was written.
    """
    with transaction.atomic():
        journaling.hold()
        for row in rows:
            row.refresh_from_db()
        if kind == "answer":
            _answered(who, rows, told["text"])
        elif kind == "observation":
            _observed(who, rows, told)
        else:
            appeals.file(who, _contested(rows), CaseKind(kind), told["text"])


def _answered(who: Acting, rows: Sequence[Row], text: str) -> None:
    """The cases that wait for the applicant; where none does, each: nobody knows which it is about."""
    asked = [row for row in rows if row.state == State.WAITING.value]
    _each(who, asked or rows, lambda case, by: answer(case, by, store.POLICY, text=text))


def _observed(who: Acting, rows: Sequence[Row], told: Mapping[str, Any]) -> None:
    def rule(case: Case, by: By) -> tuple[AnyEvent, ...]:
        return observe(
            case,
            by,
            store.POLICY,
            text=told["text"],
            grading=told["grading"],
            source=told["source"],
            seen=told["seen"],
            placed_by=told.get("placed_by", ""),
        )

    _each(who, rows, rule)
    Row.objects.filter(pk__in=[row.pk for row in rows]).update(news="observed")
    weighing.ask_for(rows[0].programme)


def _contested(rows: Sequence[Row]) -> Row:
    """What is contested is what was decided last."""
    decided = [row for row in rows if row.state == State.DECIDED.value]
    return decided[-1] if decided else rows[0]


def _each(
    who: Acting, rows: Sequence[Row], rule: Callable[[Case, By], tuple[AnyEvent, ...]]
) -> None:
    for row in rows:
        store.act(who, row, rule)
