"""What a file says about its own making: for the examiner, never proof by itself."""

import hashlib
import re

from msgspec import Struct
from PIL import Image

MOST_TEXT = 200  # characters of a fact: a program's name is short, an attack is not
_SOFTWARE, _MAKER, _MODEL, _MODIFIED = 0x131, 0x10F, 0x110, 0x132  # EXIF 2.3, 4.6.4
_ORIENTATION = 0x112
_EXIF_FOLDER, _TAKEN = 0x8769, 0x9003
_XMP = {
    "software": re.compile(rb"CreatorTool(?:=\"|>)([^\"<]{1,200})"),
    "created": re.compile(rb"CreateDate(?:=\"|>)([^\"<]{1,40})"),
    "modified": re.compile(rb"ModifyDate(?:=\"|>)([^\"<]{1,40})"),
}


class FileFacts(Struct, frozen=True):
    """Texts as the file has them, empty where it has none; ``updates`` counts a PDF's savings."""

    software: str = ""
    device: str = ""
    created: str = ""
    modified: str = ""
    producer: str = ""
    updates: int = 0
    quantisation: str = ""  # SHA-256 of a JPEG's tables, the first 16 hex digits


def picture_facts(picture: Image.Image, data: bytes) -> FileFacts:
    """The facts of a JPEG, PNG or TIFF; EXIF before XMP. Unreadable EXIF counts as none.

    Raises what Pillow does where the picture itself is damaged: to ask a PNG for its EXIF reads
    its data, and a second time damaged data give an empty picture without an error.
    """
    picture.load()
    try:
        exif = picture.getexif()
        taken = exif.get_ifd(_EXIF_FOLDER).get(_TAKEN)
    except Exception:  # noqa: BLE001 - Pillow raises whatever a broken directory provokes
        exif, taken = Image.Exif(), None
    return FileFacts(
        software=_text(exif.get(_SOFTWARE)) or _xmp(data, "software"),
        device=" ".join(filter(None, (_text(exif.get(_MAKER)), _text(exif.get(_MODEL))))),
        created=_text(taken) or _xmp(data, "created"),
        modified=_text(exif.get(_MODIFIED)) or _xmp(data, "modified"),
        quantisation=_quantisation(picture),
    )


def orientation_of(picture: Image.Image) -> int:
    """EXIF's orientation, 1 (as stored) to 8; 1 where there is none that makes sense."""
    try:
        told = picture.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - as above
        return 1
    return told if isinstance(told, int) and told in range(1, 9) else 1


def pdf_facts(told: dict[str, str], data: bytes) -> FileFacts:
    """The facts of a PDF; more than one ``startxref`` means that it was saved again."""
    return FileFacts(
        software=_text(told.get("Creator")),
        created=_text(told.get("CreationDate")),
        modified=_text(told.get("ModDate")),
        producer=_text(told.get("Producer")),
        updates=data.count(b"startxref"),
    )


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    text = value if isinstance(value, str) else ""
    return "".join(sign for sign in text if sign.isprintable()).strip()[:MOST_TEXT]


def _xmp(data: bytes, what: str) -> str:
    found = _XMP[what].search(data)
    return _text(found[1].decode("utf-8", "replace")) if found else ""


def _quantisation(picture: Image.Image) -> str:
    tables = getattr(picture, "quantization", None)
    if not tables:
        return ""
    return hashlib.sha256(repr(sorted(tables.items())).encode()).hexdigest()[:16]
