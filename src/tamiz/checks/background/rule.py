"""One rule about background and purpose, and how it says what it compared."""

from tamiz.checks import rule
from tamiz.checks.background.story import Story
from tamiz.checks.rule import Answer, Strength
from tamiz.model import Evidence, Observation, Outcome


class Rule(rule.Rule[Story], frozen=True, kw_only=True):
    """A question asked of what an applicant tells of their life. ``NAME`` is ``background_…``."""


def said(
    code: str, one: str, other: str = "", *, field: str = "", at: str = "", **gaps: str
) -> Evidence:
    """The sentence ``background.CODE`` with the two values compared and where they stand."""
    return Evidence(
        feature="background",
        code=f"background.{code}",
        applicant=one,
        other=other,
        params=gaps,
        field=field,
        other_field=at,
    )


def clear(evidence: Evidence) -> Answer:
    """What was compared is in order."""
    return Answer(Outcome.CLEAR, evidence)


def concern(evidence: Evidence, strength: Strength | None = None, *beside: Evidence) -> Answer:
    """What was compared does not hold together."""
    return Answer(Outcome.CONCERN, evidence, strength, beside=beside)


def graded(one: Observation) -> tuple[Evidence, ...]:
    """How an observation was graded, to stand beside what quotes it; nothing where it was not."""
    if not one.grading:
        return ()
    source, word = one.grading[0], one.grading[1:]
    return (
        Evidence(
            feature="background", code="background.observation.graded",
            params={"source": source, "word": word}, other_field=one.field,
        ),
    )  # fmt: skip


__all__ = ["Answer", "Rule", "Strength", "clear", "concern", "graded", "said"]
