"""Values that everybody has, or nobody should, cost bounded time and are told."""

from random import Random
from time import process_time

import pytest

from resolve_people import applicant, crowd, people_of
from tamiz.links.resolve import PeopleBuilder, resolve
from tamiz.links.resolve.name_words import WIDTH
from tamiz.model import Contact, ContactKind, Dossier, IdentityClaim, Name

MANY = 20_000


@pytest.mark.parametrize(
    "phone", ["000000000", "N/A", "12", "111 111 111", "9" * 5_000, "121212121"]
)
def test_a_phone_nobody_answers_is_none(phone: str) -> None:
    people = people_of(applicant("a", "Ana Bo", phone=phone))
    assert len(people.bags["phone"].values) == 0


@pytest.mark.parametrize("number", ["0000000", "N/A", "none", "xxxx", "1"])
def test_a_number_that_identifies_nobody_is_none(number: str) -> None:
    people = people_of(applicant("a", "Ana Bo", number=number))
    assert len(people.bags["number"].values) == 0


def test_a_value_that_all_share_pairs_nobody_and_is_counted() -> None:
    shared = [applicant(f"a{at}", "", email="office@example.org") for at in range(MANY)]
    started = process_time()
    found = resolve(people_of(*shared))
    assert process_time() - started < 20
    assert len(found) == 0
    block = next(one for one in found.blocks if one.scheme == "email")
    assert (block.too_large, block.left_out) == (1, MANY)


def test_one_name_and_day_for_all_is_bounded() -> None:
    same = [applicant(f"a{at}", "Juan Perez", "1990-01-01") for at in range(MANY)]
    started = process_time()
    assert len(resolve(people_of(*same))) == 0
    assert process_time() - started < 20


def test_a_name_of_500_words_is_cut() -> None:
    people = people_of(applicant("a", " ".join(f"word{at}x" for at in range(500))))
    assert people.names.shape == (1, WIDTH)


def test_a_dossier_of_500_phones_keeps_few() -> None:
    contacts = tuple(
        Contact(kind=ContactKind.PHONE, value=f"+380671{at:06d}") for at in range(123_000, 123_500)
    )
    people = people_of(Dossier(id="a", contacts=contacts))
    assert len(people.bags["phone"].values) <= 20


def test_odd_letters_are_read() -> None:
    builder = PeopleBuilder()
    for at, text in enumerate(
        ["", " ", "\ud800", "🙂", "٣٤", "a" * 10_000, ",", "de la", "محمد عبد الله"]
    ):
        builder.add(Dossier(id=str(at), identity=IdentityClaim(names=(Name(text=text),))))
    assert len(resolve(builder.build())) == 0


def test_a_shared_office_does_not_hide_a_person() -> None:
    twice = [
        applicant("a", "Arturo Villaseñor Quintana", "1990-02-07", email="office@example.org"),
        applicant("b", "Arturo Villaseñor Quintana", "1990-02-07", email="office@example.org"),
    ]
    shared = [applicant(f"o{at}", "", email="office@example.org") for at in range(500)]
    found = resolve(people_of(*twice, *shared, *crowd(100))).matches()
    assert (found.left.tolist(), found.right.tolist()) == ([0], [1])


def test_records_of_many_long_names_are_bounded() -> None:
    rng = Random(3)  # noqa: S311 - invents names
    letters = "bdfgklmnprst"

    def word() -> str:
        return "".join(rng.choice(letters) + "a" for _ in range(3))

    def names() -> tuple[Name, ...]:
        return tuple(Name(text=" ".join(word() for _ in range(20))) for _ in range(20))

    builder = PeopleBuilder()
    for at in range(300):
        builder.add(Dossier(id=str(at), identity=IdentityClaim(names=names())))
    started = process_time()
    resolve(builder.build())
    assert process_time() - started < 30
