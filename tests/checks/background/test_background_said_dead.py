"""Who is dead, as their family tells, does not apply."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.background.stories import NOBODY, told
from checks.links.tied import applicant, graph_of, party
from tamiz.checks.background.said_dead import RULE
from tamiz.model import Dossier, RelationKind

OMAR = applicant("A", "Omar Gelashvili", born="1991-07-02")


def family(text: str, kind: RelationKind = RelationKind.RELATIVE) -> Dossier:
    return applicant("B", "Zurab Gelashvili", relations=[party(kind, text)])


def asked(folder: Path, one: Dossier, other: Dossier) -> list[tuple[str, str]]:
    with graph_of(folder, [one, other]) as graph:
        return told(RULE, one, replace(NOBODY, graph=graph))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omar Gelashvili, born 1991-07-02, killed near Bakhmut in March 2023", "concern B"),
        ("Омар Ґелашвілі, брат, 02.07.1991, загинув", "concern B"),
        ("Omar Gelashvili (2.7.1991, fallecido)", "concern B"),
        ("Omar Gelashvili, brother, 1991-07-02 †", "concern B"),
        ("Omar Gelashvili, brother, 1991 - 2023, died", "concern C"),
        ("Omar Gelashvili, grandfather, born 1931-02-03, died in 1999", "clear"),
    ],
)
def test_a_man_of_this_name_and_birth_is_told_to_be_dead(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert [outcome for outcome, _ in asked(tmp_path, OMAR, family(text))] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Gelashvili, brother, 1991-07-02",
        "Omar Gelashvili, father, killed",  # a son may be called after him
        "Omar Gelashvili, brother, 1991-07-02, not dead but missing",
        "Omar Beridze, brother, 1991-07-02, killed",
    ],
)
def test_what_tells_of_no_death_of_this_man_is_not_told(tmp_path: Path, text: str) -> None:
    assert asked(tmp_path, OMAR, family(text)) == []


def test_who_vouches_is_no_relative(tmp_path: Path) -> None:
    dead = family("Omar Gelashvili, 1991-07-02, killed", RelationKind.REFEREE)

    assert asked(tmp_path, OMAR, dead) == []


def test_without_a_cohort_nobody_is_asked() -> None:
    assert told(RULE, OMAR) == []
