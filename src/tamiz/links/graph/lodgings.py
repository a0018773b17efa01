"""Houses in which many applicants lodge, and the telephones of such houses.

A hostel, a barracks or a residence has a desk, and some who lodge there give its number as theirs.
A phone that only people of one such house give is the house's. One that anybody gives who lives
elsewhere is somebody's, who knows them all.
"""

from tamiz.links.graph.roster import Roster
from tamiz.links.graph.table import TieTable
from tamiz.links.graph.values import Role, Value, ValueKind

LODGING = 8  # applicants with one address, from whom on it is a lodging and no flat
MOST = 30  # who give one phone: more make it common by themselves


def lodgings_of(roster: Roster, table: TieTable, one: int, other: int) -> frozenset[str]:
    """The addresses of two applicants in which many others live as well, as nodes."""
    both = _houses(roster, one) & _houses(roster, other)
    return frozenset(node for node in both if table.rows(node) >= LODGING)


def is_of_house(roster: Roster, table: TieTable, phone: Value, house: str) -> bool:
    """Whether all who give a phone give it as their own, and live in a house."""
    bearers = table.bearers(phone.node, MOST + 1)
    return len(bearers) <= MOST and all(
        one.role is Role.OWN and house in _houses(roster, one.number) for one in bearers
    )


def _houses(roster: Roster, number: int) -> frozenset[str]:
    return frozenset(
        value.node
        for value in roster.values(number)
        if value.kind is ValueKind.ADDRESS and value.role is Role.OWN
    )
