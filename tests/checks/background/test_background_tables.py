"""The tables of units and ranks: every row can be looked up and understood."""

from importlib.resources import files

import pytest

from tamiz.checks.background.units import FIRST_YEAR, LAST_YEAR, units_in
from tamiz.checks.documents.tables import Row, read_rows
from tamiz.normalise.countries import country_names

TABLES = {
    name: read_rows(files("tamiz.checks.background").joinpath("tables", f"{name}.tsv"))
    for name in ("units", "ranks")
}
ROWS = [row for rows in TABLES.values() for row in rows]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['unit']} {row['founded']}")
def test_a_row_has_country_years_and_source(row: Row) -> None:
    assert country_names(row["country"]) or row["country"] in {"yu", "su"}
    first = int(row["founded"] or FIRST_YEAR)
    last = int(row["dissolved"] or LAST_YEAR)
    assert (first, last) != (FIRST_YEAR, LAST_YEAR)
    assert first <= last
    assert row["loose"] in {"", "yes"}
    assert row["source"]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_unit_is_of_one_country_and_has_a_name(table: tuple[Row, ...]) -> None:
    units = {row["unit"] for row in table}

    assert len({(row["unit"], row["country"]) for row in table}) == len(units)
    named = {row["unit"] for row in table if row["names"] or row["names_in_country"]}
    assert named == units


@pytest.mark.parametrize("row", TABLES["units"], ids=lambda row: f"{row['unit']} {row['founded']}")
def test_a_unit_is_found_by_each_of_its_names(row: Row) -> None:
    names = [*row["names"].split("|"), *row["names_in_country"].split("|")]

    for name in filter(None, names):
        found = units_in(name.replace("*", ""), row["country"])
        assert row["unit"] in {unit.name for unit in found}


@pytest.mark.parametrize(
    "text",
    ["47-ма окрема механізована бригада «Маґура»", "47 омбр", "47th Mechanized Brigade, Ukraine",
     "Brigada Mecanizada 47"],
)  # fmt: skip
def test_an_ordinal_may_be_written_in_many_ways(text: str) -> None:
    assert [unit.years for unit in units_in(text, "ua")] == [((2022, LAST_YEAR),)]
