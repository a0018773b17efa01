"""The headings of a table: which column holds which field, and what to say about the others."""

from collections.abc import Iterable, Iterator

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from tamiz.intake.dossiers.columns import FIELD_OF, field_of, folded
from tamiz.intake.rows import Row
from tamiz.normalise.text import clean

HEADER_ROWS = 20  # rows above the headings that are looked through: titles, logos, notes
ALIKE = 82  # per cent: a heading this close to a known one is probably a slip of it
LONGEST = 80  # characters of a heading that are repeated in a warning

NAMES = frozenset(
    "name given_names family_names paternal_surname maternal_surname patronymic "
    "name_original".split()
)


class Header:
    """The row with the headings, and the field that each of them means.

    ``labels`` are the headings, or the number of a column that has none. ``width`` is the number of
    columns up to the last with a heading.
    """

    def __init__(self, row: Row) -> None:
        """Read the headings of a row."""
        self.number = row.number
        self.cells = tuple(clean(cell) for cell in row.cells)
        self.fields = _only_name_is_whole(tuple(map(field_of, self.cells)))
        self.labels = tuple(cell or f"column {at}" for at, cell in enumerate(self.cells, start=1))
        self.width = max((at for at, cell in enumerate(self.cells, start=1) if cell), default=0)

    def known(self) -> int:
        """How many different fields the row names."""
        return len(set(self.fields) - {None})

    def has_names(self) -> bool:
        """Whether any column can hold a name to screen."""
        return not NAMES.isdisjoint(self.fields)

    def is_repeated_by(self, row: Row) -> bool:
        """Whether a row below is the headings once more, as on every printed page."""
        return len(row.cells) == len(self.cells) and all(map(_is_same, row.cells, self.cells))

    def warnings(self) -> Iterator[str]:
        """What a person should know about the headings."""
        yield from self._strangers()
        told = [field for field in self.fields if field is not None]
        for field in sorted({field for field in told if told.count(field) > 1}):
            yield f"several columns hold {field}; all their values are used"
        if "name" in told and field_of(self.cells[self.fields.index("name")]) != "name":
            yield f"“{self.cells[self.fields.index('name')]}” is read as the whole name"
        if "id" not in told:
            yield "there is no column with the applicant's id; rows are called row-N"

    def _strangers(self) -> Iterator[str]:
        """Columns that are only kept: not understood, or without a heading."""
        for at, (cell, field) in enumerate(zip(self.cells, self.fields, strict=True), start=1):
            if field is None and cell:
                close = extractOne(folded(cell), FIELD_OF.keys(), scorer=ratio, score_cutoff=ALIKE)
                hint = f"; did you mean “{FIELD_OF[close[0]]}”?" if close else ""
                yield f"column {at} “{cell[:LONGEST]}” is not understood and only kept{hint}"
        unnamed = [str(at) for at, cell in enumerate(self.cells[: self.width], start=1) if not cell]
        if unnamed:
            which = (
                f"column {unnamed[0]} has"
                if len(unnamed) == 1
                else (f"{len(unnamed)} columns (the first is column {unnamed[0]}) have")
            )
            yield f"{which} no heading; what stands there is only kept"


def find_header(rows: Iterable[Row]) -> tuple[Header | None, list[Row]]:
    """The row among the first that names most fields, and those that were looked at."""
    best: Header | None = None
    seen: list[Row] = []
    for row in rows:
        if len(seen) > HEADER_ROWS:
            break
        seen.append(row)
        header = Header(row)
        if len(seen) <= HEADER_ROWS and (best is None or header.known() > best.known()):
            best = header
    return best, seen


def _is_same(cell: str, heading: str) -> bool:
    return cell == heading or clean(cell) == heading


def _only_name_is_whole(fields: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """“Nombre” and “Ім'я” mean given names; where no other column holds a name, the whole name."""
    if NAMES.intersection(filter(None, fields)) == {"given_names"}:
        return tuple("name" if field == "given_names" else field for field in fields)
    return fields
