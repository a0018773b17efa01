"""One kind of number: its shape and how it is read."""

import re
from collections.abc import Callable
from typing import NamedTuple

from tamiz.documents.numbers.reading import CheckDigit, Confidence, Part, Rule, Says

OFFICIAL = Confidence.OFFICIAL
DOCUMENTED = Confidence.DOCUMENTED
REVERSE_ENGINEERED = Confidence.REVERSE_ENGINEERED


class Scheme(NamedTuple):
    """A kind of number as a state gives it.

    ``pattern`` is matched against the whole key; ``read`` is only called with a match. With
    ``keeps_hyphens`` the key has single hyphens between its groups.
    """

    key: str
    state: str
    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Says]
    rules: tuple[Rule, ...]
    keeps_hyphens: bool = False


def rules(confidence: Confidence, source: str, *parts: Part) -> tuple[Rule, ...]:
    """One rule a part, all from one source."""
    return tuple(Rule(part, confidence, source) for part in parts)


def check(expected: str, found: str) -> CheckDigit:
    """Whether a check digit is the one that the other characters ask for."""
    return CheckDigit.RIGHT if expected == found else CheckDigit.WRONG
