"""Many cases at once: each judged by the same rules, each told apart in the result."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from tamiz.casework.case import Case
from tamiz.casework.events import AnyEvent
from tamiz.errors import CaseworkError


class BulkRow(Struct, frozen=True, kw_only=True):
    """What became of one case: its events, or the error that refused it."""

    case: Case
    events: tuple[AnyEvent, ...] = ()
    refused: CaseworkError | None = None


def each(
    cases: Iterable[Case], rule: Callable[[Case], tuple[AnyEvent, ...]]
) -> tuple[BulkRow, ...]:
    """A rule applied to every case; one that is refused holds up no other.

    The rule passes ``bulk=`` to ``decide`` or ``dispose``, which makes a second officer look.
    """
    return tuple(_row(case, rule) for case in cases)


def _row(case: Case, rule: Callable[[Case], tuple[AnyEvent, ...]]) -> BulkRow:
    try:
        return BulkRow(case=case, events=rule(case))
    except CaseworkError as error:
        return BulkRow(case=case, refused=error)
