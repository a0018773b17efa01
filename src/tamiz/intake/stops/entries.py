"""One row of a stop list as an entry, or why it is none."""

from functools import lru_cache

from tamiz.documents.stops import Happened, Stop
from tamiz.intake.dossiers.columns import folded
from tamiz.intake.stops.columns import HAPPENED_OF
from tamiz.model import IdentifierKind
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates
from tamiz.normalise.document_kinds import document_kind
from tamiz.normalise.identifiers import identifier_key
from tamiz.normalise.series import place_in_series

LONGEST = 500  # characters of a cell: a note of a few sentences
# Numbers of one range. Thefts of blanks are told in thousands; a wider range would stop whole
# years of a State's honest documents for a slip of one digit.
WIDEST = 1_000_000

Cells = dict[str, str]


class RowRefused(Exception):
    """A row that is no entry: the column, what stands there, what was expected."""

    def __init__(self, column: str, found: str, expected: str) -> None:
        super().__init__(f"{column}: {expected}")
        self.column, self.found, self.expected = column, found, expected


def stop_of(cells: Cells, row: int, *, source: str) -> Stop:
    """The entry of a row; RowRefused at the first cell that cannot be read."""
    for column, text in cells.items():
        if len(text) > LONGEST:
            raise RowRefused(column, text, f"at most {LONGEST} characters")
    key, last_key = _keys(cells)
    return Stop(
        key=key,
        last_key=last_key,
        state=_state(cells.get("issuing_state", "")),
        kind=_kind(cells.get("kind", "")),
        happened=_happened(cells.get("happened", "")),
        number=cells["number"],
        last=cells["last_number"] if last_key else "",
        reported=_reported(cells.get("reported_on", "")),
        source=cells.get("source", source),
        reference=cells.get("reference", ""),
        note=cells.get("note", ""),
        review_by=_review(cells.get("review_by", "")),
        row=row,
    )


def _keys(cells: Cells) -> tuple[str, str]:
    """The keys of the first and the last number; the last is empty for one document."""
    number, last = cells.get("number", ""), cells.get("last_number", "")
    key, last_key = identifier_key(number), identifier_key(last)
    if not key:
        raise RowRefused("number", number, "letters and digits, 4 to 40 of them")
    if not last or last_key == key:
        return key, ""
    first_place, last_place = place_in_series(key), place_in_series(last_key)
    if first_place is None or last_place is None or first_place[:2] != last_place[:2]:
        raise RowRefused(
            "last_number", f"{number}, {last}",
            "two numbers of one series: the same letters (up to 4), then as many digits (5 to 12)",
        )  # fmt: skip
    wide = last_place.number - first_place.number
    if not 0 < wide < WIDEST:
        raise RowRefused(
            "last_number", f"{number}, {last}", f"a later number, at most {WIDEST} documents on"
        )
    return key, last_key


@lru_cache(maxsize=1 << 10)
def _state(text: str) -> str:
    code = country_code(text)
    if code is None:
        raise RowRefused("issuing_state", text, "a State by its name or code")
    return code


@lru_cache(maxsize=1 << 10)
def _kind(text: str) -> IdentifierKind:
    return document_kind(text) if text else IdentifierKind.OTHER


@lru_cache(maxsize=1 << 10)
def _happened(text: str) -> Happened:
    happened = HAPPENED_OF.get(folded(text))
    if happened is None:
        raise RowRefused("happened", text, ", ".join(Happened))
    return happened


@lru_cache(maxsize=1 << 12)
def _reported(text: str) -> str:
    """The day as ISO 8601, or as written where it can be read in two ways."""
    dates = read_dates(text)
    if text and not dates:
        raise RowRefused("reported_on", text, "a date such as 2026-03-09")
    return dates[0].text() if len(dates) == 1 else text


@lru_cache(maxsize=1 << 12)
def _review(text: str) -> str:
    """The day as ISO 8601."""
    dates = read_dates(text)
    if text and (len(dates) != 1 or dates[0].day is None):
        raise RowRefused("review_by", text, "a day such as 2027-03-09")
    return dates[0].text() if dates else ""
