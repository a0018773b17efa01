"""Under which keys records meet: each scheme gives keys and the records that have them.

A pair of records is looked at if any key of any scheme is equal. No scheme decides anything.
"""

from collections.abc import Callable, Iterator
from functools import cached_property

import numpy as np
from msgspec import Struct

from tamiz.links.resolve.arrays import Hashes, Ints, distinct, mixed
from tamiz.links.resolve.people import ADDRESS, EMAIL, HANDLE, NUMBER, PHONE, People

# A word that more records have than this finds too many strangers by itself: it is taken together
# with the outer sounds of a second one.
RARE_BITS = 8.0
ADDRESS_SHARE, FEW = 0.002, 20  # a word of an address that more records have finds too many
FIRST = np.uint64(0xFF)  # of the two outer consonants of a word
MOST_WORDS = 12  # of all names of a record that are paired with each other
ADDRESS_WORDS = 4  # a word is taken together with the three that follow it
CAP_VALUE, CAP_DATE, CAP_NAME = 50, 60, 16  # records under one key: more than that are not paired


class Keys(Struct, frozen=True):
    """Keys of a scheme and the record of each."""

    keys: Hashes
    rows: Ints


class Scheme(Struct, frozen=True):
    """A way of meeting; blocks of more than ``most`` records are left out, and counted."""

    name: str
    most: int
    read: Callable[..., Keys]


