"""What the page that compares two identities shows, as one value for its template."""

from collections.abc import Iterator
from datetime import datetime

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from tamiz.casework import Case, Fields, Sides, finding_id, seen_by
from tamiz.casework.clearance import asks_who, parties
from tamiz.model import Evidence, Finding
from tamiz.output import sentences
from tamiz.output.cases import case_view
from tamiz.web import clearing, visibility
from tamiz.web.agreeing import compared_by
from tamiz.web.case_page import anchors_of, may_judge, reason_of, verdict_buttons
from tamiz.web.evidence import words_of
from tamiz.web.facing import Row, facing, is_tie
from tamiz.web.models import Case as CaseRow
from tamiz.web.models import CaseSides
from tamiz.web.pictures import addresses
from tamiz.web.sides import FIELDS, unpacked
from tamiz.web.visitor import Visitor
from tamiz.wording import Language, say

_FEATURES = {field: feature for feature, field in FIELDS.items()}
# What does not tell where somebody comes from. A blind comparer sees these, and of everything else
# only whether it agrees.
TELLS_NO_ORIGIN = frozenset({"birth_dates", "sex", "documents"})


class Line(Struct, frozen=True, kw_only=True):
    """A row of the page; ``is_hidden``: its values would tell a blind comparer too much.

    ``sides`` are the two values as the page shows them, empty where nothing is said.
    """

    row: Row
    sides: tuple[Markup, Markup]
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
        "is_tie": is_tie(pair),
        "lines": tuple(_lines(pair, _written(row), who.language, blind=blind)),
        "blind": blind,
        "number": at + 1,
        "count": len(all_pairs),
        "earlier": finding_id(all_pairs[at - 1]) if at else "",
        "later": finding_id(all_pairs[at + 1]) if at + 1 < len(all_pairs) else "",
        "question": sentences.question(pair, who.language),
        "asked": {
            "key": key, "is_fact": not asks_who(pair), "is_pair": True,
            "given": shown.dispositions.get(key),
            "reason": reason_of(told, who.language),
        },
        "needs": key in shown.to_judge,
        "sides": clearing.sides_of(row),
        "pictures": () if blind else _pictures(who, row, pair),
        "listed": pair.listed,
        "other": pair.other,
        "other_page": anchors_of(who, row, case).get(pair.other, ""),
        "may_judge": may_judge(who, case, moment),
        "verdicts": verdict_buttons(who),
        "invented": row.programme.is_invented,
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
    rows = facing(pair, written.applicant, written.of(pair) or Fields())
    remarks = _remarks(pair, rows, language)
    for at, one in enumerate(rows):
        hidden = blind and one.field not in TELLS_NO_ORIGIN
        is_first, before = one.field != before, one.field
        shown = replace(one, left="", right="") if hidden else one
        yield Line(
            row=shown,
            sides=(_shown(one.field, shown.left, language), _shown(one.field, shown.right, language)),
            label=_label(one, language),
            is_first=is_first,
            is_hidden=hidden,
            remarks=() if hidden else tuple(remarks.get(at, ())),
        )  # fmt: skip


def _shown(field: str, text: str, language: Language) -> Markup:
    """A value as people read it: codes in words, everything else as it is written."""
    return words_of(language).side_value(_FEATURES.get(field, field), text) if text else Markup("")


def _label(row: Row, language: Language) -> str:
    if row.is_known:
        return say(f"casework.field.{row.field}", language)
    return sentences.feature(row.field, language)


def _remarks(
    pair: Finding, rows: tuple[Row, ...], language: Language
) -> dict[int, dict[str, None]]:
    """What screening says, by the row it belongs to: that of the two values, else the field's first.

    Each sentence once.
    """
    found: dict[int, dict[str, None]] = {}
    for one in pair.evidence:
        of_field = [at for at, row in enumerate(rows) if row.field == _field(one)]
        if one.bits and of_field:
            at = next((at for at in of_field if _is_about(one, rows[at])), of_field[0])
            found.setdefault(at, {})[sentences.reason(one, language)] = None
    return found


def _is_about(evidence: Evidence, row: Row) -> bool:
    """Whether a piece of evidence quotes the values of a row."""
    quoted = (evidence.applicant, evidence.other)
    written = (row.left, row.right)
    return [compared_by(row.field, one) for one in quoted] == [
        compared_by(row.field, one) for one in written
    ]


def _field(evidence: Evidence) -> str:
    return FIELDS.get(evidence.feature, evidence.feature)


def _tells_no_origin(evidence: Evidence) -> bool:
    return _field(evidence) in TELLS_NO_ORIGIN
