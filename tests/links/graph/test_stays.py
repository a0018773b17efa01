"""Journeys that two people made alike."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.background.stories import stay
from checks.links.tied import applicant, graph_of, strangers
from resolve_people import crowd
from tamiz.links.graph import CONCERN, ValueKind
from tamiz.links.graph.stays import MOST, journeys, stays_of
from tamiz.links.graph.strength import BITS
from tamiz.model import Dossier, Stay

BY = stay("Belarus", "by", "2022-02", "2022-05")
ML = stay("Mali", "ml", "2023-06", "2023-10")
RS = stay("Serbia", "rs", "2024-11", "2025-01")


def travelled(*stays: Stay) -> Dossier:
    return replace(applicant(""), stays=stays)


def bits(folder: Path, *cohort: Dossier) -> float:
    with graph_of(folder, cohort) as graph:
        found = {one.number: one for one in graph.neighbours(0)}
    return found[1].bits if 1 in found else 0.0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((BY, ML, RS), (RS, ML, BY), BITS[ValueKind.STAYS]),
        ((BY, ML), (BY, ML), 0.0),
        ((BY, ML, RS), (BY, ML, stay("Serbia", "rs", "2024-12", "2025-01")), 0.0),
        ((BY, ML, stay("Serbia", "rs", "2024", "2025")),
         (BY, ML, stay("Serbia", "rs", "2024", "2025")), 0.0),
    ],
    ids=["three", "two", "another month", "a year alone"],
)  # fmt: skip
def test_three_stays_alike_tie_two(
    tmp_path: Path, one: tuple[Stay, ...], other: tuple[Stay, ...], expected: float
) -> None:
    assert bits(tmp_path, *strangers(travelled(*one), travelled(*other))) == expected


def test_a_season_that_many_go_for_is_no_concern(tmp_path: Path) -> None:
    season = tuple(stay("Poland", "pl", f"{year}-05", f"{year}-09") for year in (2021, 2022, 2023))
    others = [
        replace(one, stays=(season[at % 3], season[(at + 1) % 3]))
        for at, one in enumerate(crowd(300))
    ]

    found = bits(tmp_path, *strangers(travelled(*season), travelled(*season)), *others)

    assert found < CONCERN


def test_the_journeys_of_a_seafarer_are_bounded() -> None:
    many = travelled(*(stay("Panama", "pa", f"20{at:02}-03", f"20{at:02}-05") for at in range(60)))

    assert len(stays_of(many)) == MOST
    assert len(list(journeys(stays_of(many)))) == MOST * (MOST - 1) * (MOST - 2) // 6


def test_ones_own_country_is_no_journey() -> None:
    dossier = replace(applicant("A", nation="by"), stays=(BY, ML))

    assert [one.key for one in stays_of(dossier)] == ["2023-06/2023-10 ml"]
