"""Work during which Python does not look for garbage in cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
