"""Every source of a document side by side, and where they differ."""

from typing import Any

import pytest

from checks.documents.applicants import (
    applicant,
    claim,
    page,
    paper,
    passport_zone,
    reading,
    seen,
    with_files,
)
from documents.test_barcodes import ARGENTINE
from tamiz.checks.documents.shown import papers_shown
from tamiz.intake.evidence_files import FileRead
from tamiz.model import PaperShown, Sex

ZONE = passport_zone("SLV", "Amaya Diaz", "Rosa", "900401", "F")
WHO = claim("Rosa Amaya Díaz", born="1990-04-01", sex=Sex.FEMALE, nationality="sv")


def shown(*files: FileRead, mrz: tuple[str, ...] = ZONE, **told: Any) -> PaperShown:
    document = with_files(paper(mrz=mrz, **told), *(file.given for file in files))
    (only,) = papers_shown(applicant(document, identity=WHO), reading(*files))
    return only


def test_each_source_stands_for_itself() -> None:
    found = shown(seen("scan.jpg", page(*ZONE, barcode=ARGENTINE)), state="sv")

    assert [one.source for one in found.sources] == ["declared", "typed_zone", "picture", "barcode"]


def test_days_and_states_are_written_alike_whatever_the_source() -> None:
    declared, typed = shown(number="B04417702", state="sv", expires="2030-06-01").sources

    common = declared.values.keys() & typed.values.keys()
    assert {datum for datum in common if declared.values[datum] != typed.values[datum]} == {"name"}


@pytest.mark.parametrize(
    ("told", "differing"),
    [
        ({}, ()),
        ({"number": "B0441770Z"}, ("number",)),
        ({"number": "BO4417702"}, ()),  # the letter for the nought
        ({"state": "mx"}, ("issuing_state",)),
        ({"expires": "2031-06-01"}, ("expires",)),
        ({"expires": "2030"}, ()),  # less precise
    ],
)
def test_data_that_differ_are_named(told: dict[str, Any], differing: tuple[str, ...]) -> None:
    assert shown(**told).differing == differing


def test_another_name_differs() -> None:
    other = passport_zone("SLV", "Machuca", "Kleiver", "900401", "F")

    assert shown(mrz=other).differing == ("name",)


def test_a_picture_that_cannot_be_used_is_shown_and_not_compared() -> None:
    wrong = (ZONE[0], ZONE[1].replace("900401", "910401"))

    found = shown(seen("scan.jpg", page(*wrong, doubtful=((1, 13),))))

    assert [one.is_doubtful for one in found.sources] == [False, False, True]
    assert found.differing == ()


def test_the_page_tells_where_its_zone_is() -> None:
    (only,) = shown(seen("scan.jpg", page(*ZONE, doubtful=((0, 3),)))).pages

    assert (only.path, only.page, only.box) == ("scan.jpg", 1, (10, 500, 900, 80))
    assert (only.lines, only.doubtful) == (ZONE, ((0, 3),))


def test_a_file_that_was_not_read_is_shown_with_its_problem() -> None:
    (only,) = shown(FileRead(given="x.jpg", path="x.jpg", problem="missing")).pages

    assert only.problem == "missing"
