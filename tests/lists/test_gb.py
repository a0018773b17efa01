"""The two British lists: the UK Sanctions List and OFSI's older one."""

from pathlib import Path

import pytest

from lists.forms import read, sample
from tamiz.model import IdentifierKind, NameKind, PartyLink, PartyType, Sex


@pytest.mark.parametrize("name", ["UK-Sanctions-List.xml", "UK-Sanctions-List.csv"])
def test_both_forms_of_the_uk_list_tell_the_same(name: str) -> None:
    records = sample("gb-fcdo", name)
    person = records["FIC0001"]

    assert person.names[0].text == "Omran Ficti AL-NADIR"
    assert ("TALHA", NameKind.WEAK) in [(one.text, one.kind) for one in person.names]
    assert ("عمران النادر", NameKind.SCRIPT) in [(one.text, one.kind) for one in person.names]
    assert [date.text() for date in person.birth_dates] == ["1984-03-09", "1986"]
    assert [(one.text, one.country) for one in person.birth_places] == [("Tunis, Tunisia", "tn")]
    assert person.sex is Sex.MALE
    assert [one.country for one in person.nationalities] == ["tn"]
    assert [(one.kind, one.number, one.country) for one in person.identifiers] == [
        (IdentifierKind.PASSPORT, "X000001", "tn"),
        (IdentifierKind.NATIONAL, "00000017", "tn"),
    ]
    assert person.references == ("99001", "QDi.900")
    assert person.listed_on == "2020-12-31"
    assert person.position == "Trainer"
    assert [one.text for one in person.addresses] == ["1 Nowhere Road, Tunisia"]
    assert [one.value for one in person.contacts] == ["+216 00000001"]
    assert person.raw == "An invented person."


@pytest.mark.parametrize("name", ["UK-Sanctions-List.xml", "UK-Sanctions-List.csv"])
def test_firms_and_ships_keep_their_numbers_and_parents(name: str) -> None:
    records = sample("gb-fcdo", name)

    assert records["FIC0002"].type is PartyType.ORGANISATION
    assert [one.number for one in records["FIC0002"].identifiers] == ["1020000000001"]
    assert records["FIC0002"].links == (PartyLink(relation="subsidiary of", name="NULA GROUP"),)
    assert records["FIC0003"].type is PartyType.VESSEL
    assert [(one.number, one.scheme) for one in records["FIC0003"].identifiers] == [
        ("9000001", "imo")
    ]


def test_a_variation_of_the_primary_name_is_an_alias() -> None:
    names = sample("gb-fcdo", "UK-Sanctions-List.xml")["FIC0001"].names

    assert ("Umran AL-NADIR", NameKind.ALIAS) in [(one.text, one.kind) for one in names]


def test_ofsi_rows_of_one_group_are_one_party() -> None:
    records = sample("gb-ofsi", "ConList.csv")
    person = records["99001"]

    assert [(one.text, one.kind) for one in person.names] == [
        ("Omran Ficti AL-NADIR", NameKind.PRIMARY),
        ("عمران النادر", NameKind.SCRIPT),
        ("Umran NADIR", NameKind.ALIAS),
        ("TALHA", NameKind.WEAK),
    ]
    assert [date.text() for date in person.birth_dates] == ["1984-03-09", "1986"]
    assert [one.country for one in person.nationalities] == ["tn", "ly"]
    assert [(one.kind, one.number, one.country) for one in person.identifiers] == [
        (IdentifierKind.PASSPORT, "X000001", "tn"),
        (IdentifierKind.NATIONAL, "00000017", "tn"),
    ]
    assert person.references == ("QDi.900",)
    assert records["99002"].names[1].kind is NameKind.FORMER
    assert records["99002"].addresses[0].country == "ly"


def test_the_older_ofsi_form_keeps_number_and_details_in_one_column(tmp_path: Path) -> None:
    path = tmp_path / "ConList.csv"
    path.write_text(
        "Last Updated,13/04/2018\n"
        "Name 6,Name 1,DOB,Passport Details,NI Number,Group Type,Alias Type,Regime,Listed On,Group ID\n"
        "NADIR,Omran,00/00/1984,(1) X0000011 (Tunisian) issued in 1993 (2) Y0000022 (Libyan),"
        "National ID no. 0000017,Individual,Prime Alias,Ficta,01/02/2003,7001\n",
        encoding="utf-8",
    )

    (person,) = read("gb-ofsi", (path,))

    assert [(one.number, one.country) for one in person.identifiers] == [
        ("X0000011", "tn"), ("Y0000022", "ly"), ("0000017", None),
    ]  # fmt: skip
    assert person.names[0].kind is NameKind.PRIMARY
    assert person.listed_on == "2003-02-01"
