"""What holds of every comparison of two parties, whatever stands in their names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tamiz.matching import Subject, compare_pair
from tamiz.matching.pair_weights import pair_weights
from tamiz.matching.pairs import AGREES_AT
from tamiz.matching.subject import probability_of
from tamiz.model import Name, PartyType

WORDS = st.sampled_from(
    "José García López Hernández Juan María de la Cruz Oleksandr Олександра Петренко Kovalchuk J. "
    "Muhammad bin Salman محمد Kim Jong-un Xi 习近平 Bank Trading GmbH Ltd 3 4th XII IBM".split(" ")
)
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join) | st.text(max_size=40)
KINDS = st.sampled_from([PartyType.PERSON, PartyType.ORGANISATION, PartyType.UNKNOWN])
HOSTILE = [
    "",
    " ",
    "🙂",
    "-",
    "\x00",
    "\u202eJuan",
    "a" * 10_000,
    "Juan " * 2_000,
    "ა" * 600,
    "(((",
    "<<",
]


def party(text: str, kind: PartyType = PartyType.PERSON) -> Subject:
    return Subject(type=kind, names=(Name(text=text),))


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES, KINDS)
def test_the_order_of_two_parties_is_no_matter(one: str, other: str, kind: PartyType) -> None:
    there = compare_pair(party(one, kind), party(other, kind))
    back = compare_pair(party(other, kind), party(one, kind))

    assert there.score == pytest.approx(back.score, abs=1e-6)


@settings(max_examples=100, deadline=None)
@given(NAMES, NAMES, KINDS)
def test_the_bits_of_the_evidence_add_up_to_the_score(
    one: str, other: str, kind: PartyType
) -> None:
    verdict = compare_pair(party(one, kind), party(other, kind))

    bits = sum(statement.bits or 0.0 for statement in verdict.evidence)
    assert verdict.score == pytest.approx(probability_of(bits))
    assert verdict.agrees is (verdict.score >= AGREES_AT)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=4).map(" ".join), NAMES)
def test_no_name_is_nearer_than_the_name_itself(name: str, other: str) -> None:
    itself = compare_pair(party(name), party(name))

    assert itself.bits >= compare_pair(party(name), party(other)).bits - 1e-6


@pytest.mark.parametrize("kind", [PartyType.PERSON, PartyType.ORGANISATION])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_compared_and_agree_with_no_other(text: str, kind: PartyType) -> None:
    assert not compare_pair(party(text, kind), party("Igor Quilombera", kind)).agrees


def test_parties_without_names_do_not_agree() -> None:
    nobody = Subject(type=PartyType.PERSON, names=())

    assert not compare_pair(nobody, nobody).agrees


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        ("Igor Quilombera", "Igor Quilombero"),
        ("Igor Quilombero", "Igor Quilombero Ruiz"),
        ("Igor Quilomberra", "Igor Quolomberos"),
        ("Igor Quolomberos", "Oleg Zubizarreta"),
    ],
)
def test_more_that_differs_speaks_more_against(nearer: str, farther: str) -> None:
    one, other = (compare_pair(party("Igor Quilombera"), party(text)) for text in (nearer, farther))

    assert one.bits > other.bits


WORD_LEVELS = "sound form bones outline near_sound one_edit two_edits".split()
STATED = {
    "person": """
        prior agreed apart apart_far apart_unwritten apart_scripts initial little only_initials
        two_sexes two_endings both_known generation conflict conflict_apart conflict_share
        conflict_given conflict_family conflict_patronymic conflict_initial extra_given
        extra_family extra_patronymic extra_initial extra_share extra_beside_one order_crossed
        order_generations order_surnames order_given order_mixed
    """,
    "organisation": """
        prior agreed apart word_joined word_acronym typo_short typo_name typo_kind typo_trade
        typo_place conflict_name conflict_kind conflict_trade conflict_place conflict_number
        conflict_apart conflict_share extra_name extra_kind extra_trade extra_place extra_number
        extra_aside extra_share form_same form_different form_missing
    """,
}


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_every_feature_has_one_weight(kind: str) -> None:
    table = getattr(pair_weights(), kind)
    stated = set(STATED[kind].split()) | {f"word_{level}" for level in WORD_LEVELS}

    assert table.counted.keys() | table.ruled.keys() == stated
    assert table.counted.keys().isdisjoint(table.ruled)


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_no_difference_speaks_for_a_match(kind: str) -> None:
    table = getattr(pair_weights(), kind)
    favourable = {"prior", "agreed", "form_same"}

    against = {**table.counted, **table.ruled}
    assert {name for name, bits in against.items() if bits > 0} <= favourable
