"""A file of applicants, whatever its form, read as often as needed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from tamiz.errors import InputError
from tamiz.intake.dossiers.documents import json_dossiers, jsonl_dossiers
from tamiz.intake.dossiers.ftm import ftm_dossiers, is_ftm
from tamiz.intake.dossiers.problems import Problem, Reject
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
        form = form_of(path)
        self._header: Header | None = None
        self.warnings: tuple[str, ...] = ()
        self.is_ftm = form is Form.JSONL and is_ftm(path)
        if form in {Form.CSV, Form.XLSX}:
            self._header = read_header(path)
            self.warnings = table_warnings(path, form, self._header)
        elif form in {Form.XML, Form.HTML}:
            raise InputError(f"{path.name}: {form.value}; expected CSV, XLSX, JSON or JSON Lines")
        self._form = form
        with path.open("rb") as file:
            self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()

    @property
    def form(self) -> str:
        """``csv``, ``xlsx``, ``json``, ``jsonl`` or ``ftm``."""
        return "ftm" if self.is_ftm else self._form.value

    def __iter__(self) -> Iterator[Dossier | Reject]:
        seen: dict[bytes, int] = {}
        for found in self._read():
            if isinstance(found, Reject):
                yield found
                continue
            # A digest instead of the id keeps a million rows small.
            key = hashlib.blake2b(
                found.id.encode("utf-8", "surrogateescape"), digest_size=8
            ).digest()
            first = seen.setdefault(key, found.origin.row)
            yield found if first == found.origin.row else self._double(found, first)

    def _read(self) -> Iterator[Dossier | Reject]:
        if self._header is not None:
            return table_dossiers(self.path, self._header)
        if self.is_ftm:
            return ftm_dossiers(self.path)
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
