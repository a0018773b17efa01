"""Screens ordinary people and listed persons against every listed party: prints a table.

Usage: python bench/cohort.py [--people N] [--listed N] [--times K] [--jobs N]

Needs the development data. The lists come in as FollowTheMoney through the store; the cohort is a
CSV file; the run is the one of ``tamiz screen``. ``--times`` repeats the ordinary people under
other ids, to see that memory does not grow with the cohort. Each size runs in a process of its own.
"""

import argparse
import csv
import json
import os
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lists import as_entities
from parties import OUT, rows
from tamiz.lists.store import Store
from tamiz.lists.update import Arrived, bring
from tamiz.model import Outcome
from tamiz.output.findings import read_findings
from tamiz.output.folder import FINDINGS
from tamiz.output.results import Order, screen_file
from tamiz.screening import load_policy

SEED = 20_261_125
COLUMNS = ("id", "name", "birth_date", "nationalities", "sex")
SOURCE = "ftm:parties"
OPEN = frozenset({Outcome.CONCERN, Outcome.INDETERMINATE})


def main() -> None:
    """Screen the cohort once a size and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--listed", type=int, default=2_000)
    parser.add_argument("--times", type=int, nargs="*", default=[1])
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        store = _store(Path(folder))
        lines = []
        for times in options.times:
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                lines.append(pool.submit(_run, Path(folder), store, times, options).result())
            for name, value in lines[-1].items():
                print(f"{name:44} {value}")
            print()
    OUT.mkdir(exist_ok=True)
    (OUT / "cohort.json").write_text(json.dumps(lines, indent=1))


def _store(folder: Path) -> Path:
    path = folder / "entities.ftm.json"
    with path.open("w", encoding="utf-8") as file:
        for row in rows("parties.jsonl.gz"):
            file.writelines(f"{json.dumps(entity)}\n" for entity in as_entities(row))
    start = time.perf_counter()
    store = Store(folder / "store")
    bring(store, SOURCE, (Arrived(path=path, name=path.name),), now=datetime.now(UTC))
    imported = time.perf_counter()
    index = store.index_path()
    print(f"{'import of 39,917 parties, s':44} {imported - start:.1f}")
    print(f"{'index, s':44} {time.perf_counter() - imported:.1f}")
    print(f"{'index, MB':44} {index.stat().st_size / 1e6:.1f}\n")
    return store.root


def _run(folder: Path, store: Path, times: int, options: argparse.Namespace) -> dict[str, Any]:
    """One size in a process of its own: what came out, how fast, in how much memory."""
    cohort = folder / "cohort.csv"
    expected = _write(cohort, times, options)
    order = Order(
        cohort=cohort, out=folder / "out", store=Store(store), policy=load_policy(),
        today=datetime.now(UTC).date(), software="bench", jobs=options.jobs,
    )  # fmt: skip
    start = time.perf_counter()
    run = screen_file(order, clock=lambda: datetime.now(UTC))
    spent = time.perf_counter() - start
    queues: Counter[str] = Counter()
    found = 0
    for assessment in read_findings(folder / "out" / FINDINGS):
        kind = "listed" if assessment.id in expected else "ordinary"
        queues[f"{kind}, {assessment.queue.value}"] += 1
        if kind == "ordinary":
            answers = {(f.check, f.outcome) for f in assessment.findings if f.outcome in OPEN}
            queues.update(f"ordinary, {check} {outcome.value}" for check, outcome in answers)
        shown = {f.listed.id for f in assessment.findings if f.listed and f.outcome == "concern"}
        found += expected.get(assessment.id) in shown
    return {
        "applicants": run.applicants,
        "rejects": run.rejects,
        **{f"applicants {kind}": count for kind, count in sorted(queues.items())},
        "listed, the very record among the concerns": f"{found} of {len(expected)}",
        "jobs": options.jobs,
        "seconds": round(spent, 1),
        "applicants a second": round(run.applicants / spent),
        "peak memory of the main process, MB": _peak(resource.RUSAGE_SELF),
        "peak memory of a worker, MB": _peak(resource.RUSAGE_CHILDREN),
    }


def _peak(whose: int) -> int:
    return resource.getrusage(whose).ru_maxrss // 1024


def _write(path: Path, times: int, options: argparse.Namespace) -> dict[str, str]:
    """Write the cohort; returns the listed record that each listed applicant is."""
    rng = random.Random(SEED)
    people = list(rows("people.jsonl.gz"))[: options.people]
    persons = [p for p in rows("parties.jsonl.gz") if p["type"] == "person" and p["dob"]]
    chosen = rng.sample(persons, min(options.listed, len(persons)))
    expected = {}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for turn in range(times):
            writer.writerows(_ordinary(people, turn))
        for at, person in enumerate(chosen):
            expected[f"L{at}"] = f"{person['list']}-{person['id']}"
            writer.writerow(_listed(rng, person, f"L{at}"))
    return expected


def _ordinary(people: list[dict[str, Any]], turn: int) -> Iterator[tuple[str, ...]]:
    for at, one in enumerate(people):
        yield (f"P{turn}-{at}", one["name"], one["dob"] or "", one["country"] or "",
               one["gender"] or "")  # fmt: skip


def _listed(rng: random.Random, person: dict[str, Any], key: str) -> tuple[str, ...]:
    """A listed person as an applicant: one of the names, one birth date, one nationality."""
    names = [n["text"] for n in person["names"] if n["kind"] in {"primary", "aka"}]
    nations = person["nationalities"] or [""]
    return (key, rng.choice(names), person["dob"][0].lstrip("~").partition("/")[0], nations[0],
            person["gender"] or "")  # fmt: skip


if __name__ == "__main__":
    main()
