"""What a comparison of two parties states, before it is weighed."""

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
