"""Data groups invented for tests."""

# After the specimen of Doc 9303-4, appendix A.
ZONE = (
    "P<D<<ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36D<<7408122F1204159ZE184226B<<<<<10",
)


def tlv(tag: int, content: bytes) -> bytes:
    """An element of an LDS file."""
    size = len(content)
    length = bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2)
    return tag.to_bytes((tag.bit_length() + 7) // 8) + length + content


def dg1(zone: tuple[str, ...] = ZONE) -> bytes:
    return tlv(0x61, tlv(0x5F1F, "".join(zone).encode()))


JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b0800a0007801011100ffd9")


def dg2(picture: bytes = JPEG, *, points: int = 1) -> bytes:
    """A portrait as ISO 19794-5:2005 has it, with some feature points."""
    face = points.to_bytes(2) + bytes(14) + bytes(8 * points) + bytes(12) + picture
    face = (len(face) + 4).to_bytes(4) + face
    block = b"FAC\x00010\x00" + (len(face) + 14).to_bytes(4) + b"\x00\x01" + face
    template = tlv(0x7F60, tlv(0xA1, tlv(0x81, b"\x02")) + tlv(0x5F2E, block))
    return tlv(0x75, tlv(0x7F61, tlv(0x02, b"\x01") + template))


def dg12(issued: str = "20200115") -> bytes:
    return tlv(0x6C, tlv(0x5C, bytes.fromhex("5f195f26")) + tlv(0x5F19, "УТОПІЯ".encode())
               + tlv(0x5F26, issued.encode()))  # fmt: skip


def dg11() -> bytes:
    names = tlv(0xA0, tlv(0x02, b"\x01") + tlv(0x5F0F, b"ERIKSSON<<ANN"))
    return tlv(0x6B, tlv(0x5C, bytes.fromhex("5f0ea05f2b5f11")) + tlv(0x5F0E, b"ERIKSSON<<ANNA")
               + names + tlv(0x5F2B, bytes.fromhex("19740812"))
               + tlv(0x5F11, "ZENITH<UTÖPIA".encode()))  # fmt: skip


GROUPS = {1: dg1(), 2: dg2()}
