"""Words that a cohort shows to be common count as common."""

import pytest

from matching.invented import applicant, listed, matcher_over
from tamiz.matching import Matcher
from tamiz.model import PartyType

MAN = listed("1", "QUILOMBERA TZINTZUNTZAN, Erasmo", born="1984-03-09")
ASKED = applicant("Erasmo Quilombera", born="1990-01-02")


def bits(seen: dict[str, float], kind: PartyType = PartyType.PERSON) -> float:
    """The score of a namesake, where words were seen to be so common."""
    with matcher_over(MAN) as matcher:
        matcher.index.raise_shares(kind, seen)
        return Matcher(matcher.index).score(ASKED, 0).bits


def test_a_name_of_half_a_village_weighs_less() -> None:
    assert bits({"quilombera": 0.3}) < bits({}) - 3


def test_the_more_bear_it_the_less_it_weighs() -> None:
    found = [bits({"quilombera": share}) for share in (0.001, 0.01, 0.1)]

    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 3


@pytest.mark.parametrize(
    "seen",
    [{}, {"quilombera": 1e-12}, {"nobody": 0.5}, {"": 0.5}],
    ids=["nothing", "rarer than is known", "a word that no list has", "an empty word"],
)
def test_no_word_becomes_rarer_and_no_other_changes(seen: dict[str, float]) -> None:
    assert bits(seen) == bits({})


def test_words_of_organisations_are_counted_apart() -> None:
    assert bits({"quilombera": 0.3}, PartyType.ORGANISATION) == bits({})


def test_two_indexes_do_not_share_what_was_seen() -> None:
    with matcher_over(MAN) as one, matcher_over(MAN) as other:
        before = float(other.index.shares(PartyType.PERSON).max())
        one.index.raise_shares(PartyType.PERSON, {"quilombera": 0.9})

        assert float(one.index.shares(PartyType.PERSON).max()) == pytest.approx(0.9)
        assert float(other.index.shares(PartyType.PERSON).max()) == before
