"""How document numbers look among all applicants."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.links.graph.forms import FEWEST, MOST, FormCounts, Forms, Unusual, form_of
from tamiz.model import Dossier, IdentityEvidence


def passport(number: str, state: str | None = "sv") -> IdentityEvidence:
    return IdentityEvidence(code="P", number=number, issuing_state=state, field="doc_number")


def forms(folder: Path, numbers: list[str]) -> Forms:
    counts = FormCounts()
    for at, number in enumerate(numbers):
        counts.add(Dossier(id=str(at), documents=(passport(number),)))
    counts.write(folder / "forms")
    return Forms(folder / "forms")


USUAL = [f"A{10_000_000 + at}" for at in range(2 * FEWEST)]


def test_a_form_that_nobody_else_has_is_unusual(tmp_path: Path) -> None:
    found = forms(tmp_path, [*USUAL, "AB123456"]).unusual(passport("AB 123-456"))

    assert found == Unusual("AA999999", 1, len(USUAL) + 1, ("A99999999",))


@pytest.mark.parametrize(
    ("numbers", "document"),
    [
        (USUAL, passport("B70000000")),
        (USUAL[: FEWEST // 2], passport("AB123456")),
        ([*USUAL, *("AB123456",) * FEWEST], passport("AB123456")),
        (USUAL, passport("AB123456", "gt")),
        (USUAL, passport("AB123456", None)),
        (USUAL, passport("n/a")),
        ([f"{'A' * (at % 9)}{10**7 + at}" for at in range(3 * FEWEST)], passport("77AB1234")),
        ([], passport("AB123456")),
    ],
    ids=["the usual form", "few documents", "a form that many have", "another State", "no State",
         "no number", "series that are drawn", "nobody"],
)  # fmt: skip
def test_of_these_nothing_is_said(
    tmp_path: Path, numbers: list[str], document: IdentityEvidence
) -> None:
    assert forms(tmp_path, numbers).unusual(document) is None


def test_one_applicant_counts_once(tmp_path: Path) -> None:
    counts = FormCounts()
    counts.add(Dossier(id="A", documents=(passport("AB123456"),) * 50))
    for at, number in enumerate(USUAL):
        counts.add(Dossier(id=str(at), documents=(passport(number),)))
    counts.write(tmp_path / "forms")

    found = Forms(tmp_path / "forms").unusual(passport("AB123456"))

    assert found is not None
    assert found.count == 1


def test_forms_without_end_are_not_kept(tmp_path: Path) -> None:
    made = [f"{'9' * (4 + at % 30)}{'A' * (at // 30)}1" for at in range(2 * MOST)]

    found = forms(tmp_path, made)

    assert (tmp_path / "forms").stat().st_size < MOST * 64
    assert found.unusual(passport("AB123456")) is None


@given(st.text(alphabet="ABZ0129", max_size=20))
def test_a_form_has_the_length_of_its_number(number: str) -> None:
    assert len(form_of(number)) == len(number)
    assert set(form_of(number)) <= {"A", "9"}
