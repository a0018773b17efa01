"""Runs of blanks among strangers are told with what chance would give; ties explain them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.documents.applicants import NOBODY, answers, applicant, claim, day, paper
from tamiz.checks.documents.rule import Answer, Strength
from tamiz.checks.documents.run_of_blanks import RULE, expected
from tamiz.intake.evidence_files import Brought
from tamiz.links import CohortRegister
from tamiz.model import Address, Dossier, Outcome, Relation, RelationKind, Service

NAMES = ("Ana Quilombera", "Luis Zambrano", "Petro Melnyk", "Jairo Tejada", "Omar Haddad")


def cohort(*numbers: str, state: str = "pa") -> list[Dossier]:
    """Strangers with these document numbers."""
    return [
        replace(applicant(paper(number=number, state=state), identity=claim(name)), id=f"A{at}")
        for at, (number, name) in enumerate(zip(numbers, NAMES, strict=False))
    ]


def asked(folder: Path, dossiers: list[Dossier], at: int = 0) -> list[Answer]:
    with CohortRegister(folder / "register", is_new=True) as register:
        for dossier in dossiers:
            register.add(Brought(dossier))
        register.finish()
        return answers(RULE, dossiers[at], replace(NOBODY, register=register))


def test_three_numbers_together_are_a_run(tmp_path: Path) -> None:
    (found,) = asked(tmp_path, cohort("PA0412207", "PA0412209", "PA0412211", "PA0777777"))

    assert (found.outcome, found.strength) == (Outcome.CONCERN, Strength.B)
    assert found.evidence.other == "A1 PA0412209; A2 PA0412211"
    assert found.evidence.params["expected"] == "<0.001"


def test_a_run_far_from_most_of_its_series_is_told(tmp_path: Path) -> None:
    """A thousand documents lie elsewhere in a series of a hundred million numbers."""
    elsewhere = [f"1{at * 60_000:08}" for at in range(1, 1_200)]
    run = [str(170_000_011 + at) for at in range(3)]

    with CohortRegister(tmp_path / "register", is_new=True) as register:
        for at, number in enumerate(elsewhere):
            one = applicant(paper(number=number, state="ve"), identity=claim(f"N{at} Zzz{at}"))
            register.add(Brought(replace(one, id=f"B{at}")))
        for one in cohort(*run, state="ve"):
            register.add(Brought(one))
        register.finish()
        (found,) = answers(RULE, cohort(*run, state="ve")[0], replace(NOBODY, register=register))

    assert found.strength is Strength.B


def test_a_village_that_went_to_the_office_together_is_no_run(tmp_path: Path) -> None:
    village = (Address(text="Calle 7 # 4-12, vereda La Unión, San Miguel"),)
    numbers = ("PA0412207", "PA0412209", "PA0412211")

    (found,) = asked(tmp_path, [replace(one, addresses=village) for one in cohort(*numbers)])

    assert found.outcome is Outcome.CLEAR


def test_two_numbers_together_are_a_hint(tmp_path: Path) -> None:
    (found,) = asked(tmp_path, cohort("PA0412207", "PA0412209"))

    assert found.strength is Strength.C


@pytest.mark.parametrize(
    "numbers",
    [
        ("PA0412207", "PA0412218"),  # further away than a box of blanks
        ("PA0412207", "PB0412208"),  # another series
        ("PA0412207", "PA04122080"),  # another length
        ("PA0412207", "PA0412207"),  # one number: another rule's question
    ],
)
def test_other_numbers_are_not_near(tmp_path: Path, numbers: tuple[str, str]) -> None:
    assert [one.outcome for one in asked(tmp_path, cohort(*numbers))] == [Outcome.CLEAR]


def test_short_numbers_are_no_series(tmp_path: Path) -> None:
    assert asked(tmp_path, cohort("1207", "1208")) == []


def test_documents_of_two_states_are_two_series(tmp_path: Path) -> None:
    here, *_ = cohort("PA0412207")
    there = replace(cohort("PA0412208", state="ve")[0], id="B0")

    (found,) = asked(tmp_path, [here, there])

    assert found.outcome is Outcome.CLEAR


def named(dossier: Dossier) -> Dossier:
    tie = Relation(kind=RelationKind.ASSOCIATE, name=NAMES[1])
    return replace(dossier, relations=(tie,))


def served(dossier: Dossier) -> Dossier:
    unit = Service(text="Battalion 3", organisation="Battalion 3")
    return replace(dossier, history=(unit,))


def related(dossier: Dossier) -> Dossier:
    return replace(dossier, identity=claim("Rosa Zambrano"))


@pytest.mark.parametrize("tie", [named, served, related])
def test_a_declared_tie_explains_numbers_that_follow_each_other(
    tmp_path: Path, tie: object
) -> None:
    one, other = cohort("PA0412207", "PA0412208")
    together = [tie(one), served(other)]  # type: ignore[operator]

    assert [found.outcome for found in asked(tmp_path, together)] == [Outcome.CLEAR]


def issued(dossier: Dossier, on: str) -> Dossier:
    (document,) = dossier.documents
    return replace(dossier, documents=(replace(document, issued=day(on)),))


@pytest.mark.parametrize(
    ("on", "expected"), [("2019-05-20", Outcome.CLEAR), ("2022-05-02", Outcome.CONCERN)]
)
@pytest.mark.parametrize("tie", [named, served, related])
def test_a_tie_explains_nothing_where_papers_are_of_other_years(
    tmp_path: Path, tie: object, on: str, expected: Outcome
) -> None:
    one, other = cohort("PA0412207", "PA0412208")
    together = [issued(tie(one), "2019-05-02"), issued(served(other), on)]  # type: ignore[operator]

    assert [found.outcome for found in asked(tmp_path, together)] == [expected]


def test_brothers_beside_a_stranger_are_one_chance(tmp_path: Path) -> None:
    stranger, one, other = cohort("PA0412207", "PA0412209", "PA0412211")
    brother = replace(other, identity=claim("Rosa Zambrano"))

    (found,) = asked(tmp_path, [stranger, one, brother])

    assert found.strength is Strength.C


def test_without_a_cohort_nothing_is_asked() -> None:
    assert answers(RULE, cohort("PA0412207")[0]) == []


@pytest.mark.parametrize(
    ("count", "near", "documents"), [(200, 1, 1.586), (200, 2, 0.0063), (1_000, 2, 0.777)]
)
def test_chance_is_counted_in_documents(count: int, near: int, documents: float) -> None:
    assert expected(count, count, near) == pytest.approx(documents, rel=0.01)


@pytest.mark.parametrize(("count", "near"), [(200, 2), (1_000, 2), (5_000, 3)])
def test_chance_is_that_of_strangers_with_random_numbers(count: int, near: int) -> None:
    assert expected(count, count, near) < expected(count, count, near - 1)
    assert expected(count, count, near) < expected(2 * count, 2 * count, near)


def test_where_few_documents_lie_near_a_run_is_no_chance() -> None:
    assert expected(1_300, 8, 2) < 0.001 < expected(1_300, 1_300, 2)
