"""To whom an applicant is tied: the values in common, how much they say, and what explains them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from tamiz.links.graph.groups import NameGroups
from tamiz.links.graph.kin import are_kin
from tamiz.links.graph.letters import Letters
from tamiz.links.graph.lodgings import is_of_house, lodgings_of
from tamiz.links.graph.roster import Roster
from tamiz.links.graph.stays import SEPARATOR, surprise
from tamiz.links.graph.strength import BITS, LEAST, damped, group_of, together, undamped
from tamiz.links.graph.table import Bearer, TieTable, party_code
from tamiz.links.graph.values import Role, Value, ValueKind
from tamiz.model import Dossier
from tamiz.normalise.accounts import account_name
from tamiz.normalise.addresses import UNTOLD

MOST_BEARERS = 30  # of one value that are looked at: it says next to nothing when more have it
MOST_NEIGHBOURS = 30  # of one applicant, the strongest first
# An open tie explains what few have; what a fiftieth of everybody has explains nothing.
FEWEST, SHARE = 12, 0.02
# Of a place of which nothing says that it is a village: one in so many live there, or it is a town.
TOWN = 2_000
_MAY_BE_TOWN = f"{ValueKind.VILLAGE.value}={UNTOLD}"
_ACCOUNTS = frozenset({ValueKind.EMAIL, ValueKind.HANDLE})
NOWHERE = -1  # among the values of a dossier: what is found over all at once


class Tie(Struct, frozen=True):
    """A value in common: as one has it and as the other has it, how many have it, and its bits."""

    here: Value
    there: Value
    count: int
    bits: float
    group: str


class Neighbour(Struct, frozen=True):
    """Somebody tied to an applicant, by their number and id.

    ``is_open``: both declare what brought them together; ``is_named``: one names the other, or a
    family name does.
    """

    number: int
    id: str
    ties: tuple[Tie, ...]
    is_open: bool = False
    is_named: bool = False

    @property
    def bits(self) -> float:
        """All that ties them, each fact once."""
        return together((tie.group, tie.bits) for tie in self.ties)

    @property
    def is_explained(self) -> bool:
        """Whether something that both declare accounts for what they have in common."""
        return self.is_named or self.is_open


def neighbours_of(
    roster: Roster, table: TieTable, letters: Letters, groups: NameGroups, number: int,
    but: frozenset[int] = frozenset(),
) -> tuple[Neighbour, ...]:  # fmt: skip
    """Those who are tied to an applicant, the strongest tie first, without those in ``but``."""
    shared = _shared_with(roster, table, letters, groups, number, but)
    if but and len(shared) + len(but) > MOST_NEIGHBOURS:  # some in ``but`` may be of the strongest
        everybody = neighbours_of(roster, table, letters, groups, number)
        return tuple(one for one in everybody if one.number not in but)
    strongest = sorted(shared, key=lambda other: (-_together(shared[other]), other))
    told = [
        neighbour
        for one in strongest[:MOST_NEIGHBOURS]
        if (neighbour := _neighbour(roster, table, number, one, shared[one]))
    ]
    return tuple(sorted(told, key=lambda one: (-one.bits, one.number)))


def _shared_with(
    roster: Roster, table: TieTable, letters: Letters, groups: NameGroups, number: int,
    but: frozenset[int],
) -> dict[int, "list[_Shared]"]:  # fmt: skip
    """What an applicant has in common with each other, without those in ``but``."""
    shared: dict[int, list[_Shared]] = defaultdict(list)
    untold = but | {number}
    for common in table.shared(number):
        if untold.issuperset(table.bearing_it(common, MOST_BEARERS)):
            continue
        value = roster.values(number)[common.place]
        if _is_own_name(value) and table.is_only_own(common, MOST_BEARERS):
            continue  # namesakes, by far the most: nobody is tied by a name
        base = _undamped(table, value, groups, len(roster))
        alike = _alike(table, value, common.rows)
        if damped(base, value, value.role, alike, is_one_party=False) >= LEAST:
            bearers = table.bearing(common, MOST_BEARERS)
            for other, found in _shared(value, base, common.rows, alike, bearers):
                if other not in untold and found.bits >= LEAST:
                    shared[other].append(found)
    for other, found in _copies(number, letters.copies(number)):
        if other not in untold:
            shared[other].append(found)
    return shared


def _undamped(table: TieTable, value: Value, groups: NameGroups, people: int) -> float:
    """The bits of a value that nobody else has; of journeys, by how many made each stay of them."""
    base = undamped(value, groups)
    if value.kind is not ValueKind.STAYS:
        return base
    stays = value.key.split(SEPARATOR)
    rows = [table.rows(f"{ValueKind.STAY.value}={stay}") for stay in stays]
    return max(0.0, min(base, surprise(rows, people)))


def _is_own_name(value: Value) -> bool:
    return value.kind is ValueKind.PERSON and value.role is Role.OWN


def _alike(table: TieTable, value: Value, rows: int) -> int:
    """How many have a value, or what is so like it that theirs could as well have been it.

    Of a call sign: all who are called by its word, with whatever number.
    """
    if value.kind is not ValueKind.CALL_SIGN:
        return rows
    return max(rows, table.rows(f"{ValueKind.CALL_WORD.value}={value.key.partition(' ')[0]}"))


class _Shared(NamedTuple):
    """A value, its place among another's values, how many rows have it, and its bits."""

    value: Value
    place: int
    rows: int
    bits: float
    group: str


