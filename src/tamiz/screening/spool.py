"""Dossiers of a cohort on disk with what their files show, in pieces that workers can take.

Everything is read once and screened in parallel.
"""

from pathlib import Path

import msgspec
from msgspec import Struct

from tamiz.intake.evidence_files import Brought

PER_PIECE = 250  # dossiers: about a tenth of a second of work, half a megabyte
PIECE_BYTES = 16 << 20  # of chips' files, after which a piece ends: it is held in memory whole

_decoder = msgspec.msgpack.Decoder(tuple[Brought, ...])


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
        self._waiting: list[Brought] = []
        self._bytes = 0
        self.pieces: list[Piece] = []
        self.count = 0

    def add(self, brought: Brought) -> None:
        """Take in one dossier with its files."""
        self._waiting.append(brought)
        self._bytes += sum(len(file.chip) for file in brought.files)
        self.count += 1
        if len(self._waiting) == PER_PIECE or self._bytes > PIECE_BYTES:
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
        self._bytes = 0


def read_piece(path: Path, piece: Piece) -> tuple[Brought, ...]:
    """The dossiers of a piece, with their files."""
    with path.open("rb") as file:
        file.seek(piece.offset)
        return _decoder.decode(file.read(piece.size))
