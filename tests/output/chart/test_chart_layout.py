"""Where nodes stand: the subject in the middle, no box on another, the same each time."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from output.chart.sample_charts import chart_of, hostile_chart, small_chart, star_chart
from tamiz.model import LinkChart
from tamiz.output.chart.boxes import WIDEST_LINE, Box, box, is_right_to_left, label_lines, width
from tamiz.output.chart.layout import Placed, layout
from tamiz.output.chart.lines import Rectangle, lines, taken, written
from tamiz.output.chart.nearest import sound

CHARTS = [small_chart(), chart_of(1), chart_of(40), chart_of(150), star_chart(149), hostile_chart()]
NAMES = ["5", "1", "40", "150", "star", "hostile"]


def placed(chart: LinkChart) -> tuple[Placed, tuple[Box, ...]]:
    boxes = tuple(box(node, badge="earlier cohort", more="+37") for node in chart.nodes)
    return layout(sound(chart), boxes), boxes


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
def test_no_node_and_no_label_lies_on_another(chart: LinkChart) -> None:
    found, boxes = placed(chart)

    rooms = taken(boxes, found)
    assert [pair for pair in combinations(rooms, 2) if overlap(*pair)] == []


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
def test_nothing_is_cut_off_at_the_edge(chart: LinkChart) -> None:
    found, boxes = placed(chart)

    for left, top, right, bottom in taken(boxes, found):
        assert left >= 0
        assert top >= 0
        assert right <= found.width
        assert bottom <= found.height


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
def test_the_same_chart_gives_the_same_picture(chart: LinkChart) -> None:
    assert placed(chart) == placed(chart)


def test_the_subject_of_a_star_stands_beside_its_hub_and_all_stand_around_it() -> None:
    found, _ = placed(star_chart(60))

    hub = found.points[-1]
    assert abs(hub[0] - found.width / 2) < found.width / 6
    assert abs(hub[1] - found.height / 2) < found.height / 6


@settings(max_examples=25, deadline=None)
@given(some.integers(1, 70), some.integers(0, 99))
def test_charts_of_any_size_are_free_of_overlaps(count: int, seed: int) -> None:
    found, boxes = placed(chart_of(count, seed))

    assert not any(overlap(*pair) for pair in combinations(taken(boxes, found), 2))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Nadie", ("Ana Nadie",)),
        ("Seguridad Quimera S.A. de C.V.", ("Seguridad Quimera", "S.A. de C.V.")),
        ("max.inventado@example.org", ("max.inventado@", "example.org")),
        ("", ()),
        ("  a \n b ", ("a b",)),
    ],
)
def test_a_label_breaks_between_words_or_after_a_sign(text: str, expected: tuple[str, ...]) -> None:
    assert label_lines(text) == expected


@given(some.text(max_size=300))
def test_a_label_has_two_lines_that_fit(text: str) -> None:
    found = label_lines(text)

    assert len(found) <= 2
    assert all(width(line) <= WIDEST_LINE + 1e-6 for line in found)


def test_a_label_that_is_cut_says_so() -> None:
    assert label_lines("Maximiliano " * 9)[-1].endswith("…")


def test_a_deceiving_character_is_spelt_out() -> None:
    assert label_lines("a\u202eb") == ("a⟨U+202E⟩b",)


@pytest.mark.parametrize(
    ("text", "expected"), [("سلمان", True), ("12 גלעד", True), ("Іван", False), ("+503", False)]
)
def test_the_direction_is_that_of_the_first_letter(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


def test_a_word_on_a_line_lies_on_nothing() -> None:
    chart = small_chart()
    found, boxes = placed(chart)
    line = lines(chart, found)[2]
    full = taken(boxes, found)
    room = written(line, "x", list(full))

    assert room is not None
    assert written(line, "x" * 200, full) is None


def test_two_ties_of_the_same_nodes_lie_beside_each_other() -> None:
    chart = small_chart()
    twice = LinkChart(
        subject=chart.subject, nodes=chart.nodes, links=(chart.links[0], chart.links[0])
    )

    one, other = lines(twice, placed(twice)[0])
    assert one.at(0.5) != other.at(0.5)
