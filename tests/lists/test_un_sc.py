"""The UN's consolidated list."""

import pytest

from lists.forms import sample
from tamiz.lists.un_documents import document_number
from tamiz.lists.un_names import split_aliases
from tamiz.model import IdentifierKind, NameKind, Sex


def test_a_person_has_all_its_values() -> None:
    person = sample("un-sc", "un.xml")["QDi.900"]

    assert person.names[0].text == "OMRAN FICTI AL-NADIR"
    assert person.sex is Sex.MALE
    assert [one.country for one in person.nationalities] == ["tn"]
    assert [(one.text, one.country) for one in person.birth_places] == [("Tunis, Tunisia", "tn")]
    assert [one.text for one in person.addresses] == ["Ariana, Tunisia"]
    assert person.position == "Trainer; Courier"
    assert person.programmes == ("Al-Qaida",)
    assert person.listed_on == "2014-09-23"
    assert person.references == ("QDi.900", "1")
    assert person.url == "https://www.interpol.int/en/Notices#2026-900"
    assert person.raw == "An invented person."


def test_a_link_to_the_page_of_all_notices_is_no_link_to_this_one() -> None:
    assert sample("un-sc", "un.xml")["TAe.900"].url == ""


def test_aliases_are_one_by_one_and_keep_their_quality_and_script() -> None:
    person = sample("un-sc", "un.xml")["QDi.900"]

    assert [(one.text, one.kind) for one in person.names[1:]] == [
        ("عمران فكتي النادر", NameKind.SCRIPT),
        ("Umran Fikti", NameKind.ALIAS),
        ("Omran Fikty", NameKind.ALIAS),
        ("Imran Fikti", NameKind.ALIAS),
        ("TALHA", NameKind.WEAK),
        ("أبو فكتي", NameKind.SCRIPT),
        ("Abu Ficti", NameKind.ALIAS),
        ("Al-Nadir", NameKind.ALIAS),
        ("النادر", NameKind.SCRIPT),
    ]


def test_every_birth_date_is_kept_with_its_precision_also_that_of_an_alias() -> None:
    person = sample("un-sc", "un.xml")["QDi.900"]

    assert [date.text() for date in person.birth_dates] == [
        "1985", "1984-03-09", "1983/1986", "~1986",
    ]  # fmt: skip


def test_documents_are_told_apart_and_their_numbers_freed_from_prose() -> None:
    person = sample("un-sc", "un.xml")["QDi.900"]

    assert [(one.kind, one.number, one.country) for one in person.identifiers] == [
        (IdentifierKind.PASSPORT, "X000001", "tn"),
        (IdentifierKind.NATIONAL, "00000017", "tn"),
    ]


def test_two_people_under_one_reference_stay_on_the_list_and_apart() -> None:
    records = sample("un-sc", "un.xml")

    assert records["TAi.900"].names[0].text == "TALHA"
    assert records["TAi.900#3"].names[0].text == "ANOTHER PERSON"
    assert records["TAi.900"].references[0] == records["TAi.900#3"].references[0] == "TAi.900"


def test_a_group_keeps_its_former_name() -> None:
    assert [(one.text, one.kind) for one in sample("un-sc", "un.xml")["TAe.900"].names] == [
        ("FICTA MONEY EXCHANGE", NameKind.PRIMARY),
        ("Ficta Hawala", NameKind.ALIAS),
        ("Nula Exchange", NameKind.FORMER),
    ]


@pytest.mark.parametrize(
    ("cell", "aliases"),
    [
        ("", []),
        ("  ;  ", []),
        ("Azim Fikti; Azim Fikty", ["Azim Fikti", "Azim Fikty"]),
        ("Ficta One b) Ficta Two", ["Ficta One", "Ficta Two"]),
        ("Jin Fikti (金铁三)", ["Jin Fikti", "金铁三"]),
        ("أبو فكتي (Abu Ficti; Abou Ficti)", ["أبو فكتي", "Abu Ficti", "Abou Ficti"]),
        ("أنصار فكتا (Ansar Ficta (AF))", ["أنصار فكتا", "Ansar Ficta (AF)"]),
        ("Ezat Fikti (previously listed as)", ["Ezat Fikti"]),
        ("Lord’s Ficta Army (LFA)", ["Lord’s Ficta Army (LFA)"]),
        ("“One-P”", ["One-P"]),
        ("“General” Fikti", ["“General” Fikti"]),
        ("Safia Fikti, born 1 Jan. 1953 (Oman passport no.0)", ["Safia Fikti"]),
        (") Abdel Fikti", ["Abdel Fikti"]),
    ],
)
def test_a_cell_of_aliases_is_split(cell: str, aliases: list[str]) -> None:
    assert list(split_aliases(cell)) == aliases


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("X000001", "X000001"),
        ("CAR diplomatic passport no. D00000098", "D00000098"),
        ("Central African Republic armed forces (FACA) Military identification number 911-10-00",
         "911-10-00"),
        ("Diplomatic Passport: Z00001794", "Z00001794"),
        ("381000042 (Expired 25 Jan. 2016)", "381000042"),
        ("Libya B000210", "B000210"),
        ("German travel document (“Reiseausweis”) A 0100243", "A 0100243"),
        ("Laissez-passer no. N°235/FIC/SP", "N°235/FIC/SP"),
        ("1 1978 8 0100555 3 27", "1 1978 8 0100555 3 27"),
    ],
)  # fmt: skip
def test_a_number_is_found_in_prose(told: str, number: str) -> None:
    assert document_number(told) == number
