"""Service and stays must begin before they end, and service before the application.

An end in the future is no contradiction: contracts run on. Two bare years the wrong way round
(“2018-2014”) are as often written backwards as false, so they are a hint.
"""

from collections.abc import Iterator

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story, Stretch, span
from tamiz.checks.check import Context
from tamiz.model import PartialDate, Stay


def run(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each stretch of service with a beginning, and each stay with both ends."""
    for stretch in story.stretches:
        if stretch.start is not None:
            yield _of_service(story, stretch)
    for stay in story.dossier.stays:
        if stay.start is not None and stay.end is not None:
            yield _of_stay(stay, stay.start, stay.end)


RULE = Rule(
    name="background_dates",
    version="1",
    basis="BS 7858:2019 (career history is verified); NIST SP 800-63A section 4.3",
    needs="service with a beginning, and its end or the day of application",
    strength=Strength.B,
    false_alarms="low: a year typed wrong; years written backwards are a hint",
    reads=("history", "stays"),
    run=run,
)


def _of_service(story: Story, stretch: Stretch) -> Answer:
    start, end, applied = stretch.start, stretch.end, story.applied
    service = stretch.service
    if start is not None and end is not None and end.last < start.first:
        evidence = said("dates.end_first", stretch.text, field=service.field)
        return concern(evidence, _backwards(service.start, service.end))
    if start is not None and applied is not None and applied.last < start.first:
        shown = " / ".join(one.text() for one in story.dossier.applied_on)
        return concern(said("dates.after_application", stretch.text, shown, field=service.field))
    return clear(said("dates.in_order", stretch.text, field=service.field))


def _of_stay(stay: Stay, start: PartialDate, end: PartialDate) -> Answer:
    if span(end).last < span(start).first:
        evidence = said("dates.end_first", stay.text, field=stay.field)
        return concern(evidence, _backwards(start, end))
    return clear(said("dates.in_order", stay.text, field=stay.field))


def _backwards(start: PartialDate | None, end: PartialDate | None) -> Strength:
    """How much a beginning behind its end proves."""
    is_bare = all(one is not None and one.month is None for one in (start, end))
    return Strength.C if is_bare else Strength.B
