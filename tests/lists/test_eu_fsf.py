"""The European Union's list."""

from pathlib import Path

import pytest

from lists.forms import SAMPLES, read, sample
from tamiz.model import IdentifierKind, NameKind, PartyType, Sex

FORMS = ["eu.xml", "eu.csv", "eu_2018.csv"]


@pytest.mark.parametrize("name", FORMS)
def test_every_form_tells_the_same_of_a_person(name: str) -> None:
    person = sample("eu-fsf", name)["EU.900.1"]

    assert person.type is PartyType.PERSON
    assert (person.names[0].text, person.names[0].kind) == (
        "Omran Ficti Al-Nadir",
        NameKind.PRIMARY,
    )
    assert person.birth_dates[0].text() == "1984-03-09"
    assert person.birth_places[0].country == "tn"
    assert person.birth_places[0].text.startswith("Tunis")
    assert "J.O." not in person.birth_places[0].text
    assert person.sex is Sex.MALE
    assert [(one.kind, one.number) for one in person.identifiers] == [
        (IdentifierKind.PASSPORT, "X000001")
    ]
    assert person.programmes == ("TAQA",)
    assert person.position == "Trainer"
    assert "900" in person.references
    assert person.raw == "An invented person."


@pytest.mark.parametrize("name", FORMS)
def test_a_firm_is_a_firm(name: str) -> None:
    assert sample("eu-fsf", name)["EU.901.1"].type is PartyType.ORGANISATION


def test_the_xml_marks_weak_aliases_and_original_script() -> None:
    person = sample("eu-fsf", "eu.xml")["EU.900.1"]

    assert [one.kind for one in person.names] == [
        NameKind.PRIMARY, NameKind.WEAK, NameKind.SCRIPT,
    ]  # fmt: skip
    assert person.references == ("900", "QDi.900")
    assert [one.text for one in person.addresses] == ["Rue Nulle 1, Ariana, Tunisia"]


def test_a_year_of_another_calendar_is_not_read_as_ours() -> None:
    person = sample("eu-fsf", "eu.xml")["EU.900.1"]

    assert [date.text() for date in person.birth_dates] == ["1984-03-09", "~1985/1987"]


def test_a_line_with_a_stray_semicolon_still_belongs_to_its_entity(tmp_path: Path) -> None:
    path = tmp_path / "eu.csv"
    text = (SAMPLES / "eu_2018.csv").read_text(encoding="utf-8")
    path.write_text(text.replace("Tunis (J.O. FR)", "Tunis; near the port"), encoding="utf-8")

    assert [record.id for record in read("eu-fsf", (path,))] == ["EU.900.1", "EU.901.1"]
