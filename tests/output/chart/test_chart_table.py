"""The chart told as rows."""

import pytest

from output.chart.sample_charts import chart_of, small_chart, star_chart
from tamiz.model import Certainty, ChartLink
from tamiz.output.chart.nearest import MOST_NODES
from tamiz.output.chart.table import link_rows
from tamiz.output.chart.words import strength_of, tie
from tamiz.wording import Language


def link(bits: float, what: str = "phone") -> ChartLink:
    return ChartLink(source="a", target="b", what=what, strength=bits, certainty=Certainty.REPORTED)


def test_rows_go_outward_from_the_subject() -> None:
    ends = [(row.source.id, row.target.id) for row in link_rows(small_chart())]

    assert ends == [
        ("A00012", "phone"), ("phone", "B-0381"), ("B-0381", "company"),
        ("company", "us-ofac-sdn 90001"),
    ]  # fmt: skip


def test_a_row_says_how_many_people_share_the_value() -> None:
    assert [row.shared for row in link_rows(small_chart())] == [2, 2, 0, 0]


def test_the_table_has_every_tie_of_the_picture() -> None:
    assert len(link_rows(chart_of(150))) == len(chart_of(150).links)
    assert len(link_rows(star_chart(900))) == MOST_NODES - 1


@pytest.mark.parametrize(
    ("bits", "word"),
    [(-3.0, "weak"), (2.9, "weak"), (3.0, "fair"), (8.0, "strong"), (15.0, "very_strong")],
)
def test_strength_in_words(bits: float, word: str) -> None:
    assert strength_of(link(bits)) == word


def test_a_tie_without_a_word_of_ours_stands_as_it_is() -> None:
    assert tie(link(1.0, "blood_brother"), Language.SPANISH) == "blood brother"
    assert tie(link(1.0), Language.SPANISH) == "teléfono"
