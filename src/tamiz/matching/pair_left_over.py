"""What the words state that found no partner in the other name of a person."""

from itertools import product

from tamiz.matching.align import FAMILY_ROLES, Alignment
from tamiz.matching.pair_sides import PersonSide
from tamiz.matching.pair_statements import Features, Statement
from tamiz.matching.pair_words import compare_words
from tamiz.model import Role
from tamiz.normalise.sexes import tells_sex_of


def left_over(alignment: Alignment, here: PersonSide, there: PersonSide) -> list[Statement]:
    """Words that differ in the same place, and words that only one side has."""
    left, right = list(alignment.left_here), list(alignment.left_there)
    found = []
    for apart, at, other in _rivals(left, right, here, there):
        if at in left and other in right:
            left.remove(at)
            right.remove(other)
            found.append(_conflict(at, other, apart, here, there))
    few = min(here.written, there.written) == 1
    found += [_extra(at, here, few=few, listed=False) for at in left]
    found += [_extra(at, there, few=few, listed=True) for at in right]
    return found


def _rivals(
    left: list[int], right: list[int], here: PersonSide, there: PersonSide
) -> list[tuple[float, int, int]]:
    """Every two words left over, those of one role first, then by how far they are apart."""
    ranked = sorted(
        (
            here.roles[at] is not there.roles[other],
            compare_words(here.words[at], there.words[other]).apart,
            at,
            other,
        )
        for at, other in product(left, right)
    )
    return [(apart, at, other) for _, apart, at, other in ranked]


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
    return Statement(feature="name", code=f"pair.{kind}", here=one, there=two, features=features)


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
    code = "pair.extra_right" if listed else "pair.extra_left"
    shown = ("", word) if listed else (word, "")
    return Statement(
        feature="name", code=code, here=shown[0], there=shown[1], features=tuple(features)
    )
