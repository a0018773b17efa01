"""The letters of CURP and RFC, by the rules of the DOF and the SAT. All names are invented."""

import pytest

from tamiz.documents.numbers import NameSystem, PersonName, name_letters
from tamiz.documents.numbers.mexican_name import person_names
from tamiz.documents.numbers.name_letters import forbidden_words
from tamiz.model import Name, NamePart, Role


@pytest.mark.parametrize(
    ("given", "paternal", "maternal", "front", "consonants"),
    [
        ("Ricardo", "Alamán", "Pérez", "AAPR", "LRC"),  # an example of the issuer
        ("Juan José", "D/Amico", "Álvarez", "DXAJ", "XLN"),  # an example of the issuer
        ("María Fernanda", "Escamilla", "Arroyo", "EAAF", "SRR"),
        ("Ma. Fernanda", "Escamilla", "Arroyo", "EAAF", "SRR"),
        ("Ma de los Ángeles", "Escamilla", "Arroyo", "EAAA", "SRN"),
        ("José Luis", "Pérez", "Gómez", "PEGL", "RMS"),
        ("J. Luis", "Pérez", "Gómez", "PEGL", "RMS"),
        ("José", "Pérez", "Gómez", "PEGJ", "RMS"),
        ("María", "Pérez", "Gómez", "PEGM", "RMR"),
        ("Luis José", "Pérez", "Gómez", "PEGL", "RMS"),
        ("Carmen", "de la Peña", "de los Ríos", "PERC", "XSR"),
        ("Luz", "Ñáñez", "Ortiz", "XAOL", "XRZ"),
        ("Luz", "Ibáñez", "Muñoz", "IAML", "BXZ"),
        ("Andrés", "Ich", "Rodríguez", "IXRA", "CDN"),
        ("Luis", "Pérez", "", "PEXL", "RXS"),
        ("Luis", "", "Pérez", "PEXL", "RXS"),
        ("Carlos", "MacGregor", "Mc Donald", "MADC", "CNR"),
        ("Juan", "Von der Heide", "Van Dyck", "HEDJ", "DYN"),
        ("Leonor", "Güereña", "Argüelles", "GUAL", "RRN"),
        ("Luis", "D'Amico", "Álvarez", "DXAL", "XLS"),
        ("Luis", "Pérez-Ruiz", "Gómez", "PEGL", "RMS"),
        ("Oscar", "Camargo", "Carmona", "CXCO", "MRS"),  # CACO is on the list
        ("Ana", "Oca", "Ua", "OAUA", "CXN"),
        ("Io", "Ea", "Ua", "EAUI", "XXX"),
    ],
)
def test_curp(given: str, paternal: str, maternal: str, front: str, consonants: str) -> None:
    made = name_letters(PersonName(given, paternal, maternal), NameSystem.CURP)

    assert (made.front, made.consonants) == (front, consonants)


@pytest.mark.parametrize(
    ("given", "paternal", "maternal", "front"),
    [
        ("Juan", "Barrios", "Fernández", "BAFJ"),  # this and the next four: well-known examples
        ("Eva", "Iriarte", "Méndez", "IIME"),
        ("Alberto", "O", "Lara", "OLAL"),
        ("Juan", "Martínez", "", "MAJU"),
        ("Gerarda", "", "Zafra", "ZAGE"),
        ("María Luisa", "Pérez", "Hernández", "PEHL"),
        ("Carmen", "de la Peña", "Ramírez", "PERC"),
        ("Oscar", "Camargo", "Carmona", "CACX"),  # the last letter of a word of the list
    ],
)
def test_rfc(given: str, paternal: str, maternal: str, front: str) -> None:
    assert name_letters(PersonName(given, paternal, maternal), NameSystem.RFC).front == front


@pytest.mark.parametrize("system", NameSystem)
def test_no_name_makes_a_forbidden_word(system: NameSystem) -> None:
    """Each word of the list is asked for letter by letter; none comes out."""
    for word in forbidden_words(system):
        surname = word[0] + word[1] if word[1] in "AEIOU" else word[0]
        person = PersonName(word[3] + "ANA", surname + "TRE", word[2] + "ORES")

        assert name_letters(person, system).front not in forbidden_words(system)


def test_the_lists_are_the_official_ones() -> None:
    assert len(forbidden_words(NameSystem.CURP)) == 81
    assert len(forbidden_words(NameSystem.RFC)) == 41


def test_parts_that_are_told_apart_are_kept() -> None:
    name = Name(
        text="x",
        parts=(
            NamePart(Role.GIVEN, "Ana"),
            NamePart(Role.PATERNAL, "Montes de Oca"),
            NamePart(Role.MATERNAL, "Ruiz"),
        ),
    )

    assert list(person_names(name)) == [PersonName("Ana", "Montes de Oca", "Ruiz")]


def test_surnames_in_one_are_split_everywhere_but_behind_a_particle() -> None:
    told = person_names(Name(text="MONTES DE OCA RUIZ, Ana"))

    assert [(one.paternal, one.maternal) for one in told] == [
        ("MONTES", "DE OCA RUIZ"),
        ("MONTES DE OCA", "RUIZ"),
        ("MONTES DE OCA RUIZ", ""),
    ]


def test_a_bare_text_is_read_in_both_orders() -> None:
    told = set(person_names(Name(text="Ana Ruiz Soto")))

    assert PersonName("Ana", "Ruiz", "Soto") in told
    assert PersonName("Soto", "Ana", "Ruiz") in told


def test_one_word_is_no_full_name() -> None:
    assert list(person_names(Name(text="Ana"))) == []
