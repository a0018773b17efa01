"""FEBRL's files as applications; the rows here are invented in their form."""

from pathlib import Path

import pytest

from bench.benched import resolve_data, resolve_febrl

HEAD = (
    "rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state,"
    " date_of_birth, soc_sec_id\n"
)
FULL = "rec-12-org, mia, brown, 7, sun street, glen, perth, 6000, wa, 19800229, 1234567\n"
BAD = "rec-12-dup-0, mia, , , sun street, , perth, 6000, wa, 19801345, \n"
EMPTY = "rec-3-dup-1, , , , , , , , , , \n"


@pytest.fixture
def found(tmp_path: Path) -> list[resolve_data.Record]:
    (tmp_path / "dataset1.csv").write_text(HEAD + FULL + BAD + EMPTY, encoding="utf-8")
    return list(resolve_febrl.febrl(1, tmp_path))


def test_originals_and_duplicates_are_one_person(found: list[resolve_data.Record]) -> None:
    assert [record.person for record in found] == [12, 12, 3]


def test_a_row_says_all_that_it_holds(found: list[resolve_data.Record]) -> None:
    (row, *_) = resolve_data.as_rows(found)

    assert (row.given, row.family, row.dob, row.doc, row.city) == (
        "mia",
        "brown",
        "1980-02-29",
        "1234567",
        "7 sun street, glen, perth, 6000, wa",
    )


def test_of_a_day_that_no_calendar_has_the_year_stays(found: list[resolve_data.Record]) -> None:
    (born,) = found[1].dossier.identity.birth_dates

    assert (born.year, born.month, born.day, born.raw) == (1980, None, None, "19801345")


def test_an_empty_row_claims_nothing(found: list[resolve_data.Record]) -> None:
    claim = found[2].dossier.identity

    assert (claim.names, claim.birth_dates, claim.identifiers) == ((), (), ())
    assert found[2].dossier.addresses == ()


def test_the_two_sets_of_febrl_4_are_told_apart(tmp_path: Path) -> None:
    for half in "ab":
        (tmp_path / f"dataset4{half}.csv").write_text(HEAD + FULL, encoding="utf-8")

    assert [record.group for record in resolve_febrl.febrl(4, tmp_path)] == ["FEBRL4a", "FEBRL4b"]


def test_a_row_without_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="no record number"):
        resolve_febrl.person({"rec_id": "org"})


def test_the_folder_may_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TAMIZ_FEBRL", str(tmp_path))

    assert resolve_febrl.folder() == tmp_path
