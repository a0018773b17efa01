"""How two values are alike, value by value."""

import numpy as np
import pytest

from resolve_people import applicant, crowd, people_of
from tamiz.links.resolve.births import Birth, compare_births
from tamiz.links.resolve.keys import fast_number, number_value, phone_digits
from tamiz.links.resolve.names import Named, compare_names
from tamiz.links.resolve.values import are_near
from tamiz.normalise.identifiers import identifier_key

ONE, OTHER = np.array([0]), np.array([1])
BIRTHS = [
    ("1985-03-14", "14.03.1985", Birth.SAME),
    ("1985-03-04", "1985-04-03", Birth.SWAPPED),
    ("1985-03-14", "1986-03-14", Birth.YEAR_ONE),
    ("1985-03-14", "1995-03-14", Birth.DECADE),
    ("1985-03-14", "1985-03-15", Birth.DIGIT),
    ("1985-03-14", "1985-03", Birth.MONTH_ONLY),
    ("1985-03-14", "1985", Birth.YEAR_ONLY),
    ("1985-03-14", "1985-03-29", Birth.SAME_MONTH),
    ("1985-03-14", "1972-03-14", Birth.SAME_DAY),
    ("1985-03-14", "1967-03-14", Birth.SAME_DAY),
    ("1985-03-14", "1962-03-14", Birth.FAR_DAY),
    ("1985-03-14", "1985-11-27", Birth.SAME_YEAR),
    ("1985-03-14", "1984-11-27", Birth.NEAR),
    ("1985-03-14", "1969-11-27", Birth.DIFFERENT),
    ("1985-03-14", "", Birth.UNTOLD),
    ("03/04/1985", "1985-04-03", Birth.SAME),
]
NAMES = [
    ("Ana Bo Cruz", "Ana Bo Cruz", Named.SAME),
    ("Oleksandr Shevchenko", "Олександр Шевченко", Named.SAME),
    ("Serhii Havrylenko", "Сергій Гавриленкфо", Named.ALIKE),
    ("José García López", "Pepe Garcia", Named.PART),
    ("García López, José", "José Lopez Garcia", Named.SAME),
    ("BONDAR, Iryna", "BONDAR, Svitlana", Named.KIN),
    ("Ana Bo", "Petro Kuzmenko", Named.DIFFERENT),
    ("Ana Bo", "", Named.UNTOLD),
]


@pytest.mark.parametrize(("one", "other", "level"), BIRTHS)
def test_birth_dates(one: str, other: str, level: Birth) -> None:
    people = people_of(applicant("a", "", one), applicant("b", "", other))
    assert compare_births(people, ONE, people, OTHER)[0][0] == level


@pytest.mark.parametrize(("one", "other", "level"), NAMES)
def test_names(one: str, other: str, level: Named) -> None:
    people = people_of(applicant("a", one), applicant("b", other))
    assert compare_names(people, ONE, people, OTHER)[0][0] == level


@pytest.mark.parametrize(
    ("other", "is_less"),
    [
        ("Haitham Rami Al-Zajjari", True),
        ("AL-ZAJJARI, Rami Haitham", False),
        ("Al-Zajjari Rami Haitham", False),
        ("Rami Haitham Al-Zajjari", False),
    ],
)
def test_given_names_in_each_others_place_say_less(other: str, *, is_less: bool) -> None:
    names = ("Rami Haitham Al-Zajjari", "Rami Haitham Al-Zajjari", other)
    people = people_of(*(applicant(str(at), name) for at, name in enumerate(names)), *crowd(2_000))

    _, (same, turned) = compare_names(people, np.array([0, 0]), people, np.array([1, 2]))

    assert bool(turned <= same - 5) is is_less


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كريم باسل الحداوي", "Callum Daniel White"),
        ("Юрій Миколайович Баранець", "Ronnie Burns"),
    ],
)
def test_names_of_which_no_word_is_near_say_little(one: str, other: str) -> None:
    people = people_of(applicant("a", one), applicant("b", other), *crowd(2_000))

    _, (bits,) = compare_names(people, ONE, people, OTHER)

    assert bits < 8


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("3184710691", "3184710697", True),
        ("3184710691", "3184701691", True),
        ("AB123456", "AB123465", True),
        ("3184710691", "3184710691", False),
        ("3184710691", "2184710697", False),
        ("3184710691", "318471069", False),
        ("X" * 20 + "1", "X" * 20 + "2", False),
    ],
)
def test_numbers_that_differ_by_a_typing_error(one: str, other: str, near: bool) -> None:
    values = [np.array([number_value(key)], dtype=np.uint64) for key in (one, other)]
    assert are_near(*values)[0] == near


@pytest.mark.parametrize(
    "number", ["AB 123-456", "ab123456", "n/a", "000000", "1111", "12", "XXXX", "АВ123456", "TEST"]
)
def test_plain_numbers_are_read_as_elsewhere(number: str) -> None:
    assert fast_number(number) == identifier_key(number)


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("+380 (44) 279-00-01", b"442790001"),
        ("044 279-00-01", b"442790001"),
        ("+34 600 111 222 ext. 5", b"600111222"),
        ("٠٤٤٢٧٩٠٠٠١", b"442790001"),
        ("none", b""),
    ],
)
def test_phones_by_their_last_digits(phone: str, digits: bytes) -> None:
    assert phone_digits(phone) == digits
