"""Screens the pieces of a cohort, in this process or in several; the order stays the file's.

What leaves a worker is what ``render`` makes of its assessments, so that the work of writing
results out is shared as well. Results do not depend on the number of workers: each dossier is
assessed by itself, and pieces are handed on in the order of the file.
"""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from tamiz.errors import TamizError
from tamiz.intake.orphans import end_with_parent
from tamiz.model import Assessment
from tamiz.model.uncollected import uncollected
from tamiz.screening.screener import Screener, Setup
from tamiz.screening.spool import Piece, Spool, read_piece

AHEAD = 3  # pieces a worker that may be finished before their turn: bounds what waits in memory

Rendered = TypeVar("Rendered")
Render = Callable[[tuple[Assessment, ...]], Rendered]

_screeners: list[Screener] = []  # of this worker process: one, opened when the worker starts


def screen_spool(
    spool: Spool, setup: Setup, render: Render[Rendered], *, jobs: int
) -> Iterator[Rendered]:
    """What ``render`` makes of each piece, in the order of the pieces.

    Args:
        spool: the finished spool.
        setup: what to screen with.
        render: a function of a module, which other processes can find by its name.
        jobs: how many processes screen; 1 means this one.

    Raises:
        TamizError: a worker died (usually for want of memory).
    """
    if jobs == 1 or len(spool.pieces) == 1:
        with Screener(setup) as screener:
            for piece in spool.pieces:
                yield _assessed(screener, spool.path, piece, render)
        return
    # Workers start fresh: what this process holds (a progress bar's thread, open files) is not
    # copied into them half-way.
    with ProcessPoolExecutor(
        max_workers=jobs,
        mp_context=get_context("spawn"),
        initializer=_start,
        initargs=(setup,),
    ) as pool:
        try:
            yield from _in_order(pool, spool, render, ahead=AHEAD * jobs)
        except BrokenProcessPool as error:
            raise TamizError(
                "a worker process died, perhaps for want of memory; nothing was written. "
                "Try again with --jobs 1"
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, spool: Spool, render: Render[Rendered], *, ahead: int
) -> Iterator[Rendered]:
    waiting: deque[Future[Rendered]] = deque()
    for piece in spool.pieces:
        waiting.append(pool.submit(_work, spool.path, piece, render))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _start(setup: Setup) -> None:
    end_with_parent()
    _screeners[:] = [Screener(setup)]


def _work(path: Path, piece: Piece, render: Render[Rendered]) -> Rendered:
    return _assessed(_screeners[0], path, piece, render)


def _assessed(screener: Screener, path: Path, piece: Piece, render: Render[Rendered]) -> Rendered:
    """A piece makes many small values that live until it is written out, and no cycles."""
    with uncollected():
        return render(tuple(screener.assess_all(read_piece(path, piece))))
