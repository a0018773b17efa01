"""A chip is verified, fails, or cannot be verified, which is no concern."""

from datetime import date

import pytest

from checks.documents.applicants import applicant, paper, reading, told, with_files
from documents.chip.lds import GROUPS
from documents.chip.messages import chip
from documents.chip.pki import authority_certificate
from tamiz.checks.documents.chip import RULE
from tamiz.checks.documents.papers import Papers
from tamiz.documents.chip import Trust, read_anchors, trust_of
from tamiz.intake.evidence_files import FileRead

ANCHORS = trust_of([(read_anchors(authority_certificate(), source="test"), date(2026, 11, 18))])
DOCUMENT = with_files(paper(), "chip")


def files(sod: bytes, groups: dict[int, bytes]) -> list[FileRead]:
    named = {"EF.SOD": sod} | {f"DG{number}": data for number, data in groups.items()}
    return [
        FileRead(given="chip", path=f"chip/{name}", chip=data)
        for name, data in named.items()
        if data
    ]


def ask(sod: bytes, groups: dict[int, bytes], trust: Trust) -> set[tuple[str, str]]:
    return set(told(RULE, applicant(DOCUMENT), reading(*files(sod, groups), trust=trust)))


def test_a_good_chip_is_clear() -> None:
    assert ask(chip().sod(), GROUPS, ANCHORS) == {("clear", "document.chip.verified")}


def test_a_missing_anchor_is_no_concern() -> None:
    assert ask(chip().sod(), GROUPS, Trust()) == {
        ("not_applicable", "document.chip.open.no_anchor")
    }


@pytest.mark.parametrize("number", sorted(GROUPS))
def test_an_altered_group_is_a_concern(number: int) -> None:
    altered = GROUPS | {number: GROUPS[number][:-1] + bytes([GROUPS[number][-1] ^ 1])}

    assert ("concern", "document.chip.failed.data_group") in ask(chip().sod(), altered, ANCHORS)


def test_a_damaged_security_object_is_a_concern() -> None:
    assert ("concern", "document.chip.failed.security_object") in ask(
        chip().sod()[:40], GROUPS, ANCHORS
    )


def test_two_files_of_one_kind_are_a_concern() -> None:
    twice = (
        *files(chip().sod(), GROUPS),
        FileRead(given="chip", path="b/DG1", chip=GROUPS[1] + b"\0"),
    )

    found = told(RULE, applicant(DOCUMENT), reading(*twice, trust=ANCHORS))

    assert found == [("concern", "document.chip.damaged")]


def test_groups_without_the_security_object_cannot_be_verified() -> None:
    assert ask(b"", GROUPS, ANCHORS) == {("not_applicable", "document.chip.open.not_brought")}


def test_without_files_of_a_chip_nothing_is_said() -> None:
    assert told(RULE, applicant(paper())) == []


def test_the_chips_zone_is_one_of_the_documents() -> None:
    context = reading(*files(chip().sod(), GROUPS), trust=ANCHORS)
    (only,) = Papers(applicant(DOCUMENT), context).each

    assert [one.source.value for one in only.zones] == ["chip"]


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("sv", {("concern", "document.chip.other_state")}),
        ("de", {("clear", "document.chip.verified")}),
        (None, {("clear", "document.chip.verified")}),
    ],
)
def test_a_chip_of_another_state_than_the_document_is_a_concern(
    state: str | None, found: set[tuple[str, str]]
) -> None:
    document = with_files(paper(state=state), "chip")
    context = reading(*files(chip().sod(), GROUPS), trust=ANCHORS)

    assert set(told(RULE, applicant(document), context)) == found
