"""A short form on a list excuses nothing that the fuller name beside it contradicts."""

import pytest

from matching.invented import applicant, listed, matcher_over
from tamiz.matching import Match
from tamiz.model import NameKind

OTHERS = (listed("2", "PETRENKO, Ivan Olehovych"), listed("3", "RAMOS CASTRO, Luis Alberto"))


def match(name: str, *names: str, kind: NameKind = NameKind.ALIAS) -> Match:
    with matcher_over(listed("1", *names, kind=kind), *OTHERS) as matcher:
        return matcher.score(applicant(name), 0)


def codes(found: Match) -> set[str]:
    return {one.code for one in found.evidence if one.feature == "name"}


CONTRADICTED = [
    ("Alina Ivanovna Smirnova", "Alina Olegovna Smirnova", "Alina Smirnova"),
    ("Алина Ивановна Смирнова", "Alina Olegovna Smirnova", "Alina Smirnova"),
    ("Joaquin Quilombera Perez", "QUILOMBERA LOERA, Joaquin", "Joaquin Quilombera"),
]


@pytest.mark.parametrize(("name", "full", "short"), CONTRADICTED)
def test_the_fuller_name_speaks_where_it_contradicts(name: str, full: str, short: str) -> None:
    assert any("conflict" in code for code in codes(match(name, full, short)))


@pytest.mark.parametrize(("name", "full", "short"), CONTRADICTED)
def test_a_short_form_alone_contradicts_nothing(name: str, full: str, short: str) -> None:
    del full
    assert not any("conflict" in code for code in codes(match(name, short)))


@pytest.mark.parametrize(("name", "full", "short"), CONTRADICTED)
def test_the_fuller_name_itself_loses_nothing_by_its_short_form(
    name: str, full: str, short: str
) -> None:
    del name
    assert match(full, full, short).bits == pytest.approx(match(full, full).bits, abs=0.1)


def test_another_name_that_agrees_better_than_the_fuller_one_is_taken() -> None:
    names = ("Alina Olegovna Smirnova", "Alina Smirnova", "Alina Ivanovna Smirnova")

    assert (
        match("Alina Ivanovna Smirnova", *names).bits
        > match("Alina Ivanovna Smirnova", *names[:2]).bits
    )


def test_a_word_in_another_place_contradicts_nothing() -> None:
    found = match(
        "Joaquin Quilombera Perez", "QUILOMBERA, Joaquin Archivaldo", "Joaquin Quilombera"
    )

    assert not any("conflict" in code for code in codes(found))


def test_a_fuller_name_that_the_list_itself_doubts_contradicts_nothing() -> None:
    names = ("Alina Smirnova", "Alina Olegovna Smirnova")

    assert not any(
        "conflict" in code
        for code in codes(match("Alina Ivanovna Smirnova", *names, kind=NameKind.WEAK))
    )
