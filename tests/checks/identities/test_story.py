"""Two applications of one person: what is told of them, and who is left out."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.identities.twice import ADDRESS, AMONG, EMAIL, NAME, PHONE, mexican
from checks.links.tied import graph_of
from resolve_people import crowd
from tamiz.checks.identities.story import LIKELY, Story, stories
from tamiz.model import Dossier, PartialDate, Sex


def told(folder: Path, *cohort: Dossier) -> Sequence[Story]:
    with graph_of(folder, [*cohort, *crowd(AMONG)]) as graph:
        return list(stories(graph, 0, cohort[0]))


def test_another_application_comes_with_what_speaks_for_it(tmp_path: Path) -> None:
    (story,) = told(tmp_path, mexican(phone=PHONE), mexican("B", phone=PHONE))

    assert story.other == "B"
    assert story.same.probability >= LIKELY
    assert {one.code for one in story.evidence} >= {"identity.name.same", "identity.phone.same"}
    assert story.differing == ()


def test_the_likeliest_application_comes_first(tmp_path: Path) -> None:
    cohort = [mexican(phone=PHONE, email=EMAIL), mexican("B", passport=""),
              mexican("C", phone=PHONE, email=EMAIL)]  # fmt: skip

    found = told(tmp_path, *cohort)

    assert [story.other for story in found] == ["C", "B"]


RELATIVES: dict[str, Dossier] = {
    "a father of the same name": mexican("B", born="1960-05-17", phone=PHONE, address=ADDRESS,
                                         passport="G87654321"),
    "a father who shares the mailbox but not the name": mexican(
        "B", "Rodrigo Villaseñor Quintana", "1960-05-17", email=EMAIL, passport="G87654321"
    ),
    "a twin": mexican("B", "Rodrigo Villaseñor Quintana", phone=PHONE, address=ADDRESS,
                      passport="G87654321"),
    "a namesake": mexican("B", born="1974-11-30", passport="G99912345"),
}  # fmt: skip


@pytest.mark.parametrize("other", RELATIVES.values(), ids=RELATIVES)
def test_relatives_and_namesakes_have_no_story(tmp_path: Path, other: Dossier) -> None:
    assert told(tmp_path, mexican(phone=PHONE, address=ADDRESS, email=EMAIL), other) == []


def test_a_twin_with_hidden_states_keeps_the_story(tmp_path: Path) -> None:
    other = mexican(
        "B", "Rodrigo Villaseñor Quintana", phone=PHONE, address=ADDRESS, state="sv", nation="sv",
        passport="A7654321", sex=Sex.MALE,
    )  # fmt: skip

    found = told(tmp_path, mexican(phone=PHONE, address=ADDRESS, sex=Sex.MALE), other)

    assert {one.code for story in found for one in story.differing} <= {"identity.two.states"}


def test_dates_that_differ_are_told_as_both_give_them(tmp_path: Path) -> None:
    (story,) = told(tmp_path, mexican(), mexican("B", born="1991-02-07", passport="G87654321"))

    (differing,) = story.differing
    assert (differing.code, differing.applicant, differing.other) == (
        "identity.two.birth_date", "1990-02-07", "1991-02-07",
    )  # fmt: skip


def test_two_readings_of_one_date_are_no_alteration(tmp_path: Path) -> None:
    other = mexican("B", phone=PHONE)
    readings = (PartialDate(year=1990, month=2, day=7), PartialDate(year=1990, month=7, day=2))
    other = replace(other, identity=replace(other.identity, birth_dates=readings))

    (story,) = told(tmp_path, mexican(phone=PHONE), other)

    assert story.differing == ()


def test_who_is_alone_has_no_story(tmp_path: Path) -> None:
    assert told(tmp_path, mexican(name=NAME)) == []
