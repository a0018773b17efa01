"""Are years missing in a history that is told without a break otherwise?

BS 7858 asks about every gap of more than 31 days in the last five years. People raise children,
fall ill, look for work, flee: a gap is a question for the interview and no more than a faint hint.
"""

from collections.abc import Iterator

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story, Stretch
from tamiz.checks.check import Context
from tamiz.checks.documents.days import Bounds

LONG = 3 * 365  # days that are surely missing
TOLD = 3  # stretches with both ends: fewer are no history, only its service


def run(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for a history of several stretches: its longest gap."""
    told = [(one.start, one.end, one) for one in story.stretches if one.start and one.end]
    if len(told) < TOLD:
        return
    told.sort(key=lambda one: one[0])
    gap = max(_gaps(told), key=lambda found: found[0])
    days, before, after = gap
    if days <= LONG:
        yield clear(said("gap.none", before.text, after.text, field=before.service.field))
        return
    yield concern(
        said(
            "gap.long", before.text, after.text,
            field=before.service.field, at=after.service.field, years=str(days // 365),
        )
    )  # fmt: skip


RULE = Rule(
    name="background_gap",
    version="1",
    basis="BS 7858:2019 (gaps of more than 31 days in five years are explained)",
    needs="three stretches of service with both ends",
    strength=Strength.C,
    false_alarms="high: childcare, illness, study, flight, work that was not thought worth a line",
    is_faint=True,
    reads=("history",),
    run=run,
)


def _gaps(told: list[tuple[Bounds, Bounds, Stretch]]) -> Iterator[tuple[int, Stretch, Stretch]]:
    """The days that surely lie between what was over by then and what came next."""
    latest, last_end = told[0][2], told[0][1]
    for start, end, stretch in told[1:]:
        yield (start.first - last_end.last).days, latest, stretch
        if end.last > last_end.last:
            latest, last_end = stretch, end
