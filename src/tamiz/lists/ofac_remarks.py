"""The remarks of OFAC's CSV files: most of what identifies a person stands in this one column.

Statements are separated by ``;``: ``DOB 12 Apr 1976; alt. DOB 1977; POB Culiacan, Mexico;
nationality Mexico; Gender Male; C.U.R.P. … (Mexico); (Linked To: …)``. What is not understood
stays readable in the record's ``raw``.
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec import Struct

from tamiz.lists.ofac_dates import read_birth
from tamiz.lists.ofac_features import birth_place
from tamiz.lists.ofac_identifiers import stated_identifier
from tamiz.lists.ofac_terms import CONTACTS, SEXES, contact
from tamiz.model import (
    Contact,
    Identifier,
    Name,
    NameKind,
    Nationality,
    PartialDate,
    PartyLink,
    Place,
    Sex,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.text import clean

T = TypeVar("T")

FIELD = "Remarks"
NOTHING = "-0-"

_LINKED = re.compile(r"\(?Linked To: (?P<name>.*?)\)?\.?\Z", re.DOTALL)
_ALIAS = re.compile(r"(?P<kind>[afn]\.k\.a\.) ['\"‘](?P<name>.*)['\"’]\.?\Z")


class Remarks(Struct, frozen=True):
    """What a remarks cell says, typed."""

    names: tuple[Name, ...]
    birth_dates: tuple[PartialDate, ...]
    birth_places: tuple[Place, ...]
    nationalities: tuple[Nationality, ...]
    sex: Sex | None
    identifiers: tuple[Identifier, ...]
    contacts: tuple[Contact, ...]
    links: tuple[PartyLink, ...]


def read_remarks(text: str) -> Remarks:
    """Read one remarks cell."""
    statements = [clean(piece).rstrip(".") for piece in _pieces(text)]
    return Remarks(
        names=tuple(_each(statements, _weak_name)),
        birth_dates=tuple(date for one in statements for date in _birth_dates(one)),
        birth_places=tuple(_each(statements, _birth_place)),
        nationalities=tuple(_each(statements, _nationality)),
        sex=next(_each(statements, _sex), None),
        identifiers=tuple(_each(statements, _identifier)),
        contacts=tuple(_each(statements, _contact)),
        links=tuple(_each(statements, _link)),
    )


def _pieces(text: str) -> list[str]:
    """The statements of a cell; ``Linked To`` in brackets is one of its own."""
    if not text or text.strip() == NOTHING:
        return []
    return [
        piece for piece in re.split(r";\s*|(?<=\))\.?\s+(?=\(Linked To:)", text) if piece.strip()
    ]


def _each(statements: list[str], read: Callable[[str], T | None]) -> Iterator[T]:
    return (found for one in statements if (found := read(one)) is not None)


def _after(statement: str, *words: str) -> str:
    """What follows one of these words at the beginning; empty if none stands there."""
    bare = statement.removeprefix("alt. ")
    for word in words:
        if bare.casefold().startswith(word.casefold() + " "):
            return bare[len(word) + 1 :].strip()
    return ""


def _birth_dates(statement: str) -> tuple[PartialDate, ...]:
    text = _after(statement, "DOB")
    return read_birth(text, field=FIELD) if text else ()


def _birth_place(statement: str) -> Place | None:
    text = _after(statement, "POB")
    return birth_place(text, field=FIELD) if text else None


def _nationality(statement: str) -> Nationality | None:
    text = _after(statement, "Nationality of Registration", "nationality", "citizen")
    return Nationality(country=country_code(text), text=text, field=FIELD) if text else None


def _sex(statement: str) -> Sex | None:
    return SEXES.get(_after(statement, "Gender").casefold())


def _contact(statement: str) -> Contact | None:
    label = next((one for one in CONTACTS if _after(statement, one)), "")
    return contact(label, _after(statement, label), field=FIELD) if label else None


def _weak_name(statement: str) -> Name | None:
    match = _ALIAS.match(statement)
    return Name(text=clean(match["name"]), kind=NameKind.WEAK, field=FIELD) if match else None


def _link(statement: str) -> PartyLink | None:
    match = _LINKED.match(statement)
    if match is None:
        return None
    name = clean(match["name"])
    # The bracket that closes the statement is not the one that closes "PAKISTAN (TTP)".
    is_open = name.count("(") > name.count(")")
    return PartyLink(relation="linked to", name=f"{name})" if is_open else name)


def _identifier(statement: str) -> Identifier | None:
    return stated_identifier(statement.removeprefix("alt. "), field=FIELD)
