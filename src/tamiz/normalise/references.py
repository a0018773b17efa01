"""Numbers by which lists name one party, in one form, so that they meet on every list.

A bare figure says nothing by itself: 12703 is a group of OFSI's and another party of OFAC's. It
counts only where the source tells whose it is.
"""

import re
from collections.abc import Iterator

from tamiz.model import PartyType, SourceRecord

LONGEST = 120  # characters; OpenSanctions writes names into some, more is a sentence

# What the bare figures are that a list has as ids of its own, and that it gives as references.
_OWN = {
    "us-ofac-sdn": "ofac", "us-ofac-cons": "ofac", "gb-ofsi": "ofsi", "eu-fsf": "eu-number",
}  # fmt: skip
_TOLD = {"gb-fcdo": "ofsi", "un-sc": "un-data", "eu-fsf": "eu-number"}

# How a number may be marked: by extracts with a colon, by OpenSanctions with a hyphen.
_MARKED = (
    ("dataid:", "un-data"), ("ofsi:", "ofsi"), ("ofac:", "ofac"), ("uk:", ""), ("un:", ""),
    ("eu:", ""), ("ofac-", "ofac"), ("unsc-", "un-data"), ("gb-hmt-", "ofsi"), ("gb-fcdo-", ""),
    ("eu-fsf-", ""),
)  # fmt: skip
_MARKS = tuple(mark for mark, _ in _MARKED)
_FORMS = (
    ("eu", re.compile(r"eu[.-]\d{1,6}[.-]\d{1,4}\Z")),
    ("un", re.compile(r"[a-z]{2}[ei]\.\d{1,5}\Z")),  # QDi.237
    ("un", re.compile(r"[a-z][ei]\.[a-z]\.\d{1,5}(?:\.\d{1,3})?\Z")),  # QI.A.12.01, until 2014
    ("uk", re.compile(r"[a-z]{3}\d{4}\Z")),  # RUS1831
)
_ORGANISATION = re.compile(r"un:[a-z]{1,2}e\.")
_PERSON = re.compile(r"un:[a-z]{1,2}i\.")


def reference_keys(record: SourceRecord) -> frozenset[str]:
    """What names the record on its own and on other lists; equal keys mean one party.

    A reference of the UN tells whether it is a person's (QDi) or a group's (QDe): the number of
    his group in a man's remarks is none of his.
    """
    keys = {*_own(record), *_told(record)} - {""}
    if record.type is PartyType.PERSON:
        return frozenset(key for key in keys if not _ORGANISATION.match(key))
    if record.type is PartyType.ORGANISATION:
        return frozenset(key for key in keys if not _PERSON.match(key))
    return frozenset(keys)


def canonical_reference(text: str, *, bare: str = "") -> str:
    """The key of one reference; empty where it names nobody. ``bare`` says whose figures are meant.

    >>> canonical_reference("QDi. 237"), canonical_reference("UK:rus1831")
    ('un:qdi.237', 'uk:rus1831')
    >>> canonical_reference("12703"), canonical_reference("12703", bare="ofsi")
    ('', 'ofsi:12703')
    """
    folded = "".join(text.split()).casefold()
    if not folded or len(folded) > LONGEST:
        return ""
    if folded.startswith(_MARKS):
        mark, whose = next(one for one in _MARKED if folded.startswith(one[0]))
        return _unmarked(folded.removeprefix(mark), whose) or f"id:{folded}"
    return _unmarked(folded, bare) or ("" if folded.isdigit() else f"id:{folded}")


def _unmarked(folded: str, bare: str) -> str:
    if folded.isdigit():
        is_number = folded.isascii() and int(folded) > 0
        return f"{bare}:{int(folded)}" if bare and is_number else ""
    form = next((name for name, form in _FORMS if form.match(folded)), "")
    return f"{form}:{folded.replace('-', '.')}" if form else ""


def _own(record: SourceRecord) -> Iterator[str]:
    """The id of the record itself, where other lists may know it: a unit's own they do not."""
    if record.source.startswith("own:"):
        return
    key = canonical_reference(record.id, bare=_OWN.get(record.source, ""))
    if not key.startswith("id:") or record.source.startswith("ftm:"):
        yield key


def _told(record: SourceRecord) -> Iterator[str]:
    for text in record.references:
        key = canonical_reference(text, bare=_TOLD.get(record.source, ""))
        if any(char.isdigit() for char in key):  # "n/a" or "none" names nobody
            yield key
