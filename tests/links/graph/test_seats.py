"""Where listed parties sit, found by what applicants give."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from checks.links.tied import PHONE, applicant, party, sponsor
from tamiz.links.graph import values_of
from tamiz.links.graph.seats import Seats, vouching_sites, write_seats
from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Dossier,
    PartyType,
    RelationKind,
    SourceRecord,
)

SEAT = "Calle Roble 12, Colonia Encinos, Xalapa"


def listed(
    key: str = "1",
    *,
    address: str = "",
    country: str = "",
    site: str = "",
    phone: str = "",
    email: str = "",
    type: PartyType = PartyType.ORGANISATION,  # noqa: A002 - as the record calls it
) -> SourceRecord:
    contacts = ((ContactKind.WEBSITE, site), (ContactKind.PHONE, phone), (ContactKind.EMAIL, email))
    return SourceRecord(
        source="own", id=key, type=type, names=(),
        addresses=(Address(text=address, country=country or None),) if address else (),
        contacts=tuple(Contact(kind=kind, value=value) for kind, value in contacts if value),
    )  # fmt: skip


def found(folder: Path, parties: Sequence[SourceRecord], dossier: Dossier) -> set[int]:
    write_seats(parties, folder / "seats")
    seats = Seats(folder / "seats")
    return {number for value in values_of(dossier) for number in seats.at(value)}


@pytest.mark.parametrize(
    ("one", "dossier"),
    [
        (listed(address=SEAT), applicant("A", address="Xalapa, col. Encinos, C/ Roble nº 12")),
        (listed(address=f"{SEAT}, Mexico", country="mx"), applicant("A", address=SEAT)),
        (listed(address="1120 Alder St Ste 5, Spokane, WA 99201"),
         applicant("A", address="1120 Alder Street, Suite 5, Spokane")),
        (listed(address=SEAT), applicant("A", relations=[sponsor("Cuarzo", address=SEAT)])),
        (listed(site="https://cuarzo.example/"),
         applicant("A", relations=[sponsor("Cuarzo", site="www.cuarzo.example/es")])),
        (listed(email="ventas@cuarzo.example"),
         applicant("A", relations=[sponsor("Roca", site="https://www.cuarzo.example/rancho")])),
        (listed(email="ventas@cuarzo.example"),
         applicant("A", relations=[sponsor("Roca", email="roca@mx.cuarzo.example")])),
        (listed(phone="0057 300 1234567"), applicant("A", phone=PHONE)),
        (listed(email="ruslan@cuarzo.example", type=PartyType.PERSON),
         applicant("A", relations=[sponsor("Roca", email="roca@mx.cuarzo.example")])),
    ],
    ids=["other words for it", "without the country", "without state and code", "a sponsor's", "a site",
         "a mailbox at its domain", "two mailboxes",
         "a phone", "a person's own domain"],
)  # fmt: skip
def test_a_seat_is_found(tmp_path: Path, one: SourceRecord, dossier: Dossier) -> None:
    assert found(tmp_path, [listed("0"), one], dossier) == {1}


@pytest.mark.parametrize(
    ("one", "dossier"),
    [
        (listed(address="Xalapa, Mexico", country="mx"), applicant("A", address="Xalapa")),
        (listed(address=SEAT), applicant("A", address="Calle Roble 14, Colonia Encinos, Xalapa")),
        (listed(site="facebook.com/cuarzo"),
         applicant("A", relations=[party(RelationKind.SPONSOR, "Cuarzo", site="facebook.com/q")])),
        (listed(email="cuarzo@hotmail.es"),
         applicant("A", relations=[sponsor("Roca", email="roca@hotmail.es")])),
        (listed(email="ventas@cuarzo.example"), applicant("A", email="ana@cuarzo.example")),
        (listed(phone="0000000"), applicant("A", phone="0000000")),
        (listed(), Dossier(id="A")),
    ],
    ids=["a town", "the next house", "a page on everybody's host", "one provider",
         "a mailbox of one's own", "zeros", "nothing"],
)  # fmt: skip
def test_these_are_no_seat(tmp_path: Path, one: SourceRecord, dossier: Dossier) -> None:
    assert found(tmp_path, [one], dossier) == set()


def test_all_parties_of_one_house_are_found(tmp_path: Path) -> None:
    parties = [listed(str(at), address=SEAT) for at in range(3)]

    assert found(tmp_path, parties, applicant("A", address=SEAT)) == {0, 1, 2}


def test_without_lists_there_is_no_seat(tmp_path: Path) -> None:
    (value,) = values_of(applicant("A", address=SEAT))

    assert Seats(tmp_path / "nowhere").at(value) == []


@pytest.mark.parametrize(
    ("kind", "email", "expected"),
    [
        (RelationKind.REFEREE, "g.tsereteli@cuarzo.example", ["cuarzo.example"]),
        (RelationKind.REFERRED_BY, "info@mx.cuarzo.example", ["cuarzo.example"]),
        (RelationKind.REFEREE, "g.tsereteli@gmail.com", []),
        (RelationKind.RELATIVE, "mother@cuarzo.example", []),
    ],
)
def test_who_vouches_has_a_mailbox_at_a_domain(
    kind: RelationKind, email: str, expected: list[str]
) -> None:
    dossier = applicant(
        "A", email="ana@roca.example", relations=[party(kind, "G. T.", email=email)]
    )

    assert [value.key for value in vouching_sites(dossier)] == expected
