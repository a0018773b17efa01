"""Pairs the words of two names, best agreement first, and says what is left over."""

from collections.abc import Iterable

from msgspec import Struct

from tamiz.matching.index import ListedName
from tamiz.matching.levels import Level
from tamiz.matching.query import Query
from tamiz.model import Role

FAMILY_ROLES = frozenset({Role.FAMILY, Role.PATERNAL, Role.MATERNAL})


class Pair(Struct, frozen=True):
    """Words ``here`` of the subject's name that agree with words ``there`` of the listed one."""

    here: tuple[int, ...]
    there: tuple[int, ...]
    level: Level
    bits: float


class Alignment(Struct, frozen=True):
    """The pairs in the subject's order, and the words that found no partner on each side."""

    pairs: tuple[Pair, ...]
    left_here: tuple[int, ...]
    left_there: tuple[int, ...]


def align(query: Query, listed: ListedName, first_letters: list[str]) -> Alignment:
    """Pair the words greedily by bits; ties go to the earlier words.

    Args:
        query: the prepared name of the subject.
        listed: the listed name.
        first_letters: the first letter of each listed word, for initials.
    """
    possible = _possible(query, listed, first_letters)
    return pair_off(possible, len(query.near), len(listed.words))


def pair_off(possible: Iterable[Pair], here: int, there: int) -> Alignment:
    """The best of the possible pairs, no word in two; ``here`` and ``there`` count the words."""
    taken_here: set[int] = set()
    taken_there: set[int] = set()
    pairs: list[Pair] = []
    for pair in sorted(possible, key=_best_first):
        if taken_here.isdisjoint(pair.here) and taken_there.isdisjoint(pair.there):
            taken_here.update(pair.here)
            taken_there.update(pair.there)
            pairs.append(pair)
    return Alignment(
        tuple(sorted(pairs, key=lambda pair: pair.here)),
        tuple(at for at in range(here) if at not in taken_here),
        tuple(at for at in range(there) if at not in taken_there),
    )


def _best_first(pair: Pair) -> tuple[float, tuple[int, ...], tuple[int, ...]]:
    return -pair.bits, pair.here, pair.there


def _possible(query: Query, listed: ListedName, first_letters: list[str]) -> list[Pair]:
    """Every pair of words, single or joined, that may be the same."""
    found: list[Pair] = []
    for there, word in enumerate(listed.words):
        for here, near in enumerate(query.near):
            agreement = near.get(word)
            if agreement is not None:
                found.append(Pair((here,), (there,), agreement[1], agreement[0]))
            elif query.parsed.words[here].text == first_letters[there]:
                found.append(Pair((here,), (there,), Level.INITIAL, query.initial_bits))
        found.extend(
            Pair(tuple(range(join.first, join.last + 1)), (there,), Level.JOINED, join.bits)
            for join in query.joined_here.get(word, ())
        )
    found.extend(
        Pair(
            (join.first,),
            tuple(range(join.other_first, join.other_last + 1)),
            Level.JOINED,
            join.bits,
        )
        for join in query.joined_there(listed.number)
    )
    return found
