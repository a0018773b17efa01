"""How long a passport runs, and what a row of a table about passports proves."""

from datetime import date, timedelta
from typing import NamedTuple

from tamiz.checks.documents.days import exact_day
from tamiz.checks.documents.papers import Paper
from tamiz.checks.documents.rule import Strength
from tamiz.checks.documents.tables import Row
from tamiz.model import IdentifierKind
from tamiz.normalise.document_kinds import document_kind

PASSPORT = "P"  # as tables call it, and Doc 9303-4
# States let a document end on the day of issue, the day before, or the last of that month.
SLACK = timedelta(days=31)
_CARDS = ("card", "tarjeta", "картк")  # in the names of passport cards
# What only encyclopedias or press bear out gives a hint: an exception may be unknown to us.
_STRENGTHS = {"official": Strength.B}


class Term(NamedTuple):
    """From which day to which a document is valid."""

    issued: date
    expires: date


def is_passport(paper: Paper) -> bool:
    """Whether a document is called a passport, and is no card, which has rules of its own."""
    called = paper.document.code or paper.field
    if any(word in called.casefold() for word in _CARDS):
        return False
    return document_kind(called) is IdentifierKind.PASSPORT


def term_of(paper: Paper) -> Term | None:
    """Issue and expiry to the day, the earliest reading of the expiry; None if not so known."""
    document = paper.document
    issued = None if document.issued is None else exact_day(document.issued)
    expires = [day for one in document.expires if (day := exact_day(one)) is not None]
    if issued is None or not expires or len(expires) < len(document.expires):
        return None
    return Term(issued, min(expires))  # every reading must be too late


def months_after(day: date, months: int) -> date:
    """So many months later; on the 1st of the next month where that month has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1) + timedelta(days=day.day - 1)


def strength_of(row: Row) -> Strength:
    """What a concern that rests on a row proves."""
    return _STRENGTHS.get(row["confidence"], Strength.C)
