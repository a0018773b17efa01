"""Every official form that a source reads, with a small sample written by hand in that form."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
from msgspec import Struct

from tamiz.lists.registry import source_module
from tamiz.lists.source import ListProblem, Snapshot
from tamiz.lists.update import Arrived
from tamiz.model import SourceRecord

SAMPLES = Path(__file__).parent / "samples"
NOW = datetime(2026, 11, 25, 10, 15, tzinfo=UTC)


class Form(Struct, frozen=True):
    """One form: the source, its files in ``samples``, and what is in them."""

    key: str
    files: tuple[str, ...]
    parties: int
    persons: int
    date: str

    @property
    def name(self) -> str:
        """How the form is called in a test's output."""
        return f"{self.key} {self.files[0]}"


DFAT = "dfat.xlsx"  # written by ``dfat_workbook``; the others lie in ``samples``
FORMS = (
    Form("us-ofac-sdn", ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"), 4, 2, ""),
    Form("us-ofac-sdn", ("sdn.xml",), 3, 1, "2026-11-24"),
    Form("us-ofac-sdn", ("sdn_enhanced.xml",), 2, 1, "2026-11-24"),
    Form("us-ofac-sdn", ("sdn_advanced.xml",), 2, 1, "2026-11-24"),
    Form("us-ofac-cons", ("sdn.xml",), 3, 1, "2026-11-24"),
    Form("us-ofac-cons", ("sdn.csv", "alt.csv"), 4, 2, ""),
    Form("un-sc", ("un.xml",), 4, 3, "2026-11-20"),
    Form("gb-fcdo", ("UK-Sanctions-List.xml",), 3, 1, "2026-11-20"),
    Form("gb-fcdo", ("UK-Sanctions-List.csv",), 3, 1, "2026-11-20"),
    Form("gb-ofsi", ("ConList.csv",), 2, 1, "2026-01-20"),
    Form("eu-fsf", ("eu.xml",), 2, 1, "2026-11-20"),
    Form("eu-fsf", ("eu.csv",), 2, 1, "2026-11-20"),
    Form("eu-fsf", ("eu_2018.csv",), 2, 1, "2018-07-04"),
    Form("au-dfat", (DFAT,), 3, 1, "2026-11-01"),
    Form("ca-sema", ("sema-lmes.xml",), 4, 2, "2025-11-01"),
    Form("ftm:test", ("entities.ftm.json",), 2, 1, "2026-11-20"),
    Form("own:test", ("own.csv",), 2, 1, "2026-11-02"),
    Form("own:test", ("own.jsonl",), 2, 1, "2026-11-02"),
)

_HEADINGS = (
    "Reference", "Name of Individual or Entity", "Type", "Name Type", "Alias Strength",
    "Date of Birth", "Place of Birth", "Citizenship", "Address", "Additional Information",
    "Listing Information", "IMO Number", "Committees", "Control Date",
    "Instrument of Designation", "Targeted Financial Sanction", "Travel Ban", "Arms Embargo",
    "Maritime Restriction",
)  # fmt: skip
_REMARKS = (
    "QDi.900. Title: na Designation: Trainer POB: Tunis, Tunisia Passport no: Tunisia number"
    " X0000017, issued in 2005 National identification no: Tunisia 00000017 Address: na"
)
_LISTED = "Listed on 23 September 2014 (amended on 1 Nov. 2016)"
_ROWS: tuple[tuple[object, ...], ...] = (
    (7001, "Omran Ficti Al-Nadir", "Individual", "Primary Name", None,
     "Approximately 1983_x000D_\n09/03/1984, 1986", "Tunis, Tunisia", "Tunisia",
     "Ariana, Tunisia (previous address)", _REMARKS, _LISTED, None, "1267/1989/2253",
     datetime(2026, 11, 1), "An instrument", True, True, True, False),  # noqa: DTZ001
    ("7001a", "عمران النادر", "Individual", "Original Script", None, "1984-03-09", "Tunis, Tunisia",
     "Tunisia", None, _REMARKS, _LISTED, None, "1267/1989/2253",
     datetime(2026, 10, 1), "An instrument", True, True, True, False),  # noqa: DTZ001
    ("7001b", "Talha", "Individual", "Alias", "Weak", "5 May 1987", None, "Tunisia", None, _REMARKS,
     _LISTED, None, "1267/1989/2253", datetime(2026, 10, 1), "An instrument",  # noqa: DTZ001
     True, True, True, False),
    ("7001c", "Omran Old (previously listed as)", "Individual", "Alias", "Strong", None, None,
     "Tunisia", None, _REMARKS, _LISTED, None, "1267/1989/2253",
     datetime(2026, 10, 1), "An instrument", True, True, True, False),  # noqa: DTZ001
    (7002, "Ficta Bank", "Entity", "Primary Name", None, None, None, None, "1 Quay, Libya", None,
     "Autonomous Sanctions Amendment 2022", None, "Autonomous (Ficta)",
     datetime(2026, 9, 1), "An instrument", True, False, False, False),  # noqa: DTZ001
    (7003, "Brigantine Nula", "Vessel", "Primary Name", None, None, None, None, None, None,
     "Designated under the Regulations on 18 June 2025.", 9000001, "Autonomous (Ficta)",
     datetime(2026, 9, 1), "An instrument", False, False, False, True),  # noqa: DTZ001
)  # fmt: skip


def dfat_workbook(path: Path, rows: Iterable[tuple[object, ...]] = _ROWS) -> Path:
    """Australia's form: one sheet, one row a name, dates as real dates or as text."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (_HEADINGS, *rows):
        sheet.append(list(row))
    workbook.save(path)
    return path


def files_of(form: Form, folder: Path) -> tuple[Path, ...]:
    """The files of a form; a workbook is written into ``folder``."""
    return tuple(
        dfat_workbook(folder / name) if name == DFAT else SAMPLES / name for name in form.files
    )


def read(
    key: str, files: tuple[Path, ...], problems: list[ListProblem] | None = None
) -> list[SourceRecord]:
    """The records of some files."""
    found: list[ListProblem] = [] if problems is None else problems
    parsed = source_module(key).parse(Snapshot(source=key, files=files), found.append)
    return list(parsed.records)


def sample(key: str, *names: str) -> dict[str, SourceRecord]:
    """The records of sample files by id."""
    return {record.id: record for record in read(key, tuple(SAMPLES / name for name in names))}


def arrived(*paths: Path) -> tuple[Arrived, ...]:
    """Files on their way into a store."""
    return tuple(Arrived(path=path, name=path.name) for path in paths)


def un(
    folder: Path, *, day: str = "2026-11-20", name: str = "OMRAN", entities: bool = True
) -> Path:
    """The UN sample of some day; without its one entity if so asked."""
    text = (SAMPLES / "un.xml").read_text(encoding="utf-8")
    text = text.replace("2026-11-20T", f"{day}T").replace(">OMRAN<", f">{name}<")
    if not entities:
        text = text[: text.index("<ENTITY>")] + text[text.index("</ENTITIES>") :]
    path = folder / "consolidated.xml"
    path.write_text(text, encoding="utf-8")
    return path
