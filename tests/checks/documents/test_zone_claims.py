"""A machine-readable zone says what was declared beside it."""

import pytest

from checks.documents.applicants import told as answers_of
from tamiz.checks.documents import zone_claims, zone_digits
from tamiz.documents.zone.typed import CHECKED
from tamiz.model import (
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    IdentityEvidence,
    Name,
    Nationality,
    Outcome,
    Sex,
)
from tamiz.normalise.dates import read_dates
from tamiz.wording import Language, catalogue

# Invented: a passport and an identity card of one person.
PASSPORT = (
    "P<SLVPEREZ<LOPEZ<<JUAN<JOSE<<<<<<<<<<<<<<<<<",
    "A000000000SLV8501019M3001019<<<<<<<<<<<<<<<2",
)
CARD = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
)
VISA = ("VCFRASPECIMEN<<SPECIMEN<<<<<<<<<<<<<", "F000000005UTO0311063M1401143<M300703")


def ask(
    *mrz: str,
    code: str = "P",
    number: str = "",
    state: str | None = None,
    expires: str = "",
    identity: IdentityClaim | None = None,
) -> set[tuple[Outcome, str]]:
    document = IdentityEvidence(
        code=code, number=number, issuing_state=state, expires=read_dates(expires), mrz=mrz
    )
    dossier = Dossier(id="A", documents=(document,), identity=identity or IdentityClaim())
    rules = (zone_digits.RULE, zone_claims.RULE)
    return {
        (Outcome(outcome), code) for rule in rules for outcome, code in answers_of(rule, dossier)
    }


def concerns(found: set[tuple[Outcome, str]]) -> set[str]:
    return {code for outcome, code in found if outcome is Outcome.CONCERN}


JUAN = IdentityClaim(
    names=(Name(text="Juan José Pérez López"),),
    birth_dates=read_dates("1985-01-01"),
    sex=Sex.MALE,
    nationalities=(Nationality(country="sv"),),
)


def test_a_zone_that_agrees_in_everything_is_clear() -> None:
    found = ask(*PASSPORT, number="A00000000", state="sv", expires="2030-01-01", identity=JUAN)

    assert {outcome for outcome, _ in found} == {Outcome.CLEAR}
    assert {code for _, code in found} == {
        *(f"document.zone_{claim}.agrees" for claim in (
            "name", "nationality", "birth_date", "sex", "number", "issuing_state", "expiry_date"
        )),
        "document.zone_digits.hold",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("told", "concern"),
    [
        ({"number": "A00000001"}, "document.zone_number.differs"),
        ({"state": "mx"}, "document.zone_issuing_state.differs"),
        ({"expires": "2031-01-01"}, "document.zone_expiry_date.differs"),
    ],
)
def test_a_zone_that_contradicts_the_document_is_a_concern(
    told: dict[str, str], concern: str
) -> None:
    found = ask(
        *PASSPORT,
        number=told.get("number", ""),
        state=told.get("state"),
        expires=told.get("expires", ""),
    )

    assert concerns(found) == {concern}


@pytest.mark.parametrize(
    ("identity", "concern"),
    [
        (IdentityClaim(birth_dates=read_dates("1985-02-01")), "document.zone_birth_date.differs"),
        (IdentityClaim(birth_dates=read_dates("1986")), "document.zone_birth_date.differs"),
        (IdentityClaim(sex=Sex.FEMALE), "document.zone_sex.differs"),
        (
            IdentityClaim(nationalities=(Nationality(country="mx"),)),
            "document.zone_nationality.differs",
        ),
        (IdentityClaim(names=(Name(text="Pedro Ramírez Cruz"),)), "document.zone_name.differs"),
    ],
)
def test_a_zone_that_contradicts_the_person_is_a_concern(
    identity: IdentityClaim, concern: str
) -> None:
    assert concerns(ask(*PASSPORT, identity=identity)) == {concern}


