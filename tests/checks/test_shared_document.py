"""Two applicants with one document or personal number."""

from pathlib import Path

import msgspec
import pytest

from tamiz.checks import Context, Thresholds
from tamiz.checks.shared_document import CHECK
from tamiz.intake.evidence_files import Brought
from tamiz.links import CohortRegister
from tamiz.links.graph import CohortGraph, CohortGraphWriter
from tamiz.model import (
    Contact,
    ContactKind,
    Dossier,
    Finding,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    IdentityEvidence,
    Name,
    Outcome,
    PartialDate,
    Place,
)


def applicant(
    key: str,
    name: str,
    *,
    year: int = 1990,
    passport: str = "",
    country: str = "co",
) -> Dossier:
    kind = IdentifierKind.PASSPORT
    claim = IdentityClaim(
        names=(Name(text=name),),
        birth_dates=(PartialDate(year=year, month=2, day=3),),
        identifiers=(Identifier(kind=kind, number=passport, country=country or None),)
        if passport
        else (),
    )
    return Dossier(id=key, identity=claim)


def ask(tmp_path: Path, *cohort: Dossier) -> list[Finding]:
    """The answers about the first applicant of the cohort."""
    path = tmp_path / "register"
    with CohortRegister(path, is_new=True) as register:
        for one in cohort:
            register.add(Brought(one))
        register.finish()
    with CohortRegister(path, is_new=False) as register:
        context = Context(thresholds=Thresholds(), matcher=None, register=register)
        return list(CHECK.run(cohort[0], context))


def codes(findings: list[Finding]) -> set[str]:
    return {evidence.code for finding in findings for evidence in finding.evidence}


def test_one_passport_and_two_names_is_a_borrowed_document(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Darío Palacios", passport="AZ418877"),
        applicant("B", "Heberto Hinestroza", passport="AZ 418877", year=1986),
    )

    findings = ask(tmp_path, *cohort)

    assert [(f.outcome, f.other) for f in findings] == [(Outcome.CONCERN, "B")]
    assert codes(findings) == {"shared.document", "shared.other_name", "shared.other_birth_date"}


def test_a_letter_o_in_place_of_a_nought_hides_no_borrowed_document(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Darío Palacios", passport="A825O205"),
        applicant("B", "Heberto Hinestroza", passport="A8250205"),
    )

    assert [(f.outcome, f.other) for f in ask(tmp_path, *cohort)] == [(Outcome.CONCERN, "B")]


def test_one_passport_and_one_name_may_be_one_person_twice(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Darío Palacios Cuesta", passport="AZ418877"),
        applicant("B", "PALACIOS CUESTA IVAN DARIO", passport="AZ 418877"),
    )

    findings = ask(tmp_path, *cohort)

    assert [(f.outcome, f.other) for f in findings] == [(Outcome.CLEAR, "B")]
    assert codes(findings) == {
        "shared.document", "shared.same_name", "shared.same_birth_date",
    }  # fmt: skip


def test_one_name_in_two_scripts_is_one_name(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Serhii Pavlenko", passport="AZ418877"),
        applicant("B", "Сергій Андрійович Павленко", passport="AZ418877"),
    )

    assert "shared.same_name" in codes(ask(tmp_path, *cohort))


def printed(one: Dossier, name: str) -> Dossier:
    """The same with a name on the passport."""
    paper = IdentityEvidence(bearer=IdentityClaim(names=(Name(text=name),)))
    return msgspec.structs.replace(one, documents=(paper,))


@pytest.mark.parametrize(
    ("name", "outcome"),
    [("Elisa Esposito", Outcome.CLEAR), ("Heberto Hinestroza", Outcome.CONCERN)],
    ids=["her maiden name", "another's name"],
)
def test_the_passport_of_a_woman_who_married_is_her_own(
    tmp_path: Path, name: str, outcome: Outcome
) -> None:
    married = printed(applicant("A", "Elisa Manlino", passport="AZ418877"), name)
    before = applicant("B", name, passport="AZ418877")

    folders = [tmp_path / "alone", tmp_path / "both"]
    for folder in folders:
        folder.mkdir()

    assert [one.outcome for one in ask(folders[0], married, before)] == [outcome]
    assert asked_of_both(folders[1], before, married, is_earlier=True).outcome is outcome


@pytest.mark.parametrize(
    "other",
    [
        applicant("B", "Iván Darío Palacios Cuesta", passport="AZ418877", year=1986),
        applicant("B", "Heberto Hinestroza", passport="AZ418877"),
        applicant("B", "Iván Darío Palacios Cuesta", passport="AZ418877", country="ve"),
        msgspec.structs.replace(
            applicant("B", "", passport="AZ418877"),
            identity=IdentityClaim(
                identifiers=(Identifier(kind=IdentifierKind.PASSPORT, number="AZ418877"),)
            ),
        ),
    ],
    ids=["another birth date", "another name", "another State", "nothing else told"],
)
def test_one_number_without_one_name_date_and_state_is_a_concern(
    tmp_path: Path, other: Dossier
) -> None:
    one = applicant("A", "Iván Darío Palacios Cuesta", passport="AZ418877")

    assert [f.outcome for f in ask(tmp_path, one, other)] == [Outcome.CONCERN]


