"""What the page that compares two identities shows, as one value for its template."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from tamiz.casework import Case, Fields, Sides, finding_id, seen_by
from tamiz.casework.clearance import parties
from tamiz.model import Evidence, Finding
from tamiz.output import sentences
from tamiz.output.cases import case_view
from tamiz.web import visibility
from tamiz.web.case_page import anchors_of, may_judge, reason_of, verdict_buttons
from tamiz.web.facing import Row, facing
from tamiz.web.models import Case as CaseRow
from tamiz.web.models import CaseSides
from tamiz.web.pictures import addresses
from tamiz.web.sides import FIELDS, unpacked
from tamiz.web.visitor import Visitor
from tamiz.wording import Language, say

# What does not tell where somebody comes from. A blind comparer sees these, and of everything else
# only whether it agrees.
TELLS_NO_ORIGIN = frozenset({"birth_dates", "sex", "documents"})


class Line(Struct, frozen=True, kw_only=True):
    """A row of the page; ``is_hidden``: its values would tell a blind comparer too much."""

    row: Row
    label: str
    is_first: bool
    is_hidden: bool
    remarks: tuple[str, ...]


def pairs(case: Case) -> list[Finding]:
    """The findings of a case that are about two, in the order of its page."""
    answers = case_view(case.assessment, "").answers
    return [one.finding for one in answers if parties(one.finding)]


def page_of(
    who: Visitor, row: CaseRow, case: Case, pair: Finding, *, blind: bool, moment: datetime
) -> dict[str, object]:
    """Everything that the template needs; in blind mode what is hidden is not in it."""
    shown = seen_by(case, who.actor)
    all_pairs = pairs(shown)
    at = all_pairs.index(pair)
    key = finding_id(pair)
    told = [one for one in pair.evidence if not blind or _tells_no_origin(one)]
    return {
        "row": row,
        "key": key,
        "lines": tuple(_lines(pair, _written(row), who.language, blind=blind)),
        "blind": blind,
        "number": at + 1,
        "count": len(all_pairs),
        "earlier": finding_id(all_pairs[at - 1]) if at else "",
        "later": finding_id(all_pairs[at + 1]) if at + 1 < len(all_pairs) else "",
        "question": sentences.question(pair, who.language),
        "asked": {
            "key": key, "is_fact": False, "given": shown.dispositions.get(key),
            "reason": reason_of(told, who.language),
        },
        "needs": key in shown.to_judge,
        "pictures": () if blind else _pictures(who, row, pair),
        "listed": pair.listed,
        "other": pair.other,
        "other_page": anchors_of(who, row, case).get(pair.other, ""),
        "may_judge": may_judge(who, case, moment),
        "verdicts": verdict_buttons(who),
        "invented": row.run.invented,
    }  # fmt: skip


def _pictures(who: Visitor, row: CaseRow, pair: Finding) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The addresses of both sides' pictures; the other's where they have a case of their own."""
    other = visibility.cases(who.actor).filter(
        programme=row.programme, applicant=pair.other, about=None
    )
    theirs = other.first() if pair.other else None
    sides = (row, theirs)
    left, right = (() if one is None else tuple(addresses(one).values()) for one in sides)
    return (left, right)


def _written(row: CaseRow) -> Sides:
    """Both sides as they wrote it; of a case that came in before this was kept, nothing."""
    kept = CaseSides.objects.filter(case=row).first()
    return Sides() if kept is None else unpacked(kept.written)


def _lines(pair: Finding, written: Sides, language: Language, *, blind: bool) -> Iterator[Line]:
    before = ""
    for one in facing(pair, written.applicant, written.of(pair) or Fields()):
        hidden = blind and one.field not in TELLS_NO_ORIGIN
        is_first, before = one.field != before, one.field
        yield Line(
            row=replace(one, left="", right="") if hidden else one,
            label=_label(one, language),
            is_first=is_first,
            is_hidden=hidden,
            remarks=_remarks(pair, one.field, language) if is_first and not hidden else (),
        )


def _label(row: Row, language: Language) -> str:
    if row.is_known:
        return say(f"casework.field.{row.field}", language)
    return sentences.feature(row.field, language)


def _remarks(pair: Finding, field: str, language: Language) -> tuple[str, ...]:
    """What screening says of a field, each sentence once."""
    told = [one for one in pair.evidence if _field(one) == field and one.bits]
    return tuple(dict.fromkeys(sentences.reason(one, language) for one in told))


def _field(evidence: Evidence) -> str:
    return FIELDS.get(evidence.feature, evidence.feature)


def _tells_no_origin(evidence: Evidence) -> bool:
    return _field(evidence) in TELLS_NO_ORIGIN
