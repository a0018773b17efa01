"""What a comparison of two parties states, before it is weighed."""

import msgspec
from msgspec import Struct

Features = tuple[tuple[str, float], ...]


class Statement(Struct, frozen=True, kw_only=True):
    """One thing that two parties have in common or not: both values, and what it counts as.

    ``features`` names rows of the table of weights, each with how much of it there is; what the
    statement is worth is the sum of weight times amount.
    """

    feature: str
    code: str
    here: str = ""
    there: str = ""
    features: Features
    params: dict[str, str] = {}


_SIDES = {"pair.extra_left": "pair.extra_right", "pair.extra_right": "pair.extra_left"}


def turned(statement: Statement) -> Statement:
    """The same statement with the two parties exchanged."""
    return msgspec.structs.replace(
        statement,
        code=_SIDES.get(statement.code, statement.code),
        here=statement.there,
        there=statement.here,
    )
