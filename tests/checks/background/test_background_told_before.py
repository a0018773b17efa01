"""Two applications of one person, and what each tells of the same years."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.background.stories import NOBODY, served, told
from checks.documents.applicants import day
from checks.links.tied import applicant, graph_of, party
from tamiz.checks.background.told_before import RULE
from tamiz.model import Dossier, RelationKind, Service

SERGEANT = served("2018-2023 95 ОДШБр, сержант", "2018", "2023")
SCHOOL = "Школа № 4 м. Суми, 2018-2023"
NEVER = "Усе доросле життя вчителюю, не служив."


def one(
    key: str, *history: Service, work: str = "", letter: str = "", on: str = "2026-08-12"
) -> Dossier:
    """An application of the same man, who gives his passport and mail each time."""
    again = applicant(
        key, "Дмитро Андріїшин", born="1993-09-04", passport="FL487506", state="ua", nation="ua",
        email="andriishyn.d@ukr.example", phone="+380500688741", letter=letter,
        relations=(party(RelationKind.EMPLOYER, work, is_organisation=True),) if work else (),
    )  # fmt: skip
    return replace(again, history=history, applied_on=(day(on),))


def compared(folder: Path, now: Dossier, then: Dossier) -> list[tuple[str, str]]:
    with graph_of(folder, [now], earlier=[then]) as graph:
        return told(RULE, now, replace(NOBODY, graph=graph))


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        (one("A", SERGEANT), one("B", letter=NEVER, on="2025-12-01"), ("B", "denied_then")),
        (one("A", letter=NEVER), one("B", SERGEANT, on="2025-12-01"), ("B", "denied_now")),
        (one("A", SERGEANT), one("B", work=SCHOOL, on="2025-12-01"), ("B", "civil_then")),
        (one("A", work=SCHOOL), one("B", SERGEANT, on="2025-12-01"), ("B", "civil_now")),
        (
            one("A", SERGEANT),
            one("B", served("2018-2019 welder", "2018-03", "2019-08"), on="2025-12-01"),
            ("C", "civil_then"),
        ),
    ],
)
def test_another_story_of_the_same_years(
    tmp_path: Path, now: Dossier, then: Dossier, expected: tuple[str, str]
) -> None:
    strength, code = expected

    assert compared(tmp_path, now, then) == [(f"concern {strength}", f"told_before.{code}")]


@pytest.mark.parametrize(
    "then",
    [
        one("B", SERGEANT, on="2025-12-01"),
        one("B", on="2025-12-01"),  # left out
        one("B", letter=NEVER, on="2017-12-01"),  # enlisted later
        one("B", work="Школа № 4 м. Суми, 2010-2017", on="2025-12-01"),
        one("B", work="Школа № 4 м. Суми", on="2025-12-01"),
        one("B", SERGEANT, work=SCHOOL, on="2025-12-01"),  # kept on paper
    ],
)
def test_what_was_left_out_or_came_later_contradicts_nothing(tmp_path: Path, then: Dossier) -> None:
    assert compared(tmp_path, one("A", SERGEANT), then) == [("clear", "told_before.in_order")]


def test_a_reserve_leaves_time_to_work(tmp_path: Path) -> None:
    reserve = served("2018-2023 95 ОДШБр, резерв", "2018", "2023")

    assert compared(tmp_path, one("A", reserve), one("B", work=SCHOOL, on="2025-12-01")) == []


def test_somebody_elses_story_is_not_compared(tmp_path: Path) -> None:
    other = replace(applicant("B", "Петро Бондар", letter=NEVER), applied_on=(day("2025-12-01"),))

    assert compared(tmp_path, one("A", SERGEANT), other) == []


def test_without_a_cohort_nothing_is_compared() -> None:
    assert told(RULE, one("A", SERGEANT)) == []
