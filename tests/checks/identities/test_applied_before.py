"""One person who applies again: told, and a concern only where they were refused."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.identities.twice import ADDRESS, EMAIL, PHONE, mexican, said
from checks.links.tied import applicant, codes, party
from tamiz.checks import Context, Thresholds
from tamiz.checks.identities.applied_before import CHECK
from tamiz.model import Dossier, Name, NamePart, Outcome, PastOutcome, RelationKind, Role, Sex


@pytest.mark.parametrize(
    ("before", "outcome", "code"),
    [
        (None, Outcome.CLEAR, "identity.before.open"),
        (PastOutcome.WITHDRAWN, Outcome.CLEAR, "identity.before.withdrawn"),
        (PastOutcome.ACCEPTED, Outcome.CLEAR, "identity.before.accepted"),
        (PastOutcome.TRAINED, Outcome.CLEAR, "identity.before.trained"),
        (PastOutcome.REFUSED, Outcome.CONCERN, "identity.before.refused"),
    ],
)
def test_an_earlier_application_is_told_by_how_it_ended(
    tmp_path: Path, before: PastOutcome | None, outcome: Outcome, code: str
) -> None:
    earlier = [mexican("B", phone=PHONE, outcome=before)]

    (finding,) = said(CHECK, tmp_path, mexican(phone=PHONE), earlier=earlier)

    assert (finding.outcome, finding.other) == (outcome, "2025/B")
    assert finding.evidence[0].code == code


def test_who_applies_twice_in_one_cohort_is_told_and_clear(tmp_path: Path) -> None:
    (finding,) = said(CHECK, tmp_path, mexican(phone=PHONE), mexican("B", phone=PHONE))

    assert (finding.outcome, finding.other) == (Outcome.CLEAR, "B")
    assert {"identity.before.open", "identity.number.same"} <= codes([finding])


def test_a_married_name_of_one_person_is_the_same_person(tmp_path: Path) -> None:
    cohort = (
        mexican(name="Lucía Etxeberria Zabala", sex=Sex.FEMALE, email=EMAIL),
        mexican("B", "Lucía Etxeberria de Mäkelä", sex=Sex.FEMALE, email=EMAIL),
    )

    (finding,) = said(CHECK, tmp_path, *cohort)

    assert (finding.outcome, finding.other) == (Outcome.CLEAR, "B")


def called(key: str, family: str, *, outcome: PastOutcome | None = None) -> Dossier:
    """A man of one mother, given name, patronymic and birth date, under some family name."""
    parts = (
        NamePart(Role.GIVEN, "Petro"), NamePart(Role.PATRONYMIC, "Dmytrovych"),
        NamePart(Role.FAMILY, family),
    )  # fmt: skip
    mother = party(RelationKind.RELATIVE, "Hanna Pylypivna Havrylets, mother")
    one = applicant(key, "?", born="1991-11-09", relations=[mother], outcome=outcome)
    names = (Name(text=f"Petro Dmytrovych {family}", parts=parts),)
    return replace(one, identity=replace(one.identity, names=names))


def test_a_wifes_name_hides_nobody_who_names_the_same_mother(tmp_path: Path) -> None:
    before = called("B", "Havrylets", outcome=PastOutcome.REFUSED)

    (finding,) = said(CHECK, tmp_path, called("A", "Alekseienko"), earlier=[before])

    assert (finding.outcome, finding.other) == (Outcome.CONCERN, "2025/B")


def test_another_script_is_the_same_person(tmp_path: Path) -> None:
    cohort = (
        mexican(name="Oleksandr Shevchenko", phone="+380 67 123 45 67", passport="FA123456"),
        mexican("B", "Олександр Шевченко", phone="00380671234567", passport="FA123456"),
    )

    (finding,) = said(CHECK, tmp_path, *cohort)

    assert (finding.outcome, finding.other) == (Outcome.CLEAR, "B")


def test_another_identity_is_asked_by_the_other_check(tmp_path: Path) -> None:
    other = mexican("B", state="sv", nation="sv", passport="A7654321")

    findings = said(CHECK, tmp_path, mexican(), other)

    assert codes(findings) == {"identity.first"}


def test_a_refused_father_of_the_same_name_is_not_the_applicant(tmp_path: Path) -> None:
    father = mexican(
        "B", born="1960-05-17", phone=PHONE, address=ADDRESS, passport="G87654321",
        outcome=PastOutcome.REFUSED,
    )  # fmt: skip

    findings = said(CHECK, tmp_path, mexican(phone=PHONE, address=ADDRESS), earlier=[father])

    assert codes(findings) == {"identity.first"}


def test_a_refused_twin_is_not_the_applicant(tmp_path: Path) -> None:
    twin = mexican(
        "B", "Rodrigo Villaseñor Quintana", phone=PHONE, address=ADDRESS, passport="G87654321",
        outcome=PastOutcome.REFUSED,
    )  # fmt: skip

    findings = said(CHECK, tmp_path, mexican(phone=PHONE, address=ADDRESS), earlier=[twin])

    assert codes(findings) == {"identity.first"}


def test_a_refused_namesake_is_not_the_applicant(tmp_path: Path) -> None:
    other = mexican("B", born="1974-11-30", passport="G99912345", outcome=PastOutcome.REFUSED)

    assert codes(said(CHECK, tmp_path, mexican(), earlier=[other])) == {"identity.first"}


def test_three_applications_name_one_another_and_their_weakest_link(tmp_path: Path) -> None:
    cohort = [mexican(key, phone=PHONE) for key in "ABC"]

    findings = said(CHECK, tmp_path, *cohort)

    assert [each.other for each in findings] == ["B", "C"]
    assert all("identity.cluster" in codes([each]) for each in findings)


def test_a_dossier_screened_alone_never_applied_before() -> None:
    (finding,) = CHECK.run(mexican(), Context(thresholds=Thresholds(), matcher=None))

    assert finding.outcome is Outcome.NOT_APPLICABLE
