"""Two identities field by field: what both say, next to each other, and how it agrees."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from tamiz.casework import Fields
from tamiz.model import Finding
from tamiz.output.sides import Side, side_by_side
from tamiz.web.agreeing import are_one_name, compared_by
from tamiz.web.sides import FIELDS


class Likeness(StrEnum):
    """How two values agree."""

    SAME = "same"  # written alike, apart from capitals, marks and order
    ALIKE = "alike"  # screening counts it as agreement
    DIFFERENT = "different"
    ONE_SIDED = "one_sided"


class Row(Struct, frozen=True, kw_only=True):
    """One line: a field and a value of each side.

    ``field`` is one of ``Fields``; where not ``is_known``, a feature of the evidence.
    """

    field: str
    left: str
    right: str
    likeness: Likeness
    is_known: bool = True


def facing(finding: Finding, left: Fields, right: Fields) -> tuple[Row, ...]:
    """The lines of a pair, field by field: what agrees first.

    Args:
        finding: its evidence quotes what was compared, and says how it was judged.
        left: what the applicant wrote of themselves, which says nothing where the finding is about
            somebody whom they name; may be empty.
        right: what the other side wrote; may be empty.
    """
    quoted = side_by_side(finding.evidence)
    left = Fields() if is_tie(finding) else left
    of_fields = (
        row
        for field in Fields.__struct_fields__
        for row in _rows(
            field, getattr(left, field), getattr(right, field),
            [one for one in quoted if FIELDS.get(one.feature) == field],
        )
    )  # fmt: skip
    shown = tuple(of_fields)
    told = {(row.left, row.right) for row in shown}
    others = (one for one in quoted if one.feature not in FIELDS)
    return (*shown, *(_other(one) for one in others if (one.applicant, one.other) not in told))


def is_tie(finding: Finding) -> bool:
    """Whether it is about somebody whom the applicant names, and not about the applicant."""
    return any(one.feature == "relation" for one in finding.evidence)


def _rows(
    field: str, left: Sequence[str], right: Sequence[str], quoted: Sequence[Side]
) -> Iterator[Row]:
    mine = _by_fold(field, (*(one.applicant for one in quoted), *left))
    theirs = _by_fold(field, (*(one.other for one in quoted), *right))
    for key in [key for key in mine if key in theirs]:
        yield Row(field=field, left=mine.pop(key), right=theirs.pop(key), likeness=Likeness.SAME)
    for one in quoted:
        a, b = compared_by(field, one.applicant), compared_by(field, one.other)
        if a in mine and b in theirs:
            yield Row(
                field=field, left=mine.pop(a), right=theirs.pop(b), likeness=_likeness(one.verdict)
            )
    if field == "names":
        yield from _names(mine, theirs)
    yield from _leftover(field, list(mine.values()), list(theirs.values()))


def _names(mine: dict[str, str], theirs: dict[str, str]) -> Iterator[Row]:
    """Names that evidence does not quote and screening would take for one; each taken out."""
    for a, left in list(mine.items()):
        for b, right in list(theirs.items()):
            if are_one_name(left, right):
                del mine[a], theirs[b]
                yield Row(field="names", left=left, right=right, likeness=Likeness.ALIKE)
                break


def _leftover(field: str, mine: list[str], theirs: list[str]) -> Iterator[Row]:
    """What has no counterpart: set against each other, as far as both sides go."""
    for at in range(max(len(mine), len(theirs))):
        left, right = (side[at] if at < len(side) else "" for side in (mine, theirs))
        likeness = Likeness.DIFFERENT if left and right else Likeness.ONE_SIDED
        yield Row(field=field, left=left, right=right, likeness=likeness)


def _by_fold(field: str, values: Iterable[str]) -> dict[str, str]:
    """Each value once, by what it is compared by."""
    found: dict[str, str] = {}
    for value in values:
        if value.strip():
            found.setdefault(compared_by(field, value), value)
    return found


def _likeness(verdict: str) -> Likeness:
    return Likeness.ALIKE if verdict in {"agrees", "near"} else Likeness.DIFFERENT


def _other(one: Side) -> Row:
    """Something else that was compared, such as letters."""
    if one.applicant and one.applicant == one.other:
        likeness = Likeness.SAME
    elif one.applicant and one.other:
        likeness = _likeness(one.verdict)
    else:
        likeness = Likeness.ONE_SIDED
    return Row(
        field=one.feature, left=one.applicant, right=one.other, likeness=likeness, is_known=False
    )
