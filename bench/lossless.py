"""Whether the search finds everybody whom the scorer puts over the threshold.

Usage: python bench/lossless.py [--queries N] [--parties N] [--threshold P]

Every query is compared with every party of a real sample, one after the other, and the search
must name the same. Queries are listed persons as they stand, misspelt, under an alias or by name
alone, and people who are on no list.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator

from accuracy import SEED, Opened, applicant, misspell
from parties import parties, person, rows
from tamiz.matching import Matcher, Subject
from tamiz.model import PartyType, SourceRecord


def main() -> int:
    """Print what was compared and what was missed; 1 if anything was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=2_000)
    parser.add_argument("--parties", type=int, default=500)
    parser.add_argument("--threshold", type=float, default=0.001)
    options = parser.parse_args()
    rng = random.Random(SEED)
    people = [record for record in parties() if record.type is PartyType.PERSON]
    records = rng.sample(people, options.parties)
    start, missed, over = time.monotonic(), 0, 0
    with Opened(records) as matcher:
        for subject in queries(records, options.queries, rng):
            expected = brute_force(matcher, subject, options.threshold)
            found = matcher.find(subject, floor=options.threshold)
            over += len(expected)
            missed += len(expected - {(m.record.source, m.record.id) for m in found})
    pairs = options.queries * options.parties
    print(f"{pairs} pairs compared in {time.monotonic() - start:.0f} s; {over} over the threshold")
    print(f"found {(over - missed) / max(over, 1):.4f}, missed {missed}")
    return 1 if missed else 0


def brute_force(matcher: Matcher, subject: Subject, threshold: float) -> set[tuple[str, str]]:
    """The parties whom the scorer puts over the threshold, each compared in full."""
    scored = (matcher.score(subject, number) for number in range(len(matcher.index)))
    return {(m.record.source, m.record.id) for m in scored if m.probability >= threshold}


def queries(records: list[SourceRecord], count: int, rng: random.Random) -> Iterator[Subject]:
    """Applicants of every kind, each in turn."""
    others = list(rows("people.jsonl.gz"))
    for at in range(count):
        record = rng.choice(records)
        name = rng.choice(record.names).text
        match at % 4:
            case 0:
                yield applicant(record, full=True, name=name)
            case 1 if len(name) > 3:
                yield applicant(record, full=True, name=misspell(name, 1 + at % 3, rng))
            case 2:
                yield applicant(record, full=False, name=name)
            case _:
                other = rng.choice(others)
                born = str(record.birth_dates[0].year) if record.birth_dates and at % 8 == 3 else ""
                yield person(other["name"], born=born or other["dob"] or "")


if __name__ == "__main__":
    sys.exit(main())
