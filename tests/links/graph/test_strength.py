"""How many bits a value in common is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.links.graph import Role, Value, ValueKind, together
from tamiz.links.graph.strength import (
    BITS,
    CHAIN,
    CONCERN,
    DAMPING,
    OF_ONE_PARTY,
    PERSON_OF_TWO_WORDS,
    STEP,
    bits_of,
    group_of,
)

KINDS = st.sampled_from(sorted(BITS))
GROUPS = st.sampled_from(sorted({group_of(kind, is_one_party=False) for kind in BITS}))
FOUND = st.lists(st.tuples(GROUPS, st.floats(0, 20)), max_size=12)
COUNTS = st.integers(2, 10**6)


def bits(
    kind: ValueKind,
    count: int = 2,
    *,
    role: Role = Role.OWN,
    there: Role = Role.OWN,
    key: str = "x",
    is_one_party: bool = False,
) -> float:
    value = Value(kind, key, "x", "field", role)
    return bits_of(value, there, count, is_one_party=is_one_party)


@given(KINDS, COUNTS)
def test_a_value_that_more_have_is_never_worth_more(kind: ValueKind, count: int) -> None:
    assert 0 <= bits(kind, count + 1) <= bits(kind, count) <= BITS[kind]


@given(KINDS, st.integers(1, 1000))
def test_each_doubling_of_the_others_takes_the_same(kind: ValueKind, others: int) -> None:
    once, twice = bits(kind, others + 1), bits(kind, 2 * others + 1)

    assert twice == pytest.approx(max(once - DAMPING, 0.0))


def test_a_phone_is_a_concern_up_to_five_and_not_from_six_on() -> None:
    told = [count for count in range(2, 20) if bits(ValueKind.PHONE, count) >= CONCERN]

    assert told == [2, 3, 4, 5]


@pytest.mark.parametrize("kind", [ValueKind.UNIT, ValueKind.COMPANY, ValueKind.TRAVEL])
def test_what_brings_honest_groups_together_is_no_concern_alone(kind: ValueKind) -> None:
    assert bits(kind) < CONCERN


def test_a_common_name_of_two_words_is_worth_less_than_a_longer_one() -> None:
    short, long = (bits(ValueKind.PERSON, key=key) for key in ("ana luna", "ana cebada luna"))

    assert (short, long) == (PERSON_OF_TWO_WORDS, BITS[ValueKind.PERSON])


def test_the_phone_of_a_party_that_both_name_is_worth_no_more_than_the_party() -> None:
    found = bits(ValueKind.PHONE, role=Role.REFEREE, there=Role.REFEREE, is_one_party=True)

    assert found == OF_ONE_PARTY


def test_one_phone_under_two_names_is_worth_what_a_phone_is() -> None:
    found = bits(ValueKind.PHONE, role=Role.REFEREE, there=Role.SPONSOR)

    assert found == BITS[ValueKind.PHONE]


def test_a_register_number_of_a_party_is_the_company_once_more() -> None:
    found = bits(ValueKind.NUMBER, role=Role.SPONSOR, there=Role.EMPLOYER)

    assert found == BITS[ValueKind.COMPANY]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_one_other_who_has_it_damps_nothing(count: int) -> None:
    assert bits(ValueKind.EMAIL, count) == BITS[ValueKind.EMAIL]


def test_a_strong_chain_reaches_four_steps_and_a_weak_one_less() -> None:
    strong, weak = BITS[ValueKind.PHONE], BITS[ValueKind.SITE]

    assert strong - 3 * STEP >= CHAIN > weak - 3 * STEP


@given(FOUND)
def test_no_group_counts_twice(found: list[tuple[str, float]]) -> None:
    strongest = {
        group: max(bits for other, bits in found if other == group)
        for group in {group for group, _ in found}
    }

    assert together(found) == pytest.approx(sum(strongest.values()))


@given(FOUND)
def test_the_same_facts_told_again_add_nothing(found: list[tuple[str, float]]) -> None:
    assert together([*found, *found]) == pytest.approx(together(found))


@given(FOUND, GROUPS, st.floats(0, 20))
def test_a_further_fact_never_takes_away(
    found: list[tuple[str, float]], group: str, more: float
) -> None:
    both = together([*found, (group, more)])

    assert together(found) <= both + 1e-9
    assert both <= together(found) + more + 1e-9


def test_all_ways_to_reach_one_person_are_one_fact() -> None:
    ways = {ValueKind.PHONE, ValueKind.EMAIL, ValueKind.HANDLE, ValueKind.SITE}

    assert len({group_of(kind, is_one_party=False) for kind in ways}) == 1


@pytest.mark.parametrize("kind", [ValueKind.PHONE, ValueKind.PERSON, ValueKind.ADDRESS])
def test_what_is_told_of_one_party_is_one_fact(kind: ValueKind) -> None:
    assert group_of(kind, is_one_party=True) == "party"


def test_each_relative_is_a_fact_whatever_is_told_of_them() -> None:
    told = [
        (kind, who) for kind in (ValueKind.PHONE, ValueKind.PERSON) for who in ("Ana", "ANA", "Bo")
    ]
    groups = {group_of(kind, is_one_party=True, relative=who) for kind, who in told}

    assert len(groups) == 2


def test_independent_facts_add_up() -> None:
    assert together([("contact", 14.0), ("payment", 8.0)]) == 22.0
