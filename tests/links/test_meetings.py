"""Whether anything lies by a key or number, told without asking for it."""

from hypothesis import given
from hypothesis import strategies as st

from tamiz.links.meetings import Meetings, MeetingsBuilder

PLACES = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 60)), max_size=30)


def met(places: list[tuple[str, int]], reach: int) -> Meetings:
    builder = MeetingsBuilder()
    for series, number in places:
        builder.add(series, number)
    return Meetings(builder.found(reach))


@given(PLACES, st.integers(0, 10))
def test_just_those_are_met_by_which_another_lies(
    places: list[tuple[str, int]], reach: int
) -> None:
    found = met(places, reach)

    for at, (series, number) in enumerate(places):
        others = [one for other, one in places[:at] + places[at + 1 :] if other == series]
        assert found.has(series, number) == any(abs(one - number) <= reach for one in others)


def test_a_number_beyond_all_bounds_is_asked_for_as_any_other() -> None:
    found = met([("a", 10**40), ("a", 10**40 + 1)], 10)

    assert found.has("a", 10**40)


def test_where_nobody_came_nobody_is_met() -> None:
    assert not met([], 10).has("a", 1)
