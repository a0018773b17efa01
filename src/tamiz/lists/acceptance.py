"""Whether a list that arrived may replace the one in use without a person looking at it."""

from tamiz.model import Edition

SHRINKS_BY = 0.10  # lists grow; a tenth fewer parties means a part of the file is missing
PROBLEMS_SHARE = 0.05  # more records not understood than this: the publisher changed the form


def objections(new: Edition, old: Edition | None, *, problems: int) -> tuple[str, ...]:
    """Why the new edition must wait for confirmation; empty if it need not.

    Each says what was found, what was expected and what to do.
    """
    found = []
    if problems > PROBLEMS_SHARE * max(new.parties, 1):
        found.append(
            f"{problems} records of {new.parties + problems} were not understood; "
            "the publisher may have changed the form"
        )
    if old is None:
        return tuple(found)
    if new.parties < old.parties * (1 - SHRINKS_BY):
        found.append(
            f"{new.parties} parties, {old.parties} before: more than a tenth fewer; "
            "a part of the file may be missing"
        )
    if new.content_date and old.content_date and new.content_date < old.content_date:
        found.append(
            f"dated {new.content_date}, older than the one in use ({old.content_date}); "
            "an old copy may have come from a cache"
        )
    return tuple(found)
