"""Putting away an observation that is about nobody here: it ends something, so two officers say so."""

from tamiz.casework.people import Act, By, require
from tamiz.casework.refusal import not_allowed


def is_put_away(by: By, *, first: str) -> bool:
    """Whether it goes, now that one more officer says that it is about nobody here.

    ``first`` is the id of who said so before, "" where nobody did. As with a second look, who comes
    second is not told that somebody did. Compartments are the caller's, as no case is asked.

    Raises:
        NotAllowed: the role may not, or it is the same officer.
    """
    require(by.actor, Act.SECOND_LOOK if first else Act.DECIDE)
    if first == by.actor.id:
        raise not_allowed("own_away")
    return bool(first)
