"""Which numbers and States an applicant gives, wherever they stand."""

from tamiz.links import declared_by
from tamiz.model import (
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    IdentityEvidence,
    Nationality,
)


def test_every_number_and_state_counts_as_declared() -> None:
    bearer = IdentityClaim(
        nationalities=(Nationality(country="ve", text="VEN"),),
        identifiers=(Identifier(kind=IdentifierKind.NATIONAL, number="V-12345678"),),
    )
    document = IdentityEvidence(code="P", number="AB 123456", issuing_state="mx", bearer=bearer)
    claim = IdentityClaim(
        nationalities=(Nationality(country="sv", text="SLV"), Nationality(country=None, text="?")),
        identifiers=(Identifier(kind=IdentifierKind.NATIONAL, number="01234567-8"),),
    )

    found = declared_by(Dossier(id="A", identity=claim, documents=(document,)))

    assert found.numbers == {"AB123456", "V12345678", "012345678"}
    assert found.states == {"sv", "mx", "ve"}
    assert found.papers == "AB 123456 (MX); SV; VE"


def test_a_state_that_is_no_more_hides_no_other() -> None:
    claim = IdentityClaim(
        nationalities=(Nationality(country="su", text="USSR"), Nationality(country="ua", text="UA"))
    )

    assert declared_by(Dossier(id="A", identity=claim)).states == {"ua"}


def test_numbers_that_say_nothing_are_none() -> None:
    claim = IdentityClaim(identifiers=(Identifier(kind=IdentifierKind.PASSPORT, number="N/A"),))

    assert declared_by(Dossier(id="A", identity=claim)).numbers == frozenset()
