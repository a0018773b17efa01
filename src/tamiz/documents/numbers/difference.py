"""One difference between a number and a claim, before the rule behind it is weighed."""

from enum import StrEnum
from typing import NamedTuple

from tamiz.documents.numbers.reading import Part


class Grade(StrEnum):
    """How much a conflict says, in the words of the examiner's table."""

    A = "A"  # near conclusive
    B = "B"  # strong
    C = "C"  # a hint


class Difference(NamedTuple):
    """What the number says and what is claimed; ``field`` is where the claim stood."""

    part: Part
    detail: str
    number: str
    claimed: str
    grade: Grade
    field: str = ""
