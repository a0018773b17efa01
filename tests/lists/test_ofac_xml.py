"""OFAC's three XML forms."""

import pytest

from lists.forms import sample
from tamiz.model import IdentifierKind, NameKind, PartyLink, PartyType, Sex


@pytest.mark.parametrize("name", ["sdn.xml", "sdn_enhanced.xml", "sdn_advanced.xml"])
def test_every_form_tells_the_same_of_a_person(name: str) -> None:
    person = sample("us-ofac-sdn", name)["101"]

    assert person.names[0].text.startswith("QUINDIM")
    assert person.names[0].text.endswith(", Zoltar")
    assert "EL GRIS" in [one.text for one in person.names if one.kind is NameKind.WEAK]
    assert person.birth_dates[0].year == 1976
    assert person.birth_places[0].country == "mx"
    assert person.sex is Sex.MALE
    assert ("G00000001", "mx") in [
        (one.number, one.country)
        for one in person.identifiers
        if one.kind is IdentifierKind.PASSPORT
    ]
    assert person.programmes[0] == "SDNTK"
    assert [(link.name, link.target) for link in person.links] == [("CARTEL DE LA NUBE", "102")]


@pytest.mark.parametrize("name", ["sdn.xml", "sdn_enhanced.xml", "sdn_advanced.xml"])
def test_the_group_carries_the_tag_and_its_member_does_not(name: str) -> None:
    records = sample("us-ofac-sdn", name)

    assert "FTO" in records["102"].programmes
    assert "FTO" not in records["101"].programmes


def test_the_plain_form_tells_strong_weak_and_former_names_apart() -> None:
    records = sample("us-ofac-sdn", "sdn.xml")

    assert [(one.text, one.kind) for one in records["101"].names] == [
        ("QUINDIM MORELLO, Zoltar", NameKind.PRIMARY),
        ("QUINDEN, Zoltan", NameKind.ALIAS),
        ("EL GRIS", NameKind.WEAK),
    ]
    assert records["102"].names[1].kind is NameKind.FORMER
    assert records["103"].type is PartyType.VESSEL
    assert [date.text() for date in records["101"].birth_dates] == ["1976-04-12", "~1977"]
    assert records["101"].contacts[0].value == "zq@example.org"


@pytest.mark.parametrize("name", ["sdn_enhanced.xml", "sdn_advanced.xml"])
def test_the_rich_forms_keep_original_script_and_the_kind_of_tie(name: str) -> None:
    person = sample("us-ofac-sdn", name)["101"]

    scripts = [one.text for one in person.names if one.kind is NameKind.SCRIPT]
    assert len(scripts) == 1
    assert scripts[0].startswith("КВИНДИМ")
    assert person.links == (
        PartyLink(relation="acting for or on behalf of", name="CARTEL DE LA NUBE", target="102"),
    )
    assert person.listed_on == "2025-03-01"
    assert [(one.text, one.country) for one in person.addresses] == [("Villa Ficta, Mexico", "mx")]


def test_the_advanced_form_follows_its_numbers() -> None:
    person = sample("us-ofac-sdn", "sdn_advanced.xml")["101"]

    assert [date.text() for date in person.birth_dates] == ["~1976"]
    assert [one.country for one in person.nationalities] == ["mx"]
