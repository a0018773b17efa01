"""Did the same person tell another story of the same years when they applied before?

Service of years in which they say elsewhere that they never served, or worked full time as a civilian
and served nowhere. What was left out the one time, or came later, contradicts nothing.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from tamiz.checks.background.overlap import is_full, overlap
from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story, Stretch, span
from tamiz.checks.background.vouched_service import denied_service
from tamiz.checks.background.words import is_about
from tamiz.checks.check import Context, in_cohort
from tamiz.checks.identities.story import SURE, stories
from tamiz.model import Evidence, PartialDate, RelationKind, Service

SURE_YEAR = 365  # days in both for sure: mobilised people keep their employer for months on paper
SURE_HALF = 180  # … from which it is a hint
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)\b")


def run(story: Story, context: Context) -> Iterator[Answer]:
    """One answer for each other application of the person where service is told or denied."""
    place = in_cohort(story.dossier, context)
    if place is None:
        return
    graph, number = place
    for other in stories(graph, number, story.dossier):
        if other.probability >= SURE:
            then = Story(graph.roster.dossier(other.same.number))
            answer = _answer(story, then)
            if answer is not None:
                yield answer._replace(other=other.other)


RULE = Rule(
    name="background_told_before",
    version="1",
    basis="BS 7858:2019 (career history is verified); NIST SP 800-63A section 4.3",
    needs="another application of the same person, and service told or denied in one of them",
    strength=Strength.B,  # C where the years meet for less than one
    false_alarms="low: civil work that went on on paper; a translator's word for service",
    run=run,
)


class _Told(Struct, frozen=True):
    """Two stories of the same years: of service, and what says that there was none."""

    code: str
    service: Stretch
    against: str
    field: str
    days: int = 0


def _answer(now: Story, then: Story) -> Answer | None:
    """What this application and another say together; None where neither tells of service."""
    found = _contradiction(now, then, "then")
    if found is not None:
        return _concern(found, then, found.service.text, found.against, found.service.service.field)
    found = _contradiction(then, now, "now")
    if found is not None:
        return _concern(found, then, found.against, found.service.text, found.field)
    served = (*_services(now), *_services(then))
    if not served:
        return None
    return clear(_said("in_order", then, served[0].text, "", ""))


def _concern(found: _Told, then: Story, mine: str, theirs: str, field: str) -> Answer:
    months = str(found.days // 30)
    evidence = _said(found.code, then, mine, theirs, field, months=months)
    is_strong = not found.days or found.days > SURE_YEAR
    return concern(evidence, Strength.B if is_strong else Strength.C)


def _said(code: str, then: Story, one: str, other: str, field: str, **gaps: str) -> Evidence:
    return said(f"told_before.{code}", one, other, field=field, id=then.dossier.id, **gaps)


def _contradiction(server: Story, civilian: Story, when: str) -> _Told | None:
    """The service that one story tells of, and the other denies or fills with civil work."""
    services = _services(server)
    if not services:  # as of most
        return None
    denial, field = denied_service(civilian.dossier)
    if denial:
        before = (one for one in services if _is_before(one, civilian))
        first = next(before, None)
        return None if first is None else _Told(f"denied_{when}", first, denial, field)
    if any(is_about(one.text, "force") for one in civilian.stretches):
        return None
    pairs = [(overlap(one, work), one, work) for one in services for work in _civil_work(civilian)]
    days, service, work = max(pairs, key=lambda one: one[0], default=(0, None, None))
    if service is None or work is None or days <= SURE_HALF:
        return None
    return _Told(f"civil_{when}", service, work.text, work.service.field, days)


def _services(story: Story) -> list[Stretch]:
    """Full service in a force."""
    return [one for one in story.stretches if is_about(one.text, "force") and is_full(one)]


def _is_before(service: Stretch, story: Story) -> bool:
    """Whether a service surely began before an application."""
    return bool(service.start and story.applied and service.start.last < story.applied.first)


def _civil_work(story: Story) -> Iterator[Stretch]:
    """Full work of known years, among the history or beside an employer's name."""
    yield from (one for one in story.stretches if is_full(one))
    for relation in story.dossier.relations:
        years = _YEARS.search(relation.name)
        is_employer = relation.kind is RelationKind.EMPLOYER
        if is_employer and years and not is_about(relation.name, "force"):
            start, end = (span(PartialDate(year=int(one))) for one in years.groups())
            work = Stretch(Service(text=relation.name, field=relation.field), start, end)
            if is_full(work):
                yield work
