"""Codes of States and organisations: ISO 3166-1 alpha-3 and Doc 9303-3, 5, parts A to H.

``states.tsv`` holds a code a row: the code of three letters (Germany's is one), ISO's two
letters, the kind, the name, the source and its date. To add a code, add a row.
"""

from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

from tamiz.documents.zone.zone import Oddity


class StateKind(StrEnum):
    """What a code stands for."""

    STATE = "state"  # a country or territory of ISO 3166-1, Germany's D, Kosovo's RKS
    STATUS = "status"  # British nationals who are no citizens
    ORGANISATION = "organisation"
    NO_NATIONALITY = "no_nationality"  # stateless persons, refugees, unspecified
    WITHDRAWN = "withdrawn"  # of States that are no more
    SPECIMEN = "specimen"  # Utopia, and what printers put on samples


class State(Struct, frozen=True):
    """A code of the table; ``alpha2`` is empty where ISO has none."""

    code: str
    alpha2: str
    kind: StateKind
    name: str
    source: str
    date: str


@cache
def states() -> dict[str, State]:
    """All codes by their three letters."""
    text = files("tamiz.documents.zone").joinpath("states.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    found = (
        State(code, alpha2, StateKind(kind), name, source, date)
        for code, alpha2, kind, name, source, date in rows
    )
    return {state.code: state for state in found}


def state_of(code: str) -> State | None:
    """What a code without its fillers stands for; None if it is none, or has two letters.

    >>> state_of("D").name, state_of("XXB").kind.value, state_of("HLO")
    ('Germany', 'no_nationality', None)
    """
    return states().get(code)


def state_of_two(code: str) -> State | None:
    """The same for ISO's code of two letters, which some specimens print."""
    return _by_two_letters().get(code)


_ODD = {StateKind.SPECIMEN: Oddity.STATE_SPECIMEN, StateKind.WITHDRAWN: Oddity.STATE_WITHDRAWN}


@lru_cache(maxsize=1 << 12)
def state_oddity(code: str) -> Oddity | None:
    """What is odd about a code; None for one in use."""
    state = states().get(code)
    if state is None:
        return Oddity.STATE_TWO_LETTERS if code in _by_two_letters() else Oddity.STATE_UNKNOWN
    return _ODD.get(state.kind)


@cache
def _by_two_letters() -> dict[str, State]:
    return {state.alpha2: state for state in states().values() if state.alpha2}
