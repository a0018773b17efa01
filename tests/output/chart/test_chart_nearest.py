"""Which nodes a chart shows."""

from hypothesis import given
from hypothesis import strategies as some

from output.chart.sample_charts import chart_of, hostile_chart, small_chart, star_chart
from tamiz.model import Certainty, ChartLink, ChartNode, LinkChart, NodeKind, NodeStatus
from tamiz.output.chart.nearest import MOST_NODES, MOST_OF_COMMON, left_out, sound, trimmed, ways


def value(name: str, count: int = 0) -> ChartNode:
    kind, status = NodeKind.PHONE, NodeStatus.VALUE
    return ChartNode(id=name, kind=kind, status=status, label=name, count=count)


def person(name: str, status: NodeStatus = NodeStatus.APPLICANT) -> ChartNode:
    return ChartNode(id=name, kind=NodeKind.APPLICANT, status=status, label=name)


def link(one: str, other: str, bits: float) -> ChartLink:
    return ChartLink(
        source=one, target=other, what="phone", strength=bits, certainty=Certainty.CONFIRMED
    )


def far_alarm() -> LinkChart:
    """Two strong neighbours, and a refused applicant at the end of a weak way."""
    return LinkChart(
        subject="s",
        nodes=(
            person("s", NodeStatus.SUBJECT), value("a"), value("b"), value("weak"),
            person("r", NodeStatus.REFUSED),
        ),
        links=(link("s", "a", 9), link("b", "s", 8), link("s", "weak", 0.5), link("weak", "r", 1)),
    )  # fmt: skip


def test_a_chart_of_few_nodes_is_kept_whole() -> None:
    assert trimmed(small_chart()) == small_chart()


def test_a_rare_tie_is_nearer_than_a_common_one() -> None:
    assert list(ways(far_alarm())) == ["s", "a", "b", "weak", "r"]


def test_the_way_to_a_refused_applicant_is_never_cut() -> None:
    kept = trimmed(far_alarm(), most=3)

    assert {node.id for node in kept.nodes} == {"s", "weak", "r"}
    assert kept.hidden == 2


def test_the_strongest_neighbours_fill_what_is_left() -> None:
    assert {node.id for node in trimmed(far_alarm(), most=4).nodes} == {"s", "weak", "r", "a"}


def test_a_party_counts_the_neighbours_that_it_loses() -> None:
    kept = {node.id: node for node in trimmed(far_alarm(), most=3).nodes}

    assert kept["s"].count == 2


def test_a_value_counts_the_people_who_are_not_drawn() -> None:
    chart = LinkChart(
        subject="s",
        nodes=(person("s", NodeStatus.SUBJECT), value("v", count=38)),
        links=(link("s", "v", 1),),
    )

    assert left_out(chart) == {"s": 0, "v": 37}


def test_links_to_nowhere_and_to_themselves_are_left_out() -> None:
    ends = [(one.source, one.target) for one in sound(hostile_chart()).links]

    assert len(ends) == 2
    assert all(one != other for one, other in ends)


def test_everybody_with_one_address_is_still_a_chart_that_one_can_read() -> None:
    kept = trimmed(star_chart(5_000))

    assert len(kept.nodes) == MOST_NODES
    assert kept.hidden == 5_001 - MOST_NODES


def test_a_few_stand_for_all_whom_only_a_common_value_ties() -> None:
    kept = trimmed(star_chart(40, NodeStatus.COMMON))

    assert (
        len([node for node in kept.nodes if node.status is NodeStatus.APPLICANT]) == MOST_OF_COMMON
    )
    assert kept.subject in {node.id for node in kept.nodes}
    assert left_out(kept)["hub"] == 40 - 1 - MOST_OF_COMMON
    assert kept.hidden == 40 - 1 - MOST_OF_COMMON


@given(some.integers(2, 90), some.integers(1, 60), some.integers(0, 9))
def test_what_is_kept_hangs_together_and_counts_the_rest(count: int, most: int, seed: int) -> None:
    chart = chart_of(count, seed)

    kept = trimmed(chart, most)

    assert len(kept.nodes) == min(most, len(trimmed(chart, count).nodes))
    assert kept.hidden == len(chart.nodes) - len(kept.nodes)
    assert set(ways(kept)) == {node.id for node in kept.nodes}
