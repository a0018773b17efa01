"""To whom an applicant is tied: the values in common, how much they say, and what explains them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from tamiz.links.graph.groups import NameGroups
from tamiz.links.graph.kin import are_kin
from tamiz.links.graph.letters import Letters
from tamiz.links.graph.roster import Roster
from tamiz.links.graph.strength import bits_of, group_of, together
from tamiz.links.graph.table import Bearer, TieTable, party_code
from tamiz.links.graph.values import Role, Value, ValueKind
from tamiz.model import Dossier

MOST_BEARERS = 30  # of one value that are looked at: it says next to nothing when more have it
MOST_NEIGHBOURS = 30  # of one applicant, the strongest first
MOST_COPIES = 10  # letters that meet in a band: what more write is a template
LEAST = 2.0  # bits: weaker ties are not even drawn
# What people give openly as what brought them together.
OPEN = frozenset({ValueKind.UNIT, ValueKind.TRAVEL, ValueKind.COMPANY})
# An open tie explains what few have; what a fiftieth of everybody has explains nothing.
FEWEST, SHARE = 12, 0.02
_USUAL = frozenset({ValueKind.PLACE, ValueKind.COURSE})


class Tie(Struct, frozen=True):
    """A value in common: as one has it and as the other has it, how many have it, and its bits."""

    here: Value
    there: Value
    count: int
    bits: float
    group: str


class Neighbour(Struct, frozen=True):
    """Somebody tied to an applicant. ``explained`` are the open ties; ``is_named``: by name or family."""

    number: int
    dossier: Dossier
    ties: tuple[Tie, ...]
    explained: tuple[Tie, ...] = ()
    is_named: bool = False

    @property
    def bits(self) -> float:
        """All that ties them, each fact once."""
        return together((tie.group, tie.bits) for tie in self.ties)

    @property
    def is_explained(self) -> bool:
        """Whether something that both declare accounts for what they have in common."""
        return self.is_named or bool(self.explained)


def neighbours_of(
    roster: Roster, table: TieTable, letters: Letters, groups: NameGroups, number: int
) -> tuple[Neighbour, ...]:
    """Those who are tied to an applicant, the strongest tie first."""
    mine = [one for one in roster.values(number) if one.kind not in _USUAL]
    shared: dict[int, list[_Shared]] = defaultdict(list)
    for value, rows in table.shared(mine):
        is_template = value.kind is ValueKind.TEXT and rows > MOST_COPIES
        if not is_template and _most(value, rows, groups) >= LEAST:
            for other in table.bearers(value.node, MOST_BEARERS):
                found = _shared(value, other, rows, groups)
                if other.number != number and found.bits >= LEAST:
                    shared[other.number].append(found)
    strongest = sorted(shared, key=lambda other: (-_together(shared[other]), other))
    told = [
        _neighbour(roster, table, letters, number, one, shared[one])
        for one in strongest[:MOST_NEIGHBOURS]
    ]
    return tuple(sorted((one for one in told if one.ties), key=lambda one: (-one.bits, one.number)))


class _Shared(NamedTuple):
    """A value, the role in which another has it, how many rows have it, and its bits."""

    value: Value
    role: Role
    rows: int
    bits: float
    group: str


def _most(value: Value, rows: int, groups: NameGroups) -> float:
    return bits_of(value, value.role, rows, is_one_party=False, groups=groups)


def _shared(value: Value, other: Bearer, rows: int, groups: NameGroups) -> _Shared:
    """A value that another has; who only bear one name are not tied by it."""
    if value.kind is ValueKind.PERSON and value.role is other.role is Role.OWN:
        return _Shared(value, other.role, rows, 0.0, "")
    is_one_party = bool(value.party) and party_code(value.party) == other.party
    bits = bits_of(value, other.role, rows, is_one_party=is_one_party, groups=groups)
    return _Shared(value, other.role, rows, bits, group_of(value.kind, is_one_party=is_one_party))


def _together(shared: list[_Shared]) -> float:
    return together((one.group, one.bits) for one in shared)


def _neighbour(
    roster: Roster, table: TieTable, letters: Letters, number: int, other: int,
    shared: list[_Shared],
) -> Neighbour:  # fmt: skip
    theirs = {(value.node, value.role): value for value in roster.values(other)}
    return Neighbour(
        number=other,
        dossier=roster.dossier(other),
        ties=tuple(_ties(shared, theirs, letters)),
        explained=tuple(_open_ties(roster, table, number, theirs.values())),
        is_named=are_kin(roster.kin(number), roster.kin(other)),
    )


def _open_ties(
    roster: Roster, table: TieTable, number: int, theirs: Iterable[Value]
) -> Iterator[Tie]:
    """What both declare that few others do, however little it says of them by itself."""
    there = {value.node: value for value in theirs if _may_be_open(value)}
    few = max(FEWEST, SHARE * len(roster))
    for here in roster.values(number):
        other = there.get(here.node)
        if other is not None and _may_be_open(here):
            rows = table.rows(here.node)
            if rows <= few:
                yield Tie(here, other, rows, 0.0, here.kind.value)


def _may_be_open(value: Value) -> bool:
    """Whether it is something that brings people together: a unit, a booking, a party they name."""
    is_named = value.kind is ValueKind.PERSON and value.role is not Role.OWN
    return value.kind in OPEN or is_named


def _ties(
    shared: list[_Shared], theirs: dict[tuple[str, Role], Value], letters: Letters
) -> Iterator[Tie]:
    """One tie for each value, and one for a copied letter however many of its bands meet."""
    bands: list[Tie] = []
    best: dict[str, Tie] = {}
    for here, role, rows, bits, group in shared:
        there = theirs.get((here.node, role))
        if there is None:  # two keys with one hash
            continue
        tie = Tie(here, there, rows, bits, group)
        if here.kind is ValueKind.TEXT:
            bands.append(tie)
        elif here.node not in best or tie.bits > best[here.node].bits:
            best[here.node] = tie
    yield from best.values()
    if bands and letters.is_copy(bands[0].here.text, bands[0].there.text):
        yield min(bands, key=lambda tie: tie.bits)  # the band that most others meet in as well
