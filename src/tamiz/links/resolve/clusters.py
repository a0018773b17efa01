"""From pairs to persons, so that one wrong link cannot chain two people together.

Links are taken from the strongest on. A link that would join two groups of which any two members
contradict each other (birth dates that cannot be one, two sexes, two numbers of one register) is
refused, and told. So a chain is cut where it is weakest.
"""

from array import array
from collections.abc import Callable, Iterator
from enum import StrEnum

import numpy as np
from msgspec import Struct

from tamiz.links.resolve.arrays import Flags, Ints
from tamiz.links.resolve.births import OTHER_BIRTHS, compare_births
from tamiz.links.resolve.engine import Pairs
from tamiz.links.resolve.people import NUMBER, People
from tamiz.links.resolve.values import ANOTHER_REGISTERED, compare_values

MOST_MEMBERS = 50  # of a cluster: nobody applies more often; more is a value that many share


class Reason(StrEnum):
    """Why a link was refused."""

    BIRTH_DATE = "birth_date"
    SEX = "sex"
    REGISTER = "register"
    TOO_MANY = "too_many"


class Link(Struct, frozen=True):
    """Two rows and the bits that tie them."""

    left: int
    right: int
    bits: float


class Cut(Struct, frozen=True):
    """A link that was refused because ``first`` and ``second`` cannot be one person."""

    link: Link
    reason: Reason
    first: int
    second: int


class Cluster(Struct, frozen=True):
    """Records of one person, sorted; the weakest of the links that hold them; what was cut off."""

    members: tuple[int, ...]
    weakest: Link
    cuts: tuple[Cut, ...] = ()


def clusters(people: People, pairs: Pairs) -> tuple[Cluster, ...]:
    """The clusters of two members and more, in the order of their first member.

    Args:
        people: the file.
        pairs: the links that are taken for true (``Pairs.matches()``).
    """
    groups = _Groups(people)
    for at in np.argsort(-pairs.bits, kind="stable").tolist():
        groups.tie(Link(int(pairs.left[at]), int(pairs.right[at]), float(pairs.bits[at])))
    return groups.clusters()


class _Groups:
    """Groups of records so far."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._group: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._weakest: dict[int, Link] = {}
        self._cuts: list[Cut] = []
        self._sex = people.sex.tobytes()
        self._birth_start = array("q", people.birth_start.tobytes())
        self._births_told = array("i", people.births.tobytes())
        self._has_registers = bool(people.registers.any())

    def tie(self, link: Link) -> None:
        one, other = self._of(link.left), self._of(link.right)
        if one == other:
            return
        cut = self._contradiction(link, self._members[one], self._members[other])
        if cut is not None:
            self._cuts.append(cut)
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        moved = self._members.pop(other)
        self._weakest.pop(other, None)
        self._members[one].extend(moved)
        self._weakest[one] = link  # links come from the strongest on
        self._group.update(dict.fromkeys(moved, one))

    def clusters(self) -> tuple[Cluster, ...]:
        """What was found."""
        cuts: dict[int, list[Cut]] = {}
        for cut in self._cuts:
            for row in {self._group[cut.link.left], self._group[cut.link.right]}:
                cuts.setdefault(row, []).append(cut)
        found = [
            Cluster(tuple(sorted(members)), self._weakest[group], tuple(cuts.get(group, ())))
            for group, members in self._members.items()
            if len(members) > 1
        ]
        return tuple(sorted(found, key=lambda each: each.members))

    def _of(self, row: int) -> int:
        group = self._group.setdefault(row, row)
        self._members.setdefault(group, [row])
        return group

    def _contradiction(self, link: Link, one: list[int], other: list[int]) -> Cut | None:
        if len(one) + len(other) > MOST_MEMBERS:
            return Cut(link, Reason.TOO_MANY, link.left, link.right)
        if len(one) == len(other) == 1:  # a pair by itself: its own evidence weighed what differs
            return None
        for reason, clashes in self._asked(one, other):
            left = np.repeat(np.array(one), len(other))
            right = np.tile(np.array(other), len(one))
            at = np.flatnonzero(clashes(left, right))
            if len(at):
                return Cut(link, reason, int(left[at[0]]), int(right[at[0]]))
        return None

    def _asked(
        self, one: list[int], other: list[int]
    ) -> Iterator[tuple[Reason, Callable[[Ints, Ints], Flags]]]:
        """What may contradict at all: most groups tell one sex and one birth date."""
        rows = (*one, *other)
        if len({self._sex[row] for row in rows} - {0}) > 1:
            yield Reason.SEX, self._sexes
        starts, days = self._birth_start, self._births_told
        if len({day for row in rows for day in days[starts[row] : starts[row + 1]]}) > 1:
            yield Reason.BIRTH_DATE, self._births
        if self._has_registers:
            yield Reason.REGISTER, self._registers

    def _sexes(self, left: Ints, right: Ints) -> Flags:
        one, other = self._people.sex[left], self._people.sex[right]
        return np.asarray((one > 0) & (other > 0) & (one != other))

    def _births(self, left: Ints, right: Ints) -> Flags:
        levels, _ = compare_births(self._people, left, self._people, right)
        return np.isin(levels, OTHER_BIRTHS)

    def _registers(self, left: Ints, right: Ints) -> Flags:
        levels, _ = compare_values(NUMBER, self._people, left, self._people, right)
        return np.asarray(levels == ANOTHER_REGISTERED)
