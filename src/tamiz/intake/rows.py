"""A row of a table, from whatever kind of file."""

from msgspec import Struct


class Row(Struct, frozen=True, kw_only=True):
    """One row: line (CSV) or row (workbook) number from 1, its cells, its original text.

    ``problem`` says why the row could not be read; then ``cells`` is empty.
    """

    number: int
    cells: tuple[str, ...]
    original: str
    problem: str = ""
