"""A document on the unit's stop list is told; one that may be another is a hint at most."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.documents.applicants import NOBODY, answers, applicant, claim, paper, passport_zone
from documents.stops.stop_entries import lookup, stop
from tamiz.checks import DOCUMENTS, run_check
from tamiz.checks.check import References
from tamiz.checks.documents.rule import Answer, Strength
from tamiz.checks.documents.stop_list import RULE
from tamiz.documents.stops import Happened, Stop
from tamiz.model import Dossier, IdentifierKind, IdentityEvidence, Outcome
from tamiz.wording import Language, catalogue

ZONE = passport_zone("PAN", "QUILOMBERA", "ANA", "840309")  # number B04417702
CARD = IdentifierKind.NATIONAL


def asked(folder: Path, document: IdentityEvidence, *stops: Stop) -> list[Answer]:
    return answers(
        RULE,
        applicant(document),
        replace(NOBODY, references=References(stops=lookup(folder, *stops))),
    )


def found(answer: Answer) -> list[str]:
    return [one.code.removeprefix("document.stop.") for one in (answer.evidence, *answer.beside)]


@pytest.mark.parametrize("happened", Happened)
def test_a_document_on_the_list_is_near_conclusive(tmp_path: Path, happened: Happened) -> None:
    document = paper(number="PA 0412207", state="pa")

    (answer,) = asked(tmp_path, document, stop("PA0412207", happened=happened))

    assert answer.outcome is Outcome.CONCERN
    assert answer.strength is None
    assert RULE.strength is Strength.A
    assert found(answer) == [happened.value]
    assert (answer.evidence.applicant, answer.evidence.other) == ("PA 0412207", "PA0412207")
    assert answer.evidence.params == {
        "state": "PA", "reported": "2024-05-01", "source": "Policía", "reference": "EXP-1",
    }  # fmt: skip


def test_a_blank_of_a_stolen_range_shows_the_range(tmp_path: Path) -> None:
    document = paper(number="PA0412207", state="pa")

    (answer,) = asked(tmp_path, document, stop("PA0412200", "PA0412299"))

    assert answer.evidence.other == "PA0412200 – PA0412299"


def test_a_number_that_is_not_on_the_list_is_clear(tmp_path: Path) -> None:
    (answer,) = asked(tmp_path, paper(number="PA0412208", state="pa"), stop("PA0412207"))

    assert answer.outcome is Outcome.CLEAR
    assert answer.evidence.params == {"count": "1"}


@pytest.mark.parametrize(
    ("document", "doubt"),
    [
        (paper(number="PA0412207"), "no_state"),
        (paper(number="PA0412207", state="ve"), "other_state"),
        (paper("cédula", number="PA0412207", state="pa"), "other_kind"),
    ],
)
def test_what_may_be_another_document_is_a_hint(
    tmp_path: Path, document: IdentityEvidence, doubt: str
) -> None:
    (answer,) = asked(tmp_path, document, stop("PA0412207"))

    assert answer.strength is Strength.C
    assert found(answer) == [doubt, "stolen"]


def test_a_hint_alone_holds_nobody_up(tmp_path: Path) -> None:
    context = replace(NOBODY, references=References(stops=lookup(tmp_path, stop("PA0412207"))))
    dossier = applicant(paper(number="PA0412207", state="ve"))

    outcomes = {one.outcome for one in run_check(DOCUMENTS, dossier, context)}

    assert outcomes == {Outcome.CLEAR, Outcome.NOT_APPLICABLE}


def test_a_short_number_of_another_state_says_nothing(tmp_path: Path) -> None:
    (answer,) = asked(tmp_path, paper(number="412207", state="ve"), stop("412207"))

    assert answer.outcome is Outcome.CLEAR


def test_a_kind_that_is_not_understood_is_no_other_kind(tmp_path: Path) -> None:
    (answer,) = asked(tmp_path, paper("???", number="PA0412207", state="pa"), stop("PA0412207"))

    assert found(answer) == ["stolen"]


def test_the_number_of_a_zone_counts_with_the_zones_state(tmp_path: Path) -> None:
    document = paper(number="PA0412208", state="cr", mrz=ZONE)

    (answer,) = asked(tmp_path, document, stop("B04417702"))

    assert found(answer) == ["stolen"]
    assert answer.evidence.applicant == "B04417702"


def test_a_zones_number_whose_check_digit_fails_does_not_count(tmp_path: Path) -> None:
    spoilt = (ZONE[0], ZONE[1].replace("B04417702", "B04417703"))

    assert asked(tmp_path, paper(state="pa", mrz=spoilt), stop("B04417703")) == []


def test_a_number_declared_and_in_the_zone_is_told_once(tmp_path: Path) -> None:
    document = paper(number="B04417702", mrz=ZONE)  # only the zone tells the State

    (answer,) = asked(tmp_path, document, stop("B04417702"))

    assert found(answer) == ["stolen"]


def test_the_replacement_of_a_card_may_bear_its_number(tmp_path: Path) -> None:
    document = paper("DUI", number="012345678", state="sv", issued="2025-01-10")

    (answer,) = asked(tmp_path, document, stop("012345678", state="sv", kind=CARD))

    assert answer.strength is Strength.B
    assert found(answer) == ["stolen", "issued_later"]


@pytest.mark.parametrize(
    ("code", "issued", "reported"),
    [
        ("P", "2025-01-10", "2024-05-01"),  # a passport's replacement has another number
        ("DUI", "2023-01-10", "2024-05-01"),
        ("DUI", "", "2024-05-01"),
        ("DUI", "2025-01-10", ""),
        ("DUI", "2025-01-10", "2024"),
        ("DUI", "2025-01-10", "03/04/2024"),
    ],
)
def test_other_documents_are_no_replacement(
    tmp_path: Path, code: str, issued: str, reported: str
) -> None:
    kind = IdentifierKind.PASSPORT if code == "P" else CARD
    document = paper(code, number="012345678", state="sv", issued=issued)

    (answer,) = asked(
        tmp_path, document, stop("012345678", state="sv", kind=kind, reported=reported)
    )

    assert answer.strength is None
    assert found(answer) == ["stolen"]


def test_an_entry_past_its_review_is_told_to_be(tmp_path: Path) -> None:
    entry = stop("PA0412207", review_by="2026-01-01", note="box 3")

    (answer,) = asked(tmp_path, paper(number="PA0412207", state="pa"), entry)

    assert found(answer) == ["stolen", "note", "overdue"]


@pytest.mark.parametrize("number", ["", "n/a", "0000000"])
def test_without_a_number_nothing_is_asked(tmp_path: Path, number: str) -> None:
    assert asked(tmp_path, paper(number=number, state="pa"), stop()) == []


def test_without_a_stop_list_nothing_is_said() -> None:
    assert answers(RULE, applicant(paper(number="PA0412207", state="pa"))) == []


def test_the_finding_holds_everything_an_officer_asks_for(tmp_path: Path) -> None:
    dossier: Dossier = applicant(paper(number="PA0412207", state="pa"), identity=claim("Ana"))
    context = replace(
        NOBODY, references=References(stops=lookup(tmp_path, stop("PA0412207", note="box 3")))
    )

    finding = next(one for one in run_check(DOCUMENTS, dossier, context) if one.check == RULE.name)

    assert (finding.strength, len(finding.evidence)) == ("A", 2)
    assert "bearer" in finding.next_step


@pytest.mark.parametrize("language", Language)
def test_everything_has_its_sentence(language: Language) -> None:
    names = [*Happened, "no_state", "other_state", "other_kind", "issued_later", "note", "overdue"]

    assert {f"document.stop.{name}" for name in (*names, "not_listed")} <= set(catalogue(language))
