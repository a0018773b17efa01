"""Who vouches for themselves; a namesake with a phone of their own is somebody else."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.background.stories import NOBODY, told
from checks.links.tied import applicant, graph_of, party
from tamiz.checks.background.own_referee import RULE
from tamiz.model import Dossier, RelationKind

ME, MINE, THEIRS = "Paweł Kowalski", "+48 600 100 200", "+48 601 555 333"


@pytest.mark.parametrize(
    ("name", "phone", "expected"),
    [
        (ME, MINE, "concern B"),
        (ME, "", "concern C"),
        (ME, THEIRS, "clear"),
        ("Jan Nowak", MINE, "concern C"),
        ("Jan Nowak", THEIRS, "clear"),
        ("Paweł", "", "clear"),
    ],
)
def test_a_referee(name: str, phone: str, expected: str) -> None:
    referee = party(RelationKind.REFEREE, name, phone=phone)

    assert [
        one for one, _ in told(RULE, replace(applicant("A", ME, phone=MINE), relations=(referee,)))
    ] == [expected]


def sent(key: str, *, phone: str = MINE) -> Dossier:
    """Who gives the phone of the recruiter who sent them as their own."""
    recruiter = party(RelationKind.REFERRED_BY, "Jan Nowak", phone="+48600100200")
    return replace(applicant(key, f"Paweł {key}", phone=phone), relations=(recruiter,))


@pytest.mark.parametrize(("people", "expected"), [(5, "concern C"), (6, "clear")])
@pytest.mark.parametrize("phone", [MINE, "600 100 200"])
def test_a_phone_that_many_give_is_nobodys_own(
    tmp_path: Path, people: int, phone: str, expected: str
) -> None:
    cohort = [sent("A", phone=phone), *(sent(chr(ord("A") + at)) for at in range(1, people))]

    with graph_of(tmp_path, cohort) as graph:
        found = told(RULE, cohort[0], replace(NOBODY, graph=graph))

    assert [outcome for outcome, _ in found] == [expected]
