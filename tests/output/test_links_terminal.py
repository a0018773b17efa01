"""The chart in the terminal."""

import io

import pytest
from rich.console import Console

from output.chart.sample_charts import chart_of, hostile_chart, small_chart
from tamiz.model import LinkChart
from tamiz.output.links_terminal import links
from tamiz.wording import Language, say


def printed(chart: LinkChart, language: Language = Language.ENGLISH, width: int = 120) -> str:
    file = io.StringIO()
    links(chart, Console(file=file, width=width), language)
    return file.getvalue()


def test_the_tree_leads_from_the_applicant_to_the_listed_party() -> None:
    ways = [line for line in printed(small_chart()).splitlines() if "──" in line][:4]

    told = ["+503 7000 0001 (phone)", "(refused)", "S.A. de C.V. (company)", "(listed)"]
    assert all(words in line for words, line in zip(told, ways, strict=True))
    assert [line.index("└") for line in ways] == [0, 4, 8, 12]


@pytest.mark.parametrize(
    "words", ["very strong", "+17.2", "inferred", "2 people", "B-0381 sponsor"]
)
def test_the_table_says(words: str) -> None:
    assert words in printed(small_chart())


def test_a_large_chart_has_no_tree_and_says_what_is_hidden() -> None:
    told = printed(chart_of(200))

    assert "├──" not in told
    assert "50 more are further away" in told


def test_what_a_stranger_wrote_cannot_steer_the_terminal() -> None:
    told = printed(hostile_chart())

    assert "\u202e" not in told
    assert "\x1b" not in told
    assert "W" * 200 not in told.replace("\n", "")


@pytest.mark.parametrize("language", Language)
def test_the_heading_speaks_the_officers_language(language: Language) -> None:
    assert say("report.chart.heading", language) in printed(small_chart(), language)
