"""A file of applicants, whatever its form, read as often as needed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from tamiz.errors import InputError
from tamiz.intake.dossiers.admission import admit, refuse
from tamiz.intake.dossiers.documents import json_entries, jsonl_entries
from tamiz.intake.dossiers.entities import Graph, graph_warnings, is_ftm, read_graph
from tamiz.intake.dossiers.entries import Entry
from tamiz.intake.dossiers.ftm import ftm_entries
from tamiz.intake.dossiers.problems import Problem, Reject
from tamiz.intake.dossiers.seen import SeenIds
from tamiz.intake.dossiers.tables import Table, open_table
from tamiz.intake.files import Form, form_of
from tamiz.model import Dossier


class Cohort:
    """Applicants of one file. Iterating reads the file anew, row by row.

    ``warnings`` concern the file as a whole (headings that are not understood, a guessed
    encoding); problems of single rows come as ``Reject`` in their place.
    """

    def __init__(self, path: Path) -> None:
        """Look at the file's form and headings; InputError if it cannot be a cohort."""
        self.path = path
        self._form = form_of(path)
        self._table: Table | None = None
        self._graph: Graph | None = None
        self.warnings: tuple[str, ...] = ()
        if self._form in {Form.CSV, Form.XLSX}:
            self._table = open_table(path, self._form)
            self.warnings = self._table.warnings
        elif self._form in {Form.XML, Form.HTML}:
            raise InputError(f"{path.name}: {_WRONG[self._form]}")
        elif is_ftm(path, self._form):
            self._graph = read_graph(path, self._form)
            self.warnings = tuple(graph_warnings(self._graph))
        elif next(self._entries(), None) is None:
            self.warnings = ("there is no dossier in the file: nobody to screen",)
        with path.open("rb") as file:
            self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()

    @property
    def form(self) -> str:
        """``csv``, ``xlsx``, ``json``, ``jsonl`` or ``ftm``."""
        return "ftm" if self._graph is not None else self._form.value

    @property
    def may_be_sent(self) -> bool:
        """Whether another process may read the file: who belongs to whom in a graph stays here."""
        return self._graph is None

    def __iter__(self) -> Iterator[Dossier | Reject]:
        seen, file = SeenIds(), self.path.name
        for entry in self._entries():
            found = admit(entry, file=file)
            if isinstance(found, Dossier):
                first = seen.first_row(found.id, entry.number)
                if first != entry.number:
                    found = refuse(entry, _same_id(entry, first), file=file)
            yield found

    def _entries(self) -> Iterator[Entry]:
        if self._table is not None:
            return self._table.entries()
        if self._graph is not None:
            return ftm_entries(self.path, self._form, self._graph)
        return jsonl_entries(self.path) if self._form is Form.JSONL else json_entries(self.path)


_WRONG = {
    Form.XML: "XML, expected applicants as CSV, XLSX, JSON or JSON Lines",
    Form.HTML: "a web page, expected applicants as CSV, XLSX, JSON or JSON Lines; "
    "a login page may have come in place of the file: fetch it again",
}


def open_cohort(path: Path) -> Cohort:
    """The applicants of a file."""
    return Cohort(path)


def _same_id(entry: Entry, first: int) -> Problem:
    message = f"the same id as row {first}; give every applicant an id of their own"
    return Problem(row=entry.number, column="id", message=message)
