"""How fast screening is, how soon an index is ready, what it holds in memory, and how this grows.

Usage: python bench/speed.py [--parties N ...] [--applicants N] [--threshold P] [--json FILE]

Applicants are people of the development data, most on no list; listed persons are asked for too.
``--parties`` makes so many parties of the real ones by crossing their names, so that words stay as
common as they are; 0 means the real ones.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from accuracy import SEED, applicant, sample
from parties import OUT, parties, person, rows
from tamiz.matching import Index, Matcher, Subject, build_index
from tamiz.model import Name, PartyType, SourceRecord

AT_ONCE = 1_000  # applicants of a batch that are searched for together
ONE_BY_ONE = 8_000  # applicants that are also searched for alone
# What a fresh process does to be ready: run apart, so that nothing is warm but the disk.
_COLD = """
import json, sys, time
from pathlib import Path
start = time.perf_counter()
from tamiz.matching import Index, Matcher, Subject
from tamiz.model import Name, PartyType
imported = time.perf_counter()
matcher = Matcher(Index.open(Path(sys.argv[1])))
subject = Subject(type=PartyType.PERSON, names=(Name(text="Ana Cualquiera Nadie"),))
matcher.find(subject, floor=0.03)
ready = time.perf_counter()
kept = {}
for line in open("/proc/self/smaps_rollup"):
    name, _, size = line.partition(":")
    kept[name] = int(size.split()[0]) >> 10 if size.strip().endswith("kB") else 0
print(json.dumps({"import s": round(imported - start, 2), "ready s": round(ready - imported, 2),
                  "resident MB": kept["Rss"], "of it not shared MB": kept["Anonymous"]}))
"""


def main() -> None:
    """Print one table a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parties", type=int, nargs="+", default=[0])
    parser.add_argument("--applicants", type=int, help="so many of them; all without it")
    parser.add_argument("--threshold", type=float, default=0.03)
    parser.add_argument("--json", type=Path, default=OUT / "speed.json")
    options = parser.parse_args()
    records = list(parties())
    people = list(rows("people.jsonl.gz"))
    people = random.Random(SEED).sample(people, options.applicants or len(people))
    figures = [measure(records, count, people, options.threshold) for count in options.parties]
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(figures, indent=1))


def measure(
    records: list[SourceRecord], count: int, people: list[dict[str, Any]], threshold: float
) -> dict[str, Any]:
    """All figures of one size, printed and returned."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "index"
        start = time.process_time()
        build_index(grown(records, count) if count else records, (), path)
        found: dict[str, Any] = {
            "build CPU s": round(time.process_time() - start, 1),
            "file MB": path.stat().st_size >> 20,
        }
        cold = subprocess.run(
            [sys.executable, "-c", _COLD, str(path)], check=True, capture_output=True, text=True
        )
        found |= json.loads(cold.stdout)
        with Index.open(path) as index:
            found = {"parties": len(index), "words": len(index.words), **found}
            print("\n" + "; ".join(f"{name} {value}" for name, value in found.items()), flush=True)
            for title, subjects in asked(records, people).items():
                found[title] = report(title, index, subjects, threshold)
    return found


def asked(records: list[SourceRecord], people: list[dict[str, Any]]) -> dict[str, list[Subject]]:
    """The kinds of applicants that are looked for."""
    return {
        "name and birth date": [person(p["name"], born=p["dob"]) for p in people if p["dob"]],
        "name only": [person(p["name"]) for p in people],
        "listed persons, all told": [
            applicant(record, full=True) for record in sample(records, lambda _: True)
        ],
    }


def report(
    title: str, index: Index, subjects: list[Subject], threshold: float
) -> dict[str, dict[str, float]]:
    """Searches a CPU second in batches, and how long single ones take; words new, and known.

    Beside the rate of all: that of the median batch and of the fastest tenth of them. Where these
    lie far apart the machine was busy with something else, and the rate says more of it than of us.
    """
    figures: dict[str, dict[str, float]] = {}
    batch, single = Matcher(index), Matcher(index)
    for words in ("new words", "known words"):
        rates = rates_of(batches(batch, subjects, threshold))
        spent = sorted(timed(single, subject, threshold) for subject in subjects[:ONE_BY_ONE])
        single_ms = {f"p{p} ms": 1000 * at(spent, p / 100) for p in (50, 95, 99)}
        figures[words] = {**rates, **single_ms}
        print(
            f"{title:26} {words:12} in batches {rates['a CPU second']:7.0f} a CPU second"
            f" (median batch {rates['median batch']:.0f}, fastest tenth"
            f" {rates['fastest tenth']:.0f}); one by one ms"
            f" {' '.join(f'{name[:-3]} {ms:.2f}' for name, ms in single_ms.items())};"
            f" {len(subjects)} applicants",
            flush=True,
        )
    return figures


def batches(
    matcher: Matcher, subjects: list[Subject], threshold: float
) -> Iterator[tuple[int, float]]:
    """How many are searched for together, and the CPU seconds this takes, for each batch."""
    for first in range(0, len(subjects), AT_ONCE):
        some = subjects[first : first + AT_ONCE]
        start = time.process_time()
        matcher.foresee(some, floor=threshold)
        for subject in some:
            matcher.find(subject, floor=threshold)
        yield len(some), time.process_time() - start


def rates_of(spent: Iterable[tuple[int, float]]) -> dict[str, float]:
    """Searches a CPU second: of all batches, of the median one, and of the fastest tenth."""
    counts, seconds = zip(*spent, strict=True)
    each = sorted(count / second for count, second in zip(counts, seconds, strict=True))
    return {
        "a CPU second": sum(counts) / sum(seconds),
        "median batch": at(each, 0.5),
        "fastest tenth": at(each, 0.9),
    }


def at(rising: list[float], share: float) -> float:
    """The value that this share of all lie under."""
    return rising[int(len(rising) * share)]


def timed(matcher: Matcher, subject: Subject, threshold: float) -> float:
    """The CPU seconds of one search."""
    start = time.process_time()
    matcher.find(subject, floor=threshold)
    return time.process_time() - start


def grown(records: list[SourceRecord], count: int) -> Iterator[SourceRecord]:
    """The records, and more made of pairs of them: the words of names stay as common as they are.

    A new party has the names of one with the second half of each exchanged for that of another's
    name, and the other's birth dates.
    """
    rng = random.Random(SEED)
    people = [record for record in records if record.type is PartyType.PERSON]
    yield from records
    for at in range(count - len(records)):
        one, other = rng.choice(people), rng.choice(people)
        yield msgspec.structs.replace(
            one,
            id=f"grown-{at}",
            names=tuple(crossed(name, other.names[0]) for name in one.names),
            birth_dates=other.birth_dates,
            identifiers=(),
        )


def crossed(one: Name, other: Name) -> Name:
    """The first half of a name's words with the last half of another's."""
    here, there = one.text.replace(",", " ").split(), other.text.replace(",", " ").split()
    return Name(
        text=" ".join(here[: (len(here) + 1) // 2] + there[len(there) // 2 :]), kind=one.kind
    )


if __name__ == "__main__":
    main()
