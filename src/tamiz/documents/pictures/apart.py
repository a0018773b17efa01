"""Strangers' pictures read in a process apart, so that a hostile one takes nothing with it."""

import hashlib
import os
import subprocess
import sys
import time
from types import TracebackType
from typing import Self

import msgspec

from tamiz.documents.pictures.frames import Closed, TooSlow, receive, send
from tamiz.documents.pictures.ocr import is_installed
from tamiz.documents.pictures.picture import MOST_BYTES, PictureReading
from tamiz.documents.pictures.view import Views

MOST_SECONDS = 30.0  # by the clock for one file, waking the process (1 s) included
MORE_SECONDS = 120.0  # with RapidOCR, which takes 6 s a page at worst
MOST_ANSWER = 8_000_000  # bytes: 8 pages of barcodes are 400,000, shown anew 2 to 5 million
_COMMAND = (sys.executable, "-I", "-m", "tamiz.documents.pictures.child")


class _Lost(Exception):
    """The child was lost; the text says how: "timeout" or "crashed"."""


class _Apart:
    """One child process, which is replaced when it dies or is too slow."""

    def __init__(self, options: tuple[str, ...], most_seconds: float) -> None:
        self._options = options
        self._most_seconds = most_seconds
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def _ask(self, data: bytes) -> bytes:
        until = time.monotonic() + self._most_seconds
        try:
            into, out = self._pipes()
            send(into, data, until)
            return receive(out, until, MOST_ANSWER)
        except TooSlow as error:
            self._end()
            raise _Lost("timeout") from error
        except (Closed, OSError) as error:
            self._end()
            raise _Lost("crashed") from error

    def _pipes(self) -> tuple[int, int]:
        if self._child is None or self._child.poll() is not None:
            self._end()
            self._child = subprocess.Popen(  # noqa: S603 - our own module
                (*_COMMAND, *self._options),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
            )
        if self._child.stdin is None or self._child.stdout is None:
            raise Closed
        os.set_blocking(self._child.stdin.fileno(), False)
        return self._child.stdin.fileno(), self._child.stdout.fileno()

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()


class PictureReader(_Apart):
    """Reads many pictures in one child process, which is replaced when it dies or is too slow."""

    def __init__(self, *, most_seconds: float | None = None, with_faces: bool = False) -> None:
        """``with_faces`` needs the extra ``face``."""
        usual = MORE_SECONDS if with_faces or is_installed() else MOST_SECONDS
        super().__init__(
            ("--faces",) if with_faces else (), usual if most_seconds is None else most_seconds
        )

    def read(self, data: bytes) -> PictureReading:
        """What a file shows; ``problem`` is "timeout" or "crashed" where the child was lost."""
        digest = hashlib.sha256(data).hexdigest()
        if len(data) > MOST_BYTES:
            return PictureReading("", "too_large", digest)
        try:
            return msgspec.msgpack.decode(self._ask(data), type=PictureReading)
        except _Lost as lost:
            return PictureReading("", str(lost), digest)
        except msgspec.MsgspecError:
            self._end()
            return PictureReading("", "crashed", digest)


class PictureViewer(_Apart):
    """Makes pages of many files anew in one child process, as ``PictureReader`` reads them."""

    def __init__(self) -> None:
        super().__init__(("--views",), MOST_SECONDS)

    def views(self, data: bytes) -> Views:
        """The pages of a file as small JPEGs; ``problem`` says why there are none."""
        if len(data) > MOST_BYTES:
            return Views("too_large")
        try:
            return msgspec.msgpack.decode(self._ask(data), type=Views)
        except _Lost as lost:
            return Views(str(lost))
        except msgspec.MsgspecError:
            self._end()
            return Views("crashed")
