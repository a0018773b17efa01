"""Tables of either kind: delimited text and workbooks."""

from collections.abc import Iterator
from pathlib import Path

from tamiz.errors import InputError
from tamiz.intake.csv import CsvForm, csv_form, csv_rows
from tamiz.intake.files import Form, form_of
from tamiz.intake.rows import Row
from tamiz.intake.xlsx import Workbook, open_workbook, sheet_rows, xlsx_rows

__all__ = [
    "CsvForm",
    "Row",
    "Workbook",
    "csv_form",
    "csv_rows",
    "open_workbook",
    "sheet_rows",
    "table_rows",
    "xlsx_rows",
]


def table_rows(path: Path) -> Iterator[Row]:
    """The rows of a table, whichever kind of file it is in."""
    match form_of(path):
        case Form.CSV:
            return csv_rows(path)
        case Form.XLSX:
            return xlsx_rows(path)
        case other:
            raise InputError(f"{path.name}: {other.value}, expected a table (CSV or XLSX)")
