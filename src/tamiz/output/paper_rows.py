"""The data of a document as rows of a table: one column a source, conflicts first."""

from collections.abc import Iterator

from msgspec import Struct

from tamiz.model import PaperShown


class PaperRow(Struct, frozen=True, kw_only=True):
    """One datum; ``cells`` stand in the order of the document's sources, empty where one is silent."""

    datum: str
    cells: tuple[str, ...]
    differs: bool


def paper_rows(paper: PaperShown) -> tuple[PaperRow, ...]:
    """Every datum that any source states; those in which sources differ come first."""
    return tuple(sorted(_rows(paper), key=lambda row: not row.differs))


def _rows(paper: PaperShown) -> Iterator[PaperRow]:
    data = dict.fromkeys(datum for source in paper.sources for datum in source.values)
    for datum in data:
        yield PaperRow(
            datum=datum,
            cells=tuple(source.values.get(datum, "") for source in paper.sources),
            differs=datum in paper.differing,
        )
