"""How often honest people are held up: overall, by nationality, by the origin of their names."""

from collections import Counter
from collections.abc import Callable, Iterable
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


class Honest(Struct, frozen=True, kw_only=True):
    """What screening costs honest people."""

    overall: Rate
    nationalities: list[Rate]
    origins: list[Rate]
    controls: list[Rate]
    causes: dict[str, int]
    recognised_again: int
    again: int


def weigh(labels: list[Label], run: Run) -> Honest:
    """The rates of a run; the worst group of each kind comes first."""
    honest = [
        one for one in labels if one.honest and one.file == "cohort" and one.control != VICTIM
    ]
    overall = _rate("all", honest, run, 0.0)
    again = [one for one in honest if one.same_as]
    return Honest(
        overall=overall,
        nationalities=_rates(honest, run, overall, lambda one: one.nationality),
        origins=_rates(honest, run, overall, lambda one: one.origin),
        controls=_rates(honest, run, overall, lambda one: one.control or "none"),
        causes=dict(_causes(honest, run).most_common(TOP_CAUSES)),
        recognised_again=sum(_points_to(one, run) for one in again),
        again=len(again),
    )


def _rates(
    honest: list[Label], run: Run, overall: Rate, group: Callable[[Label], str]
) -> list[Rate]:
    groups: dict[str, list[Label]] = {}
    for one in honest:
        groups.setdefault(group(one), []).append(one)
    rates = (_rate(name, some, run, overall.per_1000) for name, some in groups.items())
    return sorted(rates, key=lambda rate: (-rate.judged, -rate.ratio, rate.name))


def _rate(name: str, people: list[Label], run: Run, overall: float) -> Rate:
    reviews = sum(run.queues.get(one.id, Queue.CLEAR) is not Queue.CLEAR for one in people)
    low, high = wilson(reviews, len(people))
    per_1000 = 1_000 * reviews / len(people) if people else 0.0
    ratio = per_1000 / overall if overall else 0.0
    by_low = 1_000 * low / overall if overall else 0.0
    return Rate(
        name=name, people=len(people), reviews=reviews, per_1000=round(per_1000, 2),
        low=round(1_000 * low, 2), high=round(1_000 * high, 2), ratio=round(ratio, 2),
        judged=round(by_low if len(people) < FEW else ratio, 2),
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
