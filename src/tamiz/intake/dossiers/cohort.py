"""A file of applicants, whatever its form, read as often as needed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from tamiz.errors import InputError
from tamiz.intake.dossiers.documents import json_dossiers, jsonl_dossiers
from tamiz.intake.dossiers.entities import Graph, graph_warnings, is_ftm, read_graph
from tamiz.intake.dossiers.ftm import ftm_dossiers
from tamiz.intake.dossiers.problems import Problem, Reject
from tamiz.intake.dossiers.seen import SeenIds
from tamiz.intake.dossiers.tables import Header, read_header, table_dossiers, table_warnings
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
        self._header: Header | None = None
        self._graph: Graph | None = None
        self.warnings: tuple[str, ...] = ()
        if self._form in {Form.CSV, Form.XLSX}:
            self._header = read_header(path)
            self.warnings = table_warnings(path, self._form, self._header)
        elif self._form in {Form.XML, Form.HTML}:
            raise InputError(
                f"{path.name}: {self._form.value}; expected CSV, XLSX, JSON or JSON Lines"
            )
        elif is_ftm(path, self._form):
            self._graph = read_graph(path, self._form)
            self.warnings = tuple(graph_warnings(self._graph))
        with path.open("rb") as file:
            self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()

    @property
    def form(self) -> str:
        """``csv``, ``xlsx``, ``json``, ``jsonl`` or ``ftm``."""
        return "ftm" if self._graph is not None else self._form.value

    def __iter__(self) -> Iterator[Dossier | Reject]:
        seen = SeenIds()
        for found in self._read():
            if isinstance(found, Reject):
                yield found
                continue
            first = seen.first_row(found.id, found.origin.row)
            yield found if first == found.origin.row else self._double(found, first)

    def _read(self) -> Iterator[Dossier | Reject]:
        if self._header is not None:
            return table_dossiers(self.path, self._header)
        if self._graph is not None:
            return ftm_dossiers(self.path, self._form, self._graph)
        return jsonl_dossiers(self.path) if self._form is Form.JSONL else json_dossiers(self.path)

    def _double(self, dossier: Dossier, first: int) -> Reject:
        message = f"the same id as row {first}; give every applicant an id of their own"
        problem = Problem(row=dossier.origin.row, column="id", message=message)
        original = ", ".join([dossier.id, *(name.text for name in dossier.identity.names)])
        return Reject(
            file=self.path.name, row=dossier.origin.row, problems=(problem,), original=original
        )


def open_cohort(path: Path) -> Cohort:
    """The applicants of a file."""
    return Cohort(path)
