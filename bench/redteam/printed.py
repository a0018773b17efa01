"""The tables of a run."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from redteam.fairness import FEW, Groups, Honest, Rate, pooled
from redteam.judged import LOAD, Verdict
from redteam.tactics import TACTICS

TWICE = 2  # the overall rate, which no group should exceed
SHOWN, SHOWN_POOLED = 6, 12  # groups of each kind; the JSON has all


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
    yield f"honest: {_told(honest.all.overall)}"
    yield f"without due reviews: {_told(honest.undue.overall)}"
    yield f"same person again: recognised {honest.recognised_again} of {honest.again}"
    yield from _by_group(honest.all, honest.undue, SHOWN)
    yield "by control:"
    for rate in honest.controls:
        if rate.reviews:
            yield f"  {rate.name:24} {_told(rate)}"
    yield "what honest people were held up for:"
    for cause, count in honest.causes.items():
        yield f"  {count:6}  {cause}"


def pooled_lines(results: Sequence[Result]) -> Iterator[str]:
    """What several seeds say of honest people together, as lines of text."""
    everybody = pooled([one.honest.all for one in results])
    undue = pooled([one.honest.undue for one in results])
    yield f"pooled over the seeds {' '.join(str(one.seed) for one in results)}"
    yield f"honest: {_told(everybody.overall)}"
    yield f"without due reviews: {_told(undue.overall)}"
    yield from _by_group(everybody, undue, SHOWN_POOLED)


def _by_group(everybody: Groups, undue: Groups, shown: int) -> Iterator[str]:
    """The worst nationalities and name origins, each beside its rate without due reviews."""
    for kind, rates, others in (
        ("nationality", everybody.nationalities, undue.nationalities),
        ("name origin", everybody.origins, undue.origins),
    ):
        small = f"fewer than {FEW} people are judged by the lower end"
        yield f"by {kind}, the worst first (reviews per 1,000, 95 % interval, ratio to all; {small}):"
        beside = {rate.name: rate for rate in others}
        for rate in rates[:shown]:
            yield f"  {rate.name:12} {_compared(rate)} | without due {_compared(beside.get(rate.name))}"
        yield f"  fewest people of one: {min(rate.people for rate in rates)}"
        yield from _above("", rates, everybody.overall)
        yield from _above(" without due reviews", others, undue.overall)


def _above(which: str, rates: list[Rate], overall: Rate) -> Iterator[str]:
    twice = TWICE * overall.per_1000
    more = [f"{rate.name} {rate.ratio:.2f}" for rate in rates if rate.judged > TWICE]
    surely = [rate.name for rate in rates if rate.low > twice]
    yield (
        f"  above twice the rate of all{which}: {', '.join(more) or 'none'}; "
        f"with the whole interval: {' '.join(surely) or 'none'}"
    )


def _compared(rate: Rate | None) -> str:
    return "-" if rate is None else f"{_told(rate)}, ratio {rate.ratio:.2f}"


def _told(rate: Rate) -> str:
    return f"{rate.reviews} of {rate.people}: {rate.per_1000:.1f} ({rate.low:.1f}-{rate.high:.1f})"
