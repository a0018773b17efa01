"""What nationality and birth place tell beside a name: prints the counts behind their weights.

Usage: python bench/claims.py

Needs the development data. A name already tells much of a nationality, so agreement is counted
among different people who share two words of their primary names (born more than three years
apart), and among the known pairs of records of one person.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from parties import parties, rows
from tamiz.model import PartyType, SourceRecord
from tamiz.normalise.names import parse_person
from tamiz.normalise.places import place_words

CROWD = 60  # bearers of two words: more are one name of one region and would drown the rest
APART = 3  # years between birth dates that make two records surely of two people
SHORTEST = 3  # letters of a word that counts

Pair = tuple[SourceRecord, SourceRecord]


def main() -> None:
    """Print a line for each claim and kind of pair."""
    records = list(parties())
    by_id = {(record.source, record.id): record for record in records}
    known = ((by_id.get(_key(p["a"])), by_id.get(_key(p["b"]))) for p in _truth())
    _tell("different people with two name words in common", _namesakes(records))
    _tell("records of one person", [(a, b) for a, b in known if a and b])


def _key(told: list[str]) -> tuple[str, str]:
    source, record = told
    return source, record


def _truth() -> Iterable[dict[str, list[str]]]:
    return rows("truth/same_person_dev.jsonl")


def _namesakes(records: list[SourceRecord]) -> list[Pair]:
    bearers = defaultdict[tuple[str, str], list[int]](list)
    for at, record in enumerate(records):
        if record.type is PartyType.PERSON and record.birth_dates:
            words = {w.text for w in parse_person(record.names[0]).words if len(w.text) >= SHORTEST}
            for two in combinations(sorted(words), 2):
                bearers[two].append(at)
    found = {
        pair for crowd in bearers.values() if len(crowd) <= CROWD for pair in combinations(crowd, 2)
    }
    return [(records[a], records[b]) for a, b in sorted(found) if _are_two(records[a], records[b])]


def _are_two(one: SourceRecord, other: SourceRecord) -> bool:
    gaps = (abs(a.year - b.year) for a in one.birth_dates for b in other.birth_dates)
    return min(gaps) > APART


def _countries(record: SourceRecord) -> set[str]:
    return {n.country for n in record.nationalities if n.country}


def _towns(record: SourceRecord) -> set[str]:
    return {w for place in record.birth_places for w in place_words(place.text, place.country)}


def _tell(label: str, pairs: list[Pair]) -> None:
    for claim, read in (("nationality", _countries), ("town of birth", _towns)):
        told = [(read(a), read(b)) for a, b in pairs]
        both = [(a, b) for a, b in told if a and b]
        same = sum(bool(a & b) for a, b in both)
        print(f"{label:48} same {claim:14} {same / max(len(both), 1):.3f}  of {len(both)}")


if __name__ == "__main__":
    main()
