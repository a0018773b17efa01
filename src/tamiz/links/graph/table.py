"""Who has which value: two sorted tables on disk, mapped by every worker.

A million applicants have some ten million values. Only hashes are kept here (64 bits: two of ten
million keys are the same by chance in one of 400,000 cohorts); what was written stands in the
dossiers, which are read again where somebody is tied to somebody.
"""

import zlib
from array import array
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.links.graph.strength import MOST_ROWS
from tamiz.links.graph.values import Role, Value, company_values, may_tie, nodes_of
from tamiz.matching.arrays import hash_key, hash_rare, mapped_column, view
from tamiz.model import Dossier

ROLES = tuple(Role)
_ROLE_NUMBER = {role: number for number, role in enumerate(ROLES)}
_COLUMNS = (
    "value",
    "value_of",
    "value_role",
    "value_party",
    "value_place",
    "company",
    "company_value",
    "company_by",
)


class Bearer(NamedTuple):
    """An applicant who has a value: in which role, and the code of the party whose it is.

    ``place`` is the value's among all of theirs, from 0.
    """

    number: int
    role: Role
    party: int
    place: int


class Common(NamedTuple):
    """A value that others have as well: its place among the applicant's, and its rows in the table."""

    place: int
    first: int
    rows: int


def party_code(party: str) -> int:
    """32 bits for the name of a party; 0 for the applicant's own values."""
    return zlib.crc32(party.casefold().encode()) if party else 0


