"""Sets of pairs are read whole: a row that is dropped would make figures better than they are."""

from pathlib import Path

import pytest

from bench.benched import BENCH, pair_sets
from tamiz.intake.tables import table_rows
from tamiz.model import NamePart, PartyType, Role


@pytest.mark.parametrize("name", ["hispanic", "ukrainian"])
def test_every_row_of_the_projects_own_cases_is_a_pair_of_people(name: str) -> None:
    path = BENCH / "cases" / f"{name}.csv"
    pairs = list(pair_sets.own_cases(path))

    assert len(pairs) == sum(1 for _ in table_rows(path)) - 1
    assert {pair.match for pair in pairs} == {True, False}
    assert all(pair.is_person for pair in pairs)


def test_a_set_without_its_file_is_named_and_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = pair_sets.PairSet(name="hispanic", path=tmp_path / "x", read=pair_sets.own_cases)

    assert missing.pairs() == []
    assert capsys.readouterr().out == "hispanic: left out, the file is not here\n"


def test_an_answer_that_is_neither_true_nor_false_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("id,left,right,match,rule\nx1,Ana Ruiz,Ana Ruiz,ture,accents\n")

    with pytest.raises(KeyError, match="ture"):
        list(pair_sets.own_cases(path))


def test_parts_of_a_name_stand_in_for_a_whole_one() -> None:
    made = pair_sets.entity({"lastName": "Kovalenko", "firstName": "Olena"}, PartyType.PERSON)

    assert made.names[0].text == "Olena Kovalenko"
    assert made.names[0].parts == (
        NamePart(Role.GIVEN, "Olena"),
        NamePart(Role.FAMILY, "Kovalenko"),
    )
