"""What two applicants of one cohort have in common, and when that is a concern."""

from pathlib import Path

import msgspec
import pytest

from tamiz.checks import Check, Context, Thresholds, shared_contact, shared_document
from tamiz.intake.evidence_files import Brought
from tamiz.links import CohortRegister
from tamiz.model import (
    Contact,
    ContactKind,
    Dossier,
    Finding,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    Name,
    Outcome,
    PartialDate,
    Relation,
    RelationKind,
)

PHONE = "+57 300 123 4567"


def applicant(
    key: str,
    name: str,
    *,
    year: int = 1990,
    passport: str = "",
    country: str = "co",
    phone: str = "",
    names: str = "",
) -> Dossier:
    kind = IdentifierKind.PASSPORT
    claim = IdentityClaim(
        names=(Name(text=name),),
        birth_dates=(PartialDate(year=year, month=2, day=3),),
        identifiers=(Identifier(kind=kind, number=passport, country=country or None),)
        if passport
        else (),
    )
    relations = (Relation(kind=RelationKind.REFERRED_BY, name=names),) if names else ()
    contacts = (Contact(kind=ContactKind.PHONE, value=phone),) if phone else ()
    return Dossier(id=key, identity=claim, contacts=contacts, relations=relations)


def ask(check: Check, tmp_path: Path, *cohort: Dossier, common_from: int = 6) -> list[Finding]:
    """The answers about the first applicant of the cohort."""
    path = tmp_path / "register"
    with CohortRegister(path, is_new=True) as register:
        for one in cohort:
            register.add(Brought(one))
        register.finish()
    with CohortRegister(path, is_new=False) as register:
        thresholds = Thresholds(common_from=common_from)
        return list(
            check.run(cohort[0], Context(thresholds=thresholds, matcher=None, register=register))
        )


def codes(findings: list[Finding]) -> set[str]:
    return {evidence.code for finding in findings for evidence in finding.evidence}


def test_one_passport_and_two_names_is_a_borrowed_document(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Darío Palacios", passport="AZ418877"),
        applicant("B", "Heberto Hinestroza", passport="AZ 418877", year=1986),
    )

    findings = ask(shared_document.CHECK, tmp_path, *cohort)

    assert [(f.outcome, f.other) for f in findings] == [(Outcome.CONCERN, "B")]
    assert codes(findings) == {"shared.document", "shared.other_name", "shared.other_birth_date"}


def test_one_passport_and_one_name_may_be_one_person_twice(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Darío Palacios Cuesta", passport="AZ418877"),
        applicant("B", "PALACIOS CUESTA IVAN DARIO", passport="AZ 418877"),
    )

    assert codes(ask(shared_document.CHECK, tmp_path, *cohort)) == {
        "shared.document", "shared.same_name", "shared.same_birth_date",
    }  # fmt: skip


def test_every_sharer_of_a_document_is_named_once(tmp_path: Path) -> None:
    cohort = [applicant(key, f"Nadie {key}", passport="AZ418877") for key in "ABC"]

    assert [f.other for f in ask(shared_document.CHECK, tmp_path, *cohort)] == ["B", "C"]


@pytest.mark.parametrize("country", ["", "ve"])
def test_another_story_about_its_state_does_not_hide_a_borrowed_document(
    tmp_path: Path, country: str
) -> None:
    cohort = (
        applicant("A", "Iván Darío Palacios", passport="AB123456"),
        applicant("B", "Heberto Hinestroza", passport="AB 123456", country=country),
    )

    findings = ask(shared_document.CHECK, tmp_path, *cohort)

    assert [f.outcome for f in findings] == [Outcome.CONCERN]
    assert ("shared.other_state" in codes(findings)) == bool(country)


def test_a_short_number_of_two_states_may_be_a_coincidence(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Darío Palacios", passport="123456"),
        applicant("B", "Heberto Hinestroza", passport="123456", country="ve"),
    )

    assert [f.outcome for f in ask(shared_document.CHECK, tmp_path, *cohort)] == [Outcome.CLEAR]


def test_a_document_of_ones_own_is_clear(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Palacios", passport="AZ418877"),
        applicant("B", "Heberto Hinestroza", passport="AZ418878"),
    )

    assert [f.outcome for f in ask(shared_document.CHECK, tmp_path, *cohort)] == [Outcome.CLEAR]


def test_strangers_with_one_phone_are_a_concern(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Palacios", phone=PHONE),
        applicant("B", "Heberto Hinestroza", phone=PHONE),
    )

    findings = ask(shared_contact.CHECK, tmp_path, *cohort)

    assert [(f.outcome, f.other) for f in findings] == [(Outcome.CONCERN, "B")]


def test_a_phone_in_several_spellings_counts_once(tmp_path: Path) -> None:
    spellings = ("+573001234567", "0057 300 1234567", "+57-300-1234567", "+57 (300) 1234567")
    many = msgspec.structs.replace(
        applicant("A", "Iván Palacios"),
        contacts=tuple(Contact(kind=ContactKind.PHONE, value=phone) for phone in spellings),
    )

    for cohort in ((many, applicant("B", "Heberto Hinestroza", phone=PHONE)),
                   (applicant("B", "Heberto Hinestroza", phone=PHONE), many)):  # fmt: skip
        (tmp_path / "register").unlink(missing_ok=True)
        findings = ask(shared_contact.CHECK, tmp_path, *cohort, common_from=4)
        assert [f.outcome for f in findings] == [Outcome.CONCERN]


def test_brothers_with_one_phone_are_explained(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Palacios", phone=PHONE),
        applicant("B", "Luis Palacios", phone=PHONE),
    )

    findings = ask(shared_contact.CHECK, tmp_path, *cohort)

    assert [f.outcome for f in findings] == [Outcome.CLEAR]
    assert "shared.explained" in codes(findings)


def test_a_declared_tie_explains_a_shared_phone(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Palacios", phone=PHONE, names="Heberto Hinestroza Caicedo"),
        applicant("B", "Heberto Hinestroza", phone=PHONE),
    )

    assert [f.outcome for f in ask(shared_contact.CHECK, tmp_path, *cohort)] == [Outcome.CLEAR]


def test_a_recruiters_phone_that_many_give_says_nothing(tmp_path: Path) -> None:
    names = ["Iván Uno", "Luis Dos", "Olga Tres", "Rosa Cuatro"]
    cohort = [applicant(str(at), name, phone=PHONE) for at, name in enumerate(names)]

    findings = ask(shared_contact.CHECK, tmp_path, *cohort, common_from=4)

    assert [f.outcome for f in findings] == [Outcome.CLEAR]
    assert "shared.common" in codes(findings)


def test_a_dossier_screened_alone_is_not_asked() -> None:
    one = applicant("A", "Iván Palacios", phone=PHONE, passport="AZ418877")
    alone = Context(thresholds=Thresholds(), matcher=None)

    for check in (shared_contact.CHECK, shared_document.CHECK):
        (finding,) = check.run(one, alone)
        assert finding.outcome is Outcome.NOT_APPLICABLE
        assert codes([finding]) == {"shared.no_cohort"}