class TieTableBuilder:
    """Takes in applicants one by one, numbered from 0 in the order in which they come."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._of: dict[str, array[int]] = {
            "value": array("Q"), "value_of": array("I"), "value_role": array("B"),
            "value_party": array("I"), "value_place": array("I"),
            "company": array("Q"), "company_value": array("Q"), "company_by": array("I"),
        }  # fmt: skip
        self._may_tie, self._people = array("B"), 0

    def add(self, number: int, dossier: Dossier, values: Sequence[Value]) -> None:
        """Take in the values of one applicant, and those of the companies that they name."""
        of = self._of
        of["value"].extend(hash_rare(nodes_of(values)))
        of["value_of"].extend([number] * len(values))
        of["value_role"].extend([_ROLE_NUMBER[value.role] for value in values])
        of["value_party"].extend(
            [party_code(value.party) if value.party else 0 for value in values]
        )
        of["value_place"].extend(range(len(values)))
        self._may_tie.extend([may_tie(value) for value in values])
        self._people = number + 1
        for company, told in company_values(dossier):
            node = hash_key(company.node)
            for value in told:
                of["company"].append(node)
                of["company_value"].append(hash_key(value.node))
                of["company_by"].append(number)

    def write(self, folder: Path) -> None:
        """Write the sorted tables into a new folder."""
        folder.mkdir(mode=0o700)
        arrays = {name: view(self._of[name]) for name in _COLUMNS}
        order = np.argsort(arrays["value"], kind="stable")
        by_company = np.argsort(arrays["company"], kind="stable")
        for name in _COLUMNS:
            rows = order if name.startswith("value") else by_company
            np.save(folder / f"{name}.npy", arrays[name][rows])
        by_value = np.argsort(arrays["company_value"][by_company], kind="stable")
        np.save(folder / "company_by_value.npy", by_value)
        self._write_common(folder, order)

    def _write_common(self, folder: Path, order: NDArray[np.int64]) -> None:
        """What each applicant has in common with others, by the applicant; what ties nobody is left out."""
        value = view(self._of["value"])[order]
        begins = np.flatnonzero(np.diff(value, prepend=~value[:1]))
        rows = np.diff(begins, append=len(value))
        first, rows = begins.repeat(rows), rows.repeat(rows)
        ties = (rows > 1) & (rows <= MOST_ROWS) & (view(self._may_tie)[order] != 0)
        of, place = (view(self._of[name])[order][ties] for name in ("value_of", "value_place"))
        by_applicant = np.lexsort((place, of))
        starts = np.searchsorted(of[by_applicant], np.arange(self._people + 1))
        columns = {"place": place, "first": first[ties], "rows": rows[ties]}
        np.save(folder / "common_start.npy", starts.astype(np.uint32))
        for name, column in columns.items():
            np.save(folder / f"common_{name}.npy", column[by_applicant].astype(np.uint32))


class TieTable:
    """The finished tables; nothing is written any more."""

    def __init__(self, folder: Path) -> None:
        """Map the tables in a folder."""
        self._folder = folder

    def rows(self, node: str) -> int:
        """How often a value is told."""
        first, last = self._rows(node)
        return last - first

    def bearers(self, node: str, most: int) -> list[Bearer]:
        """The applicants who have a value, the first ``most`` rows."""
        first, last = self._rows(node)
        return self._bearers(first, min(last, first + most))

    def bearing(self, common: Common, most: int) -> list[Bearer]:
        """The same of a value that an applicant has in common with others."""
        return self._bearers(common.first, common.first + min(common.rows, most))

    def bearing_it(self, common: Common, most: int) -> memoryview:
        """The numbers of these, one a row."""
        return self._of[common.first : common.first + min(common.rows, most)]

    def is_only_own(self, common: Common, most: int) -> bool:
        """Whether each of these has it as their own."""
        roles = self._role[common.first : common.first + min(common.rows, most)]
        return set(roles) == {_ROLE_NUMBER[Role.OWN]}

    def _bearers(self, first: int, last: int) -> list[Bearer]:
        columns = (self._of, self._role, self._party, self._place)
        rows = zip(*(one[first:last].tolist() for one in columns), strict=True)
        return [Bearer(of, ROLES[role], party, place) for of, role, party, place in rows]

    def is_of(self, node: str, people: int) -> bool:
        """Whether at least so many applicants have a value, each in whatever roles."""
        rows = self.bearers(node, people * len(ROLES))
        return len({one.number for one in rows}) >= people

    def shared(self, number: int) -> list[Common]:
        """What an applicant has in common with others that may tie them, in the order of their values."""
        first, last = self._start[number : number + 2]
        if first == last:
            return []
        columns = (self._common_place, self._common_first, self._common_rows)
        return list(map(Common, *(one[first:last].tolist() for one in columns)))

    def companies_with(self, node: str, most: int) -> list[tuple[int, int]]:
        """Companies (by the hash of their node) of which a value is told, and by whom."""
        hashed = np.uint64(hash_key(node))
        first = int(self._told.searchsorted(hashed))
        last = int(self._told.searchsorted(hashed, side="right"))
        rows = self._by_value[first : min(last, first + most)]
        return list(zip(self._company[rows].tolist(), self._by[rows].tolist(), strict=True))

    def _rows(self, node: str) -> tuple[int, int]:
        hashed = np.uint64(hash_key(node))
        first = int(self._value.searchsorted(hashed))
        return first, int(self._value.searchsorted(hashed, side="right"))

    def _load(self, name: str) -> NDArray[np.generic]:
        found: NDArray[np.generic] = np.load(self._folder / f"{name}.npy", mmap_mode="r")
        return found

    @cached_property
    def _value(self) -> NDArray[np.uint64]:
        return np.asarray(self._load("value"), np.uint64)

    @cached_property
    def _of(self) -> memoryview:
        return mapped_column(self._folder / "value_of.npy")

    @cached_property
    def _role(self) -> memoryview:
        return mapped_column(self._folder / "value_role.npy")

    @cached_property
    def _party(self) -> memoryview:
        return mapped_column(self._folder / "value_party.npy")

    @cached_property
    def _place(self) -> memoryview:
        return mapped_column(self._folder / "value_place.npy")

    @cached_property
    def _start(self) -> memoryview:
        return mapped_column(self._folder / "common_start.npy")

    @cached_property
    def _common_place(self) -> memoryview:
        return mapped_column(self._folder / "common_place.npy")

    @cached_property
    def _common_first(self) -> memoryview:
        return mapped_column(self._folder / "common_first.npy")

    @cached_property
    def _common_rows(self) -> memoryview:
        return mapped_column(self._folder / "common_rows.npy")

    @cached_property
    def _company(self) -> NDArray[np.uint64]:
        return np.asarray(self._load("company"), np.uint64)

    @cached_property
    def _by(self) -> NDArray[np.uint32]:
        return np.asarray(self._load("company_by"), np.uint32)

    @cached_property
    def _by_value(self) -> NDArray[np.int64]:
        return np.asarray(self._load("company_by_value"), np.int64)

    @cached_property
    def _told(self) -> NDArray[np.uint64]:
        """The values told of companies, sorted: a copy, so that searching touches few pages."""
        return np.asarray(self._load("company_value"), np.uint64)[self._by_value]
