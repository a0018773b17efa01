"""Compares two names of organisations, with no index: what their words and legal forms state."""

import re
from collections.abc import Iterator

from tamiz.matching.align import Alignment, Pair, pair_off
from tamiz.matching.levels import Level
from tamiz.matching.pair_sides import information
from tamiz.matching.pair_statements import Statement
from tamiz.matching.pair_words import compare_words
from tamiz.normalise.organisations import (
    OrganisationName,
    OrganisationWord,
    Sort,
    names_in,
    organisation_word,
    read_organisation,
)

# Bits that a word of each sort tells; a word that names something, by how rare it is.
BITS = {Sort.KIND: 5.0, Sort.TRADE: 4.0, Sort.PLACE: 5.0, Sort.NUMBER: 5.0}
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 6
ACRONYM_BITS = 3.0  # of each letter
LONGEST_RUN = 3  # words written as one
SHORT = 4  # letters: of so short a name of a firm every letter counts
SHORTEST_STEM = 4
_ADJECTIVE = re.compile("(?:sk|n|ov)(?:ii|yi|yy|y|iy|i|oi|aia|aya|a|oe|e|ogo|oho|oi)$")
_JOINING = frozenset({Level.EXACT, Level.SOUND, Level.ONE_EDIT})
# Which sort is named where two words of different sorts stand in one place.
_TELLING = (Sort.NUMBER, Sort.NAME, Sort.KIND, Sort.PLACE, Sort.TRADE)


class OrganisationSide:
    """The words of an organisation's name, and what each tells."""

    def __init__(self, name: OrganisationName) -> None:
        self.words, self.forms = name.words, name.forms
        self.bits = tuple(map(_bits, name.words))
        self.total = max(sum(self.bits), 1.0)

    def text(self, positions: tuple[int, ...]) -> str:
        """Some of the words."""
        return " ".join(self.words[at].text for at in positions)

    def share(self, positions: tuple[int, ...]) -> float:
        """The part of what the whole name tells that some of its words tell."""
        return sum(self.bits[at] for at in positions) / self.total


def _bits(word: OrganisationWord) -> float:
    return BITS.get(word.sort) or min(information(word.text), 3.5 * len(word.text))


def compare_organisation_names(one: str, other: str) -> list[Statement]:
    """What the two names state; of several that a text gives, those that differ least.

    Empty if a name has no words.
    """
    found = [
        compare_organisations(OrganisationSide(here), OrganisationSide(there))
        for here in map(read_organisation, names_in(one))
        for there in map(read_organisation, names_in(other))
        if here.words and there.words
    ]
    return min(found, key=_differing, default=[])


def _differing(statements: list[Statement]) -> int:
    """How many words differ or stand alone."""
    return sum(statement.code.startswith(_AGAINST) for statement in statements)


_AGAINST = ("pair.conflict", "pair.extra")


def compare_organisations(here: OrganisationSide, there: OrganisationSide) -> list[Statement]:
    """All that two names of organisations state."""
    alignment = pair_off(_possible(here, there), len(here.words), len(there.words))
    statements = [_agreement(pair, here, there) for pair in alignment.pairs]
    statements += _left_over(alignment, here, there)
    return statements + _forms(here, there)


def _possible(here: OrganisationSide, there: OrganisationSide) -> Iterator[Pair]:
    for at, one in enumerate(here.words):
        for other_at, other in enumerate(there.words):
            if found := _single(one, other):
                level, apart = found
                bits = (here.bits[at] + there.bits[other_at]) / 2 * (1 - apart)
                yield Pair((at,), (other_at,), level, bits)
    yield from _joined(here, there)
    for pair in _joined(there, here):
        yield Pair(pair.there, pair.here, pair.level, pair.bits)


def _single(one: OrganisationWord, other: OrganisationWord) -> tuple[Level, float] | None:
    """How two words agree; None if they differ. Numbers and words with a meaning never nearly."""
    if one.text == other.text:
        return Level.EXACT, 0.0
    if one.meaning == other.meaning or _are_of_one_stem(one.text, other.text):
        return Level.FORM, 0.0
    if Sort.NUMBER in {one.sort, other.sort} or one.sort is not other.sort:
        return None
    likeness = compare_words(one.text, other.text)
    if likeness.level in {None, Level.FORM}:
        return None
    return (likeness.level or Level.EXACT), likeness.apart


def _are_of_one_stem(one: str, other: str) -> bool:
    """Whether a word is the Slavic adjective of the other: Murom and Muromskii."""
    stems = [_ADJECTIVE.sub("", word) for word in (one, other)]
    return stems[0] == stems[1] and len(stems[0]) >= SHORTEST_STEM


