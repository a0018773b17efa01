"""Addresses, the parties an applicant names, service."""

from pathlib import Path

import pytest

from intake.reading import entities, one, one_json, only
from tamiz.model import Contact, ContactKind, RelationKind
from tamiz.normalise.contacts import phone_key


def test_contacts_have_their_kind(tmp_path: Path) -> None:
    dossier = one(tmp_path, phone="2790000", email="a@example.org, b@example.org", telegram="@ann")

    assert [(contact.kind, contact.value) for contact in dossier.contacts] == [
        (ContactKind.PHONE, "2790000"),
        (ContactKind.EMAIL, "a@example.org"),
        (ContactKind.EMAIL, "b@example.org"),
        (ContactKind.HANDLE, "@ann"),
    ]


def test_one_country_goes_with_every_address(tmp_path: Path) -> None:
    dossier = one(tmp_path, address="1 Long Road; 2 High Street", country="UA")

    assert [address.country for address in dossier.addresses] == ["ua", "ua"]


def test_a_country_without_an_address_stands_by_itself(tmp_path: Path) -> None:
    (address,) = one(tmp_path, country="UA").addresses

    assert (address.country, address.text) == ("ua", "UA")


def test_the_parts_of_an_address_are_joined(tmp_path: Path) -> None:
    (address,) = one_json(tmp_path, address={"street": "1 Long Road", "city": "Kyiv"}).addresses

    assert address.text == "1 Long Road, Kyiv"


def test_a_sponsor_with_a_register_number_is_an_organisation(tmp_path: Path) -> None:
    dossier = one(tmp_path, sponsor="Invented Aid; Bob Reyes", sponsor_number="00123;")

    assert [(one.name, one.number, one.is_organisation) for one in dossier.relations] == [
        ("Invented Aid", "00123", True), ("Bob Reyes", "", None)
    ]  # fmt: skip


def test_a_register_number_alone_is_a_sponsor(tmp_path: Path) -> None:
    (sponsor,) = one(tmp_path, sponsor_number="00123").relations

    assert (sponsor.name, sponsor.number) == ("", "00123")


def test_sponsors_of_json_go_with_their_own_numbers(tmp_path: Path) -> None:
    dossier = one_json(tmp_path, sponsor=["A", {"name": "B", "number": 7}, {"name": "C"}])

    assert [(one.name, one.number) for one in dossier.relations] == [
        ("A", ""), ("B", "7"), ("C", "")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("employer", RelationKind.EMPLOYER),
        ("referees", RelationKind.REFEREE),
        ("referred_by", RelationKind.REFERRED_BY),
        ("relatives", RelationKind.RELATIVE),
        ("associates", RelationKind.ASSOCIATE),
    ],
)
def test_each_party_is_what_its_column_says(tmp_path: Path, field: str, kind: RelationKind) -> None:
    relations = one(tmp_path, **{field: "Bob Reyes; Cyd Vale"}).relations

    assert [(found.kind, found.name) for found in relations] == [
        (kind, "Bob Reyes"), (kind, "Cyd Vale")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2014-2018 A brigade, medic", ("2014", "2018", "A brigade", "medic")),
        ("2014/2018: A brigade", ("2014", "2018", "A brigade", "")),
        ("2014-05-01 – 2018-06 A brigade, medic", ("2014-05-01", "2018-06", "A brigade", "medic")),
        ("03.2014 – 05.2018 A brigade", ("2014-03", "2018-05", "A brigade", "")),
        ("01.03.2014-31.05.2018 A brigade", ("2014-03-01", "2018-05-31", "A brigade", "")),
        ("2014 - present A brigade", ("2014", "", "A brigade", "")),
        ("2014 – дотепер 1-ша бригада, медик", ("2014", "", "1-ша бригада", "медик")),
        ("2014-Actualidad Brigada", ("2014", "", "Brigada", "")),
        ("A brigade for four years", ("", "", "", "")),
    ],
)
def test_a_stretch_of_service_is_read_from_free_text(
    tmp_path: Path, written: str, read: tuple[str, str, str, str]
) -> None:
    (service,) = one(tmp_path, service=written).history

    start, end = ("" if edge is None else edge.text() for edge in (service.start, service.end))
    assert (start, end, service.organisation, service.position) == read
    assert service.text == written


