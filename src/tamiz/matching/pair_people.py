"""Compares two names of people, with no index: what their words state."""

from collections.abc import Iterator

from tamiz.matching.align import FAMILY_ROLES, Alignment, Pair, pair_off
from tamiz.matching.levels import Level
from tamiz.matching.name_kinds import is_given
from tamiz.matching.pair_order import order_of
from tamiz.matching.pair_sides import (
    INITIAL_BITS,
    SCRIPTS_WITHOUT_VOWELS,
    PersonSide,
)
from tamiz.matching.pair_statements import Features, Statement
from tamiz.matching.pair_words import Likeness, compare_words
from tamiz.model import Role
from tamiz.normalise.keys import sound
from tamiz.normalise.sexes import are_of_two_sexes, tells_sex_of
from tamiz.normalise.surnames import have_other_endings

UNSEEN_BITS = 17.0  # a word that tells more stands in no table of names
COMMON_BITS = 3.5  # told less than unseen: a word so common is surely a name of its own
ENOUGH_BITS = 20.0  # agreement on more than this is no longer weak: one in a million bears it
MANDARIN_APART = 0.15  # pinyin and Wade-Giles leave so much open
_JOINING = frozenset({Level.EXACT, Level.SOUND, Level.BONES, Level.ONE_EDIT, Level.TWO_EDITS})
_VOWELS = frozenset("aeiouy")
MOST_INITIALS = 3


def compare_people(here: PersonSide, there: PersonSide) -> list[Statement]:
    """All that two names of people state, word by word."""
    if here.syllables and there.syllables and here.script == there.script:
        here = PersonSide.of_syllables(here.name, here.syllables)
        there = PersonSide.of_syllables(there.name, there.syllables)
    alignment = align_people(here, there)
    statements = [_agreement(pair, here, there) for pair in alignment.pairs]
    statements += _left_over(alignment, here, there)
    statements += order_of(alignment, here, there)
    statements += _little(alignment, here, there)
    return statements


def align_people(here: PersonSide, there: PersonSide) -> Alignment:
    """The words of two names in pairs, best agreement first."""
    return pair_off(_possible(here, there), len(here.words), len(there.words))


def _possible(here: PersonSide, there: PersonSide) -> Iterator[Pair]:
    """Every pair of words, single or joined, that may be the same."""
    for at, one in enumerate(here.words):
        for other_at, other in enumerate(there.words):
            if found := _single(here, there, at, other_at):
                level, apart = found
                bits = (here.bits[at] + there.bits[other_at]) / 2 * (1 - apart)
                if here.roles[at] is there.roles[other_at]:
                    bits += 0.01  # of equal agreements the one in the same role
                yield Pair((at,), (other_at,), level, bits)
            elif here.mandarin and there.mandarin and _sound_mandarin(here, there, at, other_at):
                bits = (here.bits[at] + there.bits[other_at]) / 2 * (1 - MANDARIN_APART)
                yield Pair((at,), (other_at,), Level.OUTLINE, bits)
    yield from _joined(here, there)
    for pair in _joined(there, here):
        yield Pair(pair.there, pair.here, pair.level, pair.bits)


def _sound_mandarin(here: PersonSide, there: PersonSide, at: int, other: int) -> bool:
    """Whether two words are one in another romanisation of Mandarin."""
    return here.mandarin[at] == there.mandarin[other]


def _single(here: PersonSide, there: PersonSide, at: int, other: int) -> tuple[Level, float] | None:
    """How two words agree; None if they differ."""
    one, two = here.words[at], there.words[other]
    if one != two and (here.is_initial(at) or there.is_initial(other)):
        return (Level.INITIAL, 0.0) if _begin_alike(one, two) else None
    likeness = compare_words(one, two)
    return None if likeness.level is None else (likeness.level, likeness.apart)


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


def _agreement(pair: Pair, here: PersonSide, there: PersonSide) -> Statement:
    """Two words, or runs of words, that agree."""
    one, other = here.text(pair.here), there.text(pair.there)
    share = (here.share(pair.here) + there.share(pair.there)) / 2
    features = [("agreed", share)]
    code = f"name.word.{pair.level}"
    if pair.level is Level.JOINED:
        features.append(
            ("apart", compare_words(one.replace(" ", ""), other.replace(" ", "")).apart)
        )
    elif pair.level is Level.INITIAL:
        features.append(("initial", 1.0))
    else:
        features += _slips(pair, one, other, here, there)
    return Statement(feature="name", code=code, here=one, there=other, features=tuple(features))