def _joined(here: OrganisationSide, there: OrganisationSide) -> Iterator[Pair]:
    """Words of ``here`` that are one word of ``there``: run together, or its first letters."""
    count = len(here.words)
    for first in range(count):
        for last in range(first + 1, min(count, first + LONGEST_ACRONYM)):
            run = tuple(range(first, last + 1))
            if any(here.words[at].sort is Sort.NUMBER for at in run):
                break  # a number is compared by itself
            joined = "".join(here.words[at].text for at in run)
            letters = "".join(here.words[at].text[0] for at in run)
            for at, word in enumerate(there.words):
                if word.sort is Sort.NAME and word.text == letters and joined != letters:
                    yield Pair(run, (at,), Level.ACRONYM, ACRONYM_BITS * len(letters))
                elif len(run) <= LONGEST_RUN and _is_join(
                    joined, word, len(here.words[first].text)
                ):
                    yield Pair(run, (at,), Level.JOINED, max(sum(here.bits[i] for i in run), 1.0))


def _is_join(joined: str, word: OrganisationWord, first: int) -> bool:
    """Whether words written as one are another word, or mean the same."""
    if word.sort is not Sort.NAME:
        return word.meaning == organisation_word(joined).meaning
    return len(word.text) > first + 1 and compare_words(joined, word.text).level in _JOINING


def _agreement(pair: Pair, here: OrganisationSide, there: OrganisationSide) -> Statement:
    one, other = here.text(pair.here), there.text(pair.there)
    features = [("agreed", (here.share(pair.here) + there.share(pair.there)) / 2)]
    if pair.level not in {Level.JOINED, Level.ACRONYM, Level.EXACT}:
        features.append((f"word_{pair.level}", 1.0))
        if pair.level is not Level.FORM:
            features.append(("apart", compare_words(one, other).apart))
            features.append((f"typo_{here.words[pair.here[0]].sort}", 1.0))
            if min(len(one), len(other)) <= SHORT:
                features.append(("typo_short", 1.0))
    elif pair.level is not Level.EXACT:
        features.append((f"word_{pair.level}", 1.0))
    code = f"pair.word.{pair.level}"
    return Statement(feature="name", code=code, here=one, there=other, features=tuple(features))


def _left_over(
    alignment: Alignment, here: OrganisationSide, there: OrganisationSide
) -> list[Statement]:
    """Words that differ, and words that only one side has."""
    left, right = list(alignment.left_here), list(alignment.left_there)
    rivals = sorted(
        (
            here.words[at].sort is not there.words[other].sort,
            compare_words(here.words[at].text, there.words[other].text).apart,
            at,
            other,
        )
        for at in left
        for other in right
    )
    found = []
    for differ, apart, at, other in rivals:
        numbers = Sort.NUMBER in {here.words[at].sort, there.words[other].sort}
        if at in left and other in right and not (differ and numbers):
            left.remove(at)
            right.remove(other)
            found.append(_conflict(at, other, apart, here, there))
    found += [_extra(at, here, listed=False) for at in left]
    found += [_extra(at, there, listed=True) for at in right]
    return found


def _conflict(
    at: int, other: int, apart: float, here: OrganisationSide, there: OrganisationSide
) -> Statement:
    one, two = here.words[at], there.words[other]
    sort = next(sort for sort in _TELLING if sort in {one.sort, two.sort})
    share = (here.share((at,)) + there.share((other,))) / 2
    features = ((f"conflict_{sort}", 1.0), ("conflict_share", share), ("conflict_apart", apart))
    return Statement(
        feature="name", code=f"pair.conflict_{sort}", here=one.text, there=two.text,
        features=features,
    )  # fmt: skip


def _extra(at: int, side: OrganisationSide, *, listed: bool) -> Statement:
    word = side.words[at]
    kind = "extra_aside" if word.aside and word.sort is not Sort.NUMBER else f"extra_{word.sort}"
    features = ((kind, 1.0), ("extra_share", side.share((at,))))
    return Statement(
        feature="name",
        code="pair.extra_right" if listed else "pair.extra_left",
        here="" if listed else word.text,
        there=word.text if listed else "",
        features=features,
    )


NEUTRAL = frozenset({"company", "vessel"})  # forms that say little: Inc, Co, MV


def _forms(here: OrganisationSide, there: OrganisationSide) -> list[Statement]:
    """Whether the legal forms correspond."""
    one, other = set(here.forms) - NEUTRAL, set(there.forms) - NEUTRAL
    if not one and not other:
        return []
    kind = "same" if one & other else "different" if one and other else "missing"
    return [
        Statement(
            feature="name", code=f"pair.form_{kind}", here=", ".join(here.forms),
            there=", ".join(there.forms), features=((f"form_{kind}", 1.0),),
        )
    ]  # fmt: skip
