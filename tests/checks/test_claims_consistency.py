"""Only the applicant's own claims are compared with each other."""

import pytest

from tamiz.checks import Context, Thresholds, claims_consistency
from tamiz.model import (
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    IdentityEvidence,
    Nationality,
    Outcome,
    PartialDate,
    Sex,
)
from tamiz.wording import Language, catalogue

NOTHING = Context(thresholds=Thresholds(), matcher=None)
# The specimen of Doc 9303-4, appendix B.
MRZ = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)


def day(text: str) -> PartialDate:
    year, month, day = map(int, text.split("-"))
    return PartialDate(year=year, month=month, day=day)


def ask(dossier: Dossier) -> list[tuple[Outcome, str]]:
    findings = claims_consistency.CHECK.run(dossier, NOTHING)
    return [(finding.outcome, one.code) for finding in findings for one in finding.evidence]


def claims(
    *nations: str, passport: str = "", born: str = "", sex: Sex | None = None
) -> IdentityClaim:
    kind = IdentifierKind.PASSPORT
    return IdentityClaim(
        birth_dates=(day(born),) if born else (),
        sex=sex,
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


@pytest.mark.parametrize(
    ("expires", "applied", "expected"),
    [
        ("2026-06-03", "2026-06-03", (Outcome.CLEAR, "claims.expiry.agrees")),
        ("2026-06-02", "2026-06-03", (Outcome.CONCERN, "claims.expiry.expired")),
    ],
)
def test_a_document_is_valid_on_the_day_of_the_application(
    expires: str, applied: str, expected: tuple[Outcome, str]
) -> None:
    documents = (IdentityEvidence(code="passport", expires=day(expires)),)

    assert ask(Dossier(id="A", documents=documents, applied_on=day(applied))) == [expected]


def test_dates_that_are_not_known_to_the_day_are_not_compared() -> None:
    documents = (IdentityEvidence(code="passport", expires=PartialDate(year=2020)),)

    assert ask(Dossier(id="A", documents=documents, applied_on=day("2026-06-03"))) == [
        (Outcome.NOT_APPLICABLE, "claims.nothing_to_compare")
    ]


@pytest.mark.parametrize(
    ("number", "identity", "concerns"),
    [
        ("L898902C3", claims(born="1974-08-12", sex=Sex.FEMALE), set()),
        ("L 898902-c3", claims(), set()),
        ("L898902C4", claims(), {"claims.mrz_number.differs"}),
        ("L898902C3", claims(born="1974-12-08"), {"claims.mrz_birth_date.differs"}),
        ("L898902C3", claims(sex=Sex.MALE), {"claims.mrz_sex.differs"}),
        ("L898902C3", claims(sex=Sex.UNSPECIFIED), set()),
    ],
)
def test_the_zone_says_what_was_declared(
    number: str, identity: IdentityClaim, concerns: set[str]
) -> None:
    documents = (IdentityEvidence(code="P", number=number, mrz=MRZ),)

    found = ask(Dossier(id="A", documents=documents, identity=identity))

    assert {code for outcome, code in found if outcome is Outcome.CONCERN} == concerns


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