def test_several_stretches_are_divided_by_semicolons_and_lines(tmp_path: Path) -> None:
    dossier = one(tmp_path, service="2014-2018 A brigade; 2019-2021 B brigade\nreserve")

    assert [service.text for service in dossier.history] == [
        "2014-2018 A brigade", "2019-2021 B brigade", "reserve"
    ]  # fmt: skip


def test_service_of_json_keeps_its_parts(tmp_path: Path) -> None:
    dossier = one_json(
        tmp_path,
        service=[
            {"start": 2014, "end": "present", "organisation": "A; B", "position": "medic",
             "country": "Ukraine"},
            "2019-2021 C",
        ],
    )  # fmt: skip

    first, second = dossier.history
    assert first.text == "2014-present A; B, medic, Ukraine"
    assert (first.organisation, first.position, first.country) == ("A; B", "medic", "ua")
    assert first.start is not None
    assert first.end is None
    assert second.organisation == "C"
    assert dossier.notes == ()


def test_a_stretch_whose_dates_cannot_be_read_is_noted(tmp_path: Path) -> None:
    dossier = one_json(tmp_path, service={"start": "long ago", "organisation": "A"})

    assert dossier.history[0].organisation == "A"
    assert dossier.notes == ("service:unreadable",)
    assert dossier.extra == (("/service/start", "long ago"),)


@pytest.mark.parametrize(
    ("phone", "told", "key"),
    [
        ("0151 23456789", {"country": "DE", "nationality": "UA"}, "+4915123456789"),
        ("0151 23456789", {"nationality": "DE"}, "+4915123456789"),
        ("067 123 45 67", {"country": "ES", "nationality": "UA"}, "+380671234567"),
        ("067 123 45 67", {"nationality": "UA; ES"}, "?0671234567"),
        ("+49 151 23456789", {"nationality": "UA"}, "+4915123456789"),
        ("067 123 45 67", {}, "?0671234567"),
    ],
)
def test_a_local_number_is_read_where_the_applicant_lives_or_comes_from(
    tmp_path: Path, phone: str, told: dict[str, str], key: str
) -> None:
    (contact,) = one(tmp_path, phone=phone, **told).contacts

    assert (contact.value, phone_key(contact.value, country=contact.country)) == (phone, key)


PHONE, EMAIL, HANDLE = ContactKind.PHONE, ContactKind.EMAIL, ContactKind.HANDLE


