"""Who meets under an address, whatever became of names and dates."""

import pytest

from resolve_people import applicant, crowd, people_of
from tamiz.links.resolve import Lookup, PeopleBuilder
from tamiz.links.resolve.blocks import candidates
from tamiz.links.resolve.incidence import Incidence
from tamiz.links.resolve.people import People
from tamiz.links.resolve.place_blocks import by_address_and_day, by_address_and_name

HOME = "48 Sadlier Street, Berkeley Village, Punchbowl"
BROKEN = "48 Sadliersxreet, Berkeleyv Illage, Punchbowl"
RUINED = {
    "another name, the same day": (
        applicant("a", "Sophie Wiseman", "1929-06-19", address=HOME),
        applicant("b", "Mystique Wisemkan", "1929-06-19", address=BROKEN),
    ),
    "one word of a name, mistyped": (
        applicant("a", "Abeywickrama", "1929-06-19", address=HOME),
        applicant("b", "Abeywicjrama", "1929-06-19", address=BROKEN),
    ),
    "another day, the name mistyped": (
        applicant("a", "Finlay White", "1964-01-21", address=HOME),
        applicant("b", "Finlhy Whige", "1970-03-09", address=BROKEN),
    ),
    "no day at all": (
        applicant("a", "Nathan Challenor", "", address=HOME),
        applicant("b", "Nathqn Chalenorr", "1960-02-13", address=BROKEN),
    ),
}


def _people(case: str) -> People:
    return people_of(*RUINED[case], *crowd(500))


@pytest.mark.parametrize("case", RUINED)
def test_who_has_a_word_of_an_address_in_common_is_compared(case: str) -> None:
    left, right, _ = candidates(_people(case))
    assert (0, 1) in set(zip(left.tolist(), right.tolist(), strict=True))


@pytest.mark.parametrize("case", RUINED)
def test_one_against_many_meets_as_many_do(case: str) -> None:
    new, known = RUINED[case]
    builder = PeopleBuilder()
    for dossier in (known, *crowd(500)):
        builder.add(dossier)
    assert 0 in Lookup(builder.build()).find(new).right


def test_a_word_that_nobody_else_has_makes_no_keys() -> None:
    incidence = Incidence(people_of(applicant("a", "Ana Bo", "1985-03-14", address=HOME)))
    for read in (by_address_and_day, by_address_and_name):
        assert len(read(incidence).keys) == 0
        assert len(read(incidence, every=True).keys) > 0
