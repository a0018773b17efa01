"""What ties an applicant to others in the terminal: a tree of the ways, and the table."""

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from tamiz.model import ChartNode, LinkChart, NodeKind, NodeStatus
from tamiz.normalise.text import visible
from tamiz.output import sentences
from tamiz.output.chart.nearest import trimmed, ways
from tamiz.output.chart.nodes import full_label
from tamiz.output.chart.table import LinkRow, link_rows
from tamiz.output.chart.words import chart_word, tie
from tamiz.wording import Language

COLUMNS = (("source", 3), ("tie", 2), ("target", 3), ("strength", 2), ("where", 2))
MOST_IN_TREE = 40  # nodes; a longer tree hides its own trunk
LONGEST = 80  # characters of a label or a source; the rest is in findings.jsonl
_VALUES = frozenset({NodeStatus.VALUE, NodeStatus.COMMON})


def links(chart: LinkChart, console: Console, language: Language) -> None:
    """Print the chart: how many nodes and ties, the ways to them, and every tie with its source."""
    shown = trimmed(chart)
    console.print(Text(chart_word("heading", language), style="bold"))
    if len(shown.nodes) <= MOST_IN_TREE:
        console.print(_tree(shown, language))
    if shown.hidden:
        console.print(chart_word("hidden", language, count=shown.hidden))
    console.print(_table(link_rows(shown), language))


def node_words(node: ChartNode, language: Language) -> str:
    """A node's label, its id if it is a party, and what it is."""
    is_value = node.status in _VALUES or node.kind in {NodeKind.PERSON, NodeKind.COMPANY}
    code = f"kind.{node.kind.value}" if is_value else f"status.{node.status.value}"
    words = [chart_word(code, language)]
    if node.status is NodeStatus.COMMON:
        words.append(chart_word("status.common", language))
    name = _short(full_label(node))
    if node.status not in _VALUES and node.label and node.id not in name:
        name = f"{name} · {visible(node.id)}"
    return f"{name} ({', '.join(words)})"


def _tree(chart: LinkChart, language: Language) -> Tree:
    """Every node under the one before it on the strongest way from the subject."""
    nodes = {node.id: node for node in chart.nodes}
    branches: dict[str, Tree] = {}
    for name, step in ways(chart).items():
        text = Text(node_words(nodes[name], language))
        before = branches.get(step.before)
        branches[name] = Tree(text) if before is None else before.add(text)
    return branches[chart.subject]


def _table(rows: tuple[LinkRow, ...], language: Language) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for column, ratio in COLUMNS:
        table.add_column(chart_word(f"column.{column}", language), overflow="fold", ratio=ratio)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row_words(row, language)))
    return table


def row_words(row: LinkRow, language: Language) -> tuple[str, ...]:
    """A row in the order of ``COLUMNS``; how strong, how certain and shared by how many in one."""
    words = tie(row.link, language)
    return (
        node_words(row.source, language),
        f"{words}: {_short(row.link.label)}" if row.link.label else words,
        node_words(row.target, language),
        "\n".join(_weight(row, language)),
        _short("; ".join(row.link.where)),
    )


def _weight(row: LinkRow, language: Language) -> Iterator[str]:
    strength = chart_word(f"strength.{row.strength}", language)
    yield f"{strength} {sentences.signed(row.link.strength)}"
    yield chart_word(f"certainty.{row.link.certainty.value}", language)
    if row.shared:
        yield chart_word("people", language, count=row.shared)


def _short(text: str) -> str:
    return visible(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
