"""Two of one common name are not so nearly one person as its words look; a State counts once."""

from functools import cache
from itertools import product

import pytest
from msgspec.structs import replace

from checks.links.tied import applicant
from tamiz.checks.identities.namesakes import as_namesakes
from tamiz.links import names_heard
from tamiz.links.graph.grouping import fit_groups
from tamiz.links.graph.groups import NameGroups, one_form
from tamiz.links.graph.name_words import NameWords
from tamiz.model import Dossier, Evidence, IdentityClaim, IdentityEvidence, Name
from tamiz.normalise.keys import sound

SMALL = product(("Takeru", "Hikaro", "Masuki", "Noriyo"), ("Sakamura", "Hoshizawa", "Minekawa"))
LARGE = product(("Pablo", "Diego", "Felipe", "Hugo"), ("Zambrano", "Tejada", "Ocampo", "Barrios"))
HERE, THERE = applicant("A", "Masuki Minekawa"), applicant("B", "MINEKAWA, Masuki")


@cache
def groups(people: int = 4_000) -> NameGroups:
    """A cohort of whom one in 32 is of a small people."""
    small, large = list(SMALL), list(LARGE)
    names = [(large if at % 32 else small)[at // 32 % 12] for at in range(people)]
    heard = ([one_form(sound(word.lower())) for word in name] for name in names)
    return fit_groups(NameWords(heard), population=people)


def taken(here: Dossier, there: Dossier, *evidence: Evidence) -> float:
    found = as_namesakes(here, names_heard(here) & names_heard(there), evidence, groups())
    return 0.0 if found is None else -(found.bits or 0.0)


def of_one_state(bits: float) -> Evidence:
    return Evidence(feature="origin", code="identity.origin.same", bits=bits)


def test_words_of_a_small_people_tell_less_together() -> None:
    assert taken(HERE, THERE) == pytest.approx(5.0, abs=1.0)


def test_a_name_that_a_paper_alone_has_is_no_rarer() -> None:
    """A married woman's passport has the name she was born with."""
    printed = IdentityEvidence(bearer=IdentityClaim(names=(Name(text="Minekawa, Masuki"),)))
    married = replace(applicant("C", "Masuki Zambrano"), documents=(printed,))

    assert taken(married, THERE) == pytest.approx(taken(HERE, THERE))


@pytest.mark.parametrize("bits", [-5.0, -8.0])
def test_what_one_state_has_taken_off_is_not_taken_again(bits: float) -> None:
    assert taken(HERE, THERE, of_one_state(bits)) == 0.0


def test_what_was_taken_off_places_is_no_part_of_it() -> None:
    town = Evidence(feature="birth_place", code="identity.birth_place.same", bits=6.0)

    assert taken(HERE, THERE, of_one_state(-5.0), town) == pytest.approx(2.5, abs=1.0)


@pytest.mark.parametrize("there", ["Masuki Zambrano", "Pablo Minekawa", "Pablo Zambrano", ""])
def test_less_than_two_words_in_common_lose_nothing(there: str) -> None:
    assert taken(HERE, applicant("B", there)) == 0.0
