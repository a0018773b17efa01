"""Sponsors and employers that cannot have acted yet; referees who are the applicant."""

import pytest
from msgspec.structs import replace

from checks.background.stories import applicant, concerns, served, told
from checks.documents.applicants import claim, day
from tamiz.checks.background import founding, own_referee
from tamiz.model import Contact, ContactKind, Dossier, Relation, RelationKind


def sponsored(founded: str, name: str = "Altoverde S.A.") -> Dossier:
    work = served("2014-2018 Altoverde, guard", "2014", "2018", unit="Altoverde")
    sponsor = Relation(
        kind=RelationKind.SPONSOR, name=name, founded=day(founded) if founded else None,
        field="sponsor",
    )  # fmt: skip
    return replace(applicant(work), relations=(sponsor,))


@pytest.mark.parametrize(
    ("founded", "expected"),
    [
        ("2010", [("clear", "founding.in_order")]),
        ("2016-05-01", [("clear", "founding.in_order")]),  # registered during the employment
        ("2020-05-01", [("concern B", "founding.after_employment")]),
        ("2026-03-03", [("concern B", "founding.after_application")]),
        ("2026-03-02", [("concern B", "founding.after_employment")]),
        ("", []),
    ],
)
def test_a_firm_acts_after_its_founding(founded: str, expected: list[tuple[str, str]]) -> None:
    assert told(founding.RULE, sponsored(founded)) == expected


def test_another_firm_may_be_younger_than_the_employment() -> None:
    dossier = sponsored("2020-05-01", name="Vientogris S.A.")

    assert told(founding.RULE, dossier) == [("clear", "founding.in_order")]


ME = claim("Ana Lucía Paz", born="1990-01-01")
PHONE = Contact(kind=ContactKind.PHONE, value="+503 7777 1234", field="phone")


def referred(name: str, *contacts: Contact, kind: RelationKind = RelationKind.REFEREE) -> Dossier:
    referee = Relation(kind=kind, name=name, contacts=contacts, field="referees")
    return replace(applicant(identity=ME), relations=(referee,), contacts=(PHONE,))


@pytest.mark.parametrize(
    ("name", "contacts", "expected"),
    [
        ("Pedro Gómez", (), [("clear", "own_referee.another")]),
        ("PAZ, ANA LUCIA", (), [("concern C", "own_referee.same_name")]),
        ("Pedro Gómez", (PHONE,), [("concern C", "own_referee.same_contact")]),
        ("Ana Lucía Paz", (PHONE,), [("concern B", "own_referee.same_name")]),
        ("Paz", (), [("clear", "own_referee.another")]),
    ],
)
def test_a_referee_is_somebody_else(
    name: str, contacts: tuple[Contact, ...], expected: list[tuple[str, str]]
) -> None:
    assert told(own_referee.RULE, referred(name, *contacts)) == expected


def test_who_pays_for_themselves_is_in_order() -> None:
    dossier = referred("Ana Lucía Paz", PHONE, kind=RelationKind.SPONSOR)

    assert told(own_referee.RULE, dossier) == []
    assert concerns(dossier) == []
