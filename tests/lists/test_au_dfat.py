"""Australia's list."""

from pathlib import Path

import pytest

from lists.forms import dfat_workbook, read
from tamiz.model import IdentifierKind, NameKind, PartyType, SourceRecord


@pytest.fixture
def records(tmp_path: Path) -> dict[str, SourceRecord]:
    path = dfat_workbook(tmp_path / "dfat.xlsx")
    return {record.id: record for record in read("au-dfat", (path,))}


def test_rows_of_one_reference_are_one_party(records: dict[str, SourceRecord]) -> None:
    assert [(one.text, one.kind) for one in records["7001"].names] == [
        ("Omran Ficti Al-Nadir", NameKind.PRIMARY),
        ("عمران النادر", NameKind.SCRIPT),
        ("Talha", NameKind.WEAK),
        ("Omran Old", NameKind.FORMER),
    ]


def test_birth_dates_of_all_rows_are_kept_once(records: dict[str, SourceRecord]) -> None:
    assert [date.text() for date in records["7001"].birth_dates] == [
        "~1983", "1984-03-09", "1986", "1987-05-05",
    ]  # fmt: skip


def test_numbers_dates_and_references_are_found_in_prose(records: dict[str, SourceRecord]) -> None:
    person = records["7001"]

    assert [(one.kind, one.number, one.country) for one in person.identifiers] == [
        (IdentifierKind.PASSPORT, "X0000017", "tn"),
        (IdentifierKind.NATIONAL, "00000017", None),
    ]
    assert person.references == ("QDi.900",)
    assert person.listed_on == "2014-09-23"
    assert person.addresses[0].country == "tn"


def test_a_ship_has_its_number_and_a_bank_no_date_of_listing(
    records: dict[str, SourceRecord],
) -> None:
    assert records["7003"].type is PartyType.VESSEL
    assert [(one.number, one.scheme) for one in records["7003"].identifiers] == [("9000001", "imo")]
    assert records["7003"].listed_on == "2025-06-18"
    assert records["7002"].listed_on == ""
