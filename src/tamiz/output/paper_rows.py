"""The data of a document as rows of a table: one column a source, conflicts first."""

from collections.abc import Iterator

from msgspec import Struct

from tamiz.model import PaperShown
from tamiz.model.paper import DATA


class PaperRow(Struct, frozen=True, kw_only=True):
    """One datum; ``cells`` stand in the order of the document's sources, empty where one is silent."""

    datum: str
    cells: tuple[str, ...]
    differs: bool


def paper_rows(paper: PaperShown) -> tuple[PaperRow, ...]:
    """Every datum that any source states; those in which sources differ come first."""
    return tuple(sorted(_rows(paper), key=lambda row: not row.differs))


def _rows(paper: PaperShown) -> Iterator[PaperRow]:
    for datum in DATA:
        if not any(datum in source.values for source in paper.sources):
            continue
        yield PaperRow(
            datum=datum,
            cells=tuple(source.values.get(datum, "") for source in paper.sources),
            differs=datum in paper.differing,
        )
