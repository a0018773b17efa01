"""Cases that belong together: applicants whom findings tie to each other."""

from collections.abc import Iterable

from django.db import transaction

from tamiz.model import Outcome
from tamiz.web.models import Case, CaseFinding, Programme

CHUNK = 50  # rows of one transaction: nobody waits long behind it


def regroup(programme: Programme) -> int:
    """Tie the cases of a programme into groups; how many cases are in one.

    A group is called by its first case, so that its name stays as long as that case does.
    """
    numbers = dict(
        Case.objects.filter(programme=programme, about=None).values_list("applicant", "pk")
    )
    concerns = CaseFinding.objects.filter(case__programme=programme, outcome=Outcome.CONCERN.value)
    ties = concerns.exclude(other="").values_list("case_id", "other")
    first = _first_of_each((case, numbers[other]) for case, other in ties if other in numbers)
    groups = {case: f"g{one}" for case, one in first.items()}
    held = Case.objects.filter(programme=programme, about=None).values_list("pk", "group")
    moved = [(pk, groups.get(pk, "")) for pk, group in held if group != groups.get(pk, "")]
    for at in range(0, len(moved), CHUNK):
        rows = [Case(pk=pk, group=group) for pk, group in moved[at : at + CHUNK]]
        with transaction.atomic():
            Case.objects.bulk_update(rows, ("group",))
    return len(first)


def _first_of_each(ties: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For everything that is tied to something, the smallest of all that it is tied to."""
    root: dict[int, int] = {}

    def find(one: int) -> int:
        while root.setdefault(one, one) != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for one, other in ties:
        low, high = sorted((find(one), find(other)))
        root[high] = low
    return {one: find(one) for one in root}
