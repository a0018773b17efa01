"""A cleared pair stays quiet until either side changes in a field that matters."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from casework.desks import DOCUMENT, LISTED, PERSON, finding
from tamiz.casework import Change, Clearance, Fields, Side, still_holds
from tamiz.casework.clearance import covers, material, parties
from tamiz.casework.fields import MATERIAL
from tamiz.model import Listed, OtherListing

TODAY = date(2026, 11, 26)
MINE = Fields(names=("juan perez",), birth_dates=("1988-04-12",), documents=("av1",), sex=("male",))
THEIRS = Fields(
    names=("juan perez", "el gato"), birth_dates=("1970",), birth_places=("cucuta",),
    nationalities=("CO",), addresses=("calle 1",), contacts=("x@example.org",),
)  # fmt: skip
CLEARED = Clearance(
    id="K1", applicant="P1", check="watchlist_person", parties=frozenset({"un-sc/QDi.1"}),
    applicant_fields=MINE, listed_fields=THEIRS, reason="another birth date", actor="olena",
    day=TODAY, until=TODAY + timedelta(days=730), case="C1",
)  # fmt: skip


def test_nothing_changed_and_it_holds() -> None:
    assert still_holds(CLEARED, MINE, THEIRS, today=TODAY).holds


@pytest.mark.parametrize("field", [one.name for one in MATERIAL])
@pytest.mark.parametrize("side", list(Side))
def test_a_new_value_on_either_side_brings_it_back_and_says_what(field: str, side: Side) -> None:
    mine, theirs = MINE, THEIRS
    before = getattr(MINE if side is Side.APPLICANT else THEIRS, field)
    now = tuple(sorted((*before, "new")))
    if side is Side.APPLICANT:
        mine = replace(MINE, **{field: now})
    else:
        theirs = replace(THEIRS, **{field: now})

    told = still_holds(CLEARED, mine, theirs, today=TODAY)

    assert not told.holds
    assert told.changes == (Change(side=side, field=field, added=("new",)),)


@pytest.mark.parametrize(
    ("field", "comes_back"),
    [
        ("names", False), ("birth_dates", True), ("birth_places", True), ("nationalities", True),
        ("addresses", False), ("contacts", False),
    ],
)  # fmt: skip
def test_a_value_that_is_gone_brings_it_back_where_it_may_have_told_them_apart(
    field: str, comes_back: bool
) -> None:
    less = replace(THEIRS, **{field: getattr(THEIRS, field)[1:]})

    assert still_holds(CLEARED, MINE, less, today=TODAY).holds is not comes_back


def test_a_more_precise_birth_date_says_what_it_was() -> None:
    now = replace(THEIRS, birth_dates=("1970-05-02",))

    assert still_holds(CLEARED, MINE, now, today=TODAY).changes == (
        Change(side=Side.LISTED, field="birth_dates", added=("1970-05-02",), removed=("1970",)),
    )


@pytest.mark.parametrize(("days", "holds"), [(0, True), (730, True), (731, False)])
def test_it_runs_out(days: int, holds: bool) -> None:
    told = still_holds(CLEARED, MINE, THEIRS, today=TODAY + timedelta(days=days))

    assert told.holds is holds
    assert told.expired is not holds


def test_policy_may_narrow_the_fields() -> None:
    now = replace(THEIRS, addresses=("elsewhere",))

    assert still_holds(CLEARED, MINE, now, today=TODAY, fields=material(["names"])).holds
    assert material() == MATERIAL
    assert [one.name for one in material(["sex", "names"])] == ["names", "sex"]


def entry(source: str, number: str, *also: tuple[str, str]) -> Listed:
    return Listed(
        source=source, id=number, name="x",
        also=tuple(OtherListing(source=s, id=n, name="x") for s, n in also),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("listed", "is_covered"),
    [
        (PERSON, True),
        (entry("un-sc", "QDi.1", ("eu-fsf", "9")), True),
        (entry("eu-fsf", "9", ("un-sc", "QDi.1")), True),  # the ids merged, another one leads now
        (entry("un-sc", "QDi.2"), False),
        (entry("eu-fsf", "QDi.1"), False),
    ],
)
def test_it_follows_a_party_whose_ids_merge(listed: Listed, is_covered: bool) -> None:
    assert covers(CLEARED, "P1", finding(listed=listed)) is is_covered


def test_it_is_about_one_person_and_one_question() -> None:
    assert not covers(CLEARED, "P2", LISTED)
    assert not covers(CLEARED, "P1", finding("watchlist_related", listed=PERSON))


def test_another_applicant_is_a_party_too() -> None:
    assert parties(finding("second_identity", other="A7")) == {"applicant/A7"}
    assert parties(DOCUMENT) == frozenset()


VALUES = st.frozensets(st.sampled_from(["a", "b", "c"]), max_size=3).map(lambda s: tuple(sorted(s)))
SIDES = st.builds(Fields, **{one.name: VALUES for one in MATERIAL})


@given(SIDES, SIDES, SIDES, SIDES)
def test_what_it_names_is_the_whole_difference(
    mine: Fields, theirs: Fields, my_now: Fields, their_now: Fields
) -> None:
    cleared = replace(CLEARED, applicant_fields=mine, listed_fields=theirs)

    told = still_holds(cleared, my_now, their_now, today=TODAY)

    expected = {
        (side, field.name)
        for side, before, now in ((Side.APPLICANT, mine, my_now), (Side.LISTED, theirs, their_now))
        for field in MATERIAL
        if set(getattr(now, field.name)) - set(getattr(before, field.name))
        or (field.removed and set(getattr(before, field.name)) - set(getattr(now, field.name)))
    }
    assert {(one.side, one.field) for one in told.changes} == expected
    assert told.holds == (not expected)
