"""Whom a dossier names, as subjects to look for."""

import pytest

from tamiz.checks.subjects import applicant_of, related_of
from tamiz.model import (
    Dossier,
    IdentityClaim,
    Name,
    NameKind,
    Observation,
    PartyType,
    Relation,
    RelationKind,
)


@pytest.mark.parametrize("hint", [True, False, None])
def test_a_named_party_is_looked_for_as_person_and_as_organisation(hint: bool | None) -> None:
    relation = Relation(kind=RelationKind.SPONSOR, name="Altoverde", is_organisation=hint)

    assert [one.type for one in related_of(relation)] == [PartyType.PERSON, PartyType.ORGANISATION]


def test_a_call_sign_in_the_letter_is_a_code_name_of_the_applicant() -> None:
    letter = "Mis compañeros me dicen Tecolotillo-8 y conduje un T-72."
    claim = IdentityClaim(names=(Name(text="Nadie Conocido"),))

    names = applicant_of(Dossier(id="A1", identity=claim, motivation=letter)).names

    assert [(one.text, one.kind, one.field) for one in names[1:]] == [
        ("Tecolotillo-8", NameKind.CODE, "motivation")
    ]


def test_a_call_sign_that_an_observer_notes_is_a_code_name_of_the_applicant() -> None:
    note = Observation(text="земляки кличуть його «Лешак-19»", field="observations")
    claim = IdentityClaim(names=(Name(text="Nadie Conocido"),))

    names = applicant_of(Dossier(id="A1", identity=claim, observations=(note,))).names

    assert [(one.text, one.kind, one.field) for one in names[1:]] == [
        ("Лешак-19", NameKind.CODE, "observations")
    ]


def test_words_for_a_sole_trader_are_no_part_of_the_name() -> None:
    relation = Relation(kind=RelationKind.EMPLOYER, name="ФОП Вимисленко Сергій")

    assert {name.text for one in related_of(relation) for name in one.names} == {
        "Вимисленко Сергій"
    }


@pytest.mark.parametrize("written", ["Ana Reyes, wife", "Ana Reyes (esposa)", "мати – Ana Reyes"])
def test_the_word_for_a_relative_is_no_part_of_the_name(written: str) -> None:
    relation = Relation(kind=RelationKind.RELATIVE, name=written)

    assert {name.text for one in related_of(relation) for name in one.names} == {"Ana Reyes"}
