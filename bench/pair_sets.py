"""Reads the sets of pairs whose answer is known: public ones and the project's own."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from msgspec import Struct

from parties import SHARED
from tamiz.intake.tables import table_rows
from tamiz.matching import Subject
from tamiz.model import Name, NamePart, PartyType, Role

CASES = Path(__file__).resolve().parent / "cases"

_TYPE = {
    "Person": PartyType.PERSON,
    "Company": PartyType.ORGANISATION,
    "Organization": PartyType.ORGANISATION,
    "LegalEntity": PartyType.UNKNOWN,
    "Vessel": PartyType.VESSEL,
}
_MATCH = {"true": True, "false": False}
# FollowTheMoney's properties for parts of a name, in the order in which they are written.
_ROLE = {
    "firstName": Role.GIVEN,
    "middleName": Role.GIVEN,
    "fatherName": Role.PATRONYMIC,
    "lastName": Role.FAMILY,
}


class Pair(Struct, frozen=True, kw_only=True):
    """Two parties, and whether they are one. ``strong``: the set's authors are sure of it."""

    left: Subject
    right: Subject
    match: bool
    strong: bool = False

    @property
    def is_person(self) -> bool:
        """Whether people are compared."""
        return self.left.type is PartyType.PERSON


class PairSet(Struct, frozen=True, kw_only=True):
    """A file of pairs and what reads it."""

    name: str
    path: Path
    read: Callable[[Path], Iterator[Pair]]

    def pairs(self) -> list[Pair]:
        """The pairs; none, and a plain line, where the file or what reads it is missing."""
        if not self.path.exists():
            print(f"{self.name}: left out, the file is not here")
            return []
        try:
            return list(self.read(self.path))
        except ModuleNotFoundError as missing:
            print(f"{self.name}: left out, {missing.name} is not installed here")
            return []


def table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by the names of its columns."""
    rows = table_rows(path)
    head = next(rows).cells
    return (dict(zip(head, row.cells, strict=False)) for row in rows if row.cells)


def name_bench(path: Path) -> Iterator[Pair]:
    """One name a side, with a schema of FollowTheMoney."""
    for row in table(path):
        kind = _TYPE[row["schema"]]
        yield Pair(
            left=named(row["name1"], kind),
            right=named(row["name2"], kind),
            match=_MATCH[row["is_match"]],
            strong=row["quality"] == "STRONG",
        )


def entity_checks(path: Path) -> Iterator[Pair]:
    """FollowTheMoney's properties on both sides, in YAML."""
    load = import_module("yaml").safe_load
    for check in load(path.read_text(encoding="utf-8"))["checks"]:
        kind = _TYPE[check["schema"]]
        yield Pair(
            left=entity(check["query"], kind),
            right=entity(check["candidate"], kind),
            match=check["match"],
        )


def own_cases(path: Path) -> Iterator[Pair]:
    """The project's own pairs of people's names."""
    for row in table(path):
        yield Pair(
            left=named(row["left"], PartyType.PERSON),
            right=named(row["right"], PartyType.PERSON),
            match=_MATCH[row["match"]],
        )


def named(text: str, kind: PartyType) -> Subject:
    """A party of which only a name is known."""
    return Subject(type=kind, names=(Name(text=text),))


def entity(properties: dict[str, Any], kind: PartyType) -> Subject:
    """A party by its whole name, or by the parts of its name where there is no whole one."""
    parts = tuple(
        NamePart(role, properties[key]) for key, role in _ROLE.items() if key in properties
    )
    text = properties.get("name") or " ".join(part.text for part in parts)
    return Subject(type=kind, names=(Name(text=text, parts=parts),))


PAIR_SETS = (
    PairSet(name="name_bench", path=SHARED / "truth/name_bench_dev.csv", read=name_bench),
    PairSet(name="entity_checks", path=SHARED / "truth/entity_checks.yml", read=entity_checks),
    PairSet(name="hispanic", path=CASES / "hispanic.csv", read=own_cases),
    PairSet(name="ukrainian", path=CASES / "ukrainian.csv", read=own_cases),
)
