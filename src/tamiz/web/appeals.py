"""A case that contests another: opened beside it, with a deadline, for other officers."""

from django.db import transaction

from tamiz.casework import By, CaseKind, appeal, fold, is_early
from tamiz.web import journaling, pictures, store
from tamiz.web.clock import now
from tamiz.web.models import Case as Row
from tamiz.web.models import CaseFinding, CaseSides
from tamiz.web.projection import facts_of, project
from tamiz.web.visitor import Acting

# What the new row has of the old one.
_SAME = (
    "programme", "applicant", "name", "row", "run", "queue", "rule", "rank", "check_name",
    "probability", "bits", "evidence", "words", "screened",
)  # fmt: skip


def file(who: Acting, row: Row, kind: CaseKind, text: str) -> Row | None:
    """Open an appeal or a correction; both cases and the journal, or nothing.

    None for an appeal before anything is decided: it stands in the case itself.

    Raises:
        CaseworkError: this person may not, or the text says nothing.
    """
    with transaction.atomic():
        journaling.hold()
        row.refresh_from_db()
        case, by = store.load(row), By(who.actor, now())
        if is_early(case, kind):
            store.act(
                who,
                row,
                lambda case, by: appeal(case, by, store.POLICY, opens="", kind=kind, text=text),
            )
            return None
        new = Row.objects.create(
            kind=kind.value, about=row, opened=by.at, changed=by.at, news="new",
            **{name: getattr(row, name) for name in _SAME},
        )  # fmt: skip
        events = appeal(case, by, store.POLICY, opens=new.key, kind=kind, text=text)
        entries = journaling.append(events)
        told = list(zip(events, entries, strict=True))
        project(row, fold([one for one in events if one.case == row.key], case), told[:1])
        opened = fold([one for one in events if one.case == new.key])
        Row.objects.filter(pk=new.pk).update(**facts_of(opened))
        _copy(row, new)
    return new


def _copy(row: Row, new: Row) -> None:
    """What was found, for the filters and the clearances of the new case."""
    findings = list(CaseFinding.objects.filter(case=row))
    for one in findings:
        one.pk, one.case = None, new
    CaseFinding.objects.bulk_create(findings)
    sides = CaseSides.objects.get(case=row)
    CaseSides.objects.create(case=new, sides=sides.sides, written=sides.written)
    pictures.copy(row, new)
