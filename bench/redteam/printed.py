"""The tables of a run."""

from collections.abc import Iterator

from msgspec import Struct

from redteam.fairness import FEW, Honest, Rate
from redteam.judged import LOAD, Verdict
from redteam.tactics import TACTICS

TWICE = 2  # the overall rate, which no group should exceed
SHOWN = 6  # groups of each kind; the JSON has all


class Result(Struct, frozen=True, kw_only=True):
    """What one seed gave."""

    seed: int
    applicants: int
    rejects: int
    used_earlier: bool
    seconds: float
    seconds_to_invent: float
    reviews: int
    verdicts: list[Verdict]
    honest: Honest
    new_reviews: int | None = None


def lines(result: Result) -> Iterator[str]:
    """The tables as lines of text."""
    yield (
        f"seed {result.seed}: {result.applicants} applicants, {result.rejects} rejects, invented in "
        f"{result.seconds_to_invent:.0f} s, screened in {result.seconds:.0f} s; earlier cohort "
        f"{'read' if result.used_earlier else 'NOT read: screening has no such option yet'}"
    )
    yield f"reviews: {result.reviews} ({1_000 * result.reviews / result.applicants:.1f} per 1,000)"
    if result.new_reviews is not None:
        yield f"reviews that only the second edition of the list brings: {result.new_reviews}"
    yield ""
    yield from _tactics(result.verdicts)
    yield ""
    yield from _honest(result.honest)


def _tactics(verdicts: list[Verdict]) -> Iterator[str]:
    yield f"{'tactic':20} {'planted':>7} {'found':>5} {f'in {LOAD:.0%}':>5} {'named':>5}  ranks"
    for tactic in TACTICS:
        yield _row(tactic, [one for one in verdicts if one.tactic == tactic])
    yield _row("all", verdicts, ranks=False)
    missed = sorted({f"{one.tactic}: {one.way}" for one in verdicts if not one.found})
    if missed:
        yield f"not found: {'; '.join(missed)}"
    early = sum(one.tactic == "sleeper" and not one.clear_before for one in verdicts)
    if early:
        yield f"sleepers not clear before the list changed: {early}"


def _row(name: str, some: list[Verdict], *, ranks: bool = True) -> str:
    found = sum(one.found for one in some)
    in_load = sum(one.in_load for one in some)
    named = sum(one.named for one in some)
    at = " ".join(str(one.rank or "-") for one in sorted(some, key=lambda one: one.rank or 1e9))
    return (
        f"{name:20} {len(some):7} {found:5} {in_load:5} {named:5}  {at if ranks else ''}".rstrip()
    )


def _honest(honest: Honest) -> Iterator[str]:
    yield f"honest: {_told(honest.overall)}"
    yield f"same person again: recognised {honest.recognised_again} of {honest.again}"
    for kind, rates in (("nationality", honest.nationalities), ("name origin", honest.origins)):
        small = f"; fewer than {FEW} people are judged by the lower end of their interval"
        yield f"by {kind}, the worst first (reviews per 1,000, 95 % interval, ratio to all{small}):"
        for rate in rates[:SHOWN]:
            yield f"  {rate.name:14} {_told(rate)}, ratio {rate.ratio:.2f}, judged {rate.judged:.2f}"
        above = [rate.name for rate in rates if rate.low > TWICE * honest.overall.per_1000]
        yield f"  whole interval above twice the rate of all: {' '.join(above) or 'none'}"
    yield "by control:"
    for rate in honest.controls:
        if rate.reviews:
            yield f"  {rate.name:24} {_told(rate)}"
    yield "what honest people were held up for:"
    for cause, count in honest.causes.items():
        yield f"  {count:6}  {cause}"


def _told(rate: Rate) -> str:
    return f"{rate.reviews} of {rate.people}: {rate.per_1000:.1f} ({rate.low:.1f}-{rate.high:.1f})"
