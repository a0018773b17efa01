"""An observation about nobody here goes when two officers have said so, each by themselves."""

import pytest

from casework.desks import AUDITOR, IVAN, OLENA, PABLO, RUTH, by
from tamiz.casework import Actor, is_put_away
from tamiz.errors import NotAllowed


@pytest.mark.parametrize(
    ("first", "now", "goes"), [("", OLENA, False), ("olena", PABLO, True), ("olena", RUTH, True)]
)
def test_it_goes_when_another_says_the_same(first: str, now: Actor, goes: bool) -> None:
    assert is_put_away(by(now), first=first) is goes


@pytest.mark.parametrize(
    ("first", "now"), [("olena", OLENA), ("", IVAN), ("olena", IVAN), ("", AUDITOR)]
)
def test_nobody_says_it_twice_and_who_judges_no_case_does_not_say_it(
    first: str, now: Actor
) -> None:
    with pytest.raises(NotAllowed):
        is_put_away(by(now), first=first)
