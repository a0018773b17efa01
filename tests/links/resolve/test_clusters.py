"""Chains are cut where they contradict themselves, at the weakest link."""

import numpy as np
import pytest

from resolve_people import applicant, people_of
from tamiz.links.resolve import Pairs, Reason, clusters
from tamiz.model import Dossier, Sex

BORN, ELSEWHEN = "1985-03-14", "1971-11-30"
Links = list[tuple[int, int, float]]


def _pairs(links: Links, people: int) -> Pairs:
    return Pairs(
        left=np.array([one for one, _, _ in links], dtype=np.int64),
        right=np.array([other for _, other, _ in links], dtype=np.int64),
        bits=np.array([bits for *_, bits in links], dtype=np.float32),
        parts=np.zeros((len(links), 0), dtype=np.float32),
        levels=np.zeros((len(links), 0), dtype=np.int8),
        population=people,
    )


def _born(*days: str) -> list[Dossier]:
    return [applicant(str(at), "Ana Bo", day) for at, day in enumerate(days)]


CASES: dict[str, tuple[list[Dossier], Links, list[tuple[int, ...]], list[Reason]]] = {
    "a pair": (_born(BORN, BORN), [(0, 1, 30.0)], [(0, 1)], []),
    "a chain without contradiction": (
        _born(BORN, "", BORN), [(0, 1, 30.0), (1, 2, 25.0)], [(0, 1, 2)], [],
    ),
    "two birth dates behind one record without any": (
        _born(BORN, "", ELSEWHEN), [(0, 1, 30.0), (1, 2, 25.0)], [(0, 1)], [Reason.BIRTH_DATE],
    ),
    "the weaker link is cut, whichever comes first": (
        _born(BORN, "", ELSEWHEN), [(0, 1, 25.0), (1, 2, 30.0)], [(1, 2)], [Reason.BIRTH_DATE],
    ),
    "a date with day and month exchanged is no contradiction": (
        _born("1985-03-04", "", "1985-04-03"), [(0, 1, 30.0), (1, 2, 25.0)], [(0, 1, 2)], [],
    ),
    "two sexes": (
        [applicant("0", "A B", sex=Sex.MALE), applicant("1", "A B"), applicant("2", "A B", sex=Sex.FEMALE)],
        [(0, 1, 30.0), (1, 2, 25.0)], [(0, 1)], [Reason.SEX],
    ),
    "two numbers of one register": (
        [applicant("0", "A B", personal="3184710691"), applicant("1", "A B"),
         applicant("2", "A B", personal="2184710692")],
        [(0, 1, 30.0), (1, 2, 25.0)], [(0, 1)], [Reason.REGISTER],
    ),
    "two clusters with one false bridge": (
        _born(BORN, BORN, ELSEWHEN, ELSEWHEN),
        [(0, 1, 40.0), (2, 3, 40.0), (1, 2, 22.0)], [(0, 1), (2, 3)], [Reason.BIRTH_DATE],
    ),
    "more than one person files": (
        _born(*[""] * 60), [(at, at + 1, 60.0 - at) for at in range(59)],
        [tuple(range(50)), tuple(range(50, 60))], [Reason.TOO_MANY],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_clusters(
    case: tuple[list[Dossier], Links, list[tuple[int, ...]], list[Reason]],
) -> None:
    dossiers, links, members, reasons = case
    found = clusters(people_of(*dossiers), _pairs(links, len(dossiers)))
    assert [each.members for each in found] == members
    assert [cut.reason for cut in found[0].cuts] == reasons


def test_the_weakest_link_is_told() -> None:
    links = [(0, 1, 30.0), (1, 2, 21.0), (0, 2, 19.0)]
    (found,) = clusters(people_of(*_born(BORN, BORN, BORN)), _pairs(links, 3))
    assert (found.weakest.left, found.weakest.right, found.weakest.bits) == (1, 2, 21.0)
