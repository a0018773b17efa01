"""Kind and size of JPEG and JPEG 2000 pictures, from their first bytes; nothing is decoded."""

from enum import StrEnum

from tamiz.documents.chip import limits

_JPEG, _JP2, _CODESTREAM = b"\xff\xd8\xff", b"\0\0\0\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51"
# Start-of-frame markers (ITU-T T.81, table B.1): C0 to CF without DHT, JPG and DAC.
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class ImageKind(StrEnum):
    """What a picture is stored as."""

    JPEG = "jpeg"
    JPEG2000 = "jpeg2000"


def image_kind(data: bytes) -> ImageKind | None:
    """The kind that the first bytes tell; None if they tell none."""
    if data.startswith(_JPEG):
        return ImageKind.JPEG
    return ImageKind.JPEG2000 if data.startswith((_JP2, _CODESTREAM)) else None


def image_size(data: bytes) -> tuple[int, int] | None:
    """Width and height; None if the picture does not say them where it should."""
    if data.startswith(_JPEG):
        return _jpeg_size(data)
    if data.startswith(_CODESTREAM):
        return _codestream_size(data)
    # JP2: the codestream begins behind a few small boxes (ISO 15444-1, annex I).
    at = data.find(_CODESTREAM, 0, 1 << 12) if data.startswith(_JP2) else -1
    return _codestream_size(data[at:]) if at > 0 else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    for _ in range(limits.IMAGE_SEGMENTS):
        if len(data) < at + 9 or data[at] != 0xFF:  # noqa: PLR2004 - marker, length, 5 bytes of frame
            return None
        if data[at + 1] in _FRAMES:
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _codestream_size(data: bytes) -> tuple[int, int] | None:
    """SIZ: Xsiz and Ysiz less their offsets (ISO 15444-1, A.5.1)."""
    if len(data) < 24:  # noqa: PLR2004 - markers, length, capabilities, four sizes
        return None
    x, y, x0, y0 = (int.from_bytes(data[at : at + 4]) for at in range(8, 24, 4))
    return (x - x0, y - y0) if x > x0 and y > y0 else None
