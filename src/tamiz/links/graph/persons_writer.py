"""Counts what is usual and finds out who is one person: of many, in a process beside this one.

That is half of the work of taking a cohort in, and nothing of the other half waits for it.
"""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from tamiz.errors import TamizError
from tamiz.intake.orphans import end_with_parent
from tamiz.links.graph.forms import FormCounts
from tamiz.links.graph.letters import LetterCounts
from tamiz.links.graph.packed import Packed, apart, together
from tamiz.links.graph.same import write_same
from tamiz.links.graph.words import NameCounts
from tamiz.links.resolve import PeopleBuilder
from tamiz.model import Dossier
from tamiz.model.closing import Closing
from tamiz.model.uncollected import uncollected

MANY = 2_000  # applicants: fewer are resolved before another process has started
AT_ONCE = 250  # that are sent together, about half a megabyte
AHEAD = 8  # such pieces that may wait: bounds memory, where the other process is the slower one


class PersonsWriter(Closing):
    """What is written does not depend on which process does it."""

    def __init__(self, folder: Path, *, jobs: int) -> None:
        """Begin with nobody; ``words``, ``letters``, ``forms`` and ``same`` are written into the folder.

        ``jobs`` is the number of processes that may work.
        """
        self._folder = folder
        self._waiting: list[Packed] = []
        self._few = MANY if jobs > 1 else 0
        self._there: _Here | _Beside | None = None

    def add(self, packed: Packed) -> None:
        """Take in an applicant; TamizError if the other process died."""
        self._waiting.append(packed)
        if len(self._waiting) >= max(AT_ONCE, self._few):
            if self._there is None:
                self._there = _Beside() if self._few else _Here()
                self._few = 0
            self._pass_on(self._there)

    def begin(self) -> None:
        """Everybody was taken in: begin to write, beside what this process does meanwhile."""
        there = self._there = self._there or _Here()
        self._pass_on(there)
        there.write(self._folder)

    def finish(self) -> None:
        """Wait until it is written; TamizError if the other process died."""
        if self._there is not None:
            self._there.wait(0)

    def close(self) -> None:
        """Let the other process end."""
        if self._there is not None:
            self._there.close()

    def _pass_on(self, there: "_Here | _Beside") -> None:
        there.take_in(self._waiting)
        self._waiting = []


class _Here:
    """Does it at once, in this process."""

    def __init__(self) -> None:
        self._people = PeopleBuilder()
        self._names = NameCounts()
        self._letters = LetterCounts()
        self._forms = FormCounts()

    def take_in(self, some: list[Packed]) -> None:
        self.count([one.dossier for one in some])

    def count(self, dossiers: Sequence[Dossier]) -> None:
        """One thing of all in a row, then the next: the processor keeps at hand what it does it with."""
        for dossier in dossiers:
            self._people.add(dossier)
        for dossier in dossiers:
            self._names.add(dossier)
        for dossier in dossiers:
            self._letters.add(dossier.motivation)
        for dossier in dossiers:
            self._forms.add(dossier)

    def write(self, folder: Path) -> None:
        # Both are nearly all numpy, which lets another thread work: one core would wait else.
        with ThreadPoolExecutor(1) as beside:
            same = beside.submit(write_same, self._people, folder / "same")
            self._names.write(folder / "words")
            self._letters.write(folder / "letters")
            self._forms.write(folder / "forms")
            same.result()

    def wait(self, most: int) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is open."""


class _Beside:
    """Has it done by another process, in the same order."""

    def __init__(self) -> None:
        self._pool = ProcessPoolExecutor(1, get_context("spawn"), _start)
        self._sent: deque[Future[None]] = deque()

    def take_in(self, some: list[Packed]) -> None:
        self.wait(AHEAD)
        self._sent.append(self._pool.submit(_take_in, together(some)))

    def write(self, folder: Path) -> None:
        self._sent.append(self._pool.submit(_write, folder))

    def wait(self, most: int) -> None:
        """Until at most so many pieces wait."""
        try:
            while len(self._sent) > most:
                self._sent.popleft().result()
        except BrokenProcessPool as error:
            raise TamizError(
                "the process that compares applicants died, perhaps for want of memory; nothing "
                "was written. Try again with --jobs 1"
            ) from error

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)


_there: list[_Here] = []  # of the process beside


def _start() -> None:
    end_with_parent()
    _there[:] = [_Here()]


def _take_in(some: bytes) -> None:
    with uncollected():
        _there[0].count(apart(some))


def _write(folder: Path) -> None:
    _there[0].write(folder)
