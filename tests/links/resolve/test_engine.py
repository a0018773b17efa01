"""Who is found to be one person, and who is not."""

import numpy as np
import pytest

from resolve_people import applicant, crowd, people_of
from tamiz.links.resolve import resolve
from tamiz.model import Dossier, Sex

HOME = "123 Slessor Crescent, Glebe Garden, Wisemans Ferry, 2517"
ONE_PERSON = {
    "same in another script": (
        applicant("a", "Oleksandr Shevchenko", "1985-03-14", phone="+380 67 123 45 67"),
        applicant("b", "Олександр Шевченко", "14.03.1985", phone="067 123 45 67"),
    ),
    "day and month exchanged": (
        applicant("a", "Arturo Villaseñor Quintana", "1990-02-07", number="G12345678"),
        applicant("b", "Arturo Villasenor Quintana", "1990-07-02", number="G12345678"),
    ),
    "second surname dropped, another year": (
        applicant("a", "Arturo Villaseñor Quintana", "1990-02-07", email="art.v@example.org"),
        applicant("b", "Arturo Villaseñor", "1991-02-07", email="ART.V@example.org"),
    ),
    "nothing but the number and a name mistyped": (
        applicant("a", "Wilhelmina Oosterhuis", number="NX4412K87", phone="+31 20 555 1234"),
        applicant("b", "Wilhelmnia Oosterhuis", number="NX 4412-K87", phone="+31205551234"),
    ),
}
TWO_PEOPLE = {
    "brothers in one home, told in full": (
        applicant("a", "Petro Bondar", "1985-03-14", address=HOME, number="FA123456"),
        applicant("b", "Ivan Bondar", "1988-11-30", address=HOME, number="FB987001"),
    ),
    "namesakes born on other days": (
        applicant("a", "María García", "1985-03-14", number="A1234567"),
        applicant("b", "María García", "1971-11-30", number="B7654321"),
    ),
    "a phone of a family": (
        applicant("a", "Petro Bondar", "1960-03-14", phone="+380671234567", sex=Sex.MALE),
        applicant("b", "Olena Bondar", "1988-11-30", phone="+380671234567", sex=Sex.FEMALE),
    ),
    "twins with neighbouring tax numbers": (
        applicant(
            "a",
            "BONDAR, Iryna",
            "1988-11-30",
            address="Львів, вул. Зелена 14",
            phone="+380671234567",
            personal="3247510691",
        ),
        applicant(
            "b",
            "BONDAR, Svitlana",
            "1988-11-30",
            address="Львів, вул. Зелена 14",
            phone="+380671234567",
            personal="3247510681",
        ),
    ),
    "father and son of one name": (
        applicant(
            "a", "Petro Ivanenko", "1960-01-05", address="Odesa, Derybasivska 3", number="FA123456"
        ),
        applicant(
            "b", "Petro Ivanenko", "1990-08-17", address="Odesa, Derybasivska 3", number="FB987001"
        ),
    ),
    "strangers born on one day": (
        applicant("a", "Petro Bondar", "1985-03-14"),
        applicant("b", "Iryna Melnyk", "1985-03-14"),
    ),
}


def _said(*dossiers: Dossier) -> bool:
    """Whether the first two of a file of two thousand are said to be one person."""
    found = resolve(people_of(*dossiers, *crowd(2_000))).matches()
    return (0, 1) in set(zip(found.left.tolist(), found.right.tolist(), strict=True))


@pytest.mark.parametrize("pair", ONE_PERSON.values(), ids=ONE_PERSON)
def test_one_person_is_found(pair: tuple[Dossier, Dossier]) -> None:
    assert _said(*pair)


@pytest.mark.parametrize("pair", TWO_PEOPLE.values(), ids=TWO_PEOPLE)
def test_two_people_are_kept_apart(pair: tuple[Dossier, Dossier]) -> None:
    assert not _said(*pair)


def test_strangers_are_not_said_to_be_one() -> None:
    assert len(resolve(people_of(*crowd(3_000))).matches()) == 0


def test_a_file_of_nobody_has_no_pairs() -> None:
    assert len(resolve(people_of())) == 0


def test_a_dossier_that_says_nothing_is_nobody() -> None:
    assert len(resolve(people_of(Dossier(id="a"), Dossier(id="b")))) == 0


def test_order_of_dossiers_changes_nothing() -> None:
    dossiers = [*ONE_PERSON["same in another script"], *crowd(300)]
    forward, back = resolve(people_of(*dossiers)), resolve(people_of(*reversed(dossiers)))
    assert np.allclose(np.sort(forward.bits), np.sort(back.bits), atol=1e-3)


def test_the_same_evidence_is_worth_less_among_more_people() -> None:
    pair = ONE_PERSON["day and month exchanged"]
    few, many = (resolve(people_of(*pair, *crowd(count))) for count in (10, 3_000))
    assert few.probability[0] >= many.probability[0]
