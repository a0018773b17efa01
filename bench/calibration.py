"""Whether probabilities mean what they say: prints a reliability table and its expected error.

Usage: python bench/calibration.py [--sample N]

As many listed persons (by another list's record, an unseen alias, typing errors) as unlisted
people are looked up, with the prior set to that share; of the best matches given 90 %, about 90 %
should be right. The name alone, and name with birth date and nationality, are both asked. Each is
looked up in one list only: in several, the right person is often there twice.
"""

import argparse
import random
from collections.abc import Iterator
from itertools import pairwise

from accuracy import SEED, Opened, applicant, held_out, key, misspell, sample, without, words
from parties import parties, person, rows
from tamiz.matching import Matcher, Subject
from tamiz.model import NameKind, PartyType, SourceRecord

FLOOR = 0.001
BINS = (0.0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
Outcome = tuple[float, bool]


def main() -> None:
    """Print the table and the expected calibration error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=1_000)
    count = parser.parse_args().sample
    records = list(parties())
    names = {key(r): name for r in records if (name := held_out(r, NameKind.ALIAS))}
    chosen = sample(records, lambda record: key(record) in names)[:count]
    held = {key(record): names[key(record)] for record in chosen}
    with Opened(without(r, held.get(key(r))) for r in records) as usual:
        matcher = Matcher(usual.index, prevalence=0.5)
        for full in (True, False):
            outcomes = [
                *listed_outcomes(
                    matcher, records, chosen, {k: n.text for k, n in held.items()}, full
                ),
                *unlisted_outcomes(matcher, records, 3 * count, full),
            ]
            print(f"\n{'name, birth date, nationality' if full else 'name only'}: {len(outcomes)}")
            print_table(outcomes)


def listed_outcomes(
    matcher: Matcher,
    records: list[SourceRecord],
    chosen: list[SourceRecord],
    aliases: dict[tuple[str, str], str],
    full: bool,
) -> Iterator[Outcome]:
    """Listed persons under a held-out alias, with typing errors, and as another list has them."""
    rng, by_key = random.Random(SEED), {key(record): record for record in records}
    for at, record in enumerate(chosen):
        spelt = misspell(record.names[0].text, 1 + at % 3, rng)
        for name in (aliases[key(record)], spelt):
            yield outcome(
                matcher, applicant(record, full=full, name=name), record.source, key(record)
            )
    same = [(tuple(p["a"]), tuple(p["b"])) for p in rows("truth/same_person_dev.jsonl")]
    known = [(a, b) for a, b in same if a in by_key and b in by_key]
    for a, b in rng.sample(known, min(len(chosen), len(known))):
        yield outcome(matcher, applicant(by_key[a], full=full), b[0], b)


def unlisted_outcomes(
    matcher: Matcher,
    records: list[SourceRecord],
    count: int,
    full: bool,
) -> Iterator[Outcome]:
    """People who are on no list, as far as anybody knows."""
    listed = {
        tuple(sorted(words(name.text)))
        for record in records
        if record.type is PartyType.PERSON
        for name in record.names
    }
    sources = [record.source for record in random.Random(SEED).sample(records, count)]
    people = [p for p in rows("people.jsonl.gz") if p["dob"] or not full]
    for one, source in zip(random.Random(SEED).sample(people, count), sources, strict=True):
        if tuple(sorted(words(one["name"]))) not in listed:
            yield outcome(
                matcher, person(one["name"], born=one["dob"] if full else ""), source, None
            )


def outcome(
    matcher: Matcher, subject: Subject, source: str, right: tuple[str, str] | None
) -> Outcome:
    """The probability of the best match, and whether it is right; 0 if there is none."""
    best = matcher.find(subject, floor=FLOOR, limit=1, sources=frozenset({source}))
    return (best[0].probability, key(best[0].record) == right) if best else (0.0, False)


def print_table(outcomes: list[Outcome]) -> None:
    """One line a bin, and the mean gap between what is said and what is so."""
    error = 0.0
    for low, high in pairwise(BINS):
        inside = [(p, hit) for p, hit in outcomes if low <= p < high]
        if not inside:
            continue
        said = sum(p for p, _ in inside) / len(inside)
        so = sum(hit for _, hit in inside) / len(inside)
        error += abs(said - so) * len(inside) / len(outcomes)
        print(
            f"  {low:5.2f} to {min(high, 1.0):4.2f}  said {said:6.3f}  so {so:6.3f}  of {len(inside)}"
        )
    print(f"  expected calibration error {error:.4f}")


if __name__ == "__main__":
    main()
