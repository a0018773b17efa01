"""Ties that two applicants declare by name."""

import pytest
from msgspec.structs import replace

from checks.links.tied import applicant, party
from tamiz.links.graph.kin import are_kin, kin_of
from tamiz.model import Dossier, IdentityClaim, IdentityEvidence, Name, NamePart, RelationKind, Role


def _told(key: str, given: str, family: str) -> Dossier:
    """An applicant who tells which name is which."""
    parts = (NamePart(text=given, role=Role.GIVEN), NamePart(text=family, role=Role.FAMILY))
    name = Name(text=f"{given} {family}", parts=parts)
    return Dossier(id=key, identity=IdentityClaim(names=(name,)))


def _printed(name: str) -> IdentityEvidence:
    return IdentityEvidence(bearer=IdentityClaim(names=(Name(text=name),)))


RELATIVE, REFEREE = RelationKind.RELATIVE, RelationKind.REFEREE
KIN: dict[str, tuple[Dossier, Dossier]] = {
    "one family name": (applicant("A", "Iván Palacios"), applicant("B", "Luis Palacios Cuesta")),
    "one family name in two scripts": (
        applicant("A", "Олег Мельник"), applicant("B", "Petro Melnyk"),
    ),
    "one family name that stands first": (
        applicant("A", "Kim Ki-rok"), applicant("B", "Kim Seo-won"),
    ),
    "an unknown family name behind a given name that others bear as family name": (
        applicant("A", "Saba Nakiadze"), applicant("B", "Gocha Nakiadze"),
    ),
    "one family name that is a given name as well": (
        applicant("A", "Derek Thomas Morris"), applicant("B", "Rhys Zachary Morris"),
    ),
    "a sister's family name": (applicant("A", "Marian Zeman"), applicant("B", "Soňa Zemanová")),
    "a family name that all women bear so": (
        applicant("A", "Olha Petrova"), applicant("B", "Іван Петров"),
    ),
    "a father's name and a family name that are given names as well": (
        applicant("A", "Dina Ibrahim Nasser"), applicant("B", "Nour Ibrahim Nasser"),
    ),
    "a family name that one tells and the other writes at the end": (
        applicant("A", "Tarek Tarek Mansour"),
        _told("B", "Taha Tarek", "Mansour"),
    ),
    "a family name that ends like a father's": (
        applicant("A", "Leszek Rosowicz"), applicant("B", "Piotr Rosowicz"),
    ),
    "a married woman's family name on her passport": (
        _told("A", "Elisa", "Esposito"),
        replace(applicant("B", "Francesca Manlino"), documents=(_printed("Esposito, Francesca"),)),
    ),
    "one names the other": (
        applicant("A", "Iván Palacios", relations=[party(REFEREE, "Heberto Hinestroza Caicedo")]),
        applicant("B", "Heberto Hinestroza"),
    ),
    "the other names one": (
        applicant("A", "Iván Palacios"),
        applicant("B", "Heberto Hinestroza", relations=[party(RELATIVE, "PALACIOS Ivan, primo")]),
    ),
}  # fmt: skip
STRANGERS: dict[str, tuple[Dossier, Dossier]] = {
    "nothing in common": (applicant("A", "Iván Palacios"), applicant("B", "Heberto Hinestroza")),
    "one given name": (applicant("A", "Luis Zambrano"), applicant("B", "Luis Pérez")),
    "one given name behind": (applicant("A", "Zambrano Luis"), applicant("B", "Pérez Luis")),
    "a family name at the end that is a given name as well, and another father": (
        applicant("A", "Dina Ibrahim Nasser"),
        applicant("B", "Nour Tarek Nasser"),
    ),
    "one father's name at the end": (
        applicant("A", "Мельник Іван Петрович"),
        applicant("B", "Ткачук Олег Петрович"),
    ),
    "one syllable of given names": (
        applicant("A", "Jung Ki-min"),
        applicant("B", "Park Soo-min"),
    ),
    "one word of a name that one gives": (
        applicant("A", "Iván Palacios", relations=[party(REFEREE, "Heberto Cuesta")]),
        applicant("B", "Heberto Hinestroza"),
    ),
    "both name a third": (
        applicant("A", "Iván Palacios", relations=[party(REFEREE, "Ana Luna")]),
        applicant("B", "Heberto Hinestroza", relations=[party(REFEREE, "Ana Luna")]),
    ),
    "empty dossiers": (Dossier(id="A"), Dossier(id="B")),
}


@pytest.mark.parametrize("pair", KIN.values(), ids=KIN)
def test_these_declare_a_tie(pair: tuple[Dossier, Dossier]) -> None:
    one, other = map(kin_of, pair)

    assert are_kin(one, other)
    assert are_kin(other, one)


@pytest.mark.parametrize("pair", STRANGERS.values(), ids=STRANGERS)
def test_these_declare_none(pair: tuple[Dossier, Dossier]) -> None:
    one, other = map(kin_of, pair)

    assert not are_kin(one, other)
    assert not are_kin(other, one)
