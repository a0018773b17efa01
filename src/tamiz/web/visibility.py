"""The one rule by which every query for cases is narrowed to what somebody may see.

A test holds that no other file of the room asks ``Case.objects`` for anything.
"""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import Http404

from tamiz.casework import State
from tamiz.casework.people import EVERYWHERE, Act, Actor, compartments
from tamiz.web.models import Case, Programme, Run


class NotTheirs(Http404):
    """No case of this number, or none that somebody may see; both are noted alike."""


def cases(actor: Actor, act: Act = Act.SEE) -> QuerySet[Case]:
    """The cases to which an actor may do ``act``, as far as role and compartment say."""
    seen = compartments(actor, act)
    if EVERYWHERE in seen:
        return Case.objects.all()
    found = _programmes(seen)
    if len(found) == 1:  # an equality keeps the order of the index, which IN does not
        return Case.objects.filter(programme=found[0])
    return Case.objects.filter(programme__in=found)


def case_or_404(
    actor: Actor, number: int, act: Act = Act.SEE, *, with_erased: bool = False
) -> Case:
    """A case by its number; one that may not be seen is not there, nor one that was erased.

    Raises:
        NotTheirs: no such case, or none for this actor: the answer is the same.
    """
    found = cases(actor, act).select_related("programme", "run", "assigned")
    case = found.filter(pk=number).first()
    if case is None or (case.state == State.ERASED.value and not with_erased):
        raise NotTheirs
    return case


def programmes(actor: Actor, act: Act = Act.SEE) -> QuerySet[Programme]:
    """The programmes to whose cases an actor may do ``act``."""
    seen = compartments(actor, act)
    if EVERYWHERE in seen:
        return Programme.objects.all()
    return Programme.objects.filter(key__in=seen)


def holds_invented(actor: Actor) -> bool:
    """Whether anybody in the programmes that an actor was given, or may see, is invented.

    Also for who works there and sees no case: pages say of what they are.
    """
    mine = Programme.objects.filter(key__in=actor.compartments) | programmes(actor)
    return Run.objects.filter(invented=True, programme__in=mine).exists()


def _programmes(keys: frozenset[str]) -> list[int]:
    """Their numbers, asked apart, so that a query for cases is one range of an index."""
    return list(Programme.objects.filter(key__in=keys).values_list("pk", flat=True))


def screened(programme: Programme, applicant: str) -> Case | None:
    """The case of an applicant in a programme, for what brings their findings in; not for showing."""
    return Case.objects.filter(programme=programme, applicant=applicant, about=None).first()


def decided_beside(row: Case) -> list[Case]:
    """The other decided cases of an applicant: what contests a case, what it contests."""
    found = Case.objects.filter(
        programme=row.programme_id, applicant=row.applicant, state=State.DECIDED.value
    )
    return list(found.exclude(pk=row.pk).order_by("pk"))


def of_applicants(programme: Programme, applicants: Iterable[str]) -> list[Case]:
    """The cases of applicants, for what brings in what belongs to them; not for showing."""
    return list(Case.objects.filter(programme=programme, applicant__in=set(applicants)))
