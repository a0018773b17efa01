"""No file breaks the reader of stop lists, and every row is an entry or is told."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from intake.hostile_files import Case
from intake.hostile_texts import TEXTS
from tamiz.documents.stops import Happened
from tamiz.errors import InputError
from tamiz.intake.stops import COLUMNS, Refused, read_stops

FIELDS = [column.field for column in COLUMNS]
RAW = [case for case in TEXTS if isinstance(case.data, bytes)]
_NUMBERS = some.from_regex(r"[A-ZА-Я]{0,5}[ -]?\d{0,14}[A-Z]?", fullmatch=True)
_CELLS = some.one_of(
    some.text(max_size=40), _NUMBERS, some.sampled_from(["PA", "Panamá", *Happened, "2024-05-01"])
)


@pytest.mark.parametrize("case", RAW, ids=lambda case: case.name.replace(" ", "_"))
def test_a_file_that_is_no_stop_list_is_refused(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(case.data)  # type: ignore[arg-type]

    with pytest.raises(InputError):
        list(read_stops(path, print, source="unit"))


@given(rows=some.lists(some.lists(_CELLS, min_size=1, max_size=len(FIELDS) + 1), max_size=6))
@example(rows=[["PA", "P", "PA0000001", "PA0000002", "lost", "", "", "", "", ""]])
def test_every_row_is_an_entry_or_is_told(rows: list[list[str]]) -> None:
    plain = [[cell.replace("\r", " ").replace("\n", " ") for cell in row] for row in rows]
    refused: list[Refused] = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
            csv.writer(file).writerows([FIELDS, *plain])

        found = list(read_stops(path, refused.append, source="unit"))

    told = {one.row for one in found} | {one.row for one in refused}
    blank = {at for at, row in enumerate(plain, 2) if not "".join(row).strip("\ufeff \t\x1a")}
    assert told >= set(range(2, len(rows) + 2)) - blank
    assert len(found) + len(refused) == len(told)
