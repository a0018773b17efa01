"""Does a document's number look as its State's numbers did?"""

import pytest
from msgspec.structs import replace

from checks.documents.applicants import NOBODY, answers, applicant, paper, passport_zone, told
from tamiz.checks.check import References
from tamiz.checks.documents.number_form import RULE
from tamiz.checks.documents.rule import Strength
from tamiz.checks.documents.tables import Row, Tables, table


@pytest.mark.parametrize(
    ("state", "number", "issued", "code"),
    [
        ("ua", "FA123456", "2020-04-12", "in_order"),
        ("ua", "fa 123-456", "2020-04-12", "in_order"),
        ("ua", "FA123456<", "2020-04-12", "in_order"),
        ("ua", "FA12345", "2020-04-12", "other"),
        ("ua", "FAB12345", "2020-04-12", "other"),
        ("ua", "FA12345O", "2020-04-12", "near"),
        ("ua", "001234567", "2020-04-12", "in_order"),  # an internal passport
        ("us", "123456789", "2023-04-12", "in_order"),  # an older series still
        ("us", "A12345678", "2023-04-12", "in_order"),
        ("us", "AB1234567", "2023-04-12", "other"),
        ("ca", "AB123456", "2020-04-12", "in_order"),
        ("ca", "A123456AB", "2020-04-12", "other"),
        ("ca", "A123456AB", "", "other"),  # of an unknown day: any series that is known
        ("ca", "AB123456", "2022", "in_order"),
        ("de", "C01X00T47", "2018-04-12", "in_order"),
        ("de", "C01X00T478D", "2018-04-12", "in_order"),
        ("de", "1234567890", "2004-04-12", "in_order"),
        ("de", "A01X00T47", "2018-04-12", "other"),
        ("fr", "12AB34567", "2018-04-12", "in_order"),
        ("ar", "AAB123456", "2018-04-12", "in_order"),
    ],
)
def test_a_number_has_one_of_its_states_forms(
    state: str, number: str, issued: str, code: str
) -> None:
    (found,) = told(RULE, applicant(paper(state=state, number=number, issued=issued)))

    outcome = "clear" if code == "in_order" else "concern"
    assert found == (outcome, f"document.number_form.{code}")


@pytest.mark.parametrize(
    ("state", "number", "strength"),
    [
        ("sv", "AB1234567", Strength.B),  # the issuer says so, in a row of the unit's own
        ("sv", "A1234567O", Strength.C),  # a slip of O and 0
        ("us", "AB1234567", Strength.C),  # the issuer describes one of two series
        ("ua", "FAB12345", Strength.C),
    ],
)
def test_how_much_another_form_proves(state: str, number: str, strength: Strength) -> None:
    own: Row = {**table("number_forms")[0], "state": "sv", "shape": "A99999999"}
    own["confidence"] = "official"
    context = replace(NOBODY, references=References(tables=Tables(added={"number_forms": (own,)})))
    document = paper(state=state, number=number, issued="2023-04-12")

    (found,) = answers(RULE, applicant(document), context)

    assert found.strength is strength


@pytest.mark.parametrize(
    ("code", "state", "number", "issued"),
    [
        ("P", "sv", "A12345678", "2020-04-12"),  # no row
        ("P", "ar", "12345678N", "2010-04-12"),  # before the row
        ("P", "ca", "A123456AB", "2024-04-12"),  # after it
        ("P", None, "FA123456", "2020-04-12"),
        ("P", "ua", "", "2020-04-12"),
        ("P", "ua", "ФА123456", "2020-04-12"),  # letters that the table does not speak of
        ("ID", "ua", "123456789", "2020-04-12"),  # another kind
        ("residence permit", "ua", "1", "2020-04-12"),
    ],
)
def test_without_a_row_of_state_kind_and_time_nothing_is_asked(
    code: str, state: str | None, number: str, issued: str
) -> None:
    assert told(RULE, applicant(paper(code, state=state, number=number, issued=issued))) == []


def test_a_number_that_only_the_zone_has_is_asked_too() -> None:
    zone = passport_zone("UKR", "KOVALCHUK", "OLENA", "920101", "F")  # B04417702

    assert told(RULE, applicant(paper(state="ua", mrz=zone))) == [
        ("concern", "document.number_form.other")
    ]


def test_a_unit_teaches_another_series() -> None:
    own: Row = {**table("number_forms")[0], "state": "ua", "shape": "AAA99999"}
    context = replace(NOBODY, references=References(tables=Tables(added={"number_forms": (own,)})))
    document = paper(state="ua", number="FAB12345", issued="2020-04-12")

    assert [outcome for outcome, _ in told(RULE, applicant(document), context)] == ["clear"]
