"""Evidence as a waterfall: each bar begins where the one before ended, the last is the total."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate

from msgspec import Struct

from tamiz.model import Evidence

WIDTH = 100.0  # of the drawing, in its own units
THINNEST = 0.6  # a bar of next to nothing is still to be seen


class Kind(StrEnum):
    """What a bar says; each has its own word and its own look, not only its own colour."""

    START = "start"
    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"
    TOTAL = "total"


class Step(Struct, frozen=True, kw_only=True):
    """One bar: from ``x`` over ``width``, in hundredths of the drawing; ``zero`` is its axis.

    A statement without bits is a step without a bar.
    """

    evidence: Evidence | None
    bits: float | None
    kind: Kind
    x: float
    width: float
    zero: float


def waterfall(evidence: Sequence[Evidence], total: float | None) -> tuple[Step, ...]:
    """A step for each piece of evidence in its order, then the total; () if nothing is weighed."""
    if all(statement.bits is None for statement in evidence):
        return ()
    ends = list(accumulate(statement.bits or 0.0 for statement in evidence))
    final = ends[-1] if total is None else total
    low, high = min(0.0, final, *ends), max(0.0, final, *ends)
    scale = WIDTH / ((high - low) or 1.0)
    starts = [0.0, *ends[:-1]]
    return (
        *(
            _step(statement, statement.bits, (start, end), low, scale)
            for statement, start, end in zip(evidence, starts, ends, strict=True)
        ),
        _step(None, final, (0.0, final), low, scale),
    )


def _step(
    evidence: Evidence | None,
    bits: float | None,
    ends: tuple[float, float],
    low: float,
    scale: float,
) -> Step:
    left, right = min(ends), max(ends)
    width = max((right - left) * scale, THINNEST)
    return Step(
        evidence=evidence,
        bits=bits,
        kind=_kind(evidence, bits),
        x=round(min((left - low) * scale, WIDTH - width), 2),
        width=round(width, 2),
        zero=round(-low * scale, 2),
    )


def _kind(evidence: Evidence | None, bits: float | None) -> Kind:
    if evidence is None:
        return Kind.TOTAL
    if evidence.feature == "prior":
        return Kind.START
    if not bits:
        return Kind.NEUTRAL
    return Kind.FOR if bits > 0 else Kind.AGAINST
