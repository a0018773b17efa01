"""The telephone of a house in which many lodge."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.links.tied import PHONE, applicant, graph_of
from resolve_people import crowd
from tamiz.links.graph import CONCERN
from tamiz.links.graph.lodgings import LODGING
from tamiz.model import Dossier

HOSTEL, FLAT = "Wilcza 22, hostel Mir, Warszawa", "Sodu 9, Vilnius"
DESK = applicant("A", phone=PHONE, address=HOSTEL)
LODGER = applicant("A", address=HOSTEL)


def like(told: Dossier, people: list[Dossier]) -> list[Dossier]:
    return [replace(one, contacts=told.contacts, addresses=told.addresses) for one in people]


@pytest.mark.parametrize(
    ("lodgers", "outsider", "is_concern"),
    [
        (LODGING - 2, LODGER, False),
        (0, LODGER, True),
        (LODGING - 2, applicant("A", phone=PHONE, address=FLAT), True),
    ],
    ids=["a hostel's desk", "a flat of three", "a phone that somebody elsewhere gives"],
)
def test_a_phone_of_a_house_ties_nobody_there(
    tmp_path: Path, lodgers: int, outsider: Dossier, *, is_concern: bool
) -> None:
    people = crowd(lodgers + 3)
    cohort = [*like(DESK, people[:2]), *like(outsider, people[2:3]), *like(LODGER, people[3:])]

    with graph_of(tmp_path, cohort) as graph:
        near = [one for one in graph.neighbours(0) if one.number == 1]

    assert (sum(one.bits for one in near) >= CONCERN) is is_concern
