"""What a picture of a document shows, in the terminal: each page's zone, doubts and barcodes."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from tamiz.documents.pictures import Page, PictureReading, ZoneFound
from tamiz.normalise.text import visible
from tamiz.wording import Language, say


def picture_read(reading: PictureReading, console: Console, language: Language) -> None:
    """Print what stands on each page, and why a file was not, or not wholly, read."""
    for number, page in enumerate(reading.pages, start=1):
        size = f"{page.width} × {page.height}"
        heading = say("zone.picture.page", language, number=number, size=size)
        console.print(Text(heading, style="bold"))
        for line in _told(page, language):
            console.print(Text(visible(line)))
    if reading.problem:
        console.print(Text(say(f"zone.picture.{reading.problem}", language)))


def _told(page: Page, language: Language) -> Iterator[str]:
    if page.zone is None:
        yield say("zone.picture.no_zone", language)
    else:
        yield from _zone(page.zone, language)
    for code in page.barcodes:
        yield f"{code.format}: {code.text}"


def _zone(found: ZoneFound, language: Language) -> Iterator[str]:
    """The lines as read, a caret under every doubtful sign, and likelier lines beside."""
    x, y, width, height = found.box
    yield say("zone.picture.found", language, x=x, y=y, width=width, height=height)
    for at, line in enumerate(found.lines):
        yield f"  {line}"
        doubts = {column for row, column in found.doubtful if row == at}
        if doubts:
            marks = "".join("^" if column in doubts else " " for column in range(len(line)))
            yield f"  {marks.rstrip()}"
    if found.is_doubtful:
        yield say("zone.picture.doubtful", language)
    if found.repaired:
        yield say("zone.picture.repaired", language)
        yield from (f"  {line}" for line in found.repaired)
