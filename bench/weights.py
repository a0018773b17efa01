"""Counts what the table of weights is estimated from, and prints it: run it again to audit them.

Usage: python bench/weights.py [--half 0|1]

Needs the development data. True pairs are records of two lists that are one person (known from
reference or document numbers, never from names), and names of one record held out from the
others. Other pairs are drawn at random. ``--half`` uses only the persons of one half, to see how
far the estimates depend on whom they come from.
"""

import argparse
import random
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log2

import numpy as np

from accuracy import Opened
from parties import parties, rows
from tamiz.matching import Matcher, Subject
from tamiz.matching.birth_evidence import compare_birth_dates
from tamiz.matching.claim_evidence import compare_birth_place, compare_nationality, compare_sex
from tamiz.matching.name_evidence import NameComparison, compare_names
from tamiz.model import Name, NameKind, PartyType, SourceRecord
from tamiz.normalise.scripts import script_of

SEED = 20_261_125
OTHERS = 20_000  # random pairs
ALIASES = 6_000  # held-out names


def main() -> None:
    """Print the shares of every level among true and random pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", type=int, choices=(0, 1))
    half = parser.parse_args().half
    records = [record for record in parties() if record.type is PartyType.PERSON]
    pairs = [pair for pair in true_pairs(records) if half is None or _half(pair[0].id) == half]
    aliases = list(held_out_names(records, half))
    with Opened(records) as matcher:
        numbers = {(r.source, r.id): n for n, r in enumerate(records)}
        show_names(
            "names of the same person on two lists",
            matcher,
            [(a.names[0], numbers[b.source, b.id]) for a, b in pairs],
            copies=True,
        )
        latin = [case for case in aliases if script_of(case[0].text) == "latin"]
        other = [case for case in aliases if script_of(case[0].text) != "latin"]
        show_names("held-out aliases in Latin letters", matcher, latin)
        show_names("held-out names in other scripts", matcher, other)
        show_claims(matcher, pairs, records)


def true_pairs(records: Iterable[SourceRecord]) -> list[tuple[SourceRecord, SourceRecord]]:
    """Records of two lists that are the same person, both sides present."""
    by_key = {(record.source, record.id): record for record in records}
    keys = [(tuple(p["a"]), tuple(p["b"])) for p in rows("truth/same_person_dev.jsonl")]
    return [(by_key[a], by_key[b]) for a, b in keys if a in by_key and b in by_key]


def held_out_names(records: list[SourceRecord], half: int | None) -> Iterator[tuple[Name, int]]:
    """Names of records that have others, with the number of the record."""
    chosen = [
        (name, number)
        for number, record in enumerate(records)
        for name in record.names[1:]
        if name.kind in {NameKind.ALIAS, NameKind.SCRIPT}
        and (half is None or _half(record.id) == half)
    ]
    yield from random.Random(SEED).sample(chosen, min(ALIASES, len(chosen)))


def show_names(
    title: str, matcher: Matcher, cases: list[tuple[Name, int]], *, copies: bool = False
) -> None:
    """How the words of each name agree with the best of the record's names.

    Names written in the same way are left out unless ``copies`` count.
    """
    counts: Counter[str] = Counter()
    words = used = 0
    for name, number in cases:
        best = best_comparison(matcher, name, number, copies=copies)
        if best is None:
            counts["no word alike"] += 1
            continue
        used += 1
        for pair in best.alignment.pairs:
            counts[f"word {pair.level.value}"] += len(pair.here)
            words += len(pair.here)
        for code, _, here, _ in best.statements:
            counts[code] += 1
            words += len(here) if "conflict" in code else 0
    print(f"\n{title}: {len(cases)} cases, {used} with a word alike, {words} words")
    for code, count in counts.most_common():
        of = words if code.startswith("word") or "conflict" in code else max(used, 1)
        print(f"  {code:28} {count:7} {count / of:8.4f}")


def best_comparison(
    matcher: Matcher, name: Name, number: int, *, copies: bool
) -> NameComparison | None:
    """The best comparison of the name with the record's names."""
    index, record = matcher.index, matcher.index.record_at(number)
    (query,) = matcher._makers[PartyType.PERSON].prepare([name])  # noqa: SLF001 - looks inside
    best: NameComparison | None = None
    for listed in map(index.name, index.names_of(np.array([number], dtype=np.int32)).tolist()):
        if query is None or (record.names[listed.position].text == name.text and not copies):
            continue
        found = compare_names(query, listed, index, kind=PartyType.PERSON, weights=matcher.weights)
        if found.alignment.pairs and (best is None or found.bits > best.bits):
            best = found
    return best


def show_claims(
    matcher: Matcher,
    pairs: list[tuple[SourceRecord, SourceRecord]],
    records: list[SourceRecord],
) -> None:
    """Levels of everything beside names among true and random pairs, and their ratio in bits."""
    rng = random.Random(SEED)
    others = [(rng.choice(records), rng.choice(records)) for _ in range(OTHERS)]
    true = Counter(code for pair in pairs for code in claim_codes(matcher, *pair))
    false = Counter(code for pair in others for code in claim_codes(matcher, *pair))
    print(f"\nother claims: {len(pairs)} true pairs, {len(others)} random pairs")
    for code in sorted(true.keys() | false.keys()):
        feature = code.partition(".")[0]
        shares = [
            (counts[code] + 0.5) / (sum(v for c, v in counts.items() if c.startswith(feature)) + 1)
            for counts in (true, false)
        ]
        bits = log2(shares[0] / shares[1])
        print(
            f"  {code:34} {true[code]:6} {shares[0]:8.4f} {false[code]:6} {shares[1]:8.4f} {bits:7.2f}"
        )


def claim_codes(matcher: Matcher, one: SourceRecord, other: SourceRecord) -> Iterator[str]:
    """The codes of the evidence of one pair, what is missing left out."""
    subject = Subject(
        type=PartyType.PERSON,
        names=one.names[:1],
        birth_dates=one.birth_dates[:1],
        birth_places=one.birth_places[:1],
        sex=one.sex,
        nationalities=one.nationalities[:1],
    )
    weights = matcher.weights
    yield compare_birth_dates(subject.birth_dates, other.birth_dates, weights.birth_date).code
    found = (
        *compare_birth_place(subject, other, weights),
        *compare_nationality(subject, other, weights),
        *compare_sex(subject.sex, other.sex, weights),
    )
    yield from (evidence.code for evidence in found)


def _half(record_id: str) -> int:
    return zlib.crc32(record_id.encode()) % 2


if __name__ == "__main__":
    main()
