"""A sponsor's register number against the check digit of its State."""

import pytest
from msgspec.structs import replace

from checks.background.stories import FPV, applicant, concerns, told
from tamiz.checks.background.register_number import RULE
from tamiz.model import Address, Dossier, Relation, RelationKind


def sponsored(number: str, country: str | None) -> Dossier:
    place = (Address(text="Av. Central 1", country=country),) if country else ()
    sponsor = Relation(kind=RelationKind.SPONSOR, name="Firma", number=number, addresses=place)
    return replace(applicant(course=FPV), relations=(sponsor,))


@pytest.mark.parametrize(
    ("number", "country", "expected"),
    [
        ("NIT 900.373.913-4", "co", ["clear"]),
        ("900373913-5", "co", ["concern C"]),
        ("900373913", "co", []),  # without its check digit
        ("20512333797", "pe", ["clear"]),
        ("20512333798", "pe", ["concern C"]),
        ("32855961", "ua", ["clear"]),
        ("ЄДРПОУ 32855968", "ua", ["concern C"]),
        ("PA-7731-402188", "pa", []),
        ("900373913-5", None, []),
        ("registro mercantil 4711", "co", []),
        ("9" * 500, "co", []),
    ],
)
def test_the_check_digit_of_a_sponsor(
    number: str, country: str | None, expected: list[str]
) -> None:
    assert [outcome for outcome, _ in told(RULE, sponsored(number, country))] == expected


def test_a_digit_typed_wrong_holds_nobody_up_whatever_the_course() -> None:
    assert concerns(sponsored("900373913-5", "co")) == []
