"""What may stand in each column of each table, so that a wrong row is refused with its reason."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from tamiz.checks.documents.expiry_customs import Custom
from tamiz.checks.documents.shapes import is_shape
from tamiz.checks.documents.tables import Row
from tamiz.normalise.countries import country_code

MOST_MONTHS = 1_200  # a century: beyond it somebody wrote something else
MOST_YEARS = 100
_TWO = re.compile("[a-z]{2}")
_CODE = re.compile("[A-Z]{1,2}")


class Form(NamedTuple):
    """What a column holds: in words, and whether a text is that."""

    expected: str
    holds: Callable[[str], bool]


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _up_to(most: int) -> Callable[[str], bool]:
    return lambda text: text.isascii() and text.isdigit() and 0 < int(text[:9]) <= most


def _one_of(*words: str) -> Form:
    return Form(f"one of {', '.join(words)}", frozenset(words).__contains__)


def _or_empty(form: Form) -> Form:
    return Form(f"{form.expected}, or nothing", lambda text: not text or form.holds(text))


_TEXT = Form("a text", lambda text: bool(text.strip()))
_DAY = Form("a day such as 2026-11-25", _is_day)
_MONTHS = Form(f"a number of months from 1 to {MOST_MONTHS}", _up_to(MOST_MONTHS))
_YEARS = Form(f"a number of years from 1 to {MOST_YEARS}", _up_to(MOST_YEARS))
_STATE = Form(
    "two small letters of a State",
    lambda text: bool(_TWO.fullmatch(text)) and country_code(text) == text,
)
_KIND = Form("a document code such as P or ID", lambda text: bool(_CODE.fullmatch(text)))
_SHAPE = Form("a shape such as AA999999 (docs/documents.md)", is_shape)
_ISSUED = {"issued_from": _or_empty(_DAY), "issued_until": _or_empty(_DAY)}
_SOURCE = {
    "confidence": _one_of("official", "documented", "press"),
    "source": _TEXT,
    "looked_up": _DAY,
}
_WHOSE = {"state": _STATE, "kind": _KIND}

# Every table with its columns, in the order in which ours have them.
TABLES: Mapping[str, Mapping[str, Form]] = {
    "validity": {
        **_WHOSE, **_ISSUED, "most_months": _MONTHS, "child_under": _or_empty(_YEARS),
        "child_months": _or_empty(_MONTHS), **_SOURCE,
    },
    "epassports": {
        **_WHOSE, "issued_from": _DAY, "bearer_from_age": _or_empty(_YEARS), **_SOURCE,
    },
    "expiry_days": {**_WHOSE, **_ISSUED, "custom": _one_of(*Custom), **_SOURCE},
    "number_forms": {**_WHOSE, **_ISSUED, "shape": _SHAPE, **_SOURCE},
    "specimens": {
        "what": _one_of("number", "name", "issuer"), "state": _or_empty(_TEXT), "value": _TEXT,
        "born": _or_empty(_DAY), **_SOURCE,
    },
    "authorities": {"state": _STATE, "names": _TEXT, **_SOURCE},
}  # fmt: skip


class Fault(NamedTuple):
    """What is wrong with one column of a row."""

    column: str
    found: str
    expected: str


def faults(name: str, row: Row) -> Iterator[Fault]:
    """What is wrong with a row of a table; nothing if it can be used."""
    for column, form in TABLES[name].items():
        if not form.holds(row[column]):
            yield Fault(column, row[column], form.expected)
    first, last = row.get("issued_from", ""), row.get("issued_until", "")
    if first and last and last < first:
        yield Fault("issued_until", last, f"a day not before {first}")
    if name == "specimens" and row["what"] == "name" and not row["born"]:
        yield Fault("born", "", "the birth date of the sample's bearer: people have such names")
    if name == "validity" and bool(row["child_under"]) != bool(row["child_months"]):
        yield Fault("child_months", row["child_months"], "child_under and child_months together")
