"""To whom an applicant is tied: the values in common, how much they say, and what explains them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from tamiz.links.family import family_names
from tamiz.links.graph.roster import Roster
from tamiz.links.graph.strength import bits_of, together
from tamiz.links.graph.table import TieTable
from tamiz.links.graph.values import Role, Value, ValueKind, values_of
from tamiz.links.ties import names_or_resembles
from tamiz.model import Dossier
from tamiz.normalise.phrases import likeness

MOST_BEARERS = 40  # of one value that are looked at: it says next to nothing when more have it
MOST_NEIGHBOURS = 60  # of one applicant, the strongest first
LEAST = 2.0  # bits: weaker ties are not even drawn
COPIED = 0.45  # share of phrases from which a letter is called a copy
# What people give openly as what brought them together.
OPEN = frozenset({ValueKind.UNIT, ValueKind.TRAVEL, ValueKind.COMPANY})
SENT_BY = frozenset({Role.REFERRED_BY, Role.REFEREE})
# An open tie explains what few have; what a twentieth of everybody has explains nothing.
FEWEST, SHARE = 12, 0.02
_USUAL = frozenset({ValueKind.PLACE, ValueKind.COURSE})


class Tie(Struct, frozen=True):
    """A value in common: as one has it and as the other has it, how many have it, and its bits."""

    here: Value
    there: Value
    count: int
    bits: float


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
        return together((tie.here.kind, tie.bits) for tie in self.ties)

    def bits_of_others(self, kinds: frozenset[ValueKind]) -> float:
        """All that ties them but values of these kinds."""
        return together((t.here.kind, t.bits) for t in self.ties if t.here.kind not in kinds)

    @property
    def is_explained(self) -> bool:
        """Whether something that both declare accounts for what they have in common."""
        return self.is_named or bool(self.explained)


def neighbours_of(roster: Roster, table: TieTable, number: int) -> tuple[Neighbour, ...]:
    """Those who are tied to an applicant, the strongest tie first."""
    mine = [one for one in values_of(roster.dossier(number)) if one.kind not in _USUAL]
    shared: dict[int, list[_Shared]] = defaultdict(list)
    for value, rows in table.shared(mine):
        if bits_of(value, value.role, rows, is_one_party=False) >= LEAST:
            for other, role in table.bearers(value.node, MOST_BEARERS):
                if other != number and not _are_namesakes(value, role):
                    shared[other].append(_Shared(value, role, rows))
    likeliest = sorted(shared, key=lambda other: (-_at_most(shared[other]), other))
    found = [_neighbour(roster, number, one, shared[one]) for one in likeliest[:MOST_NEIGHBOURS]]
    told = [one for one in found if one.ties]
    return tuple(sorted(told, key=lambda one: (-one.bits, one.number)))


class _Shared(NamedTuple):
    """A value, the role in which another has it, and how many rows have it."""

    value: Value
    role: Role
    rows: int


def _neighbour(roster: Roster, number: int, other: int, shared: list[_Shared]) -> Neighbour:
    here, there = roster.dossier(number), roster.dossier(other)
    theirs = {(value.node, value.role): value for value in values_of(there)}
    ties = tuple(_ties(shared, theirs))
    few = max(FEWEST, SHARE * len(roster))
    return Neighbour(
        number=other,
        dossier=there,
        ties=ties,
        explained=tuple(tie for tie in ties if tie.count <= few and _is_open(tie)),
        is_named=_name_each_other(here, there),
    )


def _is_open(tie: Tie) -> bool:
    """Whether both declare what brought them together."""
    is_sent = tie.here.kind is ValueKind.PERSON and {tie.here.role, tie.there.role} <= SENT_BY
    return tie.here.kind in OPEN or is_sent


def _ties(shared: list[_Shared], theirs: dict[tuple[str, Role], Value]) -> Iterator[Tie]:
    """One tie for each value, and one for a copied letter however many of its bands meet."""
    letters: list[Tie] = []
    best: dict[str, Tie] = {}
    for here, role, rows in shared:
        there = theirs.get((here.node, role))
        if there is None:  # two keys with one hash
            continue
        one_party = bool(here.party) and here.party.casefold() == there.party.casefold()
        tie = Tie(here, there, rows, bits_of(here, role, rows, is_one_party=one_party))
        if here.kind is ValueKind.TEXT:
            letters.append(tie)
        elif here.node not in best or tie.bits > best[here.node].bits:
            best[here.node] = tie
    yield from best.values()
    if letters and likeness(letters[0].here.text, letters[0].there.text) >= COPIED:
        yield min(letters, key=lambda tie: tie.bits)  # the band that most others meet in as well


def _are_namesakes(value: Value, role: Role) -> bool:
    """Whether two only bear one name, which is no tie."""
    return value.kind is ValueKind.PERSON and value.role is Role.OWN and role is Role.OWN


def _at_most(shared: list[_Shared]) -> float:
    return together(
        (value.kind, bits_of(value, role, rows, is_one_party=False)) for value, role, rows in shared
    )


def _name_each_other(here: Dossier, there: Dossier) -> bool:
    return _names(here, there) or _names(there, here)


def _names(here: Dossier, there: Dossier) -> bool:
    names = there.identity.names
    family = " ".join(family_names(names))
    return any(names_or_resembles(here, name.text, family) for name in names)