def _shared(
    value: Value, base: float, rows: int, alike: int, bearers: list[Bearer]
) -> Iterator[tuple[int, _Shared]]:
    """A value with each who has it; who only bear one name are not tied by it.

    ``rows`` have it, ``alike`` have what is like it.
    """
    is_own_name = _is_own_name(value)
    party = party_code(value.party)
    worth: dict[tuple[Role, bool], tuple[float, str]] = {}  # most have it in the same way
    for other in bearers:
        if is_own_name and other.role is Role.OWN:
            continue
        way = other.role, _is_one_party(value, party, other)
        if way not in worth:
            worth[way] = _worth(value, base, alike, *way)
        yield other.number, _Shared(value, other.place, rows, *worth[way])


def _copies(number: int, copies: Sequence[int]) -> Iterator[tuple[int, _Shared]]:
    """A letter with each who has a copy of it; all copies are one node, by the first that came."""
    if copies:
        count = len(copies) + 1
        letter = Value(ValueKind.TEXT, str(min(number, *copies)), "", "motivation")
        bits, group = _worth(letter, BITS[ValueKind.TEXT], count, Role.OWN, is_one_party=False)
        for other in copies:
            yield other, _Shared(letter, NOWHERE, count, bits, group)


def _is_one_party(value: Value, party: int, other: Bearer) -> bool:
    """Whether both say it of one party; a sponsor without a name is the one that the other names."""
    if party == other.party:
        return party != 0
    return 0 in {party, other.party} and value.role is other.role is Role.SPONSOR


def _worth(
    value: Value, base: float, rows: int, role: Role, is_one_party: bool
) -> tuple[float, str]:
    """The bits of a value that another has in a role, and the group that they are of."""
    bits = damped(base, value, role, rows, is_one_party=is_one_party)
    relative = value.party if value.role is role is Role.RELATIVE else ""
    return bits, group_of(value.kind, is_one_party=is_one_party, relative=relative)


def _together(shared: list[_Shared]) -> float:
    return together((one.group, one.bits) for one in shared)


def _neighbour(
    roster: Roster, table: TieTable, number: int, other: int, shared: list[_Shared]
) -> Neighbour | None:
    """The other with all that ties them; None where nothing does after all."""
    mine, theirs = roster.told(number), roster.told(other)
    ties = _ties((one for one in shared if one.place != NOWHERE), theirs.values)
    ties = _with_desks(roster, table, number, other, ties)
    letters = (one for one in shared if one.place == NOWHERE)
    ties += [_copied(one, roster.dossier(number), roster.dossier(other)) for one in letters]
    if not ties:
        return None
    return Neighbour(
        number=other,
        id=theirs.id,
        ties=tuple(ties),
        is_open=_is_open(roster, table, number, other),
        is_named=are_kin(mine.kin, theirs.kin),
    )


def _is_open(roster: Roster, table: TieTable, number: int, other: int) -> bool:
    """Whether both declare what few others do, however little it says of them by itself."""
    both = roster.open(number) & roster.open(other)
    return any(table.rows(node) <= _few(node, len(roster)) for node in both)


def _few(node: str, people: int) -> float:
    """How many may declare what explains what two of them share."""
    return people / TOWN if node.startswith(_MAY_BE_TOWN) else max(FEWEST, SHARE * people)


def _ties(shared: Iterable[_Shared], theirs: tuple[Value, ...]) -> list[Tie]:
    """The strongest tie for each value."""
    best: dict[str, Tie] = {}
    for here, place, rows, bits, group in shared:
        there = theirs[place]
        if (there.key, there.kind) != (here.key, here.kind):  # two keys with one hash
            continue
        if here.node not in best or bits > best[here.node].bits:
            best[here.node] = Tie(here, there, rows, bits, group)
    return _without_names_told(list(best.values()))


def _with_desks(
    roster: Roster, table: TieTable, number: int, other: int, ties: list[Tie]
) -> list[Tie]:
    """The telephone of a lodging says next to nothing of two who lodge there."""
    phones = {tie.here.node: tie.here for tie in ties if tie.here.kind is ValueKind.PHONE}
    houses = lodgings_of(roster, table, number, other) if phones else ()
    desks = {
        node for node, phone in phones.items()
        if any(is_of_house(roster, table, phone, house) for house in houses)
    }  # fmt: skip
    return [replace(tie, bits=LEAST) if tie.here.node in desks else tie for tie in ties]


def _without_names_told(ties: list[Tie]) -> list[Tie]:
    """Without the name of a mailbox or account that both have as such."""
    told = {account_name(tie.here.text) for tie in ties if tie.here.kind in _ACCOUNTS}
    return [
        tie for tie in ties
        if tie.here.kind is not ValueKind.ACCOUNT_NAME or tie.here.key not in told
    ]  # fmt: skip


def _copied(shared: _Shared, mine: Dossier, theirs: Dossier) -> Tie:
    """A tie for a copied letter, with what each wrote."""
    here, there = (replace(shared.value, text=one.motivation) for one in (mine, theirs))
    return Tie(here, there, shared.rows, shared.bits, shared.group)
