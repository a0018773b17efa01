"""DG11 and DG12: further details of the bearer and of the document (Doc 9303-10, 4.7.11, 4.7.12)."""

from msgspec import Struct

from tamiz.documents.chip.images import ImageKind, image_kind
from tamiz.documents.chip.tlv import Element, children, content, only

DG11_TAG, DG12_TAG = 0x6B, 0x6C
_TAG_LIST, _COUNT = 0x5C, 0x02
_GROUPED = 0xA0  # several values of one kind: other names, other persons

# Tags and what they hold. Where the text is a date it is given as YYYYMMDD, whichever way it is
# stored (BCD or ASCII: both occur).
DG11_FIELDS = (
    (0x5F0E, "full_name"),
    (0x5F0F, "other_name"),
    (0x5F10, "personal_number"),
    (0x5F2B, "birth_date"),
    (0x5F11, "place_of_birth"),
    (0x5F42, "address"),
    (0x5F12, "telephone"),
    (0x5F13, "profession"),
    (0x5F14, "title"),
    (0x5F15, "personal_summary"),
    (0x5F16, "proof_of_citizenship"),
    (0x5F17, "other_document_numbers"),
    (0x5F18, "custody"),
)
DG12_FIELDS = (
    (0x5F19, "issuing_authority"),
    (0x5F26, "issue_date"),
    (0x5F1A, "other_person"),
    (0x5F1B, "endorsements"),
    (0x5F1C, "tax_exit_requirements"),
    (0x5F1D, "image_of_front"),
    (0x5F1E, "image_of_rear"),
    (0x5F55, "personalised_at"),
    (0x5F56, "personalisation_system"),
)
_DATES = {"birth_date": 8, "issue_date": 8, "personalised_at": 14}  # digits
_IMAGES = {"proof_of_citizenship", "image_of_front", "image_of_rear"}


class Field(Struct, frozen=True, kw_only=True):
    """One value as the chip has it; names keep ``<`` as in the zone. Images have no text."""

    name: str
    text: str
    position: int  # of the value, in bytes from the start of the file
    tag: int
    image: bytes = b""
    image_kind: ImageKind | None = None


def read_person(data: bytes, what: str = "DG11") -> tuple[Field, ...]:
    """The fields of DG11, in the file's order."""
    return _read(data, DG11_TAG, dict(DG11_FIELDS), what)


def read_document(data: bytes, what: str = "DG12") -> tuple[Field, ...]:
    """The fields of DG12, in the file's order."""
    return _read(data, DG12_TAG, dict(DG12_FIELDS), what)


def text_of(fields: tuple[Field, ...], name: str) -> str:
    """The text of the first field of a name; empty if there is none."""
    return next((field.text for field in fields if field.name == name), "")


def _read(data: bytes, tag: int, names: dict[int, str], what: str) -> tuple[Field, ...]:
    outer = only(data, tag, what)
    fields: list[Field] = []
    for element in children(data, outer.start, len(data), what):
        inner = [element]
        if element.tag == _GROUPED:
            inner = list(children(data, element.start, element.stop or 0, what))
        fields += [_field(data, one, names) for one in inner if one.tag not in {_TAG_LIST, _COUNT}]
    return tuple(fields)


def _field(data: bytes, element: Element, names: dict[int, str]) -> Field:
    name = names.get(element.tag, "unknown")
    raw = content(data, element)
    is_image = name in _IMAGES
    return Field(
        name=name,
        text="" if is_image else _text(raw, _DATES.get(name, 0)),
        position=element.start,
        tag=element.tag,
        image=raw if is_image else b"",
        image_kind=image_kind(raw) if is_image else None,
    )


def _text(raw: bytes, digits: int) -> str:
    """UTF-8; where that is none, Latin-1, in which every byte is a letter of some kind."""
    if digits and len(raw) * 2 == digits:
        return raw.hex()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
