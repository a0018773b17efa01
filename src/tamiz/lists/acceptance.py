"""Whether a list that arrived may replace the one in use without a person looking at it."""

from collections.abc import Iterator
from datetime import date, timedelta

from tamiz.model import Edition

SHRINKS_BY = 0.10  # lists grow; a tenth fewer parties means a part of the file is missing
LEFT_OUT_SHARE = 0.05  # more records not understood than this: the publisher changed the form
# A first edition replaces nothing: its good records are better than no list, unless most are lost.
LEFT_OUT_SHARE_AT_FIRST = 0.5
AHEAD = timedelta(days=1)  # by the clock (UTC), a publisher in the east may be a day ahead


def objections(new: Edition, old: Edition | None, *, left_out: int, today: date) -> tuple[str, ...]:
    """Why the new edition must wait for confirmation; empty if it need not.

    Each says what was found, what was expected and what to do.

    Args:
        new: the edition that arrived.
        old: the one in use.
        left_out: how many records of the new one were not understood.
        today: after which no edition can have been published.
    """
    beside = () if old is None else _beside(new, old)
    share = LEFT_OUT_SHARE_AT_FIRST if old is None else LEFT_OUT_SHARE
    return (*_alone(new, left_out, share, today), *beside)


def _alone(new: Edition, left_out: int, share: float, today: date) -> Iterator[str]:
    if left_out > share * (new.parties + left_out):
        yield (
            f"{left_out} records of {new.parties + left_out} were not understood; "
            "the publisher may have changed the form"
        )
    if new.content_date and date.fromisoformat(new.content_date) > today + AHEAD:
        yield (
            f"dated {new.content_date}, in the future (today is {today}); correct the date in the "
            "list or this machine's clock"
        )


def _beside(new: Edition, old: Edition) -> Iterator[str]:
    if new.parties < old.parties * (1 - SHRINKS_BY):
        yield (
            f"{new.parties} parties, {old.parties} before: more than a tenth fewer; "
            "a part of the file may be missing"
        )
    if new.content_date and old.content_date and new.content_date < old.content_date:
        yield (
            f"dated {new.content_date}, older than the one in use ({old.content_date}); "
            "an old copy may have come from a cache"
        )