def test_every_sharer_of_a_document_is_named_once(tmp_path: Path) -> None:
    cohort = [applicant(key, f"Nadie {key}", passport="AZ418877") for key in "ABC"]

    assert [f.other for f in ask(tmp_path, *cohort)] == ["B", "C"]


@pytest.mark.parametrize("country", ["", "ve"])
def test_another_story_about_its_state_does_not_hide_a_borrowed_document(
    tmp_path: Path, country: str
) -> None:
    cohort = (
        applicant("A", "Iván Darío Palacios", passport="AB123456"),
        applicant("B", "Heberto Hinestroza", passport="AB 123456", country=country),
    )

    findings = ask(tmp_path, *cohort)

    assert [f.outcome for f in findings] == [Outcome.CONCERN]
    assert ("shared.other_state" in codes(findings)) == bool(country)


def test_a_short_number_of_two_states_may_be_a_coincidence(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Darío Palacios", passport="123456"),
        applicant("B", "Heberto Hinestroza", passport="123456", country="ve"),
    )

    assert [f.outcome for f in ask(tmp_path, *cohort)] == [Outcome.CLEAR]


def test_a_document_of_ones_own_is_clear(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Palacios", passport="AZ418877"),
        applicant("B", "Heberto Hinestroza", passport="AZ418878"),
    )

    assert [f.outcome for f in ask(tmp_path, *cohort)] == [Outcome.CLEAR]


def test_a_dossier_screened_alone_is_not_asked() -> None:
    alone = Context(thresholds=Thresholds(), matcher=None)

    (finding,) = CHECK.run(applicant("A", "Iván Palacios", passport="AZ418877"), alone)

    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert codes([finding]) == {"shared.no_cohort"}


def reached(one: Dossier, phone: str) -> Dossier:
    """The same with a phone; none if it is empty."""
    contacts = (Contact(kind=ContactKind.PHONE, value=phone),) if phone else ()
    return msgspec.structs.replace(one, contacts=contacts)


@pytest.mark.parametrize(
    ("here", "there", "is_earlier", "outcome"),
    [
        ("+57 300 123 4567", "0057 300 1234567", False, Outcome.CLEAR),
        ("+57 300 123 4567", "+57 311 765 4321", False, Outcome.CONCERN),
        ("+57 300 123 4567", "+57 311 765 4321", True, Outcome.CLEAR),  # people move
        ("+57 300 123 4567", "", False, Outcome.CLEAR),
    ],
    ids=["one phone", "another phone", "another phone a year later", "no phone told"],
)
def test_a_whole_identity_with_another_phone_is_borrowed(
    tmp_path: Path, here: str, there: str, is_earlier: bool, outcome: Outcome
) -> None:
    one = reached(applicant("A", "Iván Darío Palacios", passport="AZ418877"), here)
    other = reached(applicant("B", "Iván Darío Palacios", passport="AZ418877"), there)

    assert asked_of_both(tmp_path, one, other, is_earlier=is_earlier).outcome is outcome


@pytest.mark.parametrize(
    ("towns", "there", "outcome"),
    [
        (("Cali", "Pasto"), "+57 311 765 4321", Outcome.CONCERN),
        (("Cali", "Pasto"), "+57 300 123 4567", Outcome.CLEAR),  # a slip: it is his phone
        (("Cali", "Santiago de Cali"), "+57 311 765 4321", Outcome.CLEAR),
        (("Cali", ""), "+57 311 765 4321", Outcome.CLEAR),
    ],
)
def test_nobody_is_born_in_two_towns(
    tmp_path: Path, towns: tuple[str, str], there: str, outcome: Outcome
) -> None:
    one, other = (
        born_in(reached(applicant(key, "Iván Darío Palacios", passport="AZ418877"), phone), town)
        for key, phone, town in zip("AB", ("+57 300 123 4567", there), towns, strict=True)
    )

    assert asked_of_both(tmp_path, one, other, is_earlier=True).outcome is outcome


def born_in(one: Dossier, town: str) -> Dossier:
    """The same with a town of birth; none if it is empty."""
    places = (Place(text=town, country="co"),) if town else ()
    identity = msgspec.structs.replace(one.identity, birth_places=places)
    return msgspec.structs.replace(one, identity=identity)


def asked_of_both(tmp_path: Path, one: Dossier, other: Dossier, *, is_earlier: bool) -> Finding:
    writer = CohortGraphWriter(tmp_path / "graph")
    cohort = [writer.add(other, source="2025" if is_earlier else ""), writer.add(one)]
    writer.finish()
    with CohortRegister(tmp_path / "register", is_new=True) as register:
        for each in cohort:
            register.add(Brought(each))
        register.finish()
        with CohortGraph(tmp_path / "graph") as graph:
            context = Context(thresholds=Thresholds(), matcher=None, register=register, graph=graph)
            (finding,) = CHECK.run(one, context)
    return finding
