"""Tags, lengths and values (ISO 8825-1) with every length held against what is there.

Nothing recurses, nothing is copied before its length is known to be true, and nothing else than
``ChipDataError`` leaves this file. asn1crypto reads a structure only after ``scan`` has seen it.
"""

from collections.abc import Iterator

from msgspec import Struct

from tamiz.documents.chip import limits
from tamiz.errors import ChipDataError

_CONSTRUCTED = 0x20
_MORE = 0x1F  # in a tag's first byte: further bytes follow
_LONG = 0x80


class Element(Struct, frozen=True):
    """An element: its tag as written (0x5F1F), where it starts, and where its content lies.

    ``stop`` is None for the indefinite form, whose end only its children tell.
    """

    tag: int
    at: int
    start: int
    stop: int | None
    is_constructed: bool


def header(data: bytes, at: int, end: int, what: str) -> Element:
    """The element that starts at ``at`` and must end by ``end``."""
    tag, start = _tag(data, at, end, what)
    constructed = bool(data[at] & _CONSTRUCTED)
    length, start = _length(data, start, end, what)
    if length is None:
        if not constructed:
            raise ChipDataError(what, at, "a primitive element has no length")
        return Element(tag, at, start, None, constructed)
    if length > end - start:
        raise ChipDataError(what, at, f"{length} bytes are announced, {end - start} are there")
    return Element(tag, at, start, start + length, constructed)


def _tag(data: bytes, at: int, end: int, what: str) -> tuple[int, int]:
    if at >= end:
        raise ChipDataError(what, at, "ends where an element is expected")
    first = data[at]
    if first & _MORE != _MORE:
        return first, at + 1
    for stop in range(at + 2, min(at + limits.TAG_OCTETS, end) + 1):
        if not data[stop - 1] & _LONG:
            return int.from_bytes(data[at:stop]), stop
    raise ChipDataError(what, at, "a tag is cut off or too long")


def _length(data: bytes, at: int, end: int, what: str) -> tuple[int | None, int]:
    if at >= end:
        raise ChipDataError(what, at, "ends where a length is expected")
    first = data[at]
    if first < _LONG:
        return first, at + 1
    if first == _LONG:
        return None, at + 1
    octets = first - _LONG
    if octets > limits.LENGTH_OCTETS or at + 1 + octets > end:
        raise ChipDataError(what, at, f"a length of {octets} bytes is cut off or too long")
    return int.from_bytes(data[at + 1 : at + 1 + octets]), at + 1 + octets


def scan(data: bytes, what: str, *, most: int) -> None:
    """Nothing if ``data`` is one element that is whole, bounded and ends where the data ends."""
    if len(data) > most:
        raise ChipDataError(what, most, f"has {len(data)} bytes, at most {most} are read")
    at, count = 0, 0
    stack: list[
        tuple[int, bool]
    ] = []  # where each open element must end; whether it says so itself
    while stack or not count:
        end, definite = stack[-1] if stack else (len(data), True)
        if count and (ended := _ended(data, at, end, definite=definite)):
            at += ended - 1
            stack.pop()
            continue
        element = header(data, at, end, what)
        count += 1
        if count > limits.ELEMENTS or len(stack) > limits.NESTING:
            raise ChipDataError(what, at, "has more elements or levels than any real file")
        at = element.start
        if element.is_constructed:
            stack.append((end if element.stop is None else element.stop, element.stop is not None))
        elif element.stop is not None:
            at = element.stop
            if at - element.start > limits.LONGEST.get(element.tag, at):
                raise ChipDataError(what, element.at, "a number or identifier is too long")
    if at != len(data):
        raise ChipDataError(what, at, f"{len(data) - at} bytes follow after the end")


def _ended(data: bytes, at: int, end: int, *, definite: bool) -> int:
    """0 if an element is still open at ``at``; else 1 plus the length of its end mark."""
    if definite:
        return int(at == end)
    return 3 if data[at : at + 2] == b"\0\0" and at + 2 <= end else 0


def children(data: bytes, start: int, stop: int, what: str) -> Iterator[Element]:
    """The elements between two positions, which they must fill; LDS files have definite lengths."""
    at, count = start, 0
    while at < stop:
        element = header(data, at, stop, what)
        count += 1
        if element.stop is None or count > limits.ELEMENTS:
            raise ChipDataError(what, at, "has no length, or too many elements before it")
        yield element
        at = element.stop


def content(data: bytes, element: Element) -> bytes:
    """What stands inside an element of definite length."""
    return data[element.start : element.stop]


def only(data: bytes, tag: int, what: str, *, most: int = limits.GROUP_BYTES) -> Element:
    """The one element that a file consists of; its tag must be ``tag``."""
    if len(data) > most:
        raise ChipDataError(what, most, f"has {len(data)} bytes, at most {most} are read")
    element = header(data, 0, len(data), what)
    if element.tag != tag:
        raise ChipDataError(what, 0, f"starts with tag {element.tag:02X}, not {tag:02X}")
    if element.stop != len(data):
        at = element.stop or 0
        raise ChipDataError(what, at, f"{len(data) - at} bytes follow after the end")
    return element
