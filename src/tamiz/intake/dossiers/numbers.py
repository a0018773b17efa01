"""Numbers that a spreadsheet changed on their way: what can be undone is, the rest is said.

A number is text here: leading zeros and letters belong to it.
"""

import re

from msgspec import structs

from tamiz.intake.dossiers.entries import Entry, Fields, Remarks, Value
from tamiz.normalise import identifiers

NUMBERS = frozenset("phone doc_number doc_personal_number personal_number sponsor_number".split())
LONGEST = 4 * identifiers.LONGEST  # characters that are looked at to find a number in them

_DECIMAL = re.compile(r"\A(\d{1,40})[.,]0\Z")
_SHORTENED = re.compile(r"\A\d(?:[.,]\d{1,16})?E\+\d{1,3}\Z", re.IGNORECASE)


def with_numbers(entry: Entry, remarks: Remarks) -> Entry:
    """The entry with its numbers as they were written."""
    documents = tuple(_mended(group, remarks) for group in entry.documents)
    fields = _mended(entry.fields, remarks)
    if fields is entry.fields and not documents:  # as in most rows of a table
        return entry
    return structs.replace(entry, fields=fields, documents=documents)


def without_point(text: str) -> str:
    """``123`` of ``123.0``, which is how a table of numbers with gaps is exported."""
    if not text.endswith((".0", ",0")):
        return text
    match = _DECIMAL.match(text)
    return match[1] if match else text


def _mended(fields: Fields, remarks: Remarks) -> Fields:
    changed: Fields = {}
    told = NUMBERS.intersection(fields)
    for field in sorted(told) if told else ():  # remarks come in one order, whatever the run
        found = fields[field]
        mended = _each(found, field, remarks)
        if mended != found:
            changed[field] = mended
    return {**fields, **changed} if changed else fields


def _each(found: list[Value], field: str, remarks: Remarks) -> list[Value]:
    """The values of a field; what lost digits (``5.2667E+11``) is kept, but is no number.

    What is too long for a number is compared with nothing: somebody must look at it.
    """
    mended = []
    for value in found:
        text = without_point(value.text)
        if "+" in text and _SHORTENED.match(text):
            remarks.note(field, "shortened")
            remarks.keep(field, "unreadable", value)
            text = ""
        elif field != "phone" and len(text) > LONGEST:
            remarks.keep(field, "unreadable", value)
        mended.append(value if text == value.text else Value(text, value.at, is_one=True))
    return mended
