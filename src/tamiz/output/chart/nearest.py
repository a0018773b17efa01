"""Which nodes a chart shows: the subject's nearest by strength, and the way to each alarm."""

import heapq
from collections import defaultdict
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from tamiz.model import ChartLink, ChartNode, LinkChart, NodeStatus

MOST_NODES = 150  # more, and nobody finds a line with the eye
MOST_OF_COMMON = 6  # people drawn who hang by a common value alone; the “+37” counts the others
LEAST_BITS = 0.25  # a link of next to no strength is far away, not infinitely far
_ALARMS = frozenset({NodeStatus.LISTED, NodeStatus.REFUSED})
PARTIES = _ALARMS | {NodeStatus.SUBJECT, NodeStatus.APPLICANT, NodeStatus.EARLIER}


class Step(Struct, frozen=True):
    """How a node is reached from the subject: the cost of the way, the node before, the hops."""

    cost: float
    before: str
    hops: int


def sound(chart: LinkChart) -> LinkChart:
    """The chart without links that lead nowhere or back to their own node."""
    ids = {node.id for node in chart.nodes}
    kept = (one for one in chart.links if one.source != one.target)
    links = tuple(one for one in kept if one.source in ids and one.target in ids)
    return replace(chart, links=links)


def neighbours(links: tuple[ChartLink, ...]) -> dict[str, dict[str, float]]:
    """Of each node its neighbours, each with the strength (bits) of their strongest link."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for one in links:
        for here, there in ((one.source, one.target), (one.target, one.source)):
            found[here][there] = max(one.strength, found[here].get(there, -inf))
    return found


def ways(chart: LinkChart) -> dict[str, Step]:
    """The strongest way from the subject to every node that can be reached, nearest first.

    A link costs the inverse of its bits, so that one rare tie is nearer than two common ones.
    """
    beside = neighbours(chart.links)
    found: dict[str, Step] = {}
    waiting = [(0.0, chart.subject, "", 0)]
    while waiting:
        cost, here, before, hops = heapq.heappop(waiting)
        if here in found:
            continue
        found[here] = Step(cost, before, hops)
        for there, bits in beside[here].items():
            if there not in found:
                step = cost + 1.0 / max(bits, LEAST_BITS)
                heapq.heappush(waiting, (step, there, here, hops + 1))
    return found


def trimmed(chart: LinkChart, most: int = MOST_NODES) -> LinkChart:
    """The chart with at most ``most`` nodes; ``hidden`` counts the others.

    The ways to listed and refused parties stay, because they are what the chart is for; then come
    the nodes nearest to the subject. Of those whom only a common value ties to the others, a few
    are kept: it says little about them, and a star of them hides the rest. A party's ``count``
    grows by the neighbours it loses.
    """
    chart = _damped(sound(chart))
    if len(chart.nodes) <= most:
        return chart
    kept = _kept(chart, most)
    links = tuple(one for one in chart.links if one.source in kept and one.target in kept)
    beside = neighbours(chart.links)
    nodes = tuple(
        replace(node, count=node.count + len(beside[node.id].keys() - kept))
        if node.status in PARTIES
        else node
        for node in chart.nodes
        if node.id in kept
    )
    hidden = chart.hidden + len(chart.nodes) - len(nodes)
    return replace(chart, nodes=nodes, links=links, hidden=hidden)


def _damped(chart: LinkChart) -> LinkChart:
    beside = neighbours(chart.links)
    status = {node.id: node.status for node in chart.nodes}
    spared = _ALARMS | {NodeStatus.SUBJECT}
    dropped: set[str] = set()
    for hub in (node.id for node in chart.nodes if node.status is NodeStatus.COMMON):
        alone = [
            name for name in beside[hub] if len(beside[name]) == 1 and status[name] not in spared
        ]
        dropped.update(sorted(alone, key=lambda name: (-beside[hub][name], name))[MOST_OF_COMMON:])
    nodes = tuple(node for node in chart.nodes if node.id not in dropped)
    links = tuple(one for one in chart.links if not {one.source, one.target} & dropped)
    return replace(chart, nodes=nodes, links=links, hidden=chart.hidden + len(dropped))


def _kept(chart: LinkChart, most: int) -> set[str]:
    steps = ways(chart)
    alarms = {node.id for node in chart.nodes if node.status in _ALARMS}
    kept = {chart.subject}
    for wanted in (*(one for one in steps if one in alarms), *steps):
        way = _way(wanted, steps) - kept
        if len(kept) + len(way) <= most:
            kept |= way
    for node in chart.nodes:  # those without a way come last
        if len(kept) < most:
            kept.add(node.id)
    return kept


def _way(wanted: str, steps: dict[str, Step]) -> set[str]:
    way = set()
    while wanted:
        way.add(wanted)
        wanted = steps[wanted].before
    return way


def left_out(chart: LinkChart) -> dict[str, int]:
    """Of each node how many of its people or neighbours are not in the picture."""
    shown = {node.id: node for node in chart.nodes}
    beside = neighbours(chart.links)
    return {node.id: _left_out(node.id, shown, beside[node.id]) for node in chart.nodes}


def _left_out(name: str, shown: dict[str, ChartNode], beside: dict[str, float]) -> int:
    node = shown[name]
    if node.status in PARTIES:
        return node.count
    people = sum(shown[other].status in PARTIES for other in beside)
    return max(0, node.count - people)
