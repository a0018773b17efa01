"""A document's sources as rows: conflicts first, each source in its column."""

from tamiz.model import PaperShown, Said
from tamiz.output.paper_rows import paper_rows

PAPER = PaperShown(
    field="documents[0]",
    sources=(
        Said(source="declared", values={"number": "A1", "birth_date": "1990-04-01", "sex": "F"}),
        Said(source="chip", values={"number": "A1", "birth_date": "1985-04-01"}),
    ),
    differing=("birth_date",),
)


def test_what_differs_stands_first() -> None:
    assert [row.datum for row in paper_rows(PAPER)] == ["birth_date", "number", "sex"]


def test_a_silent_source_has_an_empty_cell() -> None:
    assert paper_rows(PAPER)[-1].cells == ("F", "")
