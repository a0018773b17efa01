"""Has the zone the codes and signs that its format allows?"""

import pytest

from checks.documents.applicants import NOBODY, applicant, paper, told
from documents.zone.test_zone_flags import passport
from documents.zone.zones import ALL
from tamiz.checks.documents.check import told as findings_of
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Strength
from tamiz.checks.documents.zone_form import RULE
from tamiz.documents.zone import ZoneFormat
from tamiz.model import Outcome


def answers_to(mrz: tuple[str, ...]) -> list[Answer]:
    return list(RULE.run(Papers(applicant(paper(mrz=mrz))), NOBODY))


@pytest.mark.parametrize(
    ("mrz", "code", "strength"),
    [
        (passport(state="ATL"), "state_unknown", Strength.B),
        (passport(nationality="DEU"), "state_unknown", Strength.B),
        (passport(sex="W"), "sex", Strength.B),
        (passport(number="<<<<<<<<<"), "number_empty", Strength.B),
        (passport(state="SI<"), "state_two_letters", Strength.C),
        (passport(state="YUG"), "state_withdrawn", Strength.C),
        (passport(code="X<"), "document_code", Strength.C),
        (passport(number="AA<<00000"), "number_broken", Strength.C),
        (passport(name="PEREZ<<AN9"), "digit_in_name", Strength.C),
    ],
)
def test_what_no_format_allows_is_a_concern_though_every_check_digit_holds(
    mrz: tuple[str, str], code: str, strength: Strength
) -> None:
    (answer,) = answers_to(mrz)

    assert (answer.outcome, answer.strength) == (Outcome.CONCERN, strength)
    assert answer.evidence.code == f"document.zone_form.{code}"


@pytest.mark.parametrize(
    "mrz",
    [
        passport(),
        passport(state="D<<", nationality="D<<"),
        passport(nationality="XXB"),  # a refugee
        passport(nationality="UKR"),  # a travel document for a foreigner
        passport(sex="<"),
        passport(born="74<<<<"),
        passport(name="ARKFREITH"),
        passport(code="PD"),
        passport(name="MUÑOZ<<ANA"),
        passport(name="PEREZ<<AN4"),  # a slip of typing: AN4 for ANA
    ],
)
def test_an_honest_zone_is_in_order(mrz: tuple[str, str]) -> None:
    assert told(RULE, applicant(paper(mrz=mrz))) == [("clear", "document.zone_form.in_order")]


@pytest.mark.parametrize("kind", list(ALL))
def test_the_specimen_of_every_format_is_in_order(kind: ZoneFormat) -> None:
    assert [one.outcome for one in answers_to(ALL[kind])] == [Outcome.CLEAR]


def test_a_code_of_two_letters_alone_is_no_concern() -> None:
    answers = [(RULE, one) for one in answers_to(passport(state="SI<"))]

    found, in_order = findings_of(answers)

    assert found == ()
    assert [one.code for one in in_order] == ["document.zone_form.state_two_letters"]


@pytest.mark.parametrize("mrz", [(), ("rubbish",), ("<" * 44, "<" * 44)])
def test_without_a_zone_that_can_be_read_nothing_is_asked(mrz: tuple[str, ...]) -> None:
    assert answers_to(mrz) == []
