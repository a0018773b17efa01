"""The chart in a case of the report."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from msgspec.structs import replace

from output.chart.sample_charts import chart_of, hostile_chart, small_chart, star_chart
from output.sample_run import sample_assessments, sample_run
from tamiz.model import Assessment, LinkChart
from tamiz.output.chart.panel import MOST_PICTURES, Panels
from tamiz.output.report import write_report
from tamiz.wording import Language, say


def cases() -> list[Assessment]:
    charts = (small_chart(), chart_of(40), chart_of(150), hostile_chart(), star_chart(200), None)
    found = list(sample_assessments())
    return [replace(case, chart=chart) for case, chart in zip(found, charts, strict=False)]


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(path, sample_run(), cases())
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def find(element: html.HtmlElement, path: str) -> list[Any]:
    found = element.xpath(path)
    assert isinstance(found, list)
    return found


def test_only_a_case_with_a_chart_shows_one(page: html.HtmlElement) -> None:
    assert len(find(page, "//section[@class='links']")) == 5


def test_a_large_chart_is_shown_when_asked_for(page: html.HtmlElement) -> None:
    sizes = {
        (len(find(one, ".//svg[@class='chart']/g")), one.get("open") is not None)
        for one in find(page, "//section[@class='links']/details")
    }

    assert {is_open for nodes, is_open in sizes if nodes > 40} == {False}
    assert {is_open for nodes, is_open in sizes if nodes <= 40} == {True}


def test_every_picture_has_its_name_its_words_and_its_table(page: html.HtmlElement) -> None:
    ids = set(find(page, "//@id"))
    for picture in find(page, "//section[@class='links']//svg"):
        assert picture.get("role") == "img"
        assert picture.get("aria-labelledby") in ids
    assert len(find(page, "//table[@class='ties']")) == 5


def test_every_row_of_the_table_has_its_seven_cells(page: html.HtmlElement) -> None:
    for row in find(page, "//table[@class='ties']//tr"):
        assert len(row) == 7


def test_the_table_leads_to_the_other_persons_case(tmp_path: Path) -> None:
    first, second, *_ = cases()
    other = replace(second, id="B-0381", chart=None)
    write_report(tmp_path / "r.html", sample_run(), [first, other])

    page = html.document_fromstring((tmp_path / "r.html").read_text(encoding="utf-8"))
    (article,) = find(page, "//article[contains(.//h3, 'B-0381')]")
    assert find(page, f"//table[@class='ties']//a[@href='#{article.get('id')}']")


def test_what_is_hidden_is_counted(page: html.HtmlElement) -> None:
    assert "51 more are further away and not drawn." in str(page.xpath("string()"))


def test_the_page_stays_closed_to_hostile_text(page: html.HtmlElement, text: str) -> None:
    assert len(find(page, "//script")) == 1
    assert find(page, "//@style") == []
    assert "\u202e" not in text
    assert [name for name, count in Counter(find(page, "//@id")).items() if count > 1] == []


@pytest.mark.parametrize("language", Language)
def test_the_heading_is_there_in_every_language(text: str, language: Language) -> None:
    heading = say("report.chart.heading", language).replace("'", "&#39;")

    assert f'<span lang="{language.value}">{heading}</span>' in text


def test_after_many_pictures_the_tables_go_on_alone() -> None:
    panels = Panels()
    chart = LinkChart(subject="A1", nodes=hostile_chart().nodes, links=())
    drawn = [panels.panel(chart).picture is not None for _ in range(MOST_PICTURES + 2)]

    assert drawn == [True] * MOST_PICTURES + [False] * 2


def test_a_case_without_a_picture_says_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tamiz.output.chart.panel.MOST_PICTURES", 1)
    write_report(tmp_path / "r.html", sample_run(), cases())

    page = html.document_fromstring((tmp_path / "r.html").read_text(encoding="utf-8"))
    assert len(find(page, "//svg[@class='chart']")) == 1
    assert "tamiz links" in str(page.xpath("string()"))
