"""Who vouches for themselves; a namesake with a phone of their own is somebody else."""

import pytest
from msgspec.structs import replace

from checks.background.stories import told
from checks.links.tied import applicant, party
from tamiz.checks.background.own_referee import RULE
from tamiz.model import RelationKind

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
