"""Has a passport no chip though its State gives none without?"""

import pytest

from checks.documents.applicants import answers, applicant, claim, paper, told
from tamiz.checks.documents.chip_missing import RULE
from tamiz.checks.documents.rule import Strength
from tamiz.model import ChipSeen

MISSING = ("concern", "document.chip_missing.missing")


@pytest.mark.parametrize(
    ("state", "issued", "expires", "chip", "found"),
    [
        ("us", "2015-03-02", "2025-03-01", ChipSeen.ABSENT, [MISSING]),
        ("us", "2007-06-02", "2017-06-01", ChipSeen.ABSENT, []),  # before the first day
        ("us", "2007", "2017-06-01", ChipSeen.ABSENT, []),  # perhaps before it
        ("us", "2015", "2025-03-01", ChipSeen.ABSENT, [MISSING]),
        ("us", "2015-03-02", "2025-03-01", ChipSeen.PRESENT,
         [("clear", "document.chip_missing.in_order")]),
        ("us", "2015-03-02", "2025-03-01", None, []),  # nobody said anything
        ("ni", "2015-03-02", "2025-03-01", ChipSeen.ABSENT, []),  # no row
        (None, "2015-03-02", "2025-03-01", ChipSeen.ABSENT, []),
        ("us", "", "2025-03-01", ChipSeen.ABSENT, []),
        ("ni", "", "", ChipSeen.UNREADABLE, [("concern", "document.chip_missing.unreadable")]),
    ],
)  # fmt: skip
def test_a_chip_is_missed_where_the_state_gives_no_passport_without(
    state: str | None,
    issued: str,
    expires: str,
    chip: ChipSeen | None,
    found: list[tuple[str, str]],
) -> None:
    document = paper(state=state, issued=issued, expires=expires, chip=chip)

    assert told(RULE, applicant(document)) == found


@pytest.mark.parametrize(
    ("state", "issued", "expires", "chip", "strength"),
    [
        ("us", "2015-03-02", "2025-03-01", ChipSeen.ABSENT, Strength.B),
        ("us", "2015-03-02", "2016-03-01", ChipSeen.ABSENT, Strength.C),  # of an emergency
        ("us", "2015-03-02", "", ChipSeen.ABSENT, Strength.C),  # perhaps of one
        ("co", "2018-03-02", "2028-03-01", ChipSeen.ABSENT, Strength.C),  # press
        ("us", "2015-03-02", "2025-03-01", ChipSeen.UNREADABLE, Strength.C),  # chips break
    ],
)
def test_how_much_a_missing_chip_proves(
    state: str, issued: str, expires: str, chip: ChipSeen, strength: Strength
) -> None:
    document = paper(state=state, issued=issued, expires=expires, chip=chip)

    assert [one.strength for one in answers(RULE, applicant(document))] == [strength]


@pytest.mark.parametrize(("born", "count"), [("2010-01-01", 0), ("1990-01-01", 1), ("", 1)])
def test_germany_gave_children_passports_without_a_chip(born: str, count: int) -> None:
    document = paper(state="de", issued="2018-03-02", expires="2024-03-01", chip=ChipSeen.ABSENT)

    assert len(answers(RULE, applicant(document, identity=claim(born=born)))) == count


@pytest.mark.parametrize("code", ["ID", "passport card", "residence permit"])
def test_a_card_is_not_asked_for_a_passports_chip(code: str) -> None:
    document = paper(code, state="us", issued="2015-03-02", chip=ChipSeen.ABSENT)

    assert answers(RULE, applicant(document)) == []
