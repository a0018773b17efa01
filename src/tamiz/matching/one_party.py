"""Which records of several lists are one party, by the references that the lists give.

References are typed by people: a man carries the number of his group, and one number was given to
two men. So a shared reference joins two records only if something else agrees as well and nothing
contradicts, and a group takes in nobody who contradicts any of its members: one wrong link cannot
chain people together. What is refused costs an officer a second finding, and hides nobody.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from msgspec import Struct

from tamiz.matching.birth_evidence import compare_dates
from tamiz.model import PartialDate, PartyType, Sex

MOST_HOLDERS = 64  # records with one reference: more, and it names a regime or fills a column
MOST_MEMBERS = 256  # records of one party: a list with each alias apart has up to a hundred
# The UN gave one reference to two men more than once, and lists everybody only once.
ONE_RECORD_A_PARTY = frozenset({"un-sc"})
APART = frozenset({"different", "far"})  # levels of birth dates that cannot be one person's
DISTANT = frozenset({"close", "near_year", "same_year", "same_day_other_year", "range_wide"})

Dates = tuple[PartialDate, ...]
Link = tuple[int, ...]  # records that share a reference
Words = frozenset[int]


class Entry(Struct, frozen=True, kw_only=True):
    """What is compared of a record. ``names`` are the sounds of the words of each name.

    ``key`` orders the records, whatever the order in which they were read.
    """

    key: tuple[str, str]
    type: PartyType
    sex: Sex | None = None
    birth_dates: Dates = ()
    names: frozenset[Words] = frozenset()
    numbers: frozenset[int] = frozenset()


def one_party_groups(holders: Iterable[Link], entry: Callable[[int], Entry]) -> tuple[Link, ...]:
    """The groups of records that are one party, each ascending, in the order of their firsts.

    Args:
        holders: for each reference the numbers of the records that share it.
        entry: what is compared of the record with a number.
    """
    shared = {tuple(sorted(set(some))) for some in holders}
    links = [some for some in shared if 1 < len(some) <= MOST_HOLDERS]
    groups = [group for linked in _connected(links) for group in _groups_in(linked, entry)]
    return tuple(sorted(groups))


def _connected(links: list[Link]) -> list[list[Link]]:
    """The links that hang together: each lot is looked at by itself, however many there are."""
    root = {number: number for some in links for number in some}

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for first, *others in links:
        for number in others:
            root[find(number)] = find(first)
    lots: dict[int, list[Link]] = {}
    for some in links:
        lots.setdefault(find(some[0]), []).append(some)
    return list(lots.values())


def _groups_in(links: list[Link], entry: Callable[[int], Entry]) -> Iterator[Link]:
    """The groups among the records of these links, whatever the order of either."""
    entries = {number: entry(number) for some in links for number in some}
    numbers = sorted(entries, key=lambda number: entries[number].key)
    place = {number: at for at, number in enumerate(numbers)}
    placed = sorted(tuple(sorted(place[number] for number in some)) for some in links)
    parties = [_Party.of(at, entries[number]) for at, number in enumerate(numbers)]
    for agrees in (_agree_in_both, _agree_in_one):  # the surest links first
        for some in placed:
            _join_all(some, parties, agrees)
    for members in {id(party): party.members for party in parties}.values():
        if len(members) > 1:
            yield tuple(sorted(numbers[at] for at in members))


def contradict(one: Entry, other: Entry) -> bool:
    """Whether two records cannot be one party."""
    return _Party.of(0, one).contradicts(_Party.of(1, other))


@dataclass(slots=True)
class _Party:
    """Records that are one party so far, and all that is told of them."""

    members: set[int]  # places of the records in the order of their keys
    types: set[PartyType]
    sexes: set[Sex]
    born: set[Dates]
    names: set[Words]
    numbers: set[int]
    once: set[str]  # sources of members that list everybody only once

    @classmethod
    def of(cls, place: int, entry: Entry) -> "_Party":
        """One record as a party."""
        return cls(
            members={place},
            types={entry.type} - {PartyType.UNKNOWN},
            sexes=set() if entry.sex is None else {entry.sex},
            born={entry.birth_dates} if entry.birth_dates else set(),
            names=set(filter(None, entry.names)),
            numbers=set(entry.numbers),
            once={entry.key[0]} & ONE_RECORD_A_PARTY,
        )

    def contradicts(self, other: "_Party") -> bool:
        """Whether any record of one cannot be any of the other."""
        return (
            len(self.types | other.types) > 1
            or len(self.sexes | other.sexes) > 1
            or not self.once.isdisjoint(other.once)
            or any(_levels(*dates) <= APART for dates in product(self.born, other.born))
        )

    def take_in(self, other: "_Party") -> None:
        """Make the records of the other this one's."""
        for told in self.__slots__:
            getattr(self, told).update(getattr(other, told))


Agreement = Callable[[_Party, _Party], bool]


def _join_all(some: Link, parties: list[_Party], agree: Agreement) -> None:
    """Join what can be joined of the records with one reference, until nothing more can.

    A record may agree with another only through what a third has told of both.
    """
    joined = True
    while joined:
        joined = False
        for one, other in combinations(some, 2):
            here, there = parties[one], parties[other]
            if here is not there and _can_join(here, there) and agree(here, there):
                joined = True
                large, small = sorted((here, there), key=lambda party: -len(party.members))
                large.take_in(small)
                for place in small.members:
                    parties[place] = large


def _can_join(one: _Party, other: _Party) -> bool:
    return len(one.members) + len(other.members) <= MOST_MEMBERS and not one.contradicts(other)


def _agree_in_both(one: _Party, other: _Party) -> bool:
    return _born_alike(one, other) and _named_alike(one, other)


def _agree_in_one(one: _Party, other: _Party) -> bool:
    """Whether birth dates, a number or names agree: one of two men has no birth date to differ."""
    return (
        _born_alike(one, other)
        or not one.numbers.isdisjoint(other.numbers)
        or _named_alike(one, other)
    )


def _born_alike(one: _Party, other: _Party) -> bool:
    return any(not _levels(*dates) <= APART | DISTANT for dates in product(one.born, other.born))


def _named_alike(one: _Party, other: _Party) -> bool:
    """Whether a name is the same, or two share enough of their words.

    For persons half of the shorter name is enough. Firms must share more than half of the longer
    one: five trading corporations and banks were given one reference by mistake.
    """
    if not one.names.isdisjoint(other.names):
        return True
    pairs = product(one.names, other.names)
    if PartyType.PERSON in one.types | other.types:
        return any(2 * len(a & b) >= min(len(a), len(b)) for a, b in pairs)
    return any(2 * len(a & b) > max(len(a), len(b)) for a, b in pairs)


def _levels(here: Dates, there: Dates) -> set[str]:
    """Every way in which two records' birth dates agree or differ."""
    return {compare_dates(one, other) for one, other in product(here, there)}
