"""How fast parties are searched, how soon an index is ready, and what it holds in memory.

Usage: python bench/speed.py [--applicants N] [--grow N] [--threshold P]

Applicants are people of the development data, most on no list. ``--grow`` makes so many parties
of the real ones by giving each the names of others, so that words stay as common as they are.
"""

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from accuracy import SEED, applicant, sample
from parties import parties, person, rows
from tamiz.matching import Index, Matcher, Subject, build_index
from tamiz.model import Name, PartyType, SourceRecord

# What a fresh process does to be ready: run apart, so that nothing is warm but the disk.
_COLD = """
import sys, time
from pathlib import Path
from tamiz.matching import Index, Matcher, Subject
from tamiz.model import Name, PartyType
start = time.perf_counter()
matcher = Matcher(Index.open(Path(sys.argv[1])))
subject = Subject(type=PartyType.PERSON, names=(Name(text="Ana Cualquiera Nadie"),))
matcher.find(subject, floor=0.05)
print(f"ready in {time.perf_counter() - start:.2f} s, first answer included; "
      f"{int(next(line for line in open('/proc/self/status') if 'VmHWM' in line).split()[1]) >> 10}"
      " MB resident at most")
"""


def main() -> None:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applicants", type=int, default=10_000)
    parser.add_argument("--grow", type=int, default=0)
    parser.add_argument("--threshold", type=float, default=0.03)
    options = parser.parse_args()
    records = list(parties())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "index"
        start = time.perf_counter()
        build_index(grown(records, options.grow) if options.grow else records, (), path)
        size = path.stat().st_size >> 20
        print(f"index built in {time.perf_counter() - start:.1f} s, {size} MB")
        subprocess.run([sys.executable, "-c", _COLD, str(path)], check=True)
        with Index.open(path) as index:
            print(f"{len(index)} parties, {len(index.words)} words")
            measure(index, records, options)


def measure(index: Index, records: list[SourceRecord], options: argparse.Namespace) -> None:
    """Screenings a second for each kind of applicant, the first time and again."""
    people = random.Random(SEED).sample(list(rows("people.jsonl.gz")), options.applicants)
    born = [person(p["name"], born=p["dob"]) for p in people if p["dob"]]
    listed = [applicant(r, full=True) for r in sample(records, lambda _: True)]
    report("name and birth date", Matcher(index), born, options.threshold)
    report("name only", Matcher(index), [person(p["name"]) for p in people], options.threshold)
    report("listed persons, all told", Matcher(index), listed, options.threshold)


def report(title: str, matcher: Matcher, subjects: list[Subject], threshold: float) -> None:
    """How many a CPU second, and how long single ones take."""
    for again in ("new words", "known words"):
        spent = sorted(timed(matcher, subject, threshold) for subject in subjects)
        p50, p95, p99 = (1000 * spent[int(len(spent) * share)] for share in (0.5, 0.95, 0.99))
        rate = len(spent) / sum(spent)
        print(
            f"{title:26} {again:12} {rate:7.0f} a CPU second; ms p50 {p50:.2f} p95 {p95:.2f}"
            f" p99 {p99:.2f}; {len(spent)} applicants"
        )


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
