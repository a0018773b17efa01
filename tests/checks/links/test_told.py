"""Every tie that there can be is a sentence, in every language, that names both sides."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.checks.links.told import LONGEST_LETTER, tie_evidence
from tamiz.links.graph import Neighbour, Role, Tie, Value, ValueKind
from tamiz.wording import Language, say

OF_COMPANIES = (Role.SPONSOR, Role.EMPLOYER)
OTHERS = (Role.REFEREE, Role.REFERRED_BY, Role.RELATIVE, Role.ASSOCIATE, Role.DIRECTOR)
# In which roles a value of a kind can stand; kinds that tie nobody are left out.
REACHED = (Role.OWN, *OF_COMPANIES, *OTHERS)
ROLES = {
    ValueKind.PHONE: (*REACHED, Role.LETTER),
    ValueKind.EMAIL: REACHED,
    ValueKind.HANDLE: REACHED,
    ValueKind.ACCOUNT_NAME: (Role.OWN,),
    ValueKind.SITE: REACHED,
    ValueKind.ADDRESS: REACHED,
    ValueKind.NUMBER: REACHED,
    ValueKind.PERSON: REACHED,
    ValueKind.COMPANY: OF_COMPANIES,
    ValueKind.PAYMENT: (Role.OWN,),
    ValueKind.TRAVEL: (Role.OWN,),
    ValueKind.STAYS: (Role.OWN,),
    ValueKind.TEXT: (Role.OWN,),
    ValueKind.UNIT: (Role.OWN,),
    ValueKind.VILLAGE: (Role.OWN,),
    ValueKind.CALL_SIGN: (Role.OWN,),
}


ENGLISH = (
    "I carried the bread of my father to the seven houses of the village in the cold of winter."
)
SPANISH = "Yo llevaba el pan de mi padre a las siete casas de la aldea en el frío del invierno."


def value(kind: ValueKind, role: Role, text: str = "x", party: str = "Ana Luna") -> Value:
    whose = "" if role is Role.OWN else party
    return Value(kind, "key", text, f"{role.value}_field", role, whose)


def neighbour(tie: Tie) -> Neighbour:
    return Neighbour(number=1, id="B-0381", ties=(tie,))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", ROLES)
def test_every_tie_is_a_sentence_that_names_both(kind: ValueKind, language: Language) -> None:
    parties = ("ANA LUNA", "Boris Sol")
    text = ENGLISH if kind is ValueKind.TEXT else "x"
    for here, there, other in product(ROLES[kind], ROLES[kind], parties):
        tie = Tie(value(kind, here, text), value(kind, there, text, other), 3, 8.5, "group")
        evidence = tie_evidence(tie, "A-0007", neighbour(tie))
        sentence = say(evidence.code, language, **evidence.params)
        assert "A-0007" in sentence
        assert "B-0381" in sentence


@pytest.mark.parametrize(
    ("here", "there", "other_party", "pattern"),
    [
        (Role.OWN, Role.OWN, "", "own"),
        (Role.OWN, Role.SPONSOR, "Boris Sol", "mine"),
        (Role.SPONSOR, Role.OWN, "", "theirs"),
        (Role.SPONSOR, Role.REFEREE, "ana luna", "party"),
        (Role.SPONSOR, Role.SPONSOR, "Boris Sol", "parties"),
        (Role.OWN, Role.LETTER, "", "letter"),
        (Role.LETTER, Role.REFEREE, "Boris Sol", "letter"),
    ],
)
def test_a_tie_says_whose_the_value_is(
    here: Role, there: Role, other_party: str, pattern: str
) -> None:
    phone = ValueKind.PHONE
    tie = Tie(value(phone, here), value(phone, there, party=other_party), 2, 14.0, "group")

    assert tie_evidence(tie, "A", neighbour(tie)).code == f"tie.{pattern}.phone"


def test_a_tie_points_at_both_sources() -> None:
    phone = ValueKind.PHONE
    tie = Tie(
        value(phone, Role.OWN, "+57 1"), value(phone, Role.REFEREE, "0057 1"), 2, 14.004, "group"
    )

    found = tie_evidence(tie, "A", neighbour(tie))

    assert (found.applicant, found.field) == ("+57 1", "own_field")
    assert (found.other, found.other_field) == ("0057 1", "referee_field")
    assert (found.bits, found.params["count"]) == (14.0, "2")


@pytest.mark.parametrize("language", Language)
def test_a_letter_in_another_language_is_told_as_a_translation(language: Language) -> None:
    text = ValueKind.TEXT
    tie = Tie(value(text, Role.OWN, ENGLISH), value(text, Role.OWN, SPANISH), 2, 16.0, "group")

    found = tie_evidence(tie, "A-0007", neighbour(tie))

    assert found.code == "tie.own.translation"
    assert "B-0381" in say(found.code, language, **found.params)


@pytest.mark.parametrize("language", Language)
def test_a_letter_in_other_words_is_told_so(language: Language) -> None:
    text = ValueKind.TEXT
    other = "In winter, cold as it was, bread that my father made went with me to houses, seven of them."
    tie = Tie(value(text, Role.OWN, ENGLISH), value(text, Role.OWN, other), 2, 16.0, "group")

    found = tie_evidence(tie, "A-0007", neighbour(tie))

    assert found.code == "tie.own.retold"
    assert "B-0381" in say(found.code, language, **found.params)


@given(st.text(max_size=500))
def test_a_letter_is_shown_by_its_beginning(letter: str) -> None:
    text = ValueKind.TEXT
    tie = Tie(value(text, Role.OWN, letter), value(text, Role.OWN, letter), 2, 16.0, "group")

    shown = tie_evidence(tie, "A", neighbour(tie)).applicant

    assert shown.removesuffix("…") == letter[:LONGEST_LETTER].removesuffix("…")
    assert len(shown) <= LONGEST_LETTER + 1
