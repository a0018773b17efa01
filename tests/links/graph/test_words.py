"""How common the words of names are in a cohort."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.links.tied import applicant, party, sponsor
from tamiz.links.graph.groups import FEWEST, FEWEST_PEOPLE
from tamiz.links.graph.near_words import NearWords
from tamiz.links.graph.words import (
    FEWEST_OF_PAIR,
    NameCounts,
    NamePairs,
    WordShares,
    read_shares,
)
from tamiz.matching.levels import Level
from tamiz.model import Dossier, Name, Relation, RelationKind


def shares(dossiers: Sequence[Dossier]) -> WordShares:
    counts = NameCounts()
    for one in dossiers:
        counts.add(one)
    return counts.shares()


def village(count: int, *relations: Relation) -> list[Dossier]:
    """People of one family name."""
    return [applicant(str(at), f"Uno{at} Quilombera", relations=relations) for at in range(count)]


def test_a_name_of_half_a_village_is_common() -> None:
    others = [applicant(f"x{at}", f"Dos{at} Tres{at}") for at in range(1000)]

    found = shares([*village(1000), *others]).persons

    assert 0.4 < found["quilombera"] <= 0.5


def test_a_word_that_few_bear_is_not_told() -> None:
    assert shares(village(FEWEST - 1)).persons == {}


def test_a_word_counts_once_for_each_person() -> None:
    names = (Name(text="Ana Quilombera"), Name(text="Quilombera Quilombera"))
    twice = [
        Dossier(id=str(at), identity=applicant("", "").identity.__class__(names=names))
        for at in range(FEWEST * 4)
    ]

    assert shares(twice).persons["quilombera"] <= 1.0


def test_relatives_of_one_name_are_as_many_as_name_them() -> None:
    wife = party(RelationKind.RELATIVE, "Zenobia Tarqui, wife")

    assert {"tarqui", "wife"} & shares(village(50, wife)).persons.keys() == {"tarqui"}


def test_a_referee_whom_everybody_names_counts_once() -> None:
    referee = party(RelationKind.REFEREE, "Zenobio Tarqui")

    assert "tarqui" not in shares(village(50, referee)).persons


def test_a_company_that_everybody_names_counts_once() -> None:
    assert shares(village(50, sponsor("Altoverde Escolta"))).organisations == {}


def test_words_of_many_companies_are_common_among_companies() -> None:
    people = [
        applicant(str(at), f"Uno{at}", relations=[sponsor(f"Escolta Zafir{chr(97 + at)}o")])
        for at in range(20)
    ]

    found = shares(people)

    assert (
        0.5 * len(people) / FEWEST_PEOPLE
        < found.organisations["escolta"]
        <= len(people) / FEWEST_PEOPLE
    )
    assert "escolta" not in found.persons


def test_a_unit_served_in_is_no_name() -> None:
    unit = Relation(kind=RelationKind.SERVED_WITH, name="Batallón Colón")

    assert "batallon" not in shares(village(50, unit)).persons


def test_nobody_has_no_shares() -> None:
    assert shares([]) == WordShares()


def test_shares_are_read_as_they_were_written(tmp_path: Path) -> None:
    counts = NameCounts()
    for one in village(40, sponsor("Altoverde Escolta")):
        counts.add(one)
    counts.write(tmp_path / "words")

    assert read_shares(tmp_path / "words") == counts.shares()


@given(st.lists(st.sampled_from(("Ana", "Bo", "Quilombera", "Ж", "")), max_size=60))
def test_a_share_is_a_share(names: list[str]) -> None:
    found = shares([applicant(str(at), name) for at, name in enumerate(names)]).persons

    assert all(0 < share <= 1 for share in found.values())


@pytest.mark.parametrize("count", [10, 100, 1000])
def test_a_share_is_taken_lower_than_it_was_counted(count: int) -> None:
    assert shares(village(count)).persons["quilombera"] < 1.0


def pairs(folder: Path, dossiers: Sequence[Dossier]) -> NamePairs:
    counts = NameCounts()
    for one in dossiers:
        counts.add(one)
    counts.write(folder / "words")
    return NamePairs(folder / "words")


def test_three_of_one_name_in_a_small_cohort_do_not_make_it_common(tmp_path: Path) -> None:
    tries = [applicant(str(at), "Rosendo Quilombera") for at in range(3)]

    assert shares(tries).persons == {}
    assert pairs(tmp_path, tries).bits("rosendo", "quilombera") is None


def test_tries_of_one_man_do_not_clear_him_in_a_large_cohort_either(tmp_path: Path) -> None:
    others = [applicant(f"x{at}", f"Dos{at} Tres{at}") for at in range(FEWEST_PEOPLE)]
    tries = [applicant(str(at), "Rosendo Quilombera") for at in range(FEWEST_OF_PAIR - 1)]

    assert pairs(tmp_path, [*others, *tries]).bits("rosendo", "quilombera") is None


@pytest.mark.parametrize("kind", [RelationKind.RELATIVE, RelationKind.REFEREE])
def test_nobody_makes_a_name_common_by_writing_it_again(tmp_path: Path, kind: RelationKind) -> None:
    others = [applicant(f"x{at}", f"Dos{at} Tres{at}") for at in range(FEWEST_PEOPLE)]
    named = [party(kind, f"Rosendo Quilombera Uno{at}") for at in range(40)]

    told = [*others, applicant("A", "Rosendo Quilombera", relations=named)]

    assert "quilombera" not in shares(told).persons
    assert pairs(tmp_path, told).bits("rosendo", "quilombera") is None


def test_pairs_say_nothing_in_a_small_cohort(tmp_path: Path) -> None:
    tries = [applicant(str(at), "Rosendo Quilombera") for at in range(FEWEST_OF_PAIR * 2)]

    assert pairs(tmp_path, tries).bits("rosendo", "quilombera") is None


def test_a_name_of_many_says_what_its_share_says(tmp_path: Path) -> None:
    found = pairs(tmp_path, [applicant(str(at), "Rosendo Quilombera") for at in range(2000)])

    assert found.bits("quilombera", "rosendo") == pytest.approx(0.0, abs=0.1)
    assert found.bits("rosendo", "tarqui") is None


def test_a_cohort_whose_names_are_single_words_can_be_written(tmp_path: Path) -> None:
    assert pairs(tmp_path, [applicant("A", "Rosendo")]).bits("rosendo", "tarqui") is None


def test_whom_applicants_name_make_no_word_of_theirs_common(tmp_path: Path) -> None:
    named = [party(RelationKind.RELATIVE, f"Rosendo Quilomber{letter}") for letter in "aeiou"]
    pairs(tmp_path, [applicant(str(at), "Ana Tarqui", relations=named) for at in range(30)])

    near = NearWords(tmp_path / "words-near").near("quilombero", Level.ONE_EDIT)
    assert near == (0, frozenset())
