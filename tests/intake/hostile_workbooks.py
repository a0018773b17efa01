"""Hostile workbooks, put together part by part."""

import struct
import zipfile  # noqa: TID251 - to build what the intake room must refuse
from collections.abc import Mapping
from functools import partial
from io import BytesIO

from intake.hostile_files import NOTED, READ, REFUSED, WARNED, Case

FILE = "applicants.xlsx"
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HIDDEN = ' state="hidden"'

ROWS = (("id", "name"), ("1", "Ann Moss"), ("2", "Bob Reyes"))


def cell(reference: str, text: str) -> str:
    """A cell of text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(*rows: tuple[str, ...], more: str = "") -> str:
    """The rows as a sheet; ``more`` stands behind them in the sheet's data."""
    lines = (
        f'<row r="{at}">{"".join(cell(f"{chr(65 + n)}{at}", text) for n, text in enumerate(row))}</row>'
        for at, row in enumerate(rows, start=1)
    )
    return f'<worksheet xmlns="{_SPREADSHEET}"><sheetData>{"".join(lines)}{more}</sheetData></worksheet>'


def parts(sheets: Mapping[str, str], *, hidden: frozenset[str] = frozenset()) -> dict[str, str]:
    """The parts of a workbook with these sheets."""
    names = list(sheets)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"{_HIDDEN if name in hidden else ""}/>'
        for at, name in enumerate(names, start=1)
    )
    related = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(names) + 1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        "</Relationships>",
        **{f"xl/worksheets/sheet{at}.xml": sheets[name] for at, name in enumerate(names, start=1)},
    }


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """An archive of these members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook(
    content: str = "", *, more: Mapping[str, str | bytes] | None = None, **sheets: str
) -> bytes:
    """A workbook with a sheet of this content, then further ones and further parts."""
    return packed({**parts({"People": content or sheet(*ROWS), **sheets}), **(more or {})})


def _hidden(*names: str, **sheets: str) -> bytes:
    return packed(parts(sheets, hidden=frozenset(names)))


def _many_members() -> bytes:
    return workbook(more={f"xl/media/{number}.txt": "" for number in range(1_200)})


def _large_directory() -> bytes:
    return packed({f"{'x' * 4_000}{number}": "" for number in range(300)})


def _changed(data: bytes, *, at: bytes, offset: int, to: bytes) -> bytes:
    """The archive with bytes at an offset from every such signature replaced."""
    changed, start = bytearray(data), 0
    while (start := data.find(at, start)) >= 0:
        changed[start + offset : start + offset + len(to)] = to
        start += 1
    return bytes(changed)


def _encrypted() -> bytes:
    return _changed(workbook(), at=b"PK\x01\x02", offset=8, to=b"\x01\0")


def _wrong_checksum() -> bytes:
    return _changed(workbook(), at=b"PK\x01\x02", offset=16, to=struct.pack("<I", 1))


def _zip64() -> bytes:
    data = workbook()
    at = data.rfind(b"PK\x05\x06")
    return data[:at] + b"PK\x06\x07" + bytes(16) + data[at:]


_BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
_FAR = sheet(*ROWS, more=f'<row r="1048576">{cell("XFD1048576", "x")}</row>')
_WIDE = sheet(*ROWS, more=f'<row r="4">{cell("ZZ4", "x")}</row>')
_FORMULA = sheet(
    *ROWS, more='<row r="4"><c r="A4"><v>3</v></c><c r="B4"><f>A1&amp;A2</f></c></row>'
)
_ERROR = sheet(("id", "name", "phone"), *ROWS[1:],
               more='<row r="4"><c r="C4" t="e"><v>#REF!</v></c></row>')  # fmt: skip
_INDEX = sheet(("id", "name"), more='<row r="2"><c r="B2" t="s"><v>999999</v></c></row>')
_OTHER = sheet(("id", "name"), ("9", "Cyd Vale"))

ARCHIVES = (
    Case("a workbook cut off half-way", lambda: workbook()[:700], REFUSED, "cut off", ()),
    Case("the first bytes of an archive only", b"PK\x03\x04", REFUSED, "cut off", ()),
    Case("spaces packed 1,000 to 1", lambda: workbook(more={"xl/media/a.txt": b" " * 50_000_000}),
         REFUSED, "ratio of unpacked to packed", ()),
    Case("more members than any workbook has", _many_members, REFUSED, "members of an archive", ()),
    Case("a table of contents of a megabyte", _large_directory, REFUSED, "table of contents", ()),
    Case("a member that leaves its folder", lambda: workbook(more={"../../evil.sh": "x"}), REFUSED,
         "leaves the archive", ()),
    Case("a member with an absolute path", lambda: workbook(more={"/etc/evil": "x"}), REFUSED,
         "leaves the archive", ()),
    Case("an archive within the archive", lambda: workbook(more={"xl/a.zip": workbook()}), REFUSED,
         "archive within", ()),
    Case("an archive within, under another name",
         lambda: workbook(more={"xl/media/a.txt": workbook()}), REFUSED, "archive within", ()),
    Case("members marked as encrypted", _encrypted, REFUSED, "password", ()),
    Case("members that do not match their checksums", _wrong_checksum, REFUSED, "damaged", ()),
    Case("a ZIP64 archive", _zip64, REFUSED, "ZIP64", ()),
    Case("an archive that is no workbook", lambda: packed({"word/document.xml": "<w/>"}), REFUSED,
         "without a workbook", ()),
    Case("a workbook without its sheet",
         lambda: packed({k: v for k, v in parts({"A": ""}).items() if "sheet1" not in k}), REFUSED,
         "not a workbook that can be read", ()),
)  # fmt: skip

SHEETS = (
    Case("entities that grow a thousandfold", lambda: workbook(_BOMB + sheet(*ROWS)), REFUSED,
         "document type", ()),
    Case("a sheet in UTF-16", lambda: workbook(more={"xl/worksheets/sheet1.xml":
         sheet(*ROWS).encode("utf-16")}), REFUSED, "not UTF-8", ()),
    Case("a sheet that is no XML", lambda: workbook("<worksheet><sheetData><row"), REFUSED,
         "applicants.xlsx", ()),
    Case("a cell in the last corner of a sheet", lambda: workbook(_FAR), REFUSED,
         "columns of a sheet", ()),
    Case("a cell in column 702", lambda: workbook(_WIDE), REFUSED, "columns of a sheet", ()),
    Case("a text that is not in the table of texts", lambda: workbook(_INDEX), REFUSED,
         "applicants.xlsx", ()),
    Case("a workbook without cells", lambda: workbook(sheet()), REFUSED, "none of the first", ()),
    Case("only hidden sheets", partial(_hidden, "A", A=sheet(*ROWS)), REFUSED, "no visible sheet",
         ()),
    Case("two sheets with applicants", lambda: workbook(More=_OTHER), WARNED,
         "only the sheet “People” is read; the sheet “More” is not"),
    Case("a hidden sheet", partial(_hidden, "A", A=_OTHER, People=sheet(*ROWS)), WARNED,
         "the hidden sheet “A” is not"),
    Case("a cover sheet before the applicants",
         partial(_hidden, Cover=sheet(("Call of", "2026"), ("for", "all")), People=sheet(*ROWS)),
         WARNED, "only the sheet “People” is read"),
    Case("a title above the headings", lambda: workbook(sheet(("Call 2026",), *ROWS)), WARNED,
         "above the headings in row 2, not read: row 1"),
    Case("a formula without its value", lambda: workbook(_FORMULA), "rejected", "name: no name",
         rows=(4,)),
    Case("a cell with an error", lambda: workbook(_ERROR), WARNED, "was not saved: C4"),
    Case("numbers where texts are meant",
         lambda: workbook(sheet(("id", "name", "phone"), more=
         '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>Ann Moss</t></is></c>'
         '<c r="C2"><v>5.2667E+11</v></c></row><row r="3"><c r="A3"><v>2.0</v></c>'
         '<c r="B3" t="inlineStr"><is><t>Bob Reyes</t></is></c></row>')), READ),
    Case("a name of override characters",
         lambda: workbook(sheet(ROWS[0], ("1", "Ann \u202essoM"), ROWS[2])), NOTED,
         "1: name:bidi_control"),
)  # fmt: skip

# Each made the reader ask for gigabytes, which ends the program.
_TEXTS = f'<sst xmlns="{_SPREADSHEET}" count="2" uniqueCount="{{}}"><si><t>x</t></si></sst>'
CLAIMS = (
    Case("a row number of 30 digits", lambda: _claim(f'<c r="A{"9" * 30}"><v>2</v></c>'), REFUSED,
         "a reference to one beyond all", ()),
    Case("a column of eleven letters", lambda: _claim(f'<c r="{"A" * 11}3"><v>2</v></c>'), REFUSED,
         "a reference to one beyond all", ()),
    Case("a reference without space before it", lambda: _claim('<c t="n"r="ZZZ3"><v>2</v></c>'),
         REFUSED, "columns of a sheet", ()),
    Case("a cell with a prefix", lambda: _claim(f"<{'x' * 50}:c><v>1</v></{'x' * 50}:c>" * 600),
         REFUSED, "columns of a sheet", ()),
    Case("a thousand spaces in a reference", lambda: _claim(f'<c r{" " * 1000}="A9"><v>1</v></c>'),
         REFUSED, "white space that hides", ()),
    Case("cells without references", lambda: _claim("<c><v>1</v></c>" * 600), REFUSED,
         "columns of a sheet", ()),
    Case("rows without references", lambda: workbook(sheet(*ROWS, more="<row/>" * 1_048_580)),
         REFUSED, "applicants.xlsx: found", ()),
    Case("a table of 99,999,999,999 texts", lambda: _texts("99999999999"), REFUSED,
         "a table for more", ()),
    Case("a table of texts with a plus sign", lambda: _texts("+9999999999999"), REFUSED,
         "a table for more", ()),
)  # fmt: skip


def _claim(cells: str) -> bytes:
    return workbook(sheet(*ROWS, more=f'<row r="4">{cells}</row>'))


def _texts(count: str) -> bytes:
    related = parts({"People": ""})["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rId9" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
    )
    more = {"xl/sharedStrings.xml": _TEXTS.format(count), "xl/_rels/workbook.xml.rels": related}
    return packed({**parts({"People": sheet(*ROWS)}), **more})


WORKBOOKS = tuple(
    Case(one.name, one.data, one.outcome, one.says, one.ids, one.rows, FILE)
    for one in (*ARCHIVES, *SHEETS, *CLAIMS)
)
