"""A large file of applicants is read in a process beside this one: while it reads, this one works.

What comes, and in which order, is what iterating over the cohort gives; errors as well.
"""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

import msgspec

from tamiz.errors import InputError, TamizError
from tamiz.intake.dossiers.cohort import Cohort
from tamiz.intake.dossiers.problems import Reject
from tamiz.intake.orphans import end_with_parent
from tamiz.model import Dossier
from tamiz.model.uncollected import uncollected

LARGE = 2 << 20  # bytes: a smaller file is read before another process has started
AT_ONCE = 250  # dossiers that come together, about a megabyte
AHEAD = 4  # such pieces that may wait: bounds memory, where this process is the slower one


_encode = msgspec.msgpack.Encoder().encode
# A reject comes in a list of its own, so that the two can be told apart.
_decode = msgspec.msgpack.Decoder(list[Dossier | tuple[Reject]]).decode
_reading: list[Iterator[Dossier | Reject]] = []  # of the process beside: the one file it reads


def read_ahead(cohort: Cohort, *, jobs: int) -> Iterator[Dossier | Reject]:
    """The applicants of a file, read beside this process if it is large and ``jobs`` allow two.

    Raises:
        TamizError: what reading the file raises, or the other process died.
    """
    is_large = cohort.path.stat().st_size >= LARGE
    return beside(cohort) if jobs > 1 and is_large and cohort.may_be_sent else iter(cohort)


def beside(cohort: Cohort) -> Iterator[Dossier | Reject]:
    """The applicants of a file, read by another process."""
    with ProcessPoolExecutor(1, get_context("spawn"), _start, (cohort,)) as pool:
        waiting: deque[Future[bytes]] = deque(pool.submit(_next) for _ in range(AHEAD))
        try:
            while rows := _unpacked(waiting.popleft().result()):
                waiting.append(pool.submit(_next))
                for row in rows:
                    yield row if isinstance(row, Dossier) else row[0]
        except BrokenProcessPool as error:
            raise TamizError(
                f"{cohort.path.name}: the process that read it died, perhaps for want of memory. "
                "Try again with --jobs 1"
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _unpacked(data: bytes) -> list[Dossier | tuple[Reject]]:
    with uncollected():
        return _decode(data)


def _start(cohort: Cohort) -> None:
    end_with_parent()
    _reading[:] = [iter(cohort)]


def _next() -> bytes:
    """The next rows; none at the end of the file."""
    try:
        with uncollected():
            found = list(islice(_reading[0], AT_ONCE))
    except InputError as error:  # as text: not every error can be sent to another process
        raise InputError(str(error)) from None
    return _encode([(one,) if isinstance(one, Reject) else one for one in found])
