"""What the order of the words says: two surnames exchanged, a father taken for his son."""

from collections.abc import Callable

from tamiz.matching.align import FAMILY_ROLES, Alignment
from tamiz.matching.name_kinds import is_family, is_given
from tamiz.matching.pair_sides import PersonSide
from tamiz.matching.pair_statements import Statement
from tamiz.model import Role

_RANK = {Role.GIVEN: 0, Role.PATRONYMIC: 1}  # family names come last
Places = list[tuple[int, int]]  # where words that agree stand in the two names


def order_of(alignment: Alignment, here: PersonSide, there: PersonSide) -> list[Statement]:
    """What the order of the words that agree speaks against; nothing if it is the same."""
    places = sorted((pair.here[0], pair.there[0]) for pair in alignment.pairs)
    kind = _kind(places, here, there) if len(places) > 1 else ""
    if not kind:
        return []
    return [
        Statement(
            feature="name",
            code=f"pair.order_{kind}",
            here=here.text(tuple(at for at, _ in places)),
            there=there.text(tuple(sorted(at for _, at in places))),
            features=((f"order_{kind}", 1.0),),
        )
    ]


def generations_of(here: PersonSide, there: PersonSide) -> list[Statement]:
    """That one name says it is the father's and the other that it is the son's."""
    if not here.generation or not there.generation or here.generation == there.generation:
        return []
    return [
        Statement(
            feature="name",
            code="pair.generation",
            here=here.name.text,
            there=there.name.text,
            features=(("generation", 1.0),),
        )
    ]


def _kind(places: Places, here: PersonSide, there: PersonSide) -> str:
    """The first thing that the order speaks against; empty if it is the same or only turned."""
    turned = _is_turned([other for _, other in places])
    return next((kind for kind, speaks, even_turned in _KINDS
                 if (even_turned or not turned) and speaks(places, here, there)), "")  # fmt: skip


def _cross(places: Places, here: PersonSide, there: PersonSide) -> bool:
    """Whether a word is the given name of one and the family name of the other, as told."""
    roles = [(here.roles[at], there.roles[other]) for at, other in places]
    return (
        here.are_roles_told
        and there.are_roles_told
        and any(
            (one is Role.GIVEN and other in FAMILY_ROLES)
            or (other is Role.GIVEN and one in FAMILY_ROLES)
            for one, other in roles
        )
    )


def _are_generations_exchanged(places: Places, here: PersonSide, there: PersonSide) -> bool:
    """Whether A is the son of B in one name and B the son of A in the other."""
    other = {there.words[at]: here.words[here_at] for here_at, at in places}
    turned = {(other.get(father, ""), other.get(son, "")) for son, father in there.sons}
    return any(pair[0] != pair[1] and pair in turned for pair in here.sons)


def _are_only_surnames_exchanged(places: Places, here: PersonSide, there: PersonSide) -> bool:
    """Whether all that agrees is known as family names, none of which is a given name put last."""
    order = [other for _, other in places]
    return (
        order != sorted(order)
        and not (here.are_roles_told or there.are_roles_told)
        and all(is_family(here.words[at]) and is_family(there.words[other]) for at, other in places)
    )


def _is_turned(sequence: list[int]) -> bool:
    """Whether the words come in the same order, or with the last ones put first."""
    least = sequence.index(min(sequence))
    turned = sequence[least:] + sequence[:least]
    return turned == sorted(turned)


def _are_surnames_exchanged(places: Places, here: PersonSide, there: PersonSide) -> bool:
    """Whether two family names, told or known as such, stand in the other order in the other."""
    told = here.are_roles_told and there.are_roles_told
    families = [
        other
        for at, other in places
        if here.roles[at] in FAMILY_ROLES
        and there.roles[other] in FAMILY_ROLES
        and (told or is_family(here.words[at]) or is_family(there.words[other]))
    ]
    return families != sorted(families)


def _are_given_names_exchanged(places: Places, here: PersonSide, there: PersonSide) -> bool:
    """Whether the first given name, by which people go, is the second of the other."""
    given = [
        (at, other)
        for at, other in places
        if here.roles[at] is there.roles[other] is Role.GIVEN
        and is_given(here.words[at])
        and is_given(there.words[other])
    ]
    return bool(given) and given[0][1] != min(other for _, other in given)


def _are_mixed(places: Places, here: PersonSide, there: PersonSide) -> bool:
    """Whether the words differ in order though each name is put in its natural one."""
    ranked = sorted(places, key=lambda place: (_rank(here, place[0]), place[0]))
    order = [(_rank(there, at), at) for _, at in ranked]
    return order != sorted(order)


def _rank(side: PersonSide, at: int) -> int:
    return _RANK.get(side.roles[at], 2)


# What the order may speak against, what tells it, and whether it does so even in names that are
# the same with the last words put first.
_KINDS: tuple[tuple[str, Callable[[Places, PersonSide, PersonSide], bool], bool], ...] = (
    ("crossed", _cross, True),
    ("generations", _are_generations_exchanged, True),
    ("surnames", _are_only_surnames_exchanged, True),
    ("surnames", _are_surnames_exchanged, False),
    ("given", _are_given_names_exchanged, False),
    ("mixed", _are_mixed, False),
)