class Incidence:
    """Which words and days each record has: what all schemes but those of values are made of."""

    def __init__(self, people: People) -> None:
        self.people = people
        names, words = people.names, people.vocabulary
        owners = np.repeat(np.arange(len(people)), np.diff(people.name_start))
        used = names >= 0
        owner = np.broadcast_to(owners[:, None], names.shape)[used]
        pair = distinct(owner.astype(np.int64) * max(len(words.texts), 1) + names[used])
        rows, found = np.divmod(pair, max(len(words.texts), 1))
        start = np.searchsorted(rows, np.arange(len(people) + 1))
        kept = np.arange(len(rows)) - start[rows] < MOST_WORDS
        self.rows, self.words = rows[kept], found[kept]
        births = people.births.astype(np.int64)
        full = (births % 32 > 0) & (births // 32 % 16 > 0)
        dated = np.repeat(np.arange(len(people)), np.diff(people.birth_start))[full]
        self.born, self.dated = births[full], dated

    @cached_property
    def pairs(self) -> tuple[Ints, Ints, Ints]:
        """Every two words of one record: its row, and where both stand in ``words``."""
        found: list[tuple[Ints, Ints]] = []
        for apart in range(1, MOST_WORDS):
            first = np.flatnonzero(self.rows[apart:] == self.rows[:-apart])
            if not len(first):
                break
            found.append((first, first + apart))
        left = np.concatenate([one for one, _ in found] or [np.zeros(0, dtype=np.int64)])
        right = np.concatenate([other for _, other in found] or [np.zeros(0, dtype=np.int64)])
        return self.rows[left], left, right

    @cached_property
    def telling(self) -> tuple[Keys, Ints]:
        """Rare words by themselves, common ones with the outer sounds of another; with each day."""
        words = self.people.vocabulary
        bones, edges = words.bones[self.words], words.edges[self.words]
        rare = words.sound_bits[self.words] >= RARE_BITS
        rows, left, right = self.pairs
        keys, owners = [bones[rare]], [self.rows[rare]]
        for one, other in ((left, right), (right, left)):
            common = ~rare[one]
            keys.append(mixed(bones[one[common]], edges[other[common]]))
            owners.append(rows[common])
        return self.with_days(Keys(np.concatenate(keys), np.concatenate(owners)))

    def with_days(self, words: Keys) -> tuple[Keys, Ints]:
        """Each word key of a dated record, with each of its days."""
        first = np.searchsorted(self.dated, np.arange(len(self.people) + 1))
        days = np.diff(first)
        keys, rows, born = [words.keys[:0]], [words.rows[:0]], [self.born[:0]]
        for at in range(int(days.max(initial=0))):
            has = np.flatnonzero(days[words.rows] > at)
            keys.append(words.keys[has])
            rows.append(words.rows[has])
            born.append(self.born[first[rows[-1]] + at])
        return Keys(np.concatenate(keys), np.concatenate(rows)), np.concatenate(born)


def _unordered(one: Hashes, other: Hashes) -> Hashes:
    return mixed(np.minimum(one, other), np.maximum(one, other))


def _by_value(kind: str) -> Callable[[Incidence], Keys]:
    def read(incidence: Incidence, *, every: bool = False) -> Keys:
        """``every``: also the keys that nobody else in the file has."""
        bag = incidence.people.bags[kind]
        if every:
            return Keys(bag.values, bag.owners)
        many = bag.count > 1
        return Keys(bag.values[many], bag.owners[many])

    return read


def _by_day(incidence: Incidence, *, every: bool = False) -> Keys:  # noqa: ARG001
    """The day, day and month in either order, with any word in its broadest outline."""
    words = Keys(incidence.people.vocabulary.outline[incidence.words], incidence.rows)
    met, born = incidence.with_days(words)
    return Keys(mixed(met.keys, _either_order(born)), met.rows)


def _by_edges(incidence: Incidence, *, every: bool = False) -> Keys:  # noqa: ARG001
    """The same days with the outer sounds of two words, but one: both words may be mistyped."""
    rows, left, right = incidence.pairs
    edges = incidence.people.vocabulary.edges[incidence.words].astype(np.uint64)
    both = [
        mixed(edges[one], edges[other] & FIRST) for one, other in ((left, right), (right, left))
    ]
    met, born = incidence.with_days(Keys(np.concatenate(both), np.tile(rows, 2)))
    return Keys(mixed(met.keys, _either_order(born)), met.rows)


def _either_order(born: Ints) -> Ints:
    """The same number for a day with day and month exchanged."""
    day, month, year = born % 32, born // 32 % 16, born // 512
    found: Ints = year * 1024 + np.minimum(day, month) * 32 + np.maximum(day, month)
    return found


def _by_year(step: Callable[[Ints], Ints]) -> Callable[[Incidence], Keys]:
    def read(incidence: Incidence, *, every: bool = False) -> Keys:  # noqa: ARG001
        met, born = incidence.telling
        return Keys(mixed(met.keys, born % 512 + step(born // 512) * 512), met.rows)

    return read


def _by_names(incidence: Incidence, *, every: bool = False) -> Keys:  # noqa: ARG001
    """Two words as they sound, whatever the birth date."""
    rows, left, right = incidence.pairs
    bones = incidence.people.vocabulary.bones
    return Keys(_unordered(bones[incidence.words[left]], bones[incidence.words[right]]), rows)


def _by_address(incidence: Incidence, *, every: bool = False) -> Keys:  # noqa: ARG001
    """Two rare words of an address: a street and its town."""
    people = incidence.people
    bag = people.bags[ADDRESS]
    most = max(people.population * ADDRESS_SHARE, FEW)
    rare = bag.count <= most
    values, rows = bag.values[rare], bag.owners[rare]
    found = [Keys(values[:0], rows[:0])]
    for apart in range(1, ADDRESS_WORDS):
        first = np.flatnonzero(rows[apart:] == rows[:-apart])
        found.append(Keys(_unordered(values[first], values[first + apart]), rows[first]))
    return Keys(
        np.concatenate([each.keys for each in found]), np.concatenate([each.rows for each in found])
    )


SCHEMES: tuple[Scheme, ...] = (
    Scheme("number", CAP_VALUE, _by_value(NUMBER)),
    Scheme("phone", CAP_VALUE, _by_value(PHONE)),
    Scheme("email", CAP_VALUE, _by_value(EMAIL)),
    Scheme("handle", CAP_VALUE, _by_value(HANDLE)),
    Scheme("day", CAP_DATE, _by_day),
    Scheme("edges", CAP_DATE, _by_edges),
    Scheme("decade", CAP_DATE, _by_year(lambda year: year % 10)),
    Scheme("year_even", CAP_DATE, _by_year(lambda year: year // 2)),
    Scheme("year_odd", CAP_DATE, _by_year(lambda year: (year + 1) // 2)),
    Scheme("address", CAP_NAME, _by_address),
    Scheme("names", CAP_NAME, _by_names),
)


class Block(Struct, frozen=True):
    """What became of a scheme: pairs found; blocks and records that were too many to pair."""

    scheme: str
    pairs: int
    too_large: int
    left_out: int


def candidates(people: People) -> tuple[Ints, Ints, tuple[Block, ...]]:
    """Every pair that meets, the lower row first, each once; and what was left out."""
    incidence = Incidence(people)
    found: list[Ints] = []
    report: list[Block] = []
    for scheme in SCHEMES:
        pairs, too_large, left_out = paired(scheme.read(incidence), scheme.most, len(people))
        found.append(pairs)
        report.append(Block(scheme.name, len(pairs), too_large, left_out))
    keys = distinct(np.concatenate(found))
    left, right = np.divmod(keys, max(len(people), 1))
    return left, right, tuple(report)


def paired(met: Keys, most: int, records: int) -> tuple[Ints, int, int]:
    """The pairs under equal keys, as left * records + right; blocks left out, and their records."""
    keys, rows = _sorted_together(met, records)
    new = np.ones(len(keys), dtype=np.bool_)
    new[1:] = keys[1:] != keys[:-1]
    first = np.flatnonzero(new)
    sizes = np.diff(np.append(first, len(keys)))
    large = sizes > most
    kept = (sizes > 1) & ~large
    ends = np.repeat(first[kept] + sizes[kept], sizes[kept])
    at = np.repeat(first[kept] - (np.cumsum(sizes[kept]) - sizes[kept]), sizes[kept])
    at = at + np.arange(len(at))
    found = list(_offsets(rows, at, ends, most, records))
    pairs = np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
    return pairs, int(large.sum()), int(sizes[large].sum())


def _sorted_together(met: Keys, records: int) -> tuple[Hashes, Ints]:
    """Keys, and rows, in the order of keys: both in one number, which is sorted much faster.

    So 40 bits and more are left of a key: two that fall together make candidates, and no harm.
    """
    low = np.uint64(max(records - 1, 1).bit_length())
    both = mixed(met.keys) >> low << low | met.rows.astype(np.uint64)
    both.sort()
    keys = both >> low
    return keys, (both - (keys << low)).astype(np.int64)


def _offsets(rows: Ints, at: Ints, ends: Ints, most: int, records: int) -> Iterator[Ints]:
    for apart in range(1, most):
        inside = at + apart < ends
        at, ends = at[inside], ends[inside]
        if not len(at):
            return
        one, other = rows[at], rows[at + apart]
        unlike = one != other
        one, other = one[unlike], other[unlike]
        yield np.minimum(one, other) * records + np.maximum(one, other)
