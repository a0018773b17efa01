"""Dossiers of a cohort on disk, in pieces that workers can take: read once, screened in parallel."""

from pathlib import Path

import msgspec
from msgspec import Struct

from tamiz.model import Dossier

PER_PIECE = 250  # dossiers: about a tenth of a second of work, half a megabyte

_decoder = msgspec.msgpack.Decoder(tuple[Dossier, ...])


class Piece(Struct, frozen=True):
    """Some dossiers in a row: where they lie in the file."""

    offset: int
    size: int


class Spool:
    """Writes dossiers to a file; ``pieces`` says where, once ``finish`` was called."""

    def __init__(self, path: Path) -> None:
        """Begin an empty file that only its owner may read: it holds personal data."""
        self.path = path
        path.touch(mode=0o600)
        self._file = path.open("wb")
        self._waiting: list[Dossier] = []
        self.pieces: list[Piece] = []
        self.count = 0

    def add(self, dossier: Dossier) -> None:
        """Take in one dossier."""
        self._waiting.append(dossier)
        self.count += 1
        if len(self._waiting) == PER_PIECE:
            self._write()

    def finish(self) -> None:
        """Write what is left and close the file."""
        if self._waiting:
            self._write()
        self._file.close()

    def _write(self) -> None:
        data = msgspec.msgpack.encode(self._waiting)
        self.pieces.append(Piece(self._file.tell(), len(data)))
        self._file.write(data)
        self._waiting.clear()


def read_piece(path: Path, piece: Piece) -> tuple[Dossier, ...]:
    """The dossiers of a piece."""
    with path.open("rb") as file:
        file.seek(piece.offset)
        return _decoder.decode(file.read(piece.size))
