"""How often honest people are held up: overall, by nationality, by the origin of their names.

Some of them ought to be looked at (``Label.due``): who was refused before, brothers of the refused,
namesakes of listed persons, whose form contradicts their passport. They are planted in proportion
to nationalities, and rates are told with them and without.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import sqrt

from msgspec import Struct

from redteam.judged import TOLD
from redteam.programme import Label
from redteam.screening import Run
from tamiz.model import Queue

FEW = 200  # honest people: a group with fewer is judged by the lower end of its interval
Z = 1.96  # for 95 %
VICTIM = "identity_borrowed"  # whose papers somebody else brings: to be reviewed, and left out here
TOP_CAUSES = 12


class Rate(Struct, frozen=True, kw_only=True):
    """Reviews in a group of honest people; ``low`` and ``high`` are Wilson's 95 % interval.

    ``ratio`` is to the overall rate; ``judged`` is the ratio that counts: of the lower end for a
    group of fewer than 200, of the rate itself for the others.
    """

    name: str
    people: int
    reviews: int
    per_1000: float
    low: float
    high: float
    ratio: float
    judged: float


class Groups(Struct, frozen=True, kw_only=True):
    """The rates of some honest people, the worst of each kind first."""

    overall: Rate
    nationalities: list[Rate]
    origins: list[Rate]


class Honest(Struct, frozen=True, kw_only=True):
    """What screening costs honest people: all of them, and those of whom no review is due."""

    all: Groups
    undue: Groups
    controls: list[Rate]
    causes: dict[str, int]
    recognised_again: int
    again: int


def weigh(labels: list[Label], run: Run) -> Honest:
    """The rates of a run; the worst group of each kind comes first."""
    honest = [
        one for one in labels if one.honest and one.file == "cohort" and one.control != VICTIM
    ]
    everybody = _groups(honest, run)
    again = [one for one in honest if one.same_as]
    return Honest(
        all=everybody,
        undue=_groups([one for one in honest if not one.due], run),
        controls=_rates(honest, run, everybody.overall, lambda one: one.control or "none"),
        causes=dict(_causes(honest, run).most_common(TOP_CAUSES)),
        recognised_again=sum(_points_to(one, run) for one in again),
        again=len(again),
    )


def pooled(some: Sequence[Groups]) -> Groups:
    """Several seeds taken together: rates of the sums of people and of reviews."""
    overall = _summed([one.overall for one in some], 0.0)[0]
    return Groups(
        overall=overall,
        nationalities=_summed(
            [rate for one in some for rate in one.nationalities], overall.per_1000
        ),
        origins=_summed([rate for one in some for rate in one.origins], overall.per_1000),
    )


def _summed(rates: Iterable[Rate], overall: float) -> list[Rate]:
    people, reviews = Counter[str](), Counter[str]()
    for one in rates:
        people[one.name] += one.people
        reviews[one.name] += one.reviews
    return _worst_first(_rate(name, people[name], reviews[name], overall) for name in people)


def _groups(honest: list[Label], run: Run) -> Groups:
    overall = _rate("all", len(honest), _reviews(honest, run), 0.0)
    return Groups(
        overall=overall,
        nationalities=_rates(honest, run, overall, lambda one: one.nationality),
        origins=_rates(honest, run, overall, lambda one: one.origin),
    )


def _rates(
    honest: list[Label], run: Run, overall: Rate, group: Callable[[Label], str]
) -> list[Rate]:
    groups: dict[str, list[Label]] = {}
    for one in honest:
        groups.setdefault(group(one), []).append(one)
    return _worst_first(
        _rate(name, len(some), _reviews(some, run), overall.per_1000)
        for name, some in groups.items()
    )


def _worst_first(rates: Iterable[Rate]) -> list[Rate]:
    return sorted(rates, key=lambda rate: (-rate.judged, -rate.ratio, rate.name))


def _reviews(people: Iterable[Label], run: Run) -> int:
    return sum(run.queues.get(one.id, Queue.CLEAR) is not Queue.CLEAR for one in people)


def _rate(name: str, people: int, reviews: int, overall: float) -> Rate:
    """The rate of a group beside the overall rate per 1,000."""
    low, high = wilson(reviews, people)
    per_1000 = 1_000 * reviews / people if people else 0.0
    ratio = per_1000 / overall if overall else 0.0
    by_low = 1_000 * low / overall if overall else 0.0
    return Rate(
        name=name, people=people, reviews=reviews, per_1000=round(per_1000, 2),
        low=round(1_000 * low, 2), high=round(1_000 * high, 2), ratio=round(ratio, 2),
        judged=round(by_low if people < FEW else ratio, 2),
    )  # fmt: skip


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Wilson's interval of a share, at 95 %."""
    if not of:
        return 0.0, 1.0
    share, square = hits / of, Z * Z
    middle = share + square / (2 * of)
    reach = Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max((middle - reach) / (1 + square / of), 0.0), (middle + reach) / (1 + square / of)


def _causes(honest: Iterable[Label], run: Run) -> Counter[str]:
    """What was said of honest people who are not clear: check, outcome, first reason."""
    counts: Counter[str] = Counter()
    for one in honest:
        case = run.cases.get(one.id)
        if case is None or case.queue is Queue.CLEAR:
            continue
        told = (finding for finding in case.findings if finding.outcome in TOLD)
        counts.update(
            {f"{f.check} {f.outcome.value} {f.strength} {f.evidence[0].code}" for f in told}
        )
    return counts


def _points_to(label: Label, run: Run) -> bool:
    """Whether some finding about this person names their other application."""
    return not run.named.get(label.id, frozenset()).isdisjoint(label.same_as)
