"""What was wrong with a dossier: collected, said together, never the end of the others."""

from msgspec import Struct


class Problem(Struct, frozen=True, kw_only=True):
    """One thing that is wrong: where (row, column) and what, without personal data."""

    row: int
    column: str
    message: str


NO_NAME = "no name: nothing to screen"


class Reject(Struct, frozen=True, kw_only=True):
    """A dossier that cannot be screened: its place, every reason, its original text."""

    file: str
    row: int
    problems: tuple[Problem, ...]
    original: str
