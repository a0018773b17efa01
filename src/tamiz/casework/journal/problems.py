"""What can be wrong with an export, and what is said of it as a whole."""

from enum import StrEnum

from msgspec import Struct


class ProblemKind(StrEnum):
    """What is wrong with a line; ``audit.problem.KIND`` says it to people."""

    NO_HEADER = "no_header"
    HEADER_CHANGED = "header_changed"
    NO_ENTRY = "no_entry"
    CHANGED = "changed"
    MISSING = "missing"
    INSERTED = "inserted"
    MISPLACED = "misplaced"
    CLOCK = "clock"
    NO_FOOTER = "no_footer"
    FOOTER_CHANGED = "footer_changed"
    AFTER_FOOTER = "after_footer"
    HEAD_MISSING = "head_missing"


class Problem(Struct, frozen=True, kw_only=True):
    """One thing that is wrong: at which line (1 = the header), of which entry, up to which."""

    kind: ProblemKind
    line: int
    seq: int = 0
    until: int = 0
    head: str = ""


class Verification(Struct, frozen=True, kw_only=True):
    """What an export says of itself, and what is wrong with it, by line.

    ``clock_back`` are the entries at which the clock went backwards; ``found`` says of each
    published head that was asked for, at which entry it stands.
    """

    entries: int
    first: int
    last: int
    head: str
    problems: tuple[Problem, ...]
    clock_back: tuple[int, ...]
    found: dict[str, int]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems
