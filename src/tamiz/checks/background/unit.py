"""Did the unit, the force or the rank exist at the time?

By the tables of facts (``units.py``), known to the year, with a year more on both sides. Service
that began before the unit's time and went on in it is a hint, and in order where the name is also
used for what stood there before: people call what they served in by its last name.
"""

from collections.abc import Iterator

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story, Stretch, service_country, units_of
from tamiz.checks.background.units import LAST_YEAR, Unit, ranks_in
from tamiz.checks.check import Context

SLACK = 1  # years: a force is set up before its law, and wound up after it


def run_unit(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each unit of the table that a stretch with a beginning names."""
    for stretch in story.stretches:
        if stretch.start is not None:
            for unit in units_of(stretch.service):
                yield _answer("unit", stretch, unit)


def run_rank(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """The same for each rank of the table."""
    for stretch in story.stretches:
        if stretch.start is not None:
            for rank in ranks_in(stretch.text, service_country(stretch.service)):
                yield _answer("rank", stretch, rank)


UNIT = Rule(
    name="background_unit",
    version="1",
    basis="tables/units.tsv: the years in which forces and units existed, with their source",
    needs="service with a beginning, in a unit of the table",
    strength=Strength.B,  # C where the name is also used for what stood there before
    false_alarms="low: a translator's name for another force; gaps of the table",
    reads=("history",),
    run=run_unit,
)
RANK = Rule(
    name="background_rank",
    version="1",
    basis="tables/ranks.tsv: the years in which ranks were held, with their source",
    needs="service with a beginning, in a rank of the table, and its country",
    strength=Strength.C,
    false_alarms="medium: ranks are translated, and old ones are told by today's names",
    reads=("history",),
    run=run_rank,
)


def _answer(kind: str, stretch: Stretch, unit: Unit) -> Answer:
    verdict = _verdict(stretch, unit)
    evidence = said(
        f"{kind}.{verdict}", stretch.text, unit.shown(),
        field=stretch.service.field, name=unit.name, years=unit.shown(), source=unit.source,
    )  # fmt: skip
    if verdict == "in_order":
        return clear(evidence)
    is_hint = unit.is_loose or kind == "rank" or verdict == "begun_before"
    return concern(evidence, Strength.C if is_hint else Strength.B)


def _verdict(stretch: Stretch, unit: Unit) -> str:
    """Whether any year of the stretch, or only its last ones, can be the unit's."""
    if stretch.start is None:
        return "in_order"
    ended = LAST_YEAR if stretch.end is None else stretch.end.last.year
    begun = stretch.start
    if not any(
        begun.first.year <= last + SLACK and ended >= first - SLACK for first, last in unit.years
    ):
        return "not_then"
    is_before = all(begun.last.year < first - SLACK for first, _ in unit.years)
    return "begun_before" if is_before and not unit.is_loose else "in_order"
