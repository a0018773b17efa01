"""Did somebody serve full time in two countries at once?

Two part-time jobs, a reserve, studies, a mission abroad or remote work go beside each other. Full
service in the forces of two States does not; two other jobs in two countries are a hint.
"""

from collections.abc import Iterator
from itertools import combinations

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story, Stretch, service_country
from tamiz.checks.background.words import is_about
from tamiz.checks.check import Context

# Days that two stretches surely overlap: leave that is saved up, and months counted twice when
# somebody changes from one to the other, are shorter.
SURE_OVERLAP = 180
MOST_STRETCHES = 30  # of a history that are compared with each other


def run(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each pair of stretches that overlap, or one for all if none does."""
    told = [one for one in story.stretches[:MOST_STRETCHES] if one.start and one.end]
    if len(told) < 2:  # noqa: PLR2004 - a pair
        return
    found = [answer for one, other in combinations(told, 2) for answer in _pair(one, other)]
    shown = "; ".join(one.text for one in told)
    yield from found or (clear(said("overlap.none", shown, field=told[0].service.field)),)


RULE = Rule(
    name="background_overlap",
    version="1",
    basis="BS 7858:2019 (career history is verified)",
    needs="two stretches of service with both ends, and their countries",
    strength=Strength.B,
    false_alarms="low: a mission or contract abroad that is not called so",
    reads=("history",),
    run=run,
)


def _pair(one: Stretch, other: Stretch) -> Iterator[Answer]:
    days = overlap(one, other)
    if days <= SURE_OVERLAP or not (is_full(one) and is_full(other)):
        return
    countries = service_country(one.service), service_country(other.service)
    if None in countries or countries[0] == countries[1]:
        return
    evidence = said(
        "overlap.two_countries", one.text, other.text,
        field=one.service.field, at=other.service.field, months=str(days // 30),
    )  # fmt: skip
    both = all(is_about(each.text, "force") for each in (one, other))
    yield concern(evidence, Strength.B if both else Strength.C)


def overlap(one: Stretch, other: Stretch) -> int:
    """Days in which both surely ran; negative where they may not have met."""
    if not (one.start and one.end and other.start and other.end):
        return -1
    begun = max(one.start.last, other.start.last)
    ended = min(one.end.first, other.end.first)
    return (ended - begun).days


def is_full(stretch: Stretch) -> bool:
    """Whether a stretch is of the whole day, and at home."""
    return not is_about(stretch.text, "part_time") and not is_about(stretch.text, "mission")
