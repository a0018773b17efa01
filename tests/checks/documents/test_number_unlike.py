"""A document's number against those of the same State in the cohort."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.documents.applicants import NOBODY, answers, applicant, paper
from checks.links.tied import graph_of
from tamiz.checks.documents.number_unlike import RULE
from tamiz.checks.documents.rule import Answer, Strength
from tamiz.model import Address, Dossier, Outcome


def asked(folder: Path, state: str, one: Dossier, *more: Dossier) -> list[Answer]:
    others = [
        replace(applicant(paper(state=state, number=f"A{10_000_000 + at}")), id=f"B{at}")
        for at in range(150)
    ]
    with graph_of(folder, [one, *others, *more]) as graph:
        return answers(RULE, one, replace(NOBODY, graph=graph))


def test_a_number_like_nobodys_is_a_hint_with_the_count(tmp_path: Path) -> None:
    (only,) = asked(tmp_path, "sv", applicant(paper(state="sv", number="AB123456")))

    assert only.outcome is Outcome.CONCERN
    assert (only.evidence.applicant, only.evidence.other) == ("AB123456", "A99999999")
    assert (only.evidence.params["count"], only.evidence.params["of"]) == ("1", "151")


def lives_in(country: str, number: str = "AB123456") -> Dossier:
    home = Address(text="Calle Roble 12", country=country, field="address")
    return replace(applicant(paper(state="sv", number=number)), addresses=(home,))


@pytest.mark.parametrize(
    ("one", "strength", "code"),
    [
        (lives_in("co"), Strength.B, "residence"),
        (lives_in("sv"), Strength.C, "odd"),
        (lives_in("br"), Strength.C, "odd"),
        (lives_in("co", "123456789"), Strength.C, "odd"),
    ],
)
def test_a_number_like_those_of_where_they_live_is_more(
    tmp_path: Path, one: Dossier, strength: Strength, code: str
) -> None:
    neighbours = [
        replace(applicant(paper(state="co", number=f"AB{100_000 + at}")), id=f"C{at}")
        for at in range(150)
    ]

    (only,) = asked(tmp_path, "sv", one, *neighbours)

    assert (only.strength, only.evidence.code) == (strength, f"document.number_unlike.{code}")


def test_a_number_like_the_others_is_not_spoken_of(tmp_path: Path) -> None:
    assert asked(tmp_path, "sv", applicant(paper(state="sv", number="A00000001"))) == []


def test_of_a_state_in_the_table_the_table_speaks(tmp_path: Path) -> None:
    assert asked(tmp_path, "pl", applicant(paper(state="pl", number="12"))) == []


def test_without_a_cohort_nothing_is_asked() -> None:
    assert answers(RULE, applicant(paper(state="sv", number="AB123456"))) == []
