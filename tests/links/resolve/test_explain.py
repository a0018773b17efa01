"""An explanation says exactly what the score is made of."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from resolve_people import applicant, crowd, people_of
from tamiz.links.resolve import FEATURES, Lookup, resolve, statements
from tamiz.links.resolve.score import Sides, score
from tamiz.links.resolve.sentences import CODES
from tamiz.model import Contact, ContactKind, Dossier, Evidence, Sex
from tamiz.wording import Language, say

NAMES = (
    "Oleksandr Shevchenko", "Олександр Шевченко", "Sasha Shevchenko", "Shevchenko O.",
    "SHEVCHENKO, Oleksander", "María García López", "Maria Garcia", "Garcia Lopes Maria", "",
)  # fmt: skip
DATES = (
    "1985-03-14",
    "14.03.1985",
    "03/04/1988",
    "1985",
    "1985-03",
    "1986-03-14",
    "1985-04-13",
    "",
)
dossiers = st.builds(
    applicant,
    st.just("x"),
    st.sampled_from(NAMES),
    st.sampled_from(DATES),
    number=st.sampled_from(("", "AB123456", "CD987654")),
    phone=st.sampled_from(("", "+380671234567", "067 123-45-67", "+34600111222")),
    email=st.sampled_from(("", "a.b@gmail.com", "ab@gmail.com", "c@example.org")),
    address=st.sampled_from(("", "Київ, Хрещатик 1", "Khreshchatyk 1, Kyiv", "Lima")),
    sex=st.sampled_from((None, Sex.MALE, Sex.FEMALE)),
    personal=st.sampled_from(("", "3184710691", "3184710692")),
)


def explain(one: Dossier, other: Dossier, *more: Dossier) -> tuple[Evidence, ...]:
    """What a file of these people says of the first two."""
    people = people_of(one, other, *more)
    scored = score(Sides(people, np.array([0]), people, np.array([1])))
    return statements(one, other, scored.levels[0].tolist(), scored.parts[0].tolist())


@settings(max_examples=60, deadline=None)
@given(one=dossiers, other=dossiers)
def test_statements_add_up_to_the_score(one: Dossier, other: Dossier) -> None:
    people = people_of(one, other, *crowd(20))
    asked = Sides(people, np.array([0]), people, np.array([1]))
    told = explain(one, other, *crowd(20))
    bits = sum(each.bits for each in told if each.bits is not None)
    assert bits == pytest.approx(float(score(asked).bits[0]), abs=1e-3)


@settings(max_examples=30, deadline=None)
@given(one=dossiers, other=dossiers)
def test_the_order_of_two_dossiers_changes_no_bits(one: Dossier, other: Dossier) -> None:
    forward, back = explain(one, other, *crowd(20)), explain(other, one, *crowd(20))
    assert [each.bits for each in forward] == pytest.approx([each.bits for each in back], abs=1e-3)


@pytest.mark.parametrize("feature", FEATURES)
@pytest.mark.parametrize("language", Language)
def test_each_level_has_its_sentence(feature: str, language: Language) -> None:
    for code in CODES[feature].values():
        assert say(f"identity.{feature}.{code}", language)


def test_both_values_are_shown_as_written() -> None:
    one = applicant("a", "Oleksandr Shevchenko", phone="067 123-45-67")
    other = applicant("b", "Олександр Шевченко", phone="+380 (67) 1234567")
    told = explain(one, other)
    assert [(each.feature, each.applicant, each.other) for each in told] == [
        ("name", "Oleksandr Shevchenko", "Олександр Шевченко"),
        ("contact", "067 123-45-67", "+380 (67) 1234567"),
    ]


def test_of_several_values_those_are_shown_that_both_give() -> None:
    more = Contact(kind=ContactKind.PHONE, value="+34600111222", field="second")
    one = applicant("a", "Oleksandr Shevchenko", phone="067 123-45-67")
    one = structs.replace(one, contacts=(more, *one.contacts))
    other = applicant("b", "Олександр Шевченко", phone="+380 (67) 1234567")

    phones = [told for told in explain(one, other) if told.feature == "contact"]

    assert [(told.applicant, told.other) for told in phones] == [
        ("067 123-45-67", "+380 (67) 1234567")
    ]


def test_it_is_told_how_much_of_two_letters_is_the_same() -> None:
    common = "I learnt to fly drones in Lviv and want to help where I am of use"
    one, other = (
        structs.replace(applicant(id_, name), motivation=f"{common} {more}")
        for id_, name, more in (
            ("a", "Oleksandr Shevchenko", "because my brother asked me to come along with him"),
            ("b", "Oleksandr Shevchenko", "since nobody else in our small town knows the work"),
        )
    )

    (text,) = (each for each in explain(one, other) if each.code == "identity.text.share")

    assert text.params == {"shared": "60"}


def test_a_lookup_gives_what_resolve_gives() -> None:
    one = applicant("a", "Arturo Villaseñor Quintana", "1990-02-07", number="G12345678")
    other = applicant("b", "Arturo Villasenor Quintana", "1990-07-02", number="G12345678")
    people = people_of(one, other, *crowd(200))
    whole = resolve(people).matches()
    found = Lookup(people).find(one)
    bits = dict(zip(found.right.tolist(), found.bits.tolist(), strict=True))
    assert bits[1] == pytest.approx(float(whole.bits[0]), abs=1e-3)
