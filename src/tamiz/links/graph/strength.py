"""How much a value in common says that two applicants are tied, in bits.

A value that few people in the world have says much; each doubling of those who have it in this
cohort takes two bits away, as it makes four times as many pairs. Values of one group tell the same
fact once more (who shares a flat shares its phone): the strongest of a group counts.
"""

from collections.abc import Iterable
from math import log2

from tamiz.links.graph.groups import NameGroups
from tamiz.links.graph.values import Role, Value, ValueKind

# Bits of a value that two applicants have, and nobody else. What people can only have by knowing
# each other has most; what a town, an employer or chance gives in common has least.
BITS = {
    ValueKind.NUMBER: 18.0,
    ValueKind.EMAIL: 16.0,
    ValueKind.HANDLE: 16.0,
    ValueKind.PHONE: 14.0,
    ValueKind.TEXT: 16.0,  # of phrases that few have: what is common was left out before
    ValueKind.ADDRESS: 9.0,
    ValueKind.PAYMENT: 9.5,  # two have a payer of their own; charities and agents pay for several
    ValueKind.STAYS: 12.0,  # at most: no more than it is surprising by chance (``stays.surprise``)
    ValueKind.PERSON: 8.0,
    ValueKind.ACCOUNT_NAME: 8.0,  # strangers hit upon one name, on two services
    ValueKind.CALL_SIGN: 8.0,  # there are some hundred usual words, and a hundred numbers
    ValueKind.SITE: 8.0,
    ValueKind.TRAVEL: 5.0,
    ValueKind.COMPANY: 4.0,
    ValueKind.UNIT: 3.0,
    ValueKind.VILLAGE: 3.0,
}
# Both name one party, and its phone: the party says as much as the phone.
OF_ONE_PARTY = 4.5
PERSON_OF_TWO_WORDS = 4.0  # Ivan Petrenko: there are many
DAMPING = 2.0  # bits for each doubling of the others who have it
LEAST = 2.0  # bits: weaker ties are not even drawn
# Rows of one value from which the strongest kind of value says less than that.
MOST_ROWS = 1 + int(2 ** ((max(BITS.values()) - LEAST) / DAMPING))
CONCERN = (
    9.5  # bits from which a tie is told: a phone that at most five have (policy: common_from 6)
)
STEP = 3.0  # bits that each further step takes from a chain of ties
CHAIN = 5.0  # bits that a chain to a listed party or a refused applicant needs

OF_PARTY = "party"  # the group of what both say of one party
_GROUPS = {
    ValueKind.PHONE: "contact",
    ValueKind.EMAIL: "contact",
    ValueKind.HANDLE: "contact",
    ValueKind.SITE: "contact",
    ValueKind.ACCOUNT_NAME: "contact",
}
_SHORT_NAME = 2
NOTHING = NameGroups()  # of whose names nothing is known


def bits_of(
    here: Value, there_role: Role, count: int, *, is_one_party: bool, groups: NameGroups = NOTHING
) -> float:
    """The bits of a value that ``count`` applicants have; 0 at least.

    ``is_one_party``: it belongs to a party that both name. ``groups``: what the cohort's names show.
    """
    base = undamped(here, groups)
    return damped(base, here, there_role, count, is_one_party=is_one_party)


def undamped(value: Value, groups: NameGroups) -> float:
    """The bits of a value that two applicants have as their own, and nobody else."""
    is_name = value.kind is ValueKind.PERSON
    return _of_name(value.key, groups) if is_name else BITS[value.kind]


def damped(base: float, here: Value, there_role: Role, count: int, *, is_one_party: bool) -> float:
    """What is left of the ``undamped`` bits in these roles, and where ``count`` have the value."""
    if here.role is not Role.OWN and there_role is not Role.OWN:
        if here.kind is ValueKind.NUMBER:  # of a register: it is the company once more
            base = BITS[ValueKind.COMPANY]
        elif is_one_party:
            base = min(base, OF_ONE_PARTY)
    return max(base - DAMPING * log2(max(count - 1, 1)), 0.0)


def _of_name(key: str, groups: NameGroups) -> float:
    """The bits of a person's name: no more than there is surprise in its being borne twice here."""
    words = key.split()
    most = PERSON_OF_TWO_WORDS if len(words) <= _SHORT_NAME else BITS[ValueKind.PERSON]
    surprise = groups.surprise(words)
    return most if surprise is None else min(most, surprise)


def group_of(kind: ValueKind, *, is_one_party: bool, relative: str = "") -> str:
    """What a value is another telling of: its own kind of fact, or the one party that both name.

    ``relative`` is the name of a party whom both call a relative. Each of them is a fact: comrades
    have one sergeant and one priest, but only a family has one mother and one father.
    """
    if is_one_party:
        return f"{OF_PARTY} {relative.casefold()}" if relative else OF_PARTY
    return _GROUPS.get(kind, kind.value)


def together(found: Iterable[tuple[str, float]]) -> float:
    """The bits of several values with their groups: of each group the strongest."""
    best: dict[str, float] = {}
    for group, bits in found:
        best[group] = max(best.get(group, 0.0), bits)
    return sum(best.values())
