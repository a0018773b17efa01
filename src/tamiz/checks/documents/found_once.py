"""What is found when it is first asked for, and kept.

As ``functools.cached_property``, but without the lock that it takes in Python before 3.12: a dossier
is read in one thread, and there are a dozen such answers for each of a million applicants.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

_Found = TypeVar("_Found")


class FoundOnce(Generic[_Found]):
    """A method without arguments whose answer is kept as an attribute of the same name."""

    def __init__(self, find: Callable[..., _Found]) -> None:
        """Keep the method, and its words for whoever asks what the attribute is."""
        self._find, self._name, self.__doc__ = find, find.__name__, find.__doc__

    def __get__(self, asked: object, of: type | None = None) -> _Found:
        """Find the answer; an error is kept by nobody."""
        found = asked.__dict__[self._name] = self._find(asked)
        return found
