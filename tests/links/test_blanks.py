"""Document numbers as places in a series."""

import pytest

from tamiz.links import blanks_of, circles_of, units_of
from tamiz.model import Address, Dossier, IdentityEvidence, Service


def series(number: str, state: str | None = "pa") -> list[tuple[str, int]]:
    document = IdentityEvidence(number=number, issuing_state=state)
    return [(one.series, one.number) for one in blanks_of(Dossier(id="A1", documents=(document,)))]


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("PA0412207", ("pa PA 7", 412207)),
        ("PA 041-2207", ("pa PA 7", 412207)),
        ("pa0412207", ("pa PA 7", 412207)),
        ("0412207", ("pa  7", 412207)),
    ],
)
def test_a_number_has_a_place_in_the_series_of_its_letters(
    number: str, place: tuple[str, int]
) -> None:
    assert series(number) == [place]


@pytest.mark.parametrize("number", ["", "PA1", "PA04A2207", "ABCDE12345", "9" * 20])
def test_other_numbers_have_none(number: str) -> None:
    assert series(number) == []


def test_without_a_state_there_is_no_series() -> None:
    assert series("PA0412207", None) == []


def units(organisation: str) -> frozenset[str]:
    service = Service(text=organisation, organisation=organisation)
    return units_of(Dossier(id="A1", history=(service,)))


def test_a_unit_is_its_words_in_any_order_and_script() -> None:
    assert units("Batallón 3") == units("3 BATALLON")


@pytest.mark.parametrize("organisation", ["", "Ejército", "Policía Nacional", "Збройні сили"])
def test_an_army_is_no_unit(organisation: str) -> None:
    assert units(organisation) == frozenset()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("Calle 7 # 4-12, vereda La Unión, San Miguel", {"village mihil san unun"}),
        ("San Miguel, El Salvador", set()),  # may be a town
        ("Calle 7 # 4-12, San Miguel", set()),
    ],
)
def test_people_of_one_village_are_a_circle(address: str, expected: set[str]) -> None:
    found = circles_of(Dossier(id="A1", addresses=(Address(text=address),)))

    assert found == expected
