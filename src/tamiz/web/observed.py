"""What was filed about applicants, for the rules about background to read.

What was filed lies in the journal, under the key of its case, and is gone with it. What it is held
against is the applicant's dossier: of the file that is taken in, or of the one that is kept sealed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.conf import settings
from django.db.models import F, QuerySet
from msgspec import Struct

from tamiz.casework import State
from tamiz.casework.events import Observed as Event
from tamiz.intake.dossiers import Reject, open_cohort
from tamiz.model import Assessment, Dossier, Observation, PartialDate
from tamiz.screening.observed import FILED, with_observed
from tamiz.web import store
from tamiz.web.columns import column
from tamiz.web.jobs import files
from tamiz.web.models import Case as Row
from tamiz.web.models import Programme
from tamiz.web.screening_policy import unit_policy

LONGEST_ID = 200  # of an applicant's number


class Observed(Struct, frozen=True):
    """What was filed of an applicant, the oldest first, and what they told; None if not kept.

    ``read`` counts what of it stands in each case, by the number of its row.
    """

    told: tuple[Observation, ...]
    read: Mapping[int, int]
    dossier: Dossier | None = None


def unread(programme: Programme) -> QuerySet[Row]:
    """The cases in which something was filed that the rules have not read."""
    return Row.objects.filter(programme=programme, weighed__lt=F("observed"))


def observed_in(
    programme: Programme,
    *,
    applicants: Iterable[str] | None = None,
    cohort: Path | None = None,
    dossiers: Mapping[str, Dossier] | None = None,
) -> dict[str, Observed]:
    """What was filed in a programme, by applicant.

    Args:
        programme: the compartment; what was filed in another is not known here.
        applicants: whose; None for everybody's.
        cohort: a file to look for their dossiers in, before the one that is kept.
        dossiers: those that are at hand already.
    """
    told, read = _filed(programme, applicants)
    if not told:
        return {}
    there = {**_kept(programme, told.keys(), cohort), **(dossiers or {})}
    return {
        name: Observed(told=_as_told(events), read=read[name], dossier=there.get(name))
        for name, events in told.items()
    }


def reread(one: Assessment, seen: Observed | None) -> Assessment:
    """The findings after the rules about background have read what was filed."""
    if seen is None:
        return one
    return with_observed(one, seen.told, seen.dossier, unit_policy().policy)


def _filed(
    programme: Programme, applicants: Iterable[str] | None
) -> tuple[dict[str, list[Event]], dict[str, dict[int, int]]]:
    """Everything filed by applicant, and how much of it stands in each of their cases."""
    rows = Row.objects.filter(programme=programme, observed__gt=0)
    if applicants is not None:
        rows = rows.filter(applicant__in=list(applicants))
    told: dict[str, list[Event]] = defaultdict(list)
    read: dict[str, dict[int, int]] = defaultdict(dict)
    for row in rows.exclude(state=State.ERASED.value).select_related("about").order_by("pk"):
        found = store.load(row).observations
        told[row.applicant] += found
        read[row.applicant][row.pk] = len(found)
    return told, read


def _as_told(events: Iterable[Event]) -> tuple[Observation, ...]:
    """What stands in several cases of an applicant once, as rules read it."""
    once: dict[tuple[object, ...], Event] = {}
    for one in sorted(events, key=lambda one: one.at):
        once.setdefault((one.text, one.grading, one.source, one.seen), one)
    return tuple(_as_one(one, at) for at, one in enumerate(once.values(), start=1))


def _as_one(one: Event, at: int) -> Observation:
    """It counts as of the day on which it was seen; where nobody says that, as of its filing."""
    seen = one.seen or one.at
    day = PartialDate(year=seen.year, month=seen.month, day=seen.day)
    return Observation(text=one.text, day=day, grading=one.grading, field=f"{FILED} {at}")


def _kept(programme: Programme, wanted: Iterable[str], cohort: Path | None) -> dict[str, Dossier]:
    """The dossiers of these applicants: of the file given, and else of the one that is kept."""
    missing = set(wanted)
    found = {} if cohort is None else _dossiers(cohort, missing)
    if missing - found.keys() and settings.FILES is not None and files.kept(programme).exists():
        with files.opened(programme) as path:
            found = {**_dossiers(path, missing), **found}
    return found


def _dossiers(cohort: Path, wanted: set[str]) -> dict[str, Dossier]:
    every = ((column(one.id, LONGEST_ID), one) for one in open_cohort(cohort)
             if not isinstance(one, Reject))  # fmt: skip
    return {name: one for name, one in every if name in wanted}