@pytest.mark.parametrize(
    ("written", "name", "contacts"),
    [
        ("Olena Ivanenko, +380 67 123 45 67, olena@example.org", "Olena Ivanenko",
         [(EMAIL, "olena@example.org"), (PHONE, "+380 67 123 45 67")]),
        ("Olena Ivanenko (+380671234567)", "Olena Ivanenko", [(PHONE, "+380671234567")]),
        ("Олена Іваненко тел. 067 123-45-67", "Олена Іваненко", [(PHONE, "067 123-45-67")]),
        ("Olena Ivanenko, 0671234567", "Olena Ivanenko", [(PHONE, "0671234567")]),
        ("Ana Reyes, 55 1234 5678, @ana_reyes", "Ana Reyes",
         [(HANDLE, "@ana_reyes"), (PHONE, "55 1234 5678")]),
        ("Ana Reyes <ana@example.org>", "Ana Reyes", [(EMAIL, "ana@example.org")]),
        ("Ana Reyes, correo: ana@example.org", "Ana Reyes", [(EMAIL, "ana@example.org")]),
        ("Ana Reyes, teléfono: 7012-3456", "Ana Reyes", [(PHONE, "7012-3456")]),
        ("Bob Reyes, 0034 600 000 001, brother", "Bob Reyes, brother",
         [(PHONE, "0034 600 000 001")]),
        ("olena@example.org", "", [(EMAIL, "olena@example.org")]),
        ("REYES LOPEZ, Ana", "REYES LOPEZ, Ana", []),
        ("Ana Reyes, 1985-03-02", "Ana Reyes, 1985-03-02", []),
        ("Ana Reyes, 02-03-1985", "Ana Reyes, 02-03-1985", []),
        ("Invented Aid Ltd, 12345678", "Invented Aid Ltd, 12345678", []),
        ("Invented Aid Ltd, 00012345", "Invented Aid Ltd, 00012345", []),
        ("3rd Brigade 2014-2018", "3rd Brigade 2014-2018", []),
        ("Martel Systems", "Martel Systems", []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("field", ["referees", "referred_by", "sponsor", "employer", "relatives"])
def test_contacts_beside_a_party_are_its_own(
    tmp_path: Path, field: str, written: str, name: str, contacts: list[tuple[ContactKind, str]]
) -> None:
    (party,) = one(tmp_path, **{field: written}).relations

    assert party.name == name
    assert [(contact.kind, contact.value) for contact in party.contacts] == contacts


@pytest.mark.parametrize(("country", "found"), [("VE", ["0414-0924217"]), ("UA", []), ("", [])])
def test_two_groups_of_digits_are_a_phone_where_the_applicants_country_gives_it_out(
    tmp_path: Path, country: str, found: list[str]
) -> None:
    (uncle,) = one(tmp_path, relatives="Julián Soto, tío, 0414-0924217", country=country).relations

    assert [contact.value for contact in uncle.contacts] == found


def test_a_person_who_trades_is_not_taken_for_an_organisation(tmp_path: Path) -> None:
    fields = {"sponsor": "ФОП Коваленко Олена", "sponsor_number": "1234567890"}

    (sponsor,) = one(tmp_path, **fields).relations

    assert (sponsor.name, sponsor.is_organisation) == ("ФОП Коваленко Олена", None)


@pytest.mark.parametrize(
    ("service", "parties"),
    [
        ("2019-2021 Invented Group, tirador", ["Invented Group"]),
        ("2014-2018 A brigade, medic; 2019-2021 B brigade", ["A brigade", "B brigade"]),
        ("2014-2016 A brigade; 2017-2018 a BRIGADE, medic", ["A brigade"]),
        ("Invented Group, tirador", ["Invented Group"]),
        ("2014-2018", []),
        ("none worth telling of", []),
    ],
)
def test_whom_the_applicant_served_with_is_a_party(
    tmp_path: Path, service: str, parties: list[str]
) -> None:
    relations = one(tmp_path, service=service).relations

    assert [relation.name for relation in relations] == parties
    assert {relation.kind for relation in relations} <= {RelationKind.SERVED_WITH}


def test_an_employer_is_not_named_twice(tmp_path: Path) -> None:
    (employer,) = one(
        tmp_path, employer="Invented Group", service="2019 - 2021 Invented Group"
    ).relations

    assert employer.kind is RelationKind.EMPLOYER


def test_an_entity_brings_its_contacts(tmp_path: Path) -> None:
    cohort = entities(
        tmp_path,
        ("p", "Person", {"name": ["Ann Moss"]}),
        ("r", "Person", {"name": ["Bob Reyes"], "phone": ["0671234567"],
                         "email": ["bob@example.org"]}),
        ("f", "Family", {"person": ["p"], "relative": ["r"]}),
    )  # fmt: skip

    (relative,) = only(cohort).relations

    assert (relative.name, relative.kind) == ("Bob Reyes", RelationKind.RELATIVE)
    assert relative.contacts == (
        Contact(kind=EMAIL, value="bob@example.org", field="Family"),
        Contact(kind=PHONE, value="0671234567", field="Family"),
    )
