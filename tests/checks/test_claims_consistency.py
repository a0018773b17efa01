"""Only the applicant's own claims are compared with each other."""

import pytest

from tamiz.checks import Context, Thresholds, claims_consistency
from tamiz.intake.dossiers.columns import FIELDS
from tamiz.model import (
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    Nationality,
    Outcome,
)
from tamiz.wording import Language, catalogue

NOTHING = Context(thresholds=Thresholds(), matcher=None)


def ask(dossier: Dossier) -> list[tuple[Outcome, str]]:
    findings = claims_consistency.CHECK.run(dossier, NOTHING)
    return [(finding.outcome, one.code) for finding in findings for one in finding.evidence]


def claims(*nations: str, passport: str = "") -> IdentityClaim:
    kind = IdentifierKind.PASSPORT
    return IdentityClaim(
        nationalities=tuple(Nationality(country=code, text=code) for code in nations),
        identifiers=(Identifier(kind=kind, number="X1", country=passport),) if passport else (),
    )


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        (claims("sv", passport="sv"), (Outcome.CLEAR, "claims.issuing_state.agrees")),
        (claims("sv", "mx", passport="mx"), (Outcome.CLEAR, "claims.issuing_state.agrees")),
        (claims("sv", passport="mx"), (Outcome.CONCERN, "claims.issuing_state.differs")),
        (claims("sv"), (Outcome.NOT_APPLICABLE, "claims.nothing_to_compare")),
        (claims(passport="sv"), (Outcome.NOT_APPLICABLE, "claims.nothing_to_compare")),
    ],
)
def test_a_passport_comes_from_a_state_whose_nationality_is_claimed(
    identity: IdentityClaim, expected: tuple[Outcome, str]
) -> None:
    assert ask(Dossier(id="A", identity=identity)) == [expected]


@pytest.mark.parametrize("fault", sorted(claims_consistency.UNREAD))
def test_a_field_that_could_not_be_read_is_indeterminate(fault: str) -> None:
    dossier = Dossier(id="A", notes=(f"phone:{fault}",))

    assert ask(dossier) == [(Outcome.INDETERMINATE, f"claims.{fault}")]


@pytest.mark.parametrize("code", sorted(claims_consistency.DECEPTIVE | claims_consistency.UNREAD))
def test_every_fault_of_a_field_has_a_sentence(code: str) -> None:
    assert f"claims.{code}" in catalogue(Language.ENGLISH)


@pytest.mark.parametrize("kind", sorted(claims_consistency.DECEPTIVE))
def test_characters_that_deceive_are_a_concern(kind: str) -> None:
    assert ask(Dossier(id="A", notes=(f"name:{kind}",))) == [(Outcome.CONCERN, f"claims.{kind}")]


def test_an_ambiguous_date_is_no_concern() -> None:
    assert ask(Dossier(id="A", notes=("birth_date:ambiguous",)))[0][0] is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("field", sorted(claims_consistency.FREE_TEXT))
def test_signs_that_deceive_are_no_concern_in_free_text(field: str) -> None:
    notes = tuple(f"{field}:{kind}" for kind in sorted(claims_consistency.DECEPTIVE))

    assert ask(Dossier(id="A", notes=notes)) == [
        (Outcome.NOT_APPLICABLE, "claims.nothing_to_compare")
    ]


@pytest.mark.parametrize("field", sorted(FIELDS - claims_consistency.FREE_TEXT))
def test_signs_that_deceive_are_a_concern_in_every_other_field(field: str) -> None:
    assert ask(Dossier(id="A", notes=(f"{field}:invisible",)))[0][0] is Outcome.CONCERN