@pytest.mark.parametrize(
    "identity",
    [
        IdentityClaim(birth_dates=read_dates("1985")),
        IdentityClaim(birth_dates=read_dates("1980-1985")),
        IdentityClaim(birth_dates=read_dates("1985-01-01 or 1986-01-01")),
        IdentityClaim(sex=Sex.UNSPECIFIED),
    ],
)
def test_what_is_told_less_precisely_is_no_contradiction(identity: IdentityClaim) -> None:
    assert concerns(ask(*PASSPORT, identity=identity)) == set()


@pytest.mark.parametrize("number", ["a 00000000", "AO0000000", "A-000.000.00"])
def test_a_number_may_be_written_in_another_way(number: str) -> None:
    assert concerns(ask(*PASSPORT, number=number)) == set()


def test_the_zone_may_be_of_another_document_that_is_declared() -> None:
    other = Identifier(kind=IdentifierKind.NATIONAL, number="D23145890")

    found = ask(*CARD, number="FA000000", identity=IdentityClaim(identifiers=(other,)))

    assert concerns(found) == set()


def test_a_card_is_compared_like_a_passport() -> None:
    assert concerns(ask(*CARD, code="ID", number="D99999999")) == {"document.zone_number.differs"}


@pytest.mark.parametrize("code", ["passport", "P", "", "військовий квиток", "вид на жительство"])
def test_a_visa_in_a_passport_has_a_number_state_and_expiry_of_its_own(code: str) -> None:
    found = ask(*VISA, code=code, number="AB123456", state="ua", expires="2030-01-01")

    assert concerns(found) == set()


@pytest.mark.parametrize("code", ["visa", "Visado de estudios", "VC", "v", "віза", "виза"])
def test_a_visa_that_is_declared_is_compared(code: str) -> None:
    found = ask(*VISA, code=code, number="AB123456", state="ua", expires="2030-01-01")

    assert concerns(found) == {
        "document.zone_number.differs", "document.zone_issuing_state.differs",
        "document.zone_expiry_date.differs",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("was", "instead", "parts"),
    [
        ("8501019", "8501018", {"birth_date"}),
        ("3001019", "3001018", {"expiry_date"}),
        ("A000000000", "A000000001", {"number"}),
        ("<2", "<3", {"composite"}),
        ("8501019", "85X1X19", {"birth_date"}),
    ],
)
def test_a_check_digit_that_does_not_hold_is_a_concern(
    was: str, instead: str, parts: set[str]
) -> None:
    found = ask(PASSPORT[0], PASSPORT[1].replace(was, instead), identity=JUAN)

    assert concerns(found) == {f"document.zone_digits.{part}" for part in parts}


@pytest.mark.parametrize(
    "mrz",
    [
        (PASSPORT[1],),
        (PASSPORT[0], PASSPORT[1][:40]),
        ("no la tengo",),
        ("*" * 44, "*" * 44),
        ("<" * 44, "<" * 44),  # every check digit holds: fillers over fillers
        (PASSPORT[0][:5] + "<" * 39, PASSPORT[1]),  # no name: nobody's
    ],
)
def test_a_zone_that_cannot_be_read_is_indeterminate(mrz: tuple[str, ...]) -> None:
    assert ask(*mrz) == {(Outcome.INDETERMINATE, "document.zone.unreadable")}


def test_every_check_digit_has_a_sentence() -> None:
    codes = {f"document.zone_digits.{part}" for part in CHECKED}

    assert codes <= set(catalogue(Language.ENGLISH))


@pytest.mark.parametrize(
    ("number", "said"),
    [("1067938573", set()), ("A00000000", {"document.zone_number.agrees"})],
)
def test_a_personal_number_contradicts_no_passports_zone(number: str, said: set[str]) -> None:
    own = Identifier(kind=IdentifierKind.NATIONAL, number=number, country="sv")

    found = ask(*PASSPORT, identity=IdentityClaim(identifiers=(own,)))

    assert {code for _, code in found if code.startswith("document.zone_number")} == said
