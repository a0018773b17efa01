"""A unit's own list, CSV or JSON Lines, with what makes it answerable.

Every entry must carry its purpose, a grading (source reliability A to F, information credibility
1 to 6, as in NATO AJP-2.1) and a date by which it is reviewed; an entry without them is refused.
``docs/lists.md`` describes the columns.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from tamiz.errors import InputError, ListError
from tamiz.intake.files import Form, form_of
from tamiz.intake.json import jsonl_values
from tamiz.intake.tables import table_rows
from tamiz.lists.dating import newest
from tamiz.lists.own_entry import TYPES, Entry, record_of
from tamiz.lists.source import ListProblem, Loss, Parsed, Report, Snapshot, Source
from tamiz.model import SourceRecord
from tamiz.normalise.text import clean

COLUMNS = (
    "id", "type", "name", "given_names", "family_names", "aliases", "weak_aliases", "code_names",
    "name_original", "birth_date", "birth_place", "sex", "nationalities", "passports",
    "national_numbers", "register_numbers", "phones", "emails", "handles", "addresses",
    "programmes", "linked_to", "position", "remarks", "listed_on", "purpose", "grading",
    "review_by",
)  # fmt: skip
NAMES = ("name", "family_names", "aliases", "code_names", "name_original")
NEEDED = ("purpose", "grading", "review_by")
_GRADING = re.compile(r"[A-F][1-6]\Z")


def source(name: str) -> Source:
    """The source ``own:NAME``."""
    return Source(
        key=f"own:{name}",
        title=f"Own list “{name}”",
        publisher=name,
        licence="your own",
        homepage="",
        downloads=(),
        stale_after_days=90,
    )


def parse(snapshot: Snapshot, report: Report) -> Parsed:
    """Entries of the list; the newest ``listed_on`` is its date."""
    path = snapshot.only_file()
    entries = list(_entries(path, report))
    records = list(_records(entries, snapshot.source, path, report))
    if not records:
        raise ListError(
            f"{path.name}: not one entry that can be used; each needs a name, "
            f"{', '.join(NEEDED)} (see docs/lists.md)"
        )
    listed = newest(record.listed_on for record in records)
    return Parsed(content_date=listed, records=iter(records))


def past_review(records: Iterable[SourceRecord], *, today: date) -> tuple[str, ...]:
    """Ids of the entries whose review date has passed: they are to be renewed or taken out."""
    return tuple(
        record.id
        for record in records
        if record.handling is not None and date.fromisoformat(record.handling.review_by) < today
    )


def _entries(path: Path, report: Report) -> Iterator[tuple[str, Entry]]:
    form = form_of(path)
    if form in {Form.JSONL, Form.JSON}:
        yield from _json_entries(path, report)
    elif form in {Form.CSV, Form.XLSX}:
        yield from _table_entries(path, report)
    else:
        raise ListError(f"{path.name}: {form.value}, expected CSV, XLSX or JSON Lines")


def _table_entries(path: Path, report: Report) -> Iterator[tuple[str, Entry]]:
    headings: list[str] = []
    for row in table_rows(path):
        where = f"line {row.number}"
        if row.problem:
            report(ListProblem(file=path.name, where=where, message=row.problem))
        elif not headings:
            headings = [clean(cell).casefold().replace(" ", "_") for cell in row.cells]
            _check_headings(headings, path)
        else:
            cells = zip(headings, row.cells, strict=False)
            yield where, {key: _values(cell) for key, cell in cells if cell.strip()}


def _check_headings(headings: list[str], path: Path) -> None:
    missing = [name for name in NEEDED if name not in headings]
    unknown = [name for name in headings if name and name not in COLUMNS]
    if missing or unknown:
        raise ListError(
            f"{path.name}: missing columns: {', '.join(missing) or 'none'}; columns that are not "
            f"understood: {', '.join(unknown) or 'none'} (see docs/lists.md)"
        )


def _json_entries(path: Path, report: Report) -> Iterator[tuple[str, Entry]]:
    for number, value, _ in jsonl_values(path):
        where = f"line {number}"
        if isinstance(value, InputError) or not isinstance(value, dict):
            message = str(value) if isinstance(value, InputError) else "expected an object"
            report(ListProblem(file=path.name, where=where, message=message))
            continue
        unknown = sorted(set(value) - set(COLUMNS))
        if unknown:
            message = f"keys that are not understood: {', '.join(unknown)}; entry left out"
            report(ListProblem(file=path.name, where=where, message=message))
            continue
        yield where, {key: _listed(found) for key, found in value.items() if found}


def _values(cell: str) -> list[str]:
    return [text for piece in cell.split(";") if (text := clean(piece))]


def _listed(value: object) -> list[str]:
    return [clean(str(one)) for one in (value if isinstance(value, list) else [value])]


def _records(
    entries: list[tuple[str, Entry]], key: str, path: Path, report: Report
) -> Iterator[SourceRecord]:
    seen: set[str] = set()
    for where, entry in entries:
        if problems := list(_problems(entry, seen)):
            message = "; ".join((*problems, "entry left out"))
            report(ListProblem(file=path.name, where=where, message=message))
            continue
        record = record_of(entry, key, where)
        if len(record.birth_dates) < len(entry.get("birth_date", [])):
            message = "a birth_date is no date; entry kept without it"
            report(ListProblem(file=path.name, where=where, message=message, loss=Loss.VALUE))
        seen.add(record.id)
        yield record


def _problems(entry: Entry, seen: set[str]) -> Iterator[str]:
    """Why an entry cannot be used, every reason at once."""
    if not any(entry.get(name) for name in NAMES):
        yield "no name"
    for name in NEEDED:
        if not entry.get(name):
            yield f"no {name}"
    grading = "".join(entry.get("grading", []))
    if grading and not _GRADING.match(grading):
        yield "grading is not A to F and 1 to 6, such as B2"
    review = "".join(entry.get("review_by", []))
    if review and not _is_date(review):
        yield "review_by is not a date (YYYY-MM-DD)"
    kind = " ".join(entry.get("type", [])).casefold()
    if kind and kind not in TYPES:
        yield f"type is none of {', '.join(sorted(TYPES))}"
    uid = "".join(entry.get("id", []))
    if uid in seen:
        yield "its id was given before"


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
