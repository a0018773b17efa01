"""The synthetic applications of which it is known who filed which."""

from collections import Counter
from itertools import pairwise

import pytest

from bench.benched import resolve_data, resolve_figures
from tamiz.normalise.contacts import email_key, phone_key

ROWS, SEED = 4_000, 5


@pytest.fixture(scope="module")
def records() -> list[resolve_data.Record]:
    return list(resolve_data.records(ROWS, SEED))


@pytest.fixture(scope="module")
def copies(records: list[resolve_data.Record]) -> list[tuple[resolve_data.Row, resolve_data.Row]]:
    """Rows of one person, two by two."""
    rows = sorted(resolve_data.as_rows(records), key=lambda row: row.person)
    return [(one, other) for one, other in pairwise(rows) if one.person == other.person]


def test_the_same_seed_gives_the_same_set(records: list[resolve_data.Record]) -> None:
    assert list(resolve_data.records(ROWS, SEED)) == records


def test_another_seed_gives_other_persons(records: list[resolve_data.Record]) -> None:
    assert next(resolve_data.records(ROWS, SEED + 1)).dossier != records[0].dossier


def test_22_in_100_rows_are_copies(records: list[resolve_data.Record]) -> None:
    assert len({record.person for record in records}) <= ROWS * 0.78
    known = resolve_figures.Truth(
        [record.person for record in records], [record.group for record in records]
    )
    assert 0.22 * ROWS <= len(known.pairs) <= 0.28 * ROWS


def test_each_row_has_a_number_of_its_own(records: list[resolve_data.Record]) -> None:
    assert len({record.dossier.id for record in records}) == ROWS


@pytest.mark.parametrize(
    ("group", "share"),
    [("ES", 0.2), ("CO", 0.25), ("UA", 0.25), ("US", 0.12), ("BR", 0.1), ("PL", 0.08)],
)
def test_groups_have_their_shares(
    records: list[resolve_data.Record], group: str, share: float
) -> None:
    counted = Counter(record.group.split()[0] for record in records)
    assert counted[group] / ROWS == pytest.approx(share, abs=0.03)


def test_a_fifth_of_ukrainian_copies_is_in_ukrainian_letters(
    records: list[resolve_data.Record],
) -> None:
    counted = Counter(record.group for record in records)
    assert counted["UA Cyrillic"] / (ROWS * 0.22 * 0.25) == pytest.approx(0.2, abs=0.08)


@pytest.mark.parametrize(
    ("column", "share"),
    [("doc", 0.45), ("phone", 0.60), ("email", 0.60), ("dob", 0.30)],
)
def test_copies_differ_as_often_as_they_should(
    copies: list[tuple[resolve_data.Row, resolve_data.Row]], column: str, share: float
) -> None:
    """A little more often than one copy from its original: some pairs are of two copies."""
    other = sum(getattr(one, column) != getattr(two, column) for one, two in copies)
    assert share - 0.06 <= other / len(copies) <= share + 0.12


def test_strangers_share_no_document_phone_or_address(
    records: list[resolve_data.Record],
) -> None:
    owners: dict[str, set[int]] = {}
    for row in resolve_data.as_rows(records):
        for value in (row.doc, row.phone, row.email):
            owners.setdefault(value, set()).add(row.person)
    assert sum(len(each) > 1 for each in owners.values()) <= 2  # by chance


def test_contacts_can_be_compared(records: list[resolve_data.Record]) -> None:
    for row in resolve_data.as_rows(records[:500]):
        assert phone_key(row.phone).startswith("+")
        assert email_key(row.email)


def test_rows_say_what_the_dossiers_say(records: list[resolve_data.Record]) -> None:
    for record, row in zip(records, resolve_data.as_rows(records), strict=True):
        (name,) = record.dossier.identity.names
        assert name.text == f"{row.given} {row.family}"
        assert [date.text() for date in record.dossier.identity.birth_dates] == [row.dob] * bool(
            row.dob
        )
