"""Reads the development data (parties, people, truth) into Tamiz's own types."""

import gzip
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tamiz.matching import Subject
from tamiz.model import (
    Identifier,
    IdentifierKind,
    Name,
    NameKind,
    Nationality,
    PartialDate,
    PartyType,
    Place,
    Sex,
    SourceRecord,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.names import split_family_first

SHARED = (
    Path(os.environ.get("TAMIZ_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "data"
)
OUT = Path(__file__).resolve().parent / "out"

_KIND = {
    "primary": NameKind.PRIMARY,
    "aka": NameKind.ALIAS,
    "weak": NameKind.WEAK,
    "script": NameKind.SCRIPT,
}
_TYPE = {
    "person": PartyType.PERSON,
    "entity": PartyType.ORGANISATION,
    "vessel": PartyType.VESSEL,
    "aircraft": PartyType.AIRCRAFT,
}
_MARKS = {"UN": "UN", "UK": "UK", "UK-OFSI-2025": "OFSI"}  # lists whose ids other lists tell
_SCRIPT = re.compile(r"\s*\(original script: (.*?)\)")


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The JSON lines of a (gzipped) development file."""
    path = SHARED / name
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return (json.loads(line) for line in data.splitlines())


def parties(*, references: bool = False) -> Iterator[SourceRecord]:
    """Every party of ``parties.jsonl.gz`` as a record; source and id as in the file.

    With ``references`` the records that are one party by the references of the lists are one
    match. Most questions are about single records and must not see them: half of the true pairs
    are known from these references.
    """
    for row in rows("parties.jsonl.gz"):
        yield SourceRecord(
            source=row["list"],
            id=row["id"],
            type=_TYPE[row["type"]],
            names=tuple(_names(row["names"], person=row["type"] == "person")),
            birth_dates=tuple(read_date(text) for text in row["dob"]),
            birth_places=tuple(
                Place(text=text, country=country_code(text.rsplit(",", 1)[-1]))
                for text in row["pob"]
            ),
            sex=Sex(row["gender"]) if row["gender"] in {"male", "female"} else None,
            nationalities=tuple(
                Nationality(country=country_code(text), text=text) for text in row["nationalities"]
            ),
            identifiers=tuple(_identifier(entry) for entry in row["ids"]),
            programmes=tuple(row["programs"]),
            references=tuple(_references(row)) if references else (),
            raw=row["remarks"],
        )


def _references(row: dict[str, Any]) -> Iterator[str]:
    """The references, and the id where other lists know it, as the parsers of lists have them."""
    yield from row["refs"]
    mark = _MARKS.get(row["list"])
    if mark:
        yield f"{mark}:{row['id']}"


def _names(names: list[dict[str, str]], *, person: bool) -> Iterator[Name]:
    for entry in names:
        text, kind = entry["text"], _KIND[entry["kind"]]
        for script in _SCRIPT.findall(text):
            yield Name(text=script, kind=NameKind.SCRIPT)
        text = _SCRIPT.sub("", text).strip()
        if text:
            parts = split_family_first(text) if person else ()
            yield Name(text=text, kind=kind, parts=parts)


def read_date(text: str) -> PartialDate:
    """A date in the notation of the development files: ``~1970``, ``1970/1975``, ``1970-05``."""
    circa, text = text.startswith("~"), text.lstrip("~")
    first, _, last = text.partition("/")
    year, month, day = ([int(part) for part in first.split("-")] + [None, None])[:3]
    return PartialDate(
        year=year or 0,
        month=month,
        day=day,
        circa=circa,
        until=int(last[:4]) if last else None,
    )


def _identifier(entry: dict[str, str]) -> Identifier:
    kind = entry["type"].casefold()
    if "passport" in kind or "pasaporte" in kind or "passeport" in kind:
        meant = IdentifierKind.PASSPORT
    elif any(
        word in kind for word in ("national", "curp", "c.u.r.p", "cedula", "d.n.i", "personal")
    ):
        meant = IdentifierKind.NATIONAL
    else:
        meant = IdentifierKind.OTHER
    return Identifier(
        kind=meant,
        number=entry["number"],
        country=country_code(entry.get("country") or ""),
        scheme=kind if meant is IdentifierKind.NATIONAL else "",
    )


def person(name: str, *, born: str = "", country: str = "") -> Subject:
    """An applicant with one name, perhaps a birth date and a nationality."""
    code = country_code(country) if country else None
    return Subject(
        type=PartyType.PERSON,
        names=(Name(text=name),),
        birth_dates=(read_date(born),) if born else (),
        nationalities=(Nationality(country=code, text=country),) if code else (),
    )
