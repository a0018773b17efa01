"""What a file is, told from its content; its name is only a hint."""

from enum import StrEnum
from pathlib import Path

from tamiz.errors import InputError, LimitExceeded
from tamiz.intake import limits
from tamiz.intake.encodings import utf16_without_mark

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Office files, and new ones with a password
# First bytes of what people send in place of a table, and what it is called.
_STRANGERS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x1f\x8b", "a packed file (gzip); unpack it first"),
    (b"7z\xbc\xaf", "a packed file (7z); unpack it first"),
    (b"Rar!", "a packed file (RAR); unpack it first"),
)

# Control characters up to this many, or this share, are faults of a row, not of the file.
_FEW_CONTROLS, _SMALL_SHARE = 8, 0.02


class Form(StrEnum):
    """The forms that this room reads."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"
    XML = "xml"
    HTML = "html"


def form_of(path: Path) -> Form:
    """The form of a file by its first bytes; InputError for what no reader here can read."""
    head = start_of(path)
    stripped = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not stripped:
        raise InputError(f"{path.name}: the file is empty; send it again")
    if head.startswith(_OLE):
        raise InputError(
            f"{path.name}: an old or password-protected Office file; "
            "save it as .xlsx without a password",
        )
    for start, what in _STRANGERS:
        if head.startswith(start):
            raise InputError(f"{path.name}: {what}; expected CSV, XLSX, JSON or JSON Lines")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Form.XLSX
    if stripped[:1] == b"<":
        return Form.HTML if _is_html(stripped) else Form.XML
    if stripped[:1] in b"{[":
        return _json_form(stripped, path)
    if _is_wide_json(head):
        return Form.JSON  # whose reader says that it must be UTF-8
    if _is_binary(head):
        raise InputError(
            f"{path.name}: not text, not a workbook; expected CSV, XLSX, JSON, JSON Lines or XML",
        )
    return Form.CSV


def start_of(path: Path) -> bytes:
    """The first bytes of a file; InputError if it cannot be read or is too large."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(limits.SNIFF_BYTES)
    except OSError as error:
        raise InputError(f"{path.name}: cannot be read: {error.strerror}") from error
    if size > limits.FILE_BYTES:
        raise LimitExceeded(
            "bytes in a file", allowed=limits.FILE_BYTES, found=size, where=path.name
        )
    return head


def _is_html(text: bytes) -> bool:
    start = text[:2000].lower()
    return b"<html" in start or b"<!doctype html" in start


def _is_wide_json(head: bytes) -> bool:
    """Whether a text in UTF-16 or UTF-32 begins like JSON."""
    start = head[:16].lstrip(b"\xff\xfe\0 \t\r\n")
    return start[:1] in {b"{", b"["} and b"\0" in start


def _json_form(text: bytes, path: Path) -> Form:
    """Whether JSON is one document or a document a line; a single line may be either."""
    if path.suffix.lower() in {".jsonl", ".ndjson"}:
        return Form.JSONL
    first, _, rest = text.partition(b"\n")
    is_object = first.startswith(b"{") and first.rstrip().endswith(b"}")
    return Form.JSONL if is_object and rest.lstrip().startswith(b"{") else Form.JSON


def _is_binary(head: bytes) -> bool:
    """Whether the bytes are no text in any encoding; UTF-16 has zeros in every second place."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or utf16_without_mark(head):
        return False
    control = sum(byte < 9 or 13 < byte < 32 for byte in head[:4096])  # noqa: PLR2004
    return control > max(_FEW_CONTROLS, _SMALL_SHARE * min(len(head), 4096))
