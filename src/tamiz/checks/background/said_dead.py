"""Does another applicant tell that somebody of this name and birth date is dead?

Papers of the dead are the best that can be had: they are genuine, and nobody misses them. Only their
families know. A name alone is no hint, since sons are called after dead fathers.
"""

import re
from collections.abc import Iterator

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story
from tamiz.checks.background.words import told_in
from tamiz.checks.check import Context, in_cohort
from tamiz.links.graph import CohortGraph, Role, Value, ValueKind
from tamiz.model import Evidence, PartialDate
from tamiz.normalise.dates import read_dates

MOST = 30  # applicants who name somebody of this name: of a common name there are more
_CLOSE = frozenset({Role.RELATIVE, Role.ASSOCIATE})
_DATE = re.compile(r"(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SIGN = "†"


def run(story: Story, context: Context) -> Iterator[Answer]:
    """One answer for each who tells of somebody of this name as dead, with a birth date or year."""
    place = in_cohort(story.dossier, context)
    if place is None or not story.births:
        return
    graph, number = place
    for own, told, by in _namesakes(graph, number):
        if _is_dead(told.text) and (found := _answer(story, own, told)) is not None:
            yield found._replace(other=by)


RULE = Rule(
    name="background_said_dead",
    version="1",
    basis="NIST SP 800-63A section 4.3 (validation against other sources); ICAO Doc 9303-2 (impostors)",
    needs="another applicant's relative or friend of the same name who is told to be dead, born then",
    strength=Strength.B,  # C where only the year of birth is told
    false_alarms="very low: somebody believed dead; a namesake of one year",
    run=run,
)


def _namesakes(graph: CohortGraph, number: int) -> Iterator[tuple[Value, Value, str]]:
    """Each of the applicant's names with those of that name whom others name, and who names them."""
    shared = graph.table.shared(number)
    values = graph.roster.values(number) if shared else ()
    for common in shared:
        own = values[common.place]
        if own.kind is ValueKind.PERSON and own.role is Role.OWN:
            for one in graph.table.bearing(common, MOST):
                if one.number != number and one.role in _CLOSE:
                    other = graph.roster.told(one.number)
                    yield own, other.values[one.place], other.id


def _is_dead(text: str) -> bool:
    return _SIGN in text or bool(told_in(text, "dead"))


def _answer(story: Story, own: Value, told: Value) -> Answer | None:
    """None where nothing tells that it is the same person, or another."""
    dates = [date for text in _DATE.findall(told.text) for date in read_dates(text)]
    births = {_day(one) for one in story.births}
    if births & {_day(one) for one in dates} - {None}:
        return concern(_said("born_then", own, told), Strength.B)
    years = set(map(int, _YEAR.findall(_DATE.sub("", told.text))))
    if not dates and years & {one.year for one in story.births}:
        return concern(_said("born_that_year", own, told), Strength.C)
    return clear(_said("another", own, told)) if dates or years else None


def _day(date: PartialDate) -> tuple[int, int, int] | None:
    return (date.year, date.month, date.day) if date.month and date.day else None


def _said(code: str, own: Value, told: Value) -> Evidence:
    return said(f"said_dead.{code}", own.text, told.text, field=own.field, at=told.field)
