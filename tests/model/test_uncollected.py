"""Python's search for cyclic garbage is left out, or seldom, and comes back however the work ends."""

import gc

import pytest

from tamiz.model.uncollected import SELDOM, seldom_collected, uncollected


def test_garbage_is_left_alone_for_a_while() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_garbage_is_looked_for_more_seldom_for_a_while() -> None:
    before = gc.get_threshold()

    with seldom_collected():
        assert gc.isenabled()
        assert gc.get_threshold()[0] == SELDOM
    assert gc.get_threshold() == before


def test_work_that_breaks_off_leaves_all_as_it_was() -> None:
    before = gc.get_threshold()

    with pytest.raises(ValueError), uncollected(), seldom_collected():  # noqa: PT011
        raise ValueError
    assert gc.isenabled()
    assert gc.get_threshold() == before
