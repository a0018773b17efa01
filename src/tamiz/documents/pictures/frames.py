"""Messages over a pipe: a length of four bytes, then as many bytes, within a time."""

import os
import select
import time

LENGTH = 4


class Closed(Exception):
    """The other end is gone."""


class TooSlow(Exception):
    """The time was over first."""


def send(pipe: int, data: bytes, until: float) -> None:
    """Write a message before ``until`` (monotonic seconds) to a pipe that does not block."""
    left = memoryview(len(data).to_bytes(LENGTH, "big") + data)
    while left:
        _wait([], [pipe], until)
        try:
            left = left[os.write(pipe, left) :]
        except BlockingIOError:
            continue
        except BrokenPipeError as error:
            raise Closed from error


def receive(pipe: int, until: float, most: int) -> bytes:
    """Read a message of at most ``most`` bytes before ``until``."""
    size = int.from_bytes(_exactly(pipe, LENGTH, until), "big")
    if size > most:
        raise Closed
    return _exactly(pipe, size, until)


def _exactly(pipe: int, size: int, until: float) -> bytes:
    found = bytearray()
    while len(found) < size:
        _wait([pipe], [], until)
        part = os.read(pipe, size - len(found))
        if not part:
            raise Closed
        found += part
    return bytes(found)


def _wait(reading: list[int], writing: list[int], until: float) -> None:
    if not any(select.select(reading, writing, [], max(0.0, until - time.monotonic()))):
        raise TooSlow
