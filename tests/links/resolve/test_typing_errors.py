"""People who are mistyped, in one script or in two, are met and known again."""

import numpy as np
import pytest

from resolve_people import applicant, crowd, people_of
from tamiz.links.resolve.blocks import candidates
from tamiz.links.resolve.names import Named, compare_names
from tamiz.links.resolve.people import ADDRESS
from tamiz.links.resolve.place_evidence import compare_places
from tamiz.links.resolve.vocabulary import most_bits

ONE, OTHER = np.array([0]), np.array([1])


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Bohdan Tkachuk", "Богдае Ткачук", Named.ALIKE),  # н to е, which in Latin letters are two
        ("Viktor Rotar", "Вікшор Ротар", Named.ALIKE),
        ("Taras Kovalchuk", "Тараю Ковальчук", Named.ALIKE),
        ("Bohdan Tkachuk", "Bogdai Tkachuk", Named.KIN),  # in one script the same is too much
        ("Ivan Tkachuk", "Петро Ткачук", Named.KIN),
    ],
)
def test_a_slip_of_one_script_may_be_two_letters_of_another(
    one: str, other: str, level: Named
) -> None:
    people = people_of(applicant("a", one), applicant("b", other))
    assert compare_names(people, ONE, people, OTHER)[0][0] == level


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Serhii Poperechniak", "2003-11-19"), ("Segi Popferechniak", "2003-11-19")),
        (("Hlib Zvarych", "2005-06-10"), ("Гліб Зварир", "2005-10-06")),
        (("Vasyl Savchuk", "1979-08-14"), ("Василь Савчуц", "1980-08-14")),
        (("Pavlo Debela", "1988-02-01"), ("Pavlo Debeda", "1998-02-01")),
    ],
)
def test_who_is_mistyped_is_still_compared(one: tuple[str, str], other: tuple[str, str]) -> None:
    people = people_of(applicant("a", *one), applicant("b", *other), *crowd(50))
    left, right, _ = candidates(people)
    assert (0, 1) in set(zip(left.tolist(), right.tolist(), strict=True))


@pytest.mark.parametrize(
    ("population", "bits"), [(8, 13.0), (16_384, 13.0), (65_536, 15.0), (1_048_576, 19.0)]
)
def test_a_rare_word_is_worth_more_in_a_large_file(population: int, bits: float) -> None:
    assert most_bits(population) == pytest.approx(bits)


def test_a_town_says_more_where_nothing_speaks_against_it() -> None:
    whole = people_of(
        applicant("a", "", address="Poltava"), applicant("b", "", address="Полтава"), *crowd(50)
    )
    part = people_of(
        applicant("a", "", address="Calle Olmo 3, Poltava"),
        applicant("b", "", address="Avenida Fresno 9, Poltava"),
        *crowd(50),
    )
    bits = [compare_places(ADDRESS, some, ONE, some, OTHER)[1][0] for some in (whole, part)]
    assert bits[0] > bits[1] > 0


def bits_of_addresses(one: str, other: str) -> float:
    """What two addresses in a small town say."""
    some = people_of(
        applicant("a", "", address=one), applicant("b", "", address=other), *crowd(5_000)
    )
    return float(compare_places(ADDRESS, some, ONE, some, OTHER)[1][0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Olmo 164, 1, Udon Thani", "Fresno 53, 60, Udon Thani"),
        ("29 Wongsa Street, 53, Udon Thani", "105 Wongsa Street, 78, Udon Thani"),
    ],
)
def test_another_house_of_a_town_says_little_however_rare_the_town(one: str, other: str) -> None:
    assert 0 < bits_of_addresses(one, other) <= 4.0 < bits_of_addresses(one, one)


@pytest.mark.parametrize(
    "other",
    ["29 Wongsa Street, Udon Thani", "29 Wongsa St, flat 35, Udon Thani", "Wongsa St, Udon Thani"],
)
def test_a_flat_left_out_or_mistyped_is_no_other_house(other: str) -> None:
    assert bits_of_addresses("29 Wongsa Street, 53, Udon Thani", other) > 6.0
