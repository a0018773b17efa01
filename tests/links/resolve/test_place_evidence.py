"""What the places that two records name are worth."""

import numpy as np
import pytest

from resolve_people import applicant, crowd, people_of
from tamiz.links.resolve.people import ADDRESS
from tamiz.links.resolve.place_evidence import compare_places
from tamiz.links.resolve.places import PlaceWords, are_one_number
from tamiz.links.resolve.weights import weights

ONE, OTHER = np.array([0]), np.array([1])
HOME = "48 Sadlier Street, Punchbowl, 4860, NSW"


def bits_of(one: str, other: str, *, neighbours: int = 0) -> float:
    """What two addresses say, of which the first is that of some more people."""
    several = [applicant(f"n{at}", "", address=one) for at in range(neighbours)]
    some = people_of(
        applicant("a", "", address=one),
        applicant("b", "", address=other),
        *several,
        *crowd(3_000),
    )
    return float(compare_places(ADDRESS, some, ONE, some, OTHER)[1][0])


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("48", "48", True),
        ("48", "84", True),
        ("4860", "4806", True),
        ("4860", "4863", True),
        ("48", "49", False),
        ("148", "149", False),
        ("4860", "486", False),
        ("4860", "4917", False),
        ("48", "Punchbowl", False),
        ("Punchbowl", "Punchbowl", False),
        ("9" * 40, "9" * 40, True),
    ],
)
def test_numbers_of_places_that_are_a_slip_apart(one: str, other: str, is_one: bool) -> None:
    words = PlaceWords()
    values = [np.array(words.read(text), dtype=np.uint64) for text in (one, other)]
    assert are_one_number(*values)[0] == is_one


@pytest.mark.parametrize(
    "other",
    [
        "84 Sadlier Street, Punchbowl, 4806, NSW",
        "48 Sadlier Street, Punchbowl, 2, NSW",
        "12 Sadlier Street, Punchbowl, 4863, NSW",
    ],
)
def test_a_slip_in_its_numbers_makes_no_other_house(other: str) -> None:
    assert bits_of(HOME, other) > weights().place["address_elsewhere_most"]


@pytest.mark.parametrize(
    "other", ["49 Sadlier Street, Punchbowl, 2100, NSW", "2 Elm Street, Punchbowl, 3111, NSW"]
)
def test_of_another_house_in_the_town_little_is_left(other: str) -> None:
    assert 0 < bits_of(HOME, other) <= weights().place["address_elsewhere_most"]


def test_a_whole_address_says_more_than_a_part_of_it() -> None:
    assert bits_of(HOME, HOME) > bits_of(HOME, "48 Sadlier Street") + 3


def test_an_address_that_many_have_says_no_more_for_its_many_words() -> None:
    short, long = (
        "Hostel Dubrava",
        "Hostel Dubrava, block B, Zelena street, Sykhiv, Lviv, Halychyna",
    )
    assert bits_of(long, long, neighbours=300) < 2 * bits_of(short, short, neighbours=300)
    assert bits_of(long, long, neighbours=300) < bits_of(long, long)


@pytest.mark.parametrize(
    ("one", "other", "is_shared"),
    [
        ("вул. Лесі Українки, 88, кв. 62, Суми", "Carrera 35 # 33-62, Osorno", False),
        (HOME, "48 Zadler Street, Penchbawl, 4860, NSV", True),  # the postcode
        ("62 Mill Lane, Bath", "62 Mill Lane, Ely", True),
    ],
)
def test_a_house_s_number_alone_is_no_place_in_common(
    one: str, other: str, *, is_shared: bool
) -> None:
    assert (bits_of(one, other) > 0) is is_shared
