"""What the matcher achieves on a real list; a change that loses any of it fails here.

``bench/accuracy.py`` measures the same on all lists. The floors lie a little under what was
measured on 2026-11-25, so that chance does not fail them.
"""

import gzip
import json
import random
from collections.abc import Iterator

import pytest

from matching.invented import applicant, matcher_over
from shared_data import shared_data
from tamiz.lists import un_sc
from tamiz.lists.source import Snapshot
from tamiz.matching import Matcher
from tamiz.model import NameKind, PartyType, SourceRecord
from tamiz.screening import load_policy

pytestmark = [pytest.mark.shared, pytest.mark.xdist_group("accuracy")]
REVIEW = load_policy().policy.thresholds.review
PEOPLE = 600


@pytest.fixture(scope="module")
def records() -> list[SourceRecord]:
    path = shared_data("lists/un-xml-2026-08/consolidated.xml")
    parsed = un_sc.parse(Snapshot(source="un-sc", files=(path,)), lambda _problem: None)
    return list(parsed.records)


@pytest.fixture(scope="module")
def matcher(records: list[SourceRecord]) -> Iterator[Matcher]:
    with matcher_over(*records) as found:
        yield found


def persons(records: list[SourceRecord], kind: NameKind) -> list[tuple[SourceRecord, str]]:
    """Listed persons with a birth date, and their last name of this kind."""
    known = [r for r in records if r.type is PartyType.PERSON and r.birth_dates]
    named = [(r, [n.text for n in r.names if n.kind is kind and " " in n.text]) for r in known]
    return [(record, texts[-1]) for record, texts in named if texts]


def found(matcher: Matcher, record: SourceRecord, name: str) -> bool:
    subject = applicant(name, born=record.birth_dates[0].text())
    return record.id in {m.record.id for m in matcher.find(subject, floor=REVIEW, limit=5)}


def misspelt(text: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(text) - 1)
    return text[:at] + rng.choice("aeiourstln") + text[at + 1 :]


@pytest.mark.parametrize(
    ("kind", "floor"), [(NameKind.PRIMARY, 1.0), (NameKind.ALIAS, 0.98), (NameKind.SCRIPT, 0.99)]
)
def test_listed_persons_are_found_by_each_kind_of_name(
    matcher: Matcher, records: list[SourceRecord], kind: NameKind, floor: float
) -> None:
    chosen = persons(records, kind)

    share = sum(found(matcher, *one) for one in chosen) / len(chosen)

    assert share >= floor


def test_listed_persons_are_found_in_spite_of_a_slip(
    matcher: Matcher, records: list[SourceRecord]
) -> None:
    rng = random.Random(7)  # noqa: S311 - a sample, not a secret
    chosen = persons(records, NameKind.PRIMARY)

    share = sum(found(matcher, r, misspelt(n, rng)) for r, n in chosen) / len(chosen)

    assert share >= 0.97


def test_ordinary_people_are_left_in_peace(matcher: Matcher) -> None:
    lines = gzip.decompress(shared_data("people.jsonl.gz").read_bytes()).splitlines()
    everybody = [person for person in map(json.loads, lines) if person["dob"]]
    chosen = random.Random(7).sample(everybody, PEOPLE)  # noqa: S311 - a sample, not a secret

    alerts = sum(
        bool(matcher.find(applicant(one["name"], born=one["dob"]), floor=REVIEW)) for one in chosen
    )

    assert alerts <= PEOPLE * 0.005
