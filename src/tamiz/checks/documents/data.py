"""The data that several sources of a document state, as values that can be laid side by side."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from tamiz.checks.documents.days import bounds
from tamiz.model import PartialDate, Sex
from tamiz.model.paper import DATA
from tamiz.normalise.identifiers import number_key

_LETTERS = {Sex.MALE: "M", Sex.FEMALE: "F", Sex.UNSPECIFIED: "X"}


class Value(NamedTuple):
    """One datum: what is shown, and its readings: any of them may be meant.

    A reading is a day's PartialDate or a text that two sources of one thing have in common.
    """

    shown: str
    readings: tuple[PartialDate | str, ...]


Values = dict[str, Value]


def texts(shown: Iterable[str]) -> Value | None:
    """States, sexes: compared as they are shown."""
    told = tuple(dict.fromkeys(text for text in shown if text))
    return Value(", ".join(told), told) if told else None


def number(text: str) -> Value | None:
    """A number, in which O and 0 are one: people mistake the one for the other."""
    key = number_key(text)
    return Value(text, (key,)) if key else None


def numbers(told: Iterable[str]) -> Value | None:
    """Several numbers, of which one may be meant."""
    found = [value for text in told if (value := number(text)) is not None]
    if not found:
        return None
    keys = tuple(key for value in found for key in value.readings)
    return Value(", ".join(value.shown for value in found), keys)


def days(told: Iterable[PartialDate]) -> Value | None:
    """Every reading of a date."""
    readings = tuple(told)
    shown = " / ".join(dict.fromkeys(day.text() for day in readings))
    return Value(shown, readings) if readings else None


def sex(told: Sex | None) -> Value | None:
    """M, F or X; X agrees with everything."""
    letter = _LETTERS.get(told) if told is not None else None
    if letter is None:
        return None
    return Value(letter, ("M", "F", "X") if letter == "X" else (letter, "X"))


def name(text: str) -> Value | None:
    """A name; names are compared by rules of their own."""
    return Value(text, ()) if text else None


def known(values: dict[str, Value | None]) -> Values:
    """Those of the data that are told, in their order."""
    return {datum: found for datum in DATA if (found := values.get(datum)) is not None}


def differing(sources: Iterable[Values]) -> Iterator[str]:
    """The data in which two sources have no reading in common."""
    told = list(sources)
    for datum in DATA:
        values = [one[datum] for one in told if datum in one and one[datum].readings]
        if any(not _agree(one, other) for one in values for other in values):
            yield datum


def _agree(one: Value, other: Value) -> bool:
    return any(_is_one(a, b) for a, b in product(one.readings, other.readings))


def _is_one(one: PartialDate | str, other: PartialDate | str) -> bool:
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        here, there = bounds(one), bounds(other)
        return here.first <= there.last and there.first <= here.last
    return one == other
