"""Which applications are one person's, written and read again."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from resolve_people import applicant, crowd
from tamiz.links.graph.same import SURE, SamePersons, write_same
from tamiz.links.resolve import PeopleBuilder, prior_bits
from tamiz.matching.subject import probability_of
from tamiz.model import Dossier

TWICE = [
    applicant("a", "Arturo Villaseñor", "1990-02-07", number="G12345678"),
    applicant("b", "Arturo Villasenor", "1990-02-07", number="G12345678"),
]


def same(folder: Path, dossiers: Sequence[Dossier]) -> SamePersons:
    builder = PeopleBuilder()
    for one in dossiers:
        builder.add(one)
    write_same(builder, folder / "same")
    return SamePersons(folder / "same")


def test_a_pair_is_found_from_both_sides(tmp_path: Path) -> None:
    found = same(tmp_path, [*TWICE, *crowd(50)])

    assert [[one.number for one in found.of(at)] for at in (0, 1, 2)] == [[1], [0], []]


def test_both_sides_have_one_probability(tmp_path: Path) -> None:
    found = same(tmp_path, [*TWICE, *crowd(50)])

    (here,), (there,) = found.of(0), found.of(1)
    assert here.probability == there.probability
    assert here.probability >= SURE


def test_what_is_told_of_a_pair_adds_up_to_its_probability(tmp_path: Path) -> None:
    found = same(tmp_path, [*TWICE, *crowd(50)])

    for here, there in ((0, 1), (1, 0)):
        (pair,) = found.of(here)
        told = found.evidence(pair, TWICE[here], TWICE[there])
        bits = sum(one.bits or 0.0 for one in told) + prior_bits(found.population)
        assert probability_of(bits) == pytest.approx(pair.probability, abs=1e-3)
        assert "identity.number.same" in {one.code for one in told}


def test_the_likeliest_comes_first(tmp_path: Path) -> None:
    other = applicant("c", "Arturo Villaseñor", "1990-02-07")

    found = [one.probability for one in same(tmp_path, [*TWICE, other, *crowd(50)]).of(0)]

    assert found == sorted(found, reverse=True)


def test_a_pair_alone_is_no_cluster(tmp_path: Path) -> None:
    assert same(tmp_path, [*TWICE, *crowd(50)]).cluster_of(0) is None


def test_three_are_a_cluster_with_its_weakest_link(tmp_path: Path) -> None:
    third = applicant("c", "Arturo Villaseñor", "1990-02-07", number="G12345678")

    found = same(tmp_path, [*TWICE, third, *crowd(50)])

    cluster = found.cluster_of(2)
    assert cluster is not None
    assert cluster.members == (0, 1, 2)
    assert cluster.weakest.bits > 0
    assert found.cluster_of(3) is None


@pytest.mark.parametrize("dossiers", [[], [Dossier(id="a")], [Dossier(id="a"), Dossier(id="b")]])
def test_nobody_is_nobodys_other_application(tmp_path: Path, dossiers: list[Dossier]) -> None:
    found = same(tmp_path, dossiers)

    assert [found.of(at) for at in range(len(dossiers))] == [()] * len(dossiers)
    assert found.cluster_of(0) is None
