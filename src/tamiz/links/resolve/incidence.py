"""Which words and days each record has, and the keys that are made of them."""

from functools import cached_property

import numpy as np
from msgspec import Struct

from tamiz.links.resolve.arrays import Hashes, Ints, distinct, mixed
from tamiz.links.resolve.people import People

# A word that more records have than this finds too many strangers by itself: it is taken together
# with the outer sounds of a second one.
RARE_BITS = 8.0
FIRST = np.uint64(0xFF)  # of the two outer consonants of a word
MOST_WORDS = 12  # of all names of a record that are paired with each other


class Keys(Struct, frozen=True):
    """Keys of a scheme and the record of each."""

    keys: Hashes
    rows: Ints


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


def either_order(born: Ints) -> Ints:
    """The same number for a day with day and month exchanged."""
    day, month, year = born % 32, born // 32 % 16, born // 512
    found: Ints = year * 1024 + np.minimum(day, month) * 32 + np.maximum(day, month)
    return found


def unordered(one: Hashes, other: Hashes) -> Hashes:
    """The same key for two, whichever comes first."""
    return mixed(np.minimum(one, other), np.maximum(one, other))
