"""A phone of a country that is named nowhere is a faint hint; any tie explains it."""

import pytest
from msgspec.structs import replace

from checks.background.stories import FPV, applicant, concerns, served, stay, told
from checks.documents.applicants import claim
from tamiz.checks.background.phone import RULE
from tamiz.model import Address, Contact, ContactKind, Dossier


def caller(number: str, **claims: object) -> Dossier:
    contact = Contact(kind=ContactKind.PHONE, value=number, field="phone")
    return replace(applicant(**claims), contacts=(contact,))  # type: ignore[arg-type]


SALVADORAN = claim(born="1990-01-01", nationality="sv")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("+52 667 555 0142", ["concern C"]),
        ("0052 667 555 0142", ["concern C"]),
        ("+503 7777 1234", ["clear"]),
        ("7777 1234", []),  # in local form: of a country that is named
        ("+870 773 111 111", []),  # a satellite's
        ("+0", []),
        ("", []),
    ],
)
def test_the_calling_code_against_what_is_named(number: str, expected: list[str]) -> None:
    assert [outcome for outcome, _ in told(RULE, caller(number, identity=SALVADORAN))] == expected


def test_a_stay_explains_a_foreign_phone() -> None:
    dossier = caller(
        "+52 667 555 0142", identity=SALVADORAN, stays=(stay("Mexico", "mx", "2024-01"),)
    )

    assert told(RULE, dossier) == [("clear", "phone.in_order")]


def test_a_residence_explains_a_foreign_phone() -> None:
    dossier = replace(
        caller("+380 44 279 00 00", identity=SALVADORAN),
        addresses=(Address(text="Kyiv", country="ua"),),
    )

    assert told(RULE, dossier) == [("clear", "phone.in_order")]


def test_who_names_no_country_is_not_asked_about() -> None:
    assert told(RULE, caller("+52 667 555 0142")) == []


def test_a_migrant_with_a_foreign_phone_is_not_held_up_whatever_the_course() -> None:
    assert concerns(caller("+52 667 555 0142", identity=SALVADORAN, course=FPV)) == []


def test_it_is_told_beside_a_firm_concern() -> None:
    dossier = replace(
        caller("+52 667 555 0142", identity=SALVADORAN), history=(served("army", "1998", "2002"),)
    )

    assert concerns(dossier) == ["background_age", "background_phone"]
