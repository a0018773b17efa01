"""DG2, the bearer's portrait (Doc 9303-10, 4.7.2; ISO/IEC 19794-5 and 39794-5)."""

from msgspec import Struct

from tamiz.documents.chip import limits
from tamiz.documents.chip.images import ImageKind, image_kind, image_size
from tamiz.documents.chip.tlv import Element, children, header, only
from tamiz.errors import ChipDataError

DG2_TAG = 0x75
_TEMPLATES, _TEMPLATE = 0x7F61, 0x7F60
_RECORD, _NESTED_RECORD = 0x5F2E, 0x7F2E  # ISO 19794-5 as one block, ISO 39794-5 as elements
_FACE, _VERSION = b"FAC\0", b"010\0"
# Lengths in ISO 19794-5, 5.4 to 5.7: file header, face information, feature point, image.
_HEADER, _INFORMATION, _POINT, _IMAGE = 14, 20, 8, 12


class Portrait(Struct, frozen=True, kw_only=True):
    """The picture as it lies in the file; sizes are 0 where the picture does not tell them."""

    kind: ImageKind
    data: bytes
    width: int
    height: int
    position: int  # in bytes from the start of DG2


def read_portrait(data: bytes, what: str = "DG2") -> Portrait:
    """The first portrait of DG2."""
    outer = only(data, DG2_TAG, what)
    templates = _inside(data, outer, _TEMPLATES, what)
    template = _inside(data, templates, _TEMPLATE, what)
    for record in children(data, template.start, template.stop or 0, what):
        if record.tag == _RECORD:
            return _portrait(data, *_in_block(data, record, what), what)
        if record.tag == _NESTED_RECORD:
            return _portrait(data, *_in_elements(data, record, what), what)
    raise ChipDataError(what, template.at, "holds no record of a face")


def _inside(data: bytes, outer: Element, tag: int, what: str) -> Element:
    for element in children(data, outer.start, outer.stop or 0, what):
        if element.tag == tag:
            return element
    raise ChipDataError(what, outer.at, f"lacks the element {tag:X}")


def _portrait(data: bytes, start: int, stop: int, what: str) -> Portrait:
    picture = data[start:stop]
    kind = image_kind(picture)
    if kind is None:
        raise ChipDataError(what, start, "the portrait is neither JPEG nor JPEG 2000")
    width, height = image_size(picture) or (0, 0)
    return Portrait(kind=kind, data=picture, width=width, height=height, position=start)


def _in_block(data: bytes, record: Element, what: str) -> tuple[int, int]:
    """Where the first picture of an ISO 19794-5:2005 block lies."""
    start, stop = record.start, record.stop or 0
    if (
        data[start : start + 8] != _FACE + _VERSION
        or stop - start < _HEADER + _INFORMATION + _IMAGE
    ):
        raise ChipDataError(what, start, "is no face record of ISO 19794-5:2005")
    face = start + _HEADER
    length = int.from_bytes(data[face : face + 4])
    points = int.from_bytes(data[face + 4 : face + 6])
    picture = face + _INFORMATION + points * _POINT + _IMAGE
    if points > limits.FEATURE_POINTS or not picture < face + length <= stop:
        raise ChipDataError(what, face, f"announces {length} bytes of face and {points} points")
    return picture, face + length


def _in_elements(data: bytes, record: Element, what: str) -> tuple[int, int]:
    """Where the first picture within the elements of ISO 39794-5 lies, whatever their tags."""
    waiting = [(record.start, record.stop or 0)]
    for _ in range(limits.ELEMENTS):
        if not waiting:
            break
        at, stop = waiting.pop()
        element = header(data, at, stop, what)
        if element.stop is None:
            raise ChipDataError(what, at, "has no length")
        if element.stop < stop:
            waiting.append((element.stop, stop))
        if element.is_constructed and element.stop > element.start:
            waiting.append((element.start, element.stop))
        elif image_kind(data[element.start : element.start + 16]):
            return element.start, element.stop
    raise ChipDataError(what, record.at, "holds no picture")
