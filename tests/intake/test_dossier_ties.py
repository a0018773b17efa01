"""Addresses, the parties an applicant names, service."""

from pathlib import Path

import pytest

from intake.reading import one, one_json
from tamiz.model import ContactKind, RelationKind


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
