"""A file of applicants, whatever its form."""

import hashlib
from pathlib import Path

import pytest

from intake.hostile_workbooks import workbook
from intake.reading import cohort_of
from tamiz.errors import InputError
from tamiz.model import Dossier

_ANN = b'{"id": "1", "name": "Ann Moss"}'
_PERSON = b'{"id": "1", "schema": "Person", "properties": {"name": ["Ann Moss"]}}'


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"id,name\n1,Ann Moss\n", "csv"),
        (workbook(), "xlsx"),
        (b"[" + _ANN + b"]", "json"),
        (_ANN, "json"),
        (_ANN + b"\n" + _ANN.replace(b"1", b"2"), "jsonl"),
        (_PERSON, "ftm"),
        (b"[" + _PERSON + b"]", "ftm"),
        (_PERSON + b"\n" + _PERSON, "ftm"),
    ],
)
def test_the_form_is_told_from_the_content_and_not_the_name(
    tmp_path: Path, data: bytes, form: str
) -> None:
    cohort = cohort_of(tmp_path, data, file="people.dat")

    assert cohort.form == form
    assert cohort.sha256 == hashlib.sha256(data).hexdigest()
    assert next(found.id for found in cohort if isinstance(found, Dossier)) == "1"


def test_headings_are_looked_for_in_twenty_rows(tmp_path: Path) -> None:
    table = "id,name\n1,Ann Moss\n"

    assert len(list(cohort_of(tmp_path, "a title\n" * 19 + table))) == 1
    with pytest.raises(InputError, match="none of the first 20 rows"):
        cohort_of(tmp_path, "a title\n" * 20 + table)
