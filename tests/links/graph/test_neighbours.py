"""To whom an applicant is tied, how strongly, and what explains it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from checks.links.tied import PHONE, applicant, graph_of, party, sponsor, strangers
from resolve_people import crowd
from tamiz.links.graph import Neighbour, Role, ValueKind
from tamiz.links.graph.letters import MOST_COPIES
from tamiz.links.graph.neighbours import (
    FEWEST,
    MOST_BEARERS,
    MOST_NEIGHBOURS,
    SHARE,
)
from tamiz.links.graph.strength import OF_ONE_PARTY
from tamiz.model import Contact, ContactKind, Dossier, Name, NameKind, Relation, RelationKind

REFEREE = RelationKind.REFEREE
LETTER = (
    "Since my youth I have repaired the pumps of our cooperative beside the river, and what I"
    " learned there about current, wire and patience I would bring to your school in spring."
)
UNIT = "Batallón 3 Colón"


def near(folder: Path, cohort: Sequence[Dossier], at: int = 0) -> tuple[Neighbour, ...]:
    with graph_of(folder, cohort) as graph:
        return graph.neighbours(at)


def test_a_tie_has_both_sides_the_count_and_the_bits(tmp_path: Path) -> None:
    one = applicant("", phone=PHONE)
    other = applicant("", relations=[party(REFEREE, "Ana Cebada Luna", phone="0057 300 1234567")])

    (found,) = near(tmp_path, strangers(one, other))

    (tie,) = found.ties
    assert (tie.here.role, tie.there.role) == (Role.OWN, Role.REFEREE)
    assert (tie.here.text, tie.there.text) == (PHONE, "0057 300 1234567")
    assert (tie.count, tie.bits) == (2, 14.0)


def test_a_phone_in_a_letter_ties_to_whose_it_is(tmp_path: Path) -> None:
    one = applicant("", letter=f"Call my brother on {PHONE}.")

    (found,) = near(tmp_path, strangers(one, applicant("", phone=PHONE)))

    assert [(tie.there.role, tie.bits) for tie in found.ties] == [(Role.OWN, 14.0)]


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("tecolote.negro@post.example", "tecolote-negro@correo.example", {ValueKind.ACCOUNT_NAME}),
        ("tecolote.negro@post.example", "tecolote.negro@post.example", {ValueKind.EMAIL}),
    ],
    ids=["one name on two services", "one mailbox"],
)
def test_the_name_of_an_account_is_told_once(
    tmp_path: Path, one: str, other: str, kinds: set[ValueKind]
) -> None:
    (found,) = near(tmp_path, strangers(applicant("", email=one), applicant("", email=other)))

    assert {tie.here.kind for tie in found.ties} == kinds


MOTHER, FATHER = "Zoila Rosario Toapanta Guamán", "Segundo Manuel Chicaiza Lema"


@pytest.mark.parametrize(
    ("kind", "names", "phone", "bits"),
    [
        (RelationKind.RELATIVE, (MOTHER, FATHER), "", 2 * OF_ONE_PARTY),
        (RelationKind.RELATIVE, (MOTHER,), PHONE, OF_ONE_PARTY),
        (REFEREE, (MOTHER, FATHER), "", OF_ONE_PARTY),
    ],
    ids=["mother and father", "a mother and her phone", "two referees of one unit"],
)
def test_each_relative_in_common_is_a_fact(
    tmp_path: Path, kind: RelationKind, names: tuple[str, ...], phone: str, bits: float
) -> None:
    named = [party(kind, name, phone=phone) for name in names]

    (found,) = near(tmp_path, strangers(*[applicant("", relations=named)] * 2))

    assert found.bits == bits


def called(*signs: str) -> list[Dossier]:
    names = [(Name(text=sign, kind=NameKind.CODE, field="aliases"),) for sign in signs]
    people = strangers(*[applicant("")] * len(signs))
    return [
        replace(one, identity=replace(one.identity, names=one.identity.names + name))
        for one, name in zip(people, names, strict=True)
    ]


def test_a_call_sign_and_its_number_tie_two(tmp_path: Path) -> None:
    (found,) = near(tmp_path, called("Tecolotillo-8", "Tecolotillo Ocho"))

    assert [(tie.here.kind, tie.bits) for tie in found.ties] == [(ValueKind.CALL_SIGN, 8.0)]


def test_a_call_sign_says_less_where_others_are_called_so_too(tmp_path: Path) -> None:
    others = [f"Lobo-{number}" for number in range(20, 23)]

    (found,) = near(tmp_path, called("Lobo-8", "Lobo-8", *others))

    assert [tie.bits for tie in found.ties] == [4.0]


def test_another_number_is_another_call_sign(tmp_path: Path) -> None:
    assert near(tmp_path, called("Tecolotillo-8", "Tecolotillo-9")) == ()


def test_the_phone_of_a_letter_that_many_write_ties_nobody(tmp_path: Path) -> None:
    many = [replace(one, motivation=f"Call my brother on {PHONE}.") for one in crowd(100)]

    assert near(tmp_path, many) == ()


def test_the_strongest_tie_comes_first(tmp_path: Path) -> None:
    cohort = strangers(
        applicant("", phone=PHONE, travel="XK7Q2P"), applicant("", travel="XK7Q2P"),
        applicant("", phone=PHONE),
    )  # fmt: skip

    assert [one.id for one in near(tmp_path, cohort)] == ["C", "B"]


@pytest.mark.parametrize(
    "told",
    [{"course": "drone pilot"}, {"phone": "000000000"}, {"address": "Soná"}, {"email": "none"}, {}],
    ids=lambda told: next(iter(told), "nothing"),
)
def test_what_everybody_has_or_nobody_makes_no_neighbours(
    tmp_path: Path, told: dict[str, str]
) -> None:
    assert near(tmp_path, strangers(*[applicant("", **told)] * 2)) == ()  # type: ignore[arg-type]


def test_one_name_alone_makes_no_neighbours(tmp_path: Path) -> None:
    cohort = [applicant("A", "José García", born="1970-01-02"), applicant("B", "José García")]

    assert near(tmp_path, cohort) == ()


def test_a_copied_letter_is_one_tie(tmp_path: Path) -> None:
    (found,) = near(tmp_path, strangers(*[applicant("", letter=LETTER)] * 2))

    assert [tie.here.kind for tie in found.ties] == [ValueKind.TEXT]


def test_a_letter_that_more_write_than_copy_it_makes_no_neighbours(tmp_path: Path) -> None:
    cohort = [replace(one, motivation=LETTER) for one in crowd(MOST_COPIES + 1)]

    assert near(tmp_path, cohort) == ()


def test_a_value_in_two_roles_is_one_tie(tmp_path: Path) -> None:
    both = applicant("", phone=PHONE, relations=[party(REFEREE, "Ana Cebada Luna", phone=PHONE)])

    (found,) = near(tmp_path, strangers(both, both))

    assert [tie.here.kind for tie in found.ties].count(ValueKind.PHONE) == 1


def test_a_sponsor_without_a_name_is_the_one_that_the_other_names(tmp_path: Path) -> None:
    named = applicant("", relations=[sponsor("Cáritas Parroquial", phone=PHONE)])
    nameless = applicant("", relations=[sponsor("", phone=PHONE)])
    with graph_of(tmp_path, strangers(named, nameless)) as graph:
        (other,) = graph.neighbours(0)

    assert other.bits == OF_ONE_PARTY


def test_the_phone_of_a_party_whom_both_name_is_no_second_fact(tmp_path: Path) -> None:
    bare, phoned = (
        near(tmp_path, strangers(*[applicant("", relations=[referee])] * 2))[0].bits
        for referee in (party(REFEREE, "Ana Luna"), party(REFEREE, "Ana Luna", phone=PHONE))
    )

    assert phoned - bare <= OF_ONE_PARTY


OPEN: dict[str, Dossier] = {
    "a unit": applicant("", unit=UNIT),
    "a village": applicant("", address="с. Судак, Київ"),
    "a booking": applicant("", travel="XK7Q2P"),
    "a sponsor": applicant("", relations=[sponsor("Cruz Blanca de Soná")]),
    "a referee whom both name": applicant("", relations=[party(REFEREE, "Ana Cebada Luna")]),
}


@pytest.mark.parametrize("told", OPEN.values(), ids=OPEN)
def test_what_both_tell_openly_explains(tmp_path: Path, told: Dossier) -> None:
    (found,) = near(tmp_path, strangers(told, told))

    assert found.is_explained
    assert not found.is_named


HAMLET, TOWN = "Akulichy, Homel", "Pinsk, Homel"
SHOP = "+375 29 463 31 41"


@pytest.mark.parametrize(("place", "is_explained"), [(HAMLET, True), (TOWN, False)])
def test_a_place_where_hardly_anybody_lives_explains_a_phone_and_a_town_does_not(
    tmp_path: Path, place: str, *, is_explained: bool
) -> None:
    two = strangers(*[applicant("", phone=SHOP, address=place)] * 2)
    others = [applicant(f"T{at}", f"Nadie T{at} Ruvel", address=TOWN) for at in range(4_000)]

    (found,) = near(tmp_path, [*two, *others])

    assert found.is_explained is is_explained
    assert [tie.here.kind for tie in found.ties] == [ValueKind.PHONE]


HIDDEN: dict[str, Dossier] = {
    "a phone": applicant("", phone=PHONE),
    "an account that paid": applicant("", payment="PA12 0001 2233 4455"),
    "an address": applicant("", address="Calle Roble 12, Soná, Encinos"),
    "a letter": applicant("", letter=LETTER),
}


@pytest.mark.parametrize("told", HIDDEN.values(), ids=HIDDEN)
def test_what_nobody_tells_openly_explains_nothing(tmp_path: Path, told: Dossier) -> None:
    (found,) = near(tmp_path, strangers(told, told))

    assert not found.is_explained


def test_to_name_each_other_explains(tmp_path: Path) -> None:
    named = Relation(kind=RelationKind.REFERRED_BY, name="Heberto Hinestroza")
    cohort = strangers(applicant("", phone=PHONE, relations=[named]), applicant("", phone=PHONE))

    assert [near(tmp_path, cohort, at)[0].is_named for at in (0, 1)] == [True, True]


@pytest.mark.parametrize(("others", "is_explained"), [(0, True), (FEWEST + 20, False)])
def test_a_unit_of_a_twentieth_of_everybody_explains_nothing(
    tmp_path: Path, others: int, is_explained: bool
) -> None:
    pair = strangers(*[applicant("", phone=PHONE, unit=UNIT)] * 2)
    cohort = [*pair, *(replace(one, history=pair[0].history) for one in crowd(others))]
    assert (len(cohort) > max(FEWEST, SHARE * len(cohort))) is not is_explained

    assert near(tmp_path, cohort)[0].is_explained is is_explained


def test_people_of_a_crowd_around_one_value_are_bounded(tmp_path: Path) -> None:
    cohort = [replace(one, contacts=applicant("", phone=PHONE).contacts) for one in crowd(60)]

    assert len(near(tmp_path, cohort)) <= MOST_BEARERS


@pytest.mark.parametrize("count", [40, 400])
def test_the_neighbours_looked_at_do_not_grow_with_the_cohort(tmp_path: Path, count: int) -> None:
    firm = sponsor("Altoverde Escolta", phone=PHONE, number="PA-1-1")
    told = applicant("", phone=PHONE, email="q7x@post.example", letter=LETTER, relations=[firm])
    cohort = [
        replace(told, id=one.id, identity=one.identity) for one in crowd(count)
    ]  # fmt: skip

    assert len(near(tmp_path, cohort)) <= MOST_NEIGHBOURS


def each_phoned_by_one(count: int) -> list[Dossier]:
    """One with so many phones, each of which somebody else has as well."""
    phones = [f"+57 301 {at:03} 0000" for at in range(count)]
    contacts = tuple(Contact(kind=ContactKind.PHONE, value=phone) for phone in phones)
    others = [
        replace(one, contacts=(phone,))
        for one, phone in zip(crowd(len(phones)), contacts, strict=True)
    ]
    return [replace(applicant("A", "Iván Palacios"), contacts=contacts), *others]


def test_many_neighbours_with_values_of_their_own_are_cut_at_the_weakest(tmp_path: Path) -> None:
    assert len(near(tmp_path, each_phoned_by_one(MOST_NEIGHBOURS + 20))) == MOST_NEIGHBOURS


@pytest.mark.parametrize("count", [3, MOST_NEIGHBOURS, MOST_NEIGHBOURS + 20])
def test_whom_nobody_asks_for_takes_no_place_and_gives_none_away(
    tmp_path: Path, count: int
) -> None:
    with graph_of(tmp_path, each_phoned_by_one(count)) as graph:
        but = frozenset({1, 2, count})
        everybody = graph.neighbours(0)
        assert graph.neighbours(0, but) == tuple(one for one in everybody if one.number not in but)


VALUES = st.fixed_dictionaries(
    {
        "phone": st.sampled_from(("", PHONE, "+57 311 765 4321")),
        "email": st.sampled_from(("", "q7x@post.example")),
        "payment": st.sampled_from(("", "PA12 0001 2233")),
        "unit": st.sampled_from(("", UNIT)),
        "letter": st.sampled_from(("", LETTER)),
    }
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(VALUES, min_size=2, max_size=6))
def test_a_tie_looks_the_same_from_both_sides(tmp_path: Path, told: list[dict[str, str]]) -> None:
    cohort = strangers(*(applicant("", **one) for one in told))  # type: ignore[arg-type]

    with graph_of(tmp_path, cohort) as graph:
        bits = {
            (number, one.number): one.bits
            for number in range(len(cohort))
            for one in graph.neighbours(number)
        }

    assert bits == {(other, number): found for (number, other), found in bits.items()}


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(range(len(OPEN) + 1)))
def test_the_order_of_the_file_changes_no_tie(tmp_path: Path, order: list[int]) -> None:
    cohort = strangers(*OPEN.values(), HIDDEN["a phone"])
    cohort = [replace(one, contacts=cohort[-1].contacts) for one in cohort]

    def ties(people: list[Dossier]) -> dict[tuple[str, str], float]:
        with graph_of(tmp_path, people) as graph:
            return {
                (one.id, other.id): other.bits
                for at, one in enumerate(people)
                for other in graph.neighbours(at)
            }

    assert ties([cohort[at] for at in order]) == ties(cohort)
