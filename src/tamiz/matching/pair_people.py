"""Compares two names of people, with no index: what their words state."""

from collections.abc import Iterator
from math import log2

from tamiz.matching.align import Alignment, Pair, pair_off
from tamiz.matching.levels import Level
from tamiz.matching.pair_statements import Statement
from tamiz.matching.pair_words import compare_words
from tamiz.matching.rarity import known
from tamiz.normalise.keys import joined_sound
from tamiz.normalise.names import ParsedName

LEAST_SIMILAR = 1e-6


def compare_person_names(here: ParsedName, there: ParsedName) -> list[Statement]:
    """All that two names of people state, word by word."""
    alignment = align_words(here, there)
    total = _information(here) + _information(there)
    statements = [_agreement(pair, here, there, total) for pair in alignment.pairs]
    statements += _left_over(alignment, here, there, total)
    return statements


def align_words(here: ParsedName, there: ParsedName) -> Alignment:
    """The words of two names in pairs, best agreement first."""
    return pair_off(_possible(here, there), len(here.words), len(there.words))


def information(word: str) -> float:
    """How much it tells, in bits, that somebody bears this word."""
    return 2.0 if len(word) == 1 else -log2(known().share(word))


def _possible(here: ParsedName, there: ParsedName) -> Iterator[Pair]:
    for at, one in enumerate(here.words):
        for other_at, other in enumerate(there.words):
            likeness = compare_words(one.text, other.text)
            level = likeness.level
            if 1 in {len(one.text), len(other.text)}:
                if one.text[:1] == other.text[:1]:
                    level = Level.INITIAL if one.text != other.text else Level.EXACT
                    yield Pair((at,), (other_at,), level, 2.0)
                continue
            if level is not None:
                bits = (information(one.text) + information(other.text)) / 2
                yield Pair((at,), (other_at,), level, bits * (1 - likeness.apart))
    yield from _joined(here, there, turned=False)
    yield from _joined(there, here, turned=True)


def _joined(here: ParsedName, there: ParsedName, *, turned: bool) -> Iterator[Pair]:
    """Words of ``here`` that are one word of ``there``."""
    for first, last, text in here.joins:
        for at, word in enumerate(there.words):
            if first < last and joined_sound(text) == joined_sound(word.text):
                words = tuple(range(first, last + 1))
                bits = information(word.text)
                pair = ((at,), words) if turned else (words, (at,))
                yield Pair(*pair, Level.JOINED, bits)


def _agreement(pair: Pair, here: ParsedName, there: ParsedName, total: float) -> Statement:
    one, other = text_of(here, pair.here), text_of(there, pair.there)
    share = (bits_of(here, pair.here) + bits_of(there, pair.there)) / total
    apart = 0.0
    if pair.level not in {Level.INITIAL, Level.JOINED}:
        apart = compare_words(one, other).apart
    return Statement(
        feature="name",
        code=f"name.word.{pair.level}",
        here=one,
        there=other,
        features=((f"word_{pair.level}", share), ("apart", apart), ("agreed", share)),
    )


def _left_over(
    alignment: Alignment, here: ParsedName, there: ParsedName, total: float
) -> list[Statement]:
    left, right = list(alignment.left_here), list(alignment.left_there)
    found = []
    rivals = sorted(
        (compare_words(here.words[at].text, there.words[other].text).apart, at, other)
        for at in left
        for other in right
    )
    for apart, at, other in rivals:
        if at in left and other in right:
            left.remove(at)
            right.remove(other)
            share = (bits_of(here, (at,)) + bits_of(there, (other,))) / total
            found.append(
                Statement(
                    feature="name",
                    code="name.conflict",
                    here=here.words[at].text,
                    there=there.words[other].text,
                    features=(
                        ("conflict", 1.0),
                        ("conflict_apart", apart),
                        ("conflict_share", share),
                    ),
                )
            )
    for side, ats, name in ((0, left, here), (1, right, there)):
        for at in ats:
            text = name.words[at].text
            share = bits_of(name, (at,)) / total
            found.append(
                Statement(
                    feature="name",
                    code=("name.extra_applicant", "name.extra_listed")[side],
                    here=text if side == 0 else "",
                    there=text if side == 1 else "",
                    features=(("extra", 1.0), ("extra_share", share)),
                )
            )
    return found


def text_of(name: ParsedName, positions: tuple[int, ...]) -> str:
    """Some words of a name."""
    return " ".join(name.words[at].text for at in positions)


def bits_of(name: ParsedName, positions: tuple[int, ...]) -> float:
    """What some words of a name tell together."""
    return sum(information(name.words[at].text) for at in positions)


def _information(name: ParsedName) -> float:
    return max(bits_of(name, tuple(range(len(name.words)))), 1.0)
