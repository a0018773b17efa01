"""What each source says of a document, side by side, in the terminal."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tamiz.model import PaperShown
from tamiz.normalise.text import visible
from tamiz.output import sentences
from tamiz.output.paper_rows import paper_rows
from tamiz.wording import Language, say


def papers(shown: Sequence[PaperShown], console: Console, language: Language) -> None:
    """Print a table for each document of which two sources say something."""
    for paper in shown:
        if len(paper.sources) > 1:
            console.print(_table(paper, language))


def _table(paper: PaperShown, language: Language) -> Table:
    title = say("report.papers.heading", language, code=sentences.paper_kind(paper.code, language))
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(say("report.finding.field", language))
    for source in paper.sources:
        table.add_column(say(f"report.papers.{source.source}", language), overflow="fold")
    for row in paper_rows(paper):
        name = say(f"report.datum.{row.datum}", language)
        mark = say("report.papers.differs", language) if row.differs else ""
        cells = [Text(visible(cell or "–")) for cell in row.cells]
        style = "bold" if row.differs else ""
        table.add_row(f"{name} {mark}".rstrip(), *cells, style=style)
    return table
