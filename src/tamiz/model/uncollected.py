"""Work during which Python does not look for garbage in cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 70_000  # new objects between two looks; Python looks at every 700th


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave cyclic garbage alone for a short piece of work that makes none.

    Searching for many subjects makes hundreds of thousands of small objects that live on: the
    collector would walk through all of them again and again, for a tenth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for cyclic garbage a hundred times more seldom during long work that makes hardly any.

    Taking in a million applicants fills caches and arrays that live on: looking through them at
    every seven hundredth new object takes a tenth of the time. What garbage there is stays bounded.
    """
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
