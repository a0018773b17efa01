"""The report shows a document's sources side by side and its page with the zone marked."""

import re

import pytest

from documents.pictures.test_picture_reading import DATA, LINES
from tamiz.output.results import Order, screen_file
from tamiz.screening import load_policy
from worlds import DAY, TODAY, store_with, table

ROW = {
    "id": "A1", "name": "Xenia Wexley", "birth_date": "1971-10-06", "sex": "F",
    "nationalities": "SLV", "doc_type": "passport", "doc_number": "15E7G9GHH", "doc_country": "SLV",
    "doc_files": "scan.jpg", "applied_on": "2026-08-01",
}  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("report")
    (folder / "scan.jpg").write_bytes((DATA / "clean.jpg").read_bytes())
    cohort = table(folder / "applicants.csv", [ROW, ROW | {"id": "A2", "doc_files": "<b>.jpg"}])
    order = Order(
        cohort=cohort, out=folder / "out", store=store_with(folder), policy=load_policy(),
        today=TODAY, software="tamiz test",
    )  # fmt: skip
    screen_file(order, clock=lambda: DAY)
    return (folder / "out" / "report.html").read_text(encoding="utf-8")


def test_the_birth_date_that_differs_is_the_first_row(page: str) -> None:
    rows = re.findall(
        r'<tr role="row"( class="differs")?>\s*<th scope="row"[^>]*>(.*?)</th>', page, re.DOTALL
    )
    of_papers = [(bool(mark), "birth date" in head) for mark, head in rows if "birth date" in head]

    assert (True, True) in of_papers


def test_the_zone_is_marked_on_the_picture(page: str) -> None:
    assert page.count("data:image/jpeg;base64,") == 1
    assert re.search(r'<rect class="zone" x="\d+" y="\d+" width="\d+" height="\d+"/>', page)


def test_the_zone_as_read_stands_below_it(page: str) -> None:
    told = re.sub(r"</?mark>", "", page)

    assert all(line.replace("<", "&lt;") in told for line in LINES["clean.jpg"])


def test_pictures_are_allowed_only_from_the_page_itself(page: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="(.*?)"', page)

    assert "img-src data:;" in policy
    assert "default-src &#39;none&#39;" in policy


def test_a_hostile_file_name_is_escaped(page: str) -> None:
    assert "<b>.jpg" not in page
