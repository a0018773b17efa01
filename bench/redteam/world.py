"""The invented world while it is built: who applied, who is listed, and what is already taken."""

from collections.abc import Iterable
from random import Random

from msgspec import Struct

from redteam.folk import fill
from tamiz.demo.persons import Person

Row = dict[str, str]
Entity = dict[str, object]


class Cause(Struct, frozen=True):
    """What gives somebody away: the field, the value as planted, and who else has it.

    ``other`` is the key of another application, or the id of a listed party.
    """

    field: str
    value: str = ""
    other: str = ""


class Draft(Struct):
    """One application: the person behind it, the row, and the truth about it.

    ``tactic`` is empty for the honest; ``control`` names an honest oddity, ``due`` why an officer
    ought to look at an honest person. ``same_as`` are keys of other applications of the same person.
    """

    key: str
    person: Person
    row: Row
    tactic: str = ""
    control: str = ""
    due: str = ""
    causes: tuple[Cause, ...] = ()
    same_as: tuple[str, ...] = ()
    note: str = ""


class World(Struct):
    """Everything that is written in the end."""

    rng: Random
    cohort: list[Draft] = []
    earlier: list[Draft] = []
    listed: list[Entity] = []
    added: list[Entity] = []  # by the second edition of the list
    taken: set[str] = set()
    count: int = 0

    def key(self, kind: str) -> str:
        """A key that no other application has."""
        self.count += 1
        return f"{kind}-{self.count}"

    def unused(self, pattern: str, pool: str = "") -> str:
        """A number of this pattern that nobody in ``pool`` (a State, the phones) has."""
        while True:
            drawn = fill(self.rng, pattern)
            if pool + drawn not in self.taken:
                self.taken.add(pool + drawn)
                return drawn

    def apply(self, drafts: Iterable[Draft]) -> None:
        """Take applications into the cohort."""
        self.cohort.extend(drafts)
