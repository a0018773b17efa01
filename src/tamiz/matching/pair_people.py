"""Compares two names of people, with no index: what their words state."""

from collections.abc import Iterator

from tamiz.matching.align import Alignment, Pair
from tamiz.matching.levels import Level
from tamiz.matching.name_kinds import is_given
from tamiz.matching.pair_alignment import MANDARIN_APART, align_people
from tamiz.matching.pair_left_over import left_over
from tamiz.matching.pair_order import generations_of, order_of
from tamiz.matching.pair_sides import SCRIPTS_WITHOUT_VOWELS, PersonSide
from tamiz.matching.pair_statements import Statement
from tamiz.matching.pair_words import compare_words
from tamiz.model import Role
from tamiz.normalise.sexes import are_of_two_sexes
from tamiz.normalise.surnames import have_other_endings

FAR = 0.2  # share of letters from which each that differs counts more
UNSEEN_BITS = 17.0  # a word that tells more stands in no table of names
COMMON_BITS = 3.5  # told less than unseen: a word so common is surely a name of its own
ENOUGH_BITS = 20.0  # agreement on more than this is no longer weak: one in a million bears it


def compare_people(here: PersonSide, there: PersonSide) -> list[Statement]:
    """All that two names of people state, word by word."""
    if here.syllables and there.syllables and here.script == there.script:
        here = PersonSide.of_syllables(here.name, here.syllables)
        there = PersonSide.of_syllables(there.name, there.syllables)
    alignment = align_people(here, there)
    statements = [_agreement(pair, here, there) for pair in alignment.pairs]
    statements += left_over(alignment, here, there)
    statements += order_of(alignment, here, there) + generations_of(here, there)
    statements += _little(alignment, here, there)
    return statements


def _agreement(pair: Pair, here: PersonSide, there: PersonSide) -> Statement:
    """Two words, or runs of words, that agree."""
    one, other = here.text(pair.here), there.text(pair.there)
    share = (here.share(pair.here) + there.share(pair.there)) / 2
    features = [("agreed", share)]
    code = f"pair.word.{pair.level}"
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
    if pair.level is Level.EXACT:
        return
    likeness = compare_words(one, other)
    yield f"word_{pair.level}", 1.0
    if likeness.level is None:  # alike in Mandarin only
        yield "apart", MANDARIN_APART
        return
    if pair.level is not Level.FORM:
        yield _apart(here, there), likeness.apart
        yield "apart_far", max(0.0, likeness.apart - FAR)
    if pair.level not in {Level.SOUND, Level.FORM}:
        yield from _two_names(pair, one, other, here, there)


def _two_names(
    pair: Pair, one: str, other: str, here: PersonSide, there: PersonSide
) -> Iterator[tuple[str, float]]:
    """What makes two words that are nearly the same two names all the same."""
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
            feature="name", code="pair.little", here=words[0], there=words[1],
            features=tuple(features),
        )
    ]  # fmt: skip
