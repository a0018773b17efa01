"""OFAC's CSV quartet: SDN, ALT, ADD and SDN_COMMENTS (or CONS_PRIM and its kin).

The files may come in any order, with or without a header line (OFAC publishes them without, its
older copies have one); which is which is told from the shape of their rows. ``-0-`` means
nothing. Remarks longer than 1,000 characters go on in the comments file (data specification,
"SDN_COMMENTS").
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tamiz.errors import ListError
from tamiz.intake.tables import Row, csv_rows
from tamiz.lists.ofac_remarks import NOTHING, read_remarks
from tamiz.lists.ofac_terms import PARTY_TYPES, alias_kind, programmes
from tamiz.lists.source import ListProblem, Loss, Report, Snapshot
from tamiz.model import Address, Name, NamePart, PartyType, SourceRecord
from tamiz.normalise.countries import country_code
from tamiz.normalise.names import split_family_first
from tamiz.normalise.text import clean

PRIMARY_COLUMNS = 12
ALIAS_COLUMNS = 5  # the addresses have six
# Files that may be missing: name, prefixed by that of the list, and what the list then lacks.
_OTHERS = {
    "aliases": ("ALT.CSV", "the list has no strong aliases", Loss.PART),
    "addresses": ("ADD.CSV", "the list has no addresses", Loss.VALUE),
    "comments": ("COMMENTS.CSV", "remarks longer than 1,000 characters are cut off", Loss.VALUE),
}
_END = "\x1a"  # DOS end of file, still the last line of OFAC's files


def read_quartet(snapshot: Snapshot, source: str, report: Report) -> Iterator[SourceRecord]:
    """The records of a quartet, in the order of the primary file."""
    parts = _sort_out(snapshot.files)
    if "primary" not in parts:
        names = ", ".join(path.name for path in snapshot.files)
        raise ListError(
            f"{source}: found {names}, but not the primary file (SDN.CSV or CONS_PRIM.CSV, "
            f"{PRIMARY_COLUMNS} columns); import it together with the others",
        )
    for problem in _missing(parts, source):
        report(problem)
    aliases = _grouped(parts.get("aliases"), report)
    addresses = _grouped(parts.get("addresses"), report)
    comments = _grouped(parts.get("comments"), report)
    for row in _rows(parts["primary"], report):
        number = row.cells[0].strip()
        record = _record(
            row,
            source,
            aliases.get(number, []),
            addresses.get(number, []),
            comments.get(number, []),
        )
        if record is None:
            report(
                ListProblem(
                    file=parts["primary"].name,
                    where=f"line {row.number}",
                    message="a party without a name; left out",
                )
            )
        else:
            yield record


def _missing(parts: dict[str, Path], source: str) -> Iterator[ListProblem]:
    """What the list lacks because a file of the quartet was not given."""
    for part, (name, lack, loss) in _OTHERS.items():
        if part not in parts:
            message = f"missing, so {lack}; import it with the others"
            yield ListProblem(file=_file_name(name, source), where="", message=message, loss=loss)


def _file_name(name: str, source: str) -> str:
    if source.endswith("-cons"):
        return f"CONS_{name}"
    return f"SDN_{name}" if name == "COMMENTS.CSV" else name


def _sort_out(files: tuple[Path, ...]) -> dict[str, Path]:
    """Which file is which, from the first rows that begin with a number."""
    found: dict[str, Path] = {}
    for path in files:
        rows = [row for row in islice(csv_rows(path, delimiter=","), 5) if _is_data(row)]
        part, _ = Counter(map(_part, rows)).most_common(1)[0] if rows else ("", 0)
        if not part:
            raise ListError(f"{path.name}: no lines of numbers and columns; not an OFAC file")
        if part in found:
            raise ListError(
                f"{path.name}: {found[part].name} holds the {part} already; give one file of each"
            )
        found[part] = path
    return found


def _part(row: Row) -> str:
    """Which file a row belongs to, from its shape; empty if to none."""
    cells = row.cells
    if len(cells) >= PRIMARY_COLUMNS:
        return "primary"
    if len(cells) == 2:  # noqa: PLR2004 - number and text
        return "comments"
    if len(cells) < ALIAS_COLUMNS:
        return ""
    return "aliases" if cells[2].strip().lower() in {"aka", "fka", "nka"} else "addresses"


def _is_data(row: Row) -> bool:
    return bool(row.cells) and row.cells[0].strip().isdigit()


def _rows(path: Path, report: Report) -> Iterator[Row]:
    for row in csv_rows(path, encoding=None, delimiter=","):
        if _is_data(row):
            yield row
        elif row.problem and row.original.strip(_END):
            report(ListProblem(file=path.name, where=f"line {row.number}", message=row.problem))


def _grouped(path: Path | None, report: Report) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in _rows(path, report) if path is not None else ():
        groups.setdefault(row.cells[0].strip(), []).append(row)
    return groups


def _cell(row: Row, at: int) -> str:
    text = clean(row.cells[at]) if at < len(row.cells) else ""
    return "" if text == NOTHING else text


def _record(
    row: Row,
    source: str,
    aliases: list[Row],
    addresses: list[Row],
    comments: list[Row],
) -> SourceRecord | None:
    name = _cell(row, 1)
    if not name:
        return None
    party = PARTY_TYPES.get(_cell(row, 2).casefold(), PartyType.ORGANISATION)
    raw = _cell(row, 11) + "".join(_cell(comment, 1) for comment in comments)
    remarks = read_remarks(raw)
    others = [_alias(alias, party) for alias in aliases if _cell(alias, 3)]
    return SourceRecord(
        source=source,
        id=_cell(row, 0),
        type=party,
        names=(named(name, party), *others, *remarks.names),
        birth_dates=remarks.birth_dates,
        birth_places=remarks.birth_places,
        sex=remarks.sex,
        nationalities=remarks.nationalities,
        identifiers=remarks.identifiers,
        contacts=remarks.contacts,
        links=remarks.links,
        addresses=tuple(_addresses(addresses)),
        programmes=programmes(_cell(row, 3)),
        position=_cell(row, 4),
        raw=raw,
    )


def named(text: str, party: PartyType) -> Name:
    """A primary name; a person's stands family name first, with a comma."""
    parts: tuple[NamePart, ...] = split_family_first(text) if party is PartyType.PERSON else ()
    return Name(text=text, parts=parts, field="SDN_Name")


def _alias(row: Row, party: PartyType) -> Name:
    text, kind = _cell(row, 3), _cell(row, 2)
    parts = split_family_first(text) if party is PartyType.PERSON else ()
    is_weak = "weak" in _cell(row, 4).casefold()
    return Name(text=text, kind=alias_kind(kind, is_weak=is_weak), parts=parts, field="alt_name")


def _addresses(rows: list[Row]) -> Iterator[Address]:
    for row in rows:
        pieces = [_cell(row, at) for at in (2, 3, 4)]
        text = ", ".join(piece for piece in pieces if piece)
        if text:
            yield Address(text=text, country=country_code(pieces[2]), field="address")
