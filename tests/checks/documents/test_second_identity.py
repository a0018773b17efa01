"""One name and birth date under two States' papers is told; honest doubles are not."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.documents.applicants import answers, applicant, claim, day, paper
from checks.documents.cohorts import asked, numbered
from tamiz.checks.documents.second_identity import RULE
from tamiz.model import Dossier, IdentityClaim, Nationality, Outcome

BORN = "1984-11-07"


def person(
    name: str = "Rosendo Quiñónez Batres",
    *,
    born: str = BORN,
    state: str | None = "mx",
    number: str = "G90817263",
    nations: str = "mx",
) -> Dossier:
    identity: IdentityClaim = replace(
        claim(name, born=born),
        nationalities=tuple(Nationality(country=code, text=code) for code in nations.split()),
    )
    documents = (paper(number=number, state=state),) if number else ()
    return applicant(*documents, identity=identity)


def other(
    name: str = "Rosendo Quiñónez Batres", *, born: str = BORN, state: str | None = "sv",
    number: str = "B04417702", nations: str = "sv",
) -> Dossier:  # fmt: skip
    return person(name, born=born, state=state, number=number, nations=nations)


def outcome(folder: Path, *dossiers: Dossier) -> tuple[Outcome, str]:
    (found,) = asked(RULE, folder, numbered(dossiers))
    return found.outcome, found.evidence.code.removeprefix("document.identity.")


@pytest.mark.parametrize(
    "second",
    [
        other(),
        other("QUIÑÓNEZ BATRES, Rosendo"),
        other("Rosendo Quinonez Batres"),
        other("Росендо Киньонес Батрес"),
        other("Rosendo de Quiñónez y Batres"),
        other(number="", state=None),  # another nationality alone
        other(nations=""),  # another State's document alone
    ],
)
def test_a_second_identity_is_found(tmp_path: Path, second: Dossier) -> None:
    (found,) = asked(RULE, tmp_path, numbered([person(), second]))

    assert found.outcome is Outcome.CONCERN
    assert found.evidence.code == "document.identity.two_papers"
    assert found.other == "A1"
    assert found.evidence.params["born"] == BORN
    assert float(found.evidence.params["expected"]) < 0.001


def test_both_papers_are_shown(tmp_path: Path) -> None:
    (found,) = asked(RULE, tmp_path, numbered([person(), other()]))

    assert found.evidence.applicant == "Rosendo Quiñónez Batres: G90817263 (MX); MX"
    assert found.evidence.other == "A1 Rosendo Quiñónez Batres: B04417702 (SV); SV"


@pytest.mark.parametrize(
    "second",
    [
        other(born="1984-11-08"),
        other(born="1984-11"),
        other("Ramiro Quiñónez Batres"),  # a twin
        other("Rosendo Quiñónez"),  # a word has no counterpart
        other("Rosendo"),
        other(nations="sv mx"),  # declares both
        other(number="G-9081 7263"),  # one number: another rule's question
        other(state="mx", nations="mx", number="G11111112"),  # a renewed passport
        other(state=None, nations="", number="B04417702"),  # no State is told
        other(number="", state=None, nations=""),
        other(number="", state=None, nations="su"),  # no State any more
    ],
)
def test_honest_doubles_are_not_told(tmp_path: Path, second: Dossier) -> None:
    assert outcome(tmp_path, person(), second) == (Outcome.CLEAR, "one_person")


def test_whoever_declares_both_nationalities_hides_nothing(tmp_path: Path) -> None:
    assert outcome(tmp_path, person(nations="mx sv"), other()) == (Outcome.CLEAR, "one_person")


def test_a_document_of_the_second_state_is_declared_too(tmp_path: Path) -> None:
    both = person()
    second = paper(number="B00000017", state="sv")
    both = replace(both, documents=(*both.documents, second))

    assert outcome(tmp_path, both, other()) == (Outcome.CLEAR, "one_person")


def test_a_common_name_in_a_large_cohort_is_chance(tmp_path: Path) -> None:
    common = "José García López"
    crowd = [
        person(common, born=f"{1960 + at % 40}-0{1 + at % 9}-1{at % 8}", number=f"G{at:07}")
        for at in range(60)
    ]

    found = outcome(tmp_path, person(common), other(common), *crowd)

    assert found == (Outcome.CLEAR, "common_name")


def test_a_birth_date_that_stands_for_a_year_is_more_common(tmp_path: Path) -> None:
    new_year = "1985-01-01"
    crowd = [person(f"Nadie Aburo{at}x", born=new_year, number=f"G{at:07}") for at in range(800)]
    one, second = (person(born=new_year), other(born=new_year))

    assert outcome(tmp_path, one, second, *crowd) == (Outcome.CLEAR, "common_name")


def test_either_reading_of_a_birth_date_meets(tmp_path: Path) -> None:
    readings = (day("1984-07-11"), day(BORN))
    second = other()
    second = replace(second, identity=replace(second.identity, birth_dates=readings))

    assert outcome(tmp_path, person(), second) == (Outcome.CONCERN, "two_papers")


@pytest.mark.parametrize("dossier", [person(born=""), person(""), person(born="1984")])
def test_what_is_not_told_is_not_asked(tmp_path: Path, dossier: Dossier) -> None:
    assert asked(RULE, tmp_path, numbered([dossier, other()])) == []


def test_without_a_cohort_nothing_is_asked() -> None:
    assert answers(RULE, person()) == []
