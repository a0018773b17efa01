"""Do declared background and purpose hold together? All rules, one after the other.

A hint (strength C) is told, but is a concern only beside another rule's. For a course of high
sensitivity one hint is enough for an officer to look: more certainty is asked for, and nobody is
thought worse of. A faint hint, such as a gap, is told only beside a firm concern.
"""

from collections.abc import Iterator

from tamiz.checks.background.parts import parts_told
from tamiz.checks.background.registry import rules_for
from tamiz.checks.background.story import Story
from tamiz.checks.check import Check, Context
from tamiz.checks.hints import HINTS, asked, told
from tamiz.model import Dossier, Evidence, Finding, Outcome

ENOUGH_FOR_HIGH = 1  # hints that an officer sees where the course is of high sensitivity


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A finding for each concern and each open question, and one for all that is in order."""
    answers, failed = asked(rules_for(parts_told(dossier)), Story(dossier), context)
    yield from failed
    enough = ENOUGH_FOR_HIGH if context.thresholds.is_high(dossier) else HINTS
    found, in_order, unknown = told(answers, enough=enough)
    yield from found
    last = (*unknown, *in_order)
    if in_order and not found:
        yield CHECK.finding(Outcome.CLEAR, in_order)
    elif last:
        yield CHECK.finding(Outcome.NOT_APPLICABLE, last)
    elif not found and not failed:
        nothing = Evidence(feature="background", code="background.nothing_to_compare")
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (nothing,))


CHECK = Check(
    name="background",
    version="1",
    basis="BS 7858:2019 (security screening); NIST SP 800-63A section 4.3 (validation of evidence)",
    run=run,
)
