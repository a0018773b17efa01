"""Under which keys records meet: each scheme gives keys and the records that have them.

A pair of records is looked at if any key of any scheme is equal. No scheme decides anything.
"""

from collections.abc import Callable, Iterator

import numpy as np
from msgspec import Struct

from tamiz.links.resolve.arrays import Hashes, Ints, distinct, mixed
from tamiz.links.resolve.incidence import FIRST, Incidence, Keys, either_order, unordered
from tamiz.links.resolve.people import EMAIL, HANDLE, NUMBER, PHONE, People
from tamiz.links.resolve.place_blocks import by_address, by_address_and_day, by_address_and_name

CAP_VALUE, CAP_DATE, CAP_NAME = 50, 60, 16  # records under one key: more than that are not paired


class Scheme(Struct, frozen=True):
    """A way of meeting; blocks of more than ``most`` records are left out, and counted."""

    name: str
    most: int
    read: Callable[..., Keys]


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
    return Keys(mixed(met.keys, either_order(born)), met.rows)


def _by_edges(incidence: Incidence, *, every: bool = False) -> Keys:  # noqa: ARG001
    """The same days with the outer sounds of two words, but one: both words may be mistyped."""
    rows, left, right = incidence.pairs
    edges = incidence.people.vocabulary.edges[incidence.words].astype(np.uint64)
    found: list[Keys] = []
    for one, other in ((left, right), (right, left)):  # one after the other: here memory is highest
        both = mixed(edges[one], edges[other] & FIRST)
        met, born = incidence.with_days(Keys(both, rows))
        found.append(Keys(mixed(met.keys, either_order(born)), met.rows))
    return Keys(
        np.concatenate([one.keys for one in found]), np.concatenate([one.rows for one in found])
    )


def _by_year(step: Callable[[Ints], Ints]) -> Callable[[Incidence], Keys]:
    def read(incidence: Incidence, *, every: bool = False) -> Keys:  # noqa: ARG001
        met, born = incidence.telling
        return Keys(mixed(met.keys, born % 512 + step(born // 512) * 512), met.rows)

    return read


def _by_names(incidence: Incidence, *, every: bool = False) -> Keys:  # noqa: ARG001
    """Two words as they sound, whatever the birth date."""
    rows, left, right = incidence.pairs
    bones = incidence.people.vocabulary.bones
    return Keys(unordered(bones[incidence.words[left]], bones[incidence.words[right]]), rows)


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
    Scheme("address", CAP_NAME, by_address),
    Scheme("address_day", CAP_DATE, by_address_and_day),
    Scheme("address_name", CAP_NAME, by_address_and_name),
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
