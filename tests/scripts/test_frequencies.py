"""The script that makes the tables of how common name words are."""

from pathlib import Path
from types import ModuleType

import pytest

from scripts.loading import script_named


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return script_named("frequencies")


def test_spellings_and_compound_names_of_a_word_add_up(script: ModuleType, tmp_path: Path) -> None:
    tmp_path.joinpath("names.csv").write_text("GARCÍA,70\nGARCIA,20\nDE LA CRUZ GARCIA,10\n")
    table = script.Table("names.csv", "family", script.plain)

    shares = script.shares_of(tmp_path, (table,), "family")

    assert shares["garcia"] == pytest.approx(1.0)
    assert shares["cruz"] == pytest.approx(0.1)
    assert "de" not in shares


def test_tables_of_both_sexes_count_the_same_people(script: ModuleType, tmp_path: Path) -> None:
    tmp_path.joinpath("men.csv").write_text("Juan,50\n")
    tmp_path.joinpath("women.csv").write_text("Ana,150\n")
    tables = tuple(script.Table(f"{sex}.csv", "given", script.plain) for sex in ("men", "women"))

    assert script.shares_of(tmp_path, tables, "given")["juan"] == pytest.approx(0.25)


def test_surnames_of_a_nationality_are_shares_of_its_people(
    script: ModuleType, tmp_path: Path
) -> None:
    """INE's rows: rank, name, two empty, first and its share of 1,000, second, both."""
    rows = 'Frecuencias,,,,,,,,,\n1,GARCIA,,,"1.550","25,304","603","24,892","13","0,537"\n'
    rows += '2,QUILOMBERA,,,"5","0,2","..","..","..",".."\n'
    tmp_path.joinpath("x.csv").write_text(rows, encoding="utf-8")
    table = script.Table("x.csv", "family", script.nationality, 1_000)

    shares = script.shares_of(tmp_path, (table,), "family")

    assert shares == {"garcia": pytest.approx(0.049659)}


def test_words_rarer_than_1_in_50_000_are_left_out(script: ModuleType) -> None:
    shares = {"given": {"ana": 1.234e-2, "rara": 1.9e-5}, "family": {"ana": 3e-5}, "patronymic": {}}

    assert script.as_text(shares) == "word\tgiven\tfamily\tpatronymic\nana\t12000\t30\n"


def test_the_same_again_is_the_share_of_pairs_who_share_a_word(script: ModuleType) -> None:
    """Of ten people two are called alike: each of these two meets the other, one in nine."""
    assert script._same([2.0, 1.0, 1.0], 10) == pytest.approx(2 / 9 / 4)
