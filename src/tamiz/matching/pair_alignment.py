"""Pairs the words of two people's names, with no index: which of them may be the same."""

from collections.abc import Iterator
from itertools import product

from tamiz.matching.align import Alignment, Pair, pair_off
from tamiz.matching.levels import Level
from tamiz.matching.pair_sides import INITIAL_BITS, PersonSide
from tamiz.matching.pair_words import compare_words
from tamiz.normalise.keys import sound

MANDARIN_APART = 0.15  # pinyin and Wade-Giles leave so much open
SAME_ROLE = 0.01  # bits by which, of equal agreements, the one in the same role goes first
SHORTEST_CUT = 2  # letters left of a word that was cut off
MOST_INITIALS = 3
_JOINING = frozenset({Level.EXACT, Level.SOUND, Level.BONES, Level.ONE_EDIT, Level.TWO_EDITS})
_VOWELS = frozenset("aeiouy")


def align_people(here: PersonSide, there: PersonSide) -> Alignment:
    """The words of two names in pairs, best agreement first."""
    return pair_off(_possible(here, there), len(here.words), len(there.words))


def _possible(here: PersonSide, there: PersonSide) -> Iterator[Pair]:
    """Every pair of words, single or joined, that may be the same."""
    for at, other in product(range(len(here.words)), range(len(there.words))):
        if found := _single(here, there, at, other):
            level, apart = found
            bits = (here.bits[at] + there.bits[other]) / 2 * (1 - apart)
            same_role = here.roles[at] is there.roles[other]
            yield Pair((at,), (other,), level, bits + same_role * SAME_ROLE)
    yield from _joined(here, there)
    for pair in _joined(there, here):
        yield Pair(pair.there, pair.here, pair.level, pair.bits)


def _single(here: PersonSide, there: PersonSide, at: int, other: int) -> tuple[Level, float] | None:
    """How two words agree; None if they differ."""
    one, two = here.words[at], there.words[other]
    if one != two and (here.is_initial(at) or there.is_initial(other)):
        return (Level.INITIAL, 0.0) if _begin_alike(one, two) else None
    likeness = compare_words(one, two)
    if likeness.level is not None:
        return likeness.level, likeness.apart
    if (here.is_cut(at) and _begins(two, one)) or (there.is_cut(other) and _begins(one, two)):
        return Level.INITIAL, 0.0
    if here.mandarin and there.mandarin and here.mandarin[at] == there.mandarin[other]:
        return Level.OUTLINE, MANDARIN_APART
    return None


def _begins(whole: str, cut: str) -> bool:
    """Whether a word is the beginning of another."""
    return len(cut) >= SHORTEST_CUT and whole.startswith(cut)


def _begin_alike(one: str, other: str) -> bool:
    """Whether a word begins with the other, as written or as heard: Ю. for Yurii."""
    heard, other_heard = sound(one), sound(other)
    return one[:1] == other[:1] or heard.startswith(other_heard) or other_heard.startswith(heard)


def _joined(here: PersonSide, there: PersonSide) -> Iterator[Pair]:
    """Words of ``here`` that are one word of ``there``: run together, or its initials."""
    for run, text in here.runs():
        members = [here.words[at] for at in run]
        for at, word in enumerate(there.words):
            bits = max(there.bits[at], sum(here.bits[at] for at in run))
            if _are_initials(word, members):
                yield Pair(run, (at,), Level.INITIAL, INITIAL_BITS * len(word))
            elif _is_join(text, members, word):
                yield Pair(run, (at,), Level.JOINED, bits * (1 - compare_words(text, word).apart))


def _is_join(text: str, members: list[str], word: str) -> bool:
    """Whether some words written as one are a word that none of them is by itself."""
    return (
        len(word) > max(map(len, members)) + 1
        and compare_words(text, word).level in _JOINING
        and all(compare_words(member, word).level is None for member in members)
    )


def _are_initials(word: str, words: list[str]) -> bool:
    """Whether a word without vowels is the first letters of some words: JC for Jean Claude."""
    return (
        len(word) == len(words) <= MOST_INITIALS
        and all(len(other) > 1 for other in words)
        and _VOWELS.isdisjoint(word)
        and word == "".join(other[0] for other in words)
    )
