"""A hostile input about a document, and what is answered to it."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from tamiz.documents.pictures import PictureReader


class Kind(StrEnum):
    """The plain answers; what is read may still be clear or not as a whole."""

    READ = "read"
    VERIFIED = "verified"
    CLEAR = "clear"
    DOUBTFUL = "doubtful"  # read, and told what is odd
    REFUSED = "refused"
    NOT_A_ZONE = "not a zone"
    CONCERN = "concern"
    INDETERMINATE = "indeterminate"
    FAILED = "failed"
    NOT_VERIFIABLE = "not verifiable"


class Desk(NamedTuple):
    """What answering needs: the child process for pictures, and a folder to write in."""

    reader: PictureReader
    folder: Path


class Answer(NamedTuple):
    """The kind, what was said, and the queue of a dossier that holds the input."""

    kind: Kind
    says: str
    queue: str = ""


class Case(NamedTuple):
    """An input by its name, how it is answered, and which answers are right.

    ``says`` is a piece of what must be said. Cases that take seconds are not ``is_cheap``.
    """

    about: str
    name: str
    kinds: tuple[Kind, ...]
    ask: Callable[[Desk], Answer]
    says: str = ""
    is_cheap: bool = True


class Answered(NamedTuple):
    """An answer and how long it took."""

    answer: Answer
    seconds: float


def answered(case: Case, desk: Desk) -> Answered:
    """Ask; an exception that is not an answer is let through, as it is a fault of ours."""
    start = perf_counter()
    answer = case.ask(desk)
    return Answered(answer, perf_counter() - start)
