"""In what order the words of two names stand."""

from tamiz.matching.align import Alignment
from tamiz.matching.index import ListedName
from tamiz.matching.query import Query
from tamiz.model import Role


def order_of(query: Query, listed: ListedName, alignment: Alignment) -> str:
    """``rotated`` (family name first), ``reordered``, or empty if the order is the same."""
    here = natural_order(roles_of(query))
    there = natural_order(listed.roles)
    pairs = sorted(alignment.pairs, key=lambda pair: here[pair.here[0]])
    sequence = [there[pair.there[0]] for pair in pairs]
    if len(sequence) < 2 or sequence == sorted(sequence):  # noqa: PLR2004 - one word has no order
        return ""
    least = sequence.index(min(sequence))
    turned = sequence[least:] + sequence[:least]
    return "rotated" if turned == sorted(turned) and not _all_told(query, listed) else "reordered"


def _all_told(query: Query, listed: ListedName) -> bool:
    """Whether both sides say which words are family names, so that order must agree."""
    return all(word.role is not None for word in query.parsed.words) and None not in listed.roles


def roles_of(query: Query) -> list[Role | None]:
    """The role of each word of the subject's name."""
    return [word.role for word in query.parsed.words]


def natural_order(roles: list[Role | None]) -> list[int]:
    """The rank of each word when given names come first, then patronymic, then family names."""
    rank = {Role.GIVEN: 0, None: 0, Role.PATRONYMIC: 1}
    if None in roles:
        return list(range(len(roles)))
    order = sorted(range(len(roles)), key=lambda at: (rank.get(roles[at], 2), at))
    places = [0] * len(roles)
    for place, at in enumerate(order):
        places[at] = place
    return places


def stands_across(
    ranks: tuple[list[int], list[int]], rivals: tuple[int, int], alignment: Alignment
) -> bool:
    """Whether a word stands before one that agrees and its rival after it, or the reverse.

    ``Loera Rosa`` and ``Villegas Loera`` share a family name, but not in one place: cousins do.
    """
    here, there = ranks[0][rivals[0]], ranks[1][rivals[1]]
    return any(
        (ranks[0][pair.here[0]] < here) != (ranks[1][pair.there[0]] < there)
        for pair in alignment.pairs
    )
