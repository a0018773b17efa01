"""Places as numbers code them: one table a state, with the source and date of every row."""

from functools import cache
from importlib.resources import files

from msgspec import Struct

ABROAD = "abroad"  # the region of codes for those born abroad
ANY = "any"  # the region of codes that stand for no place


class NumberPlace(Struct, frozen=True, gc=False):
    """A place code as its table tells it; ``also`` are other names of the same place."""

    table: str
    code: str
    name: str
    region: str
    also: tuple[str, ...]
    source: str
    date: str


@cache
def place_table(name: str) -> dict[str, NumberPlace]:
    """The rows of a table by code; the file's own head says what its sources are."""
    text = files("tamiz.documents.numbers").joinpath("tables", f"{name}.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {
        code: NumberPlace(
            name, code, place, region, tuple(filter(None, also.split("|"))), source, day
        )
        for code, place, region, also, source, day in rows[1:]
    }
