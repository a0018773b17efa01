"""What comparing pairs achieves on published sets; a change that loses any of it fails here.

``bench/pairs.py`` measures the same beside other engines. The floors lie a little under what was
measured on 2026-11-25.
"""

from pathlib import Path

import pytest

from shared_data import shared_data
from tamiz.intake.tables import table_rows
from tamiz.matching import Subject, compare_pair
from tamiz.model import Name, PartyType

CASES = Path(__file__).resolve().parents[2] / "bench" / "cases"
Labelled = list[tuple[dict[str, str], bool]]


def labelled(path: Path, answer: str) -> Labelled:
    """The rows of a set by the names of its columns, and whether each is a match."""
    rows = table_rows(path)
    head = next(rows).cells
    found = [dict(zip(head, row.cells, strict=False)) for row in rows if row.cells]
    return [(row, row[answer] == "true") for row in found]


def f1(pairs: Labelled, columns: tuple[str, str], kind: PartyType) -> float:
    """The harmonic mean of precision and recall of the verdicts."""
    right = said = 0
    for row, match in pairs:
        one, other = (Subject(type=kind, names=(Name(text=row[c]),)) for c in columns)
        agrees = compare_pair(one, other).agrees
        said += agrees
        right += agrees and match
    return 2 * right / (said + sum(match for _, match in pairs))


@pytest.mark.parametrize(("name", "floor"), [("hispanic", 0.90), ("ukrainian", 0.90)])
def test_f1_of_our_own_cases_stays_up(name: str, floor: float) -> None:
    pairs = labelled(CASES / f"{name}.csv", "match")

    assert f1(pairs, ("left", "right"), PartyType.PERSON) >= floor


@pytest.mark.shared
@pytest.mark.parametrize(
    ("kind", "floor"), [(PartyType.PERSON, 0.86), (PartyType.ORGANISATION, 0.86)]
)
def test_f1_of_a_public_set_stays_up(kind: PartyType, floor: float) -> None:
    rows = labelled(shared_data("truth/name_bench_dev.csv"), "is_match")
    is_person = kind is PartyType.PERSON
    pairs = [pair for pair in rows if (pair[0]["schema"] == "Person") is is_person]

    assert f1(pairs, ("name1", "name2"), kind) >= floor