def _slips(
    pair: Pair, one: str, other: str, here: PersonSide, there: PersonSide
) -> Iterator[tuple[str, float]]:
    """In what two words differ that agree on some level."""
    likeness: Likeness = compare_words(one, other)
    if likeness.level is Level.EXACT:
        return
    if likeness.level is None:  # alike in Mandarin only
        yield "word_outline", 1.0
        yield "apart", MANDARIN_APART
        return
    yield f"word_{likeness.level}", 1.0
    if likeness.level is not Level.FORM:
        yield (_apart(here, there), likeness.apart)
        yield "apart_far", max(0.0, likeness.apart - 0.2)
    if likeness.level in {Level.SOUND, Level.FORM}:
        return
    roles = here.roles[pair.here[0]], there.roles[pair.there[0]]
    if Role.GIVEN in roles and are_of_two_sexes(one, other):
        yield "two_sexes", 1.0
    elif Role.GIVEN not in roles and have_other_endings(one, other):
        yield "two_endings", 1.0
    elif known := _both_known(pair, here, there):
        yield "both_known", known


def _both_known(pair: Pair, here: PersonSide, there: PersonSide) -> float:
    """How surely two words that differ are two names: in full for given names that are in use.

    Family names in use are many: only common ones are sure to be no slip for one another.
    """
    at, other = pair.here[0], pair.there[0]
    if is_given(here.words[at]) and is_given(there.words[other]):
        return 1.0
    rarest = max(here.bits[at], there.bits[other])
    if here.script != there.script:
        return 0.0
    return min(1.0, max(0.0, (UNSEEN_BITS - rarest) / COMMON_BITS))


def _apart(here: PersonSide, there: PersonSide) -> str:
    """The feature that counts letters that differ: vowels that were not written count less."""
    scripts = {here.script, there.script}
    if len(scripts) > 1 and scripts & SCRIPTS_WITHOUT_VOWELS:
        return "apart_unwritten"
    return "apart_scripts" if len(scripts) > 1 else "apart"


def _left_over(alignment: Alignment, here: PersonSide, there: PersonSide) -> list[Statement]:
    """Words that differ in the same place, and words that only one side has."""
    left, right = list(alignment.left_here), list(alignment.left_there)
    found = []
    rivals = sorted(
        (
            here.roles[at] is not there.roles[other],
            compare_words(here.words[at], there.words[other]).apart,
            at,
            other,
        )
        for at in left
        for other in right
    )
    for _, apart, at, other in rivals:
        if at in left and other in right:
            left.remove(at)
            right.remove(other)
            found.append(_conflict(at, other, apart, here, there))
    few = min(here.written, there.written) == 1
    found += [_extra(at, here, few=few, listed=False) for at in left]
    found += [_extra(at, there, few=few, listed=True) for at in right]
    return found


def _conflict(at: int, other: int, apart: float, here: PersonSide, there: PersonSide) -> Statement:
    """Two words that differ in the same place."""
    one, two = here.words[at], there.words[other]
    roles = here.roles[at], there.roles[other]
    share = (here.share((at,)) + there.share((other,))) / 2
    if here.is_initial(at) or there.is_initial(other):
        kind = "conflict_initial"
        features: Features = ((kind, 1.0),)
    else:
        kind = _kind(*roles)
        features = ((kind, 1.0), ("conflict_apart", apart), ("conflict_share", share))
    return Statement(feature="name", code=f"name.{kind}", here=one, there=two, features=features)


def _kind(one: Role, other: Role) -> str:
    if one in FAMILY_ROLES and other in FAMILY_ROLES:
        return "conflict_family"
    if one is other:
        return f"conflict_{one.value}"
    return "conflict"


def _extra(at: int, side: PersonSide, *, few: bool, listed: bool) -> Statement:
    """A word that only one side has."""
    word, role = side.words[at], side.roles[at]
    kind = (
        "patronymic" if role is Role.PATRONYMIC else "family" if role in FAMILY_ROLES else "given"
    )
    features: list[tuple[str, float]] = [(f"extra_{kind}", 1.0), ("extra_share", side.share((at,)))]
    if side.is_initial(at):
        features = [("extra_initial", 1.0)]
    elif few:
        features.append(("extra_beside_one", 1.0))
    if at + 1 < len(side.words) and tells_sex_of(word, side.words[at + 1]):
        features.append(("two_sexes", 1.0))
    code = "name.extra_listed" if listed else "name.extra_applicant"
    shown = ("", word) if listed else (word, "")
    return Statement(
        feature="name", code=code, here=shown[0], there=shown[1], features=tuple(features)
    )


def _little(alignment: Alignment, here: PersonSide, there: PersonSide) -> list[Statement]:
    """That names agree on little, as a single common word or initials."""
    agreed = sum(pair.bits for pair in alignment.pairs)
    lacking = max(0.0, 1 - agreed / ENOUGH_BITS)
    if not lacking:
        return []
    features = [("little", lacking)]
    if alignment.pairs and all(pair.level is Level.INITIAL for pair in alignment.pairs):
        features.append(("only_initials", 1.0))
    words = (
        here.text(tuple(at for pair in alignment.pairs for at in pair.here)),
        there.text(tuple(at for pair in alignment.pairs for at in pair.there)),
    )
    return [
        Statement(
            feature="name", code="name.little", here=words[0], there=words[1],
            features=tuple(features),
        )
    ]  # fmt: skip
