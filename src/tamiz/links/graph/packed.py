"""A dossier with its bytes, packed once: for the roster, and for the process beside."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from tamiz.model import Dossier

_encode = msgspec.msgpack.Encoder().encode
_decoder = msgspec.msgpack.Decoder(Dossier)
_decode_several = msgspec.msgpack.Decoder(list[Dossier]).decode

unpack = _decoder.decode


class Packed(NamedTuple):
    """A dossier, and the same in MessagePack."""

    dossier: Dossier
    data: bytes


def pack(dossier: Dossier) -> Packed:
    """A dossier with its bytes."""
    return Packed(dossier, _encode(dossier))


def together(some: Iterable[Packed]) -> bytes:
    """Several as one list."""
    return _encode([msgspec.Raw(one.data) for one in some])


def apart(data: bytes) -> list[Dossier]:
    """The dossiers of such a list."""
    return _decode_several(data)
