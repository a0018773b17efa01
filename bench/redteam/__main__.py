"""Who of the infiltrators is found, and at what cost to honest people: prints a table a seed.

Usage: make redteam, or PYTHONPATH=bench python -m redteam [--seeds N ...] [--applicants N]
       [--infiltrators N] [--jobs N] [--one-edition] [--json]
"""

import argparse
import time
from pathlib import Path

import msgspec

from redteam.fairness import weigh
from redteam.judged import judge
from redteam.printed import Result, lines, pooled_lines
from redteam.programme import INFILTRATORS, read_labels, write_range
from redteam.screening import Run, screen_range
from tamiz.model import Queue

OUT = Path(__file__).resolve().parents[1] / "out"


def main() -> None:
    """Invent, screen and judge each seed."""
    parser = argparse.ArgumentParser(prog="redteam", description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--applicants", type=int, default=50_000, help="honest ones")
    parser.add_argument("--infiltrators", type=int, default=INFILTRATORS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--one-edition", action="store_true", help="leave the changed list out")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    options = parser.parse_args()
    results = []
    for seed in options.seeds:
        results.append(_result(seed, options))
        if not options.json:
            print("\n".join(lines(results[-1])), flush=True)
            print()
    if len(results) > 1 and not options.json:
        print("\n".join(pooled_lines(results)), flush=True)
    OUT.mkdir(exist_ok=True)
    encoded = msgspec.json.format(msgspec.json.encode(results), indent=1)
    (OUT / "redteam.json").write_bytes(encoded)
    if options.json:
        print(encoded.decode())


def _result(seed: int, options: argparse.Namespace) -> Result:
    folder = OUT / "redteam" / str(seed)
    start = time.perf_counter()
    found = write_range(
        folder, seed=seed, applicants=options.applicants, infiltrators=options.infiltrators
    )
    invented = time.perf_counter() - start
    labels = read_labels(found.labels)
    run = screen_range(found, folder / "first", watchlist=found.watchlist, jobs=options.jobs)
    later = None
    if not options.one_edition:
        later = screen_range(
            found, folder / "second", watchlist=found.second_watchlist, jobs=options.jobs
        )
    return Result(
        seed=seed,
        applicants=len(run.queues),
        rejects=run.rejects,
        used_earlier=run.used_earlier,
        seconds=round(run.seconds, 1),
        seconds_to_invent=round(invented, 1),
        reviews=len(_held(run)),
        verdicts=judge(labels, run, later=later),
        honest=weigh(labels, run),
        new_reviews=None if later is None else len(_held(later) - _held(run)),
    )


def _held(run: Run) -> set[str]:
    return {applicant for applicant, queue in run.queues.items() if queue is not Queue.CLEAR}


if __name__ == "__main__":
    main()
