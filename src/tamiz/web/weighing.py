"""Has the rules about background read what was filed since the last screening."""

from collections.abc import Callable

from django.db import transaction

from tamiz.casework import ENGINE, State
from tamiz.web import journaling
from tamiz.web.clock import now
from tamiz.web.jobs import desk, files
from tamiz.web.jobs.kinds import Kind
from tamiz.web.models import Case as Row
from tamiz.web.models import Programme
from tamiz.web.observed import Observed, observed_in, unread
from tamiz.web.renewal import Renewal, weigh_one
from tamiz.web.screening_policy import told_of, unit_policy


def weigh(programme: Programme, tell: Callable[[int, int], None]) -> Renewal:
    """Ask the rules of every applicant of whom something was filed that they have not read.

    New findings come into each of their cases, as those of a screening do. Asked again, it changes
    nothing. ``tell`` is told how many applicants are done, and of how many.
    """
    names = set(unread(programme).values_list("applicant", flat=True))
    seen = observed_in(programme, applicants=names)
    brought_by = files.brought_by(programme) if seen else frozenset[str]()
    if seen:
        with transaction.atomic():
            policy = told_of(unit_policy())
            journaling.note(ENGINE.id, "rules_asked", programme=programme.key, **policy)
    came = Renewal()
    for done, (name, one) in enumerate(sorted(seen.items()), start=1):
        with transaction.atomic():
            journaling.hold()
            came += _weigh(programme, name, one, brought_by)
        tell(done, len(seen))
    return came


def ask_for(programme: Programme) -> None:
    """Ask for it where something is unread, in a transaction of the caller's."""
    if unread(programme).exists():
        desk.ask_itself(Kind.WEIGH, programme)


def _weigh(
    programme: Programme, applicant: str, seen: Observed, brought_by: frozenset[str]
) -> Renewal:
    there = Row.objects.filter(programme=programme, applicant=applicant).order_by("pk")
    rows = there.exclude(state=State.ERASED.value).select_related("run", "about")
    if not rows:
        return Renewal()
    return weigh_one(list(rows), seen, now(), brought_by=brought_by)
