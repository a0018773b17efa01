"""The tables of places: whole, sourced, and with names that can be found."""

import re
from importlib.resources import files

import pytest

from tamiz.documents.numbers.places import ABROAD, place_table

TABLES = sorted(
    path.name.removesuffix(".tsv")
    for path in files("tamiz.documents.numbers").joinpath("tables").iterdir()
    if path.name.endswith(".tsv") and path.name != "ve_bands.tsv"
)
COUNTS = {"sv_municipalities": 262, "gt_municipalities": 340, "hn_municipalities": 298}


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_a_source_and_a_date(name: str) -> None:
    for place in place_table(name).values():
        assert place.source, place
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", place.date), place


@pytest.mark.parametrize("name", TABLES)
def test_every_source_is_told_in_the_head_of_its_table(name: str) -> None:
    text = files("tamiz.documents.numbers").joinpath("tables", f"{name}.tsv").read_text("utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]

    for source in {place.source for place in place_table(name).values()}:
        assert any(f"{source} = " in line for line in head), source


@pytest.mark.parametrize("name", TABLES)
def test_every_place_has_a_name_or_is_none(name: str) -> None:
    for place in place_table(name).values():
        assert bool(place.name) is (place.region not in {ABROAD, "any"})


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_the_tables_of_municipalities_are_whole(name: str, count: int) -> None:
    assert len(place_table(name)) == count


def test_codes_of_one_department_have_one_region() -> None:
    for name in COUNTS:
        regions: dict[str, set[str]] = {}
        for code, place in place_table(name).items():
            regions.setdefault(code[:2], set()).add(place.region)
        assert all(len(found) == 1 for found in regions.values())
