"""DG1, the machine-readable zone in the chip (Doc 9303-10, 4.7.1)."""

from tamiz.documents.chip.tlv import children, only
from tamiz.errors import ChipDataError

DG1_TAG = 0x61
_ZONE_TAG = 0x5F1F
_LINES = {90: 30, 72: 36, 88: 44}  # characters of the whole zone, of a line: TD1, TD2, TD3


def read_zone(data: bytes, what: str = "DG1") -> tuple[str, ...]:
    """The lines of the zone."""
    outer = only(data, DG1_TAG, what)
    inner = list(children(data, outer.start, len(data), what))
    if len(inner) != 1 or inner[0].tag != _ZONE_TAG:
        raise ChipDataError(what, outer.start, "holds something else than a zone")
    start = inner[0].start
    raw = data[start:]
    width = _LINES.get(len(raw))
    if width is None or not raw.isascii():
        raise ChipDataError(what, start, f"holds {len(raw)} characters, or some beyond ASCII")
    text = raw.decode("ascii")
    return tuple(text[at : at + width] for at in range(0, len(text), width))


def issuing_state(zone: tuple[str, ...]) -> str:
    """The issuing State or organisation as every form of the zone has it: ``SLV``, ``D``."""
    return zone[0][2:5].rstrip("<")


def first_difference(one: str, other: str) -> int:
    """The index of the first character that differs; the shorter's length if it is a beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
