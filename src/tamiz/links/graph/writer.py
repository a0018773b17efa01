"""Takes in a cohort and earlier ones, and leaves on disk what workers need to see their ties."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import structs

from tamiz.links.graph.groups import read_groups
from tamiz.links.graph.listed_names import ListedNames
from tamiz.links.graph.packed import pack
from tamiz.links.graph.persons_writer import PersonsWriter
from tamiz.links.graph.roster import RosterWriter
from tamiz.links.graph.seats import write_seats
from tamiz.links.graph.table import TieTableBuilder
from tamiz.links.graph.values import values_of
from tamiz.model import Dossier, SourceRecord
from tamiz.model.closing import Closing

AT_ONCE = 250  # applicants that are taken in together


class CohortGraphWriter(Closing):
    """Writes into a new folder; ``finish`` makes it ready for ``CohortGraph``.

    ``begin`` may be called once everybody was taken in and before ``finish``: who is one person is
    then found out beside what else is to be done.
    """

    def __init__(self, folder: Path, *, jobs: int = 1) -> None:
        """Begin with nobody; ``jobs`` is the number of processes that may work."""
        folder.mkdir(mode=0o700)
        self._folder = folder
        self._roster = RosterWriter(folder / "roster")
        self._ties = TieTableBuilder()
        self._persons = PersonsWriter(folder, jobs=jobs)
        self._has_begun = False
        self._waiting: list[tuple[Dossier, bool]] = []  # with whether they are of an earlier cohort

    def add(self, dossier: Dossier, *, source: str = "") -> Dossier:
        """Take in an applicant, and give them back under the id by which they are known here.

        Nobody comes after ``begin``: who did would be compared with nobody, and that is an error.

        ``source`` names the earlier cohort they are of; their id then begins with it.
        """
        if self._has_begun:
            raise ValueError("everybody was taken in: an applicant who comes now would be lost")
        if source:
            dossier = structs.replace(dossier, id=f"{source}/{dossier.id}")
        self._waiting.append((dossier, bool(source)))
        if len(self._waiting) == AT_ONCE:
            self._take_in()
        return dossier

    def _take_in(self) -> None:
        """One thing of all in a row, then the next: the processor keeps at hand what it does it with."""
        values = [values_of(dossier) for dossier, _ in self._waiting]
        packed = [pack(dossier) for dossier, _ in self._waiting]
        numbers = [
            self._roster.add(one, told, is_earlier=is_earlier)
            for one, told, (_, is_earlier) in zip(packed, values, self._waiting, strict=True)
        ]
        for number, one, told in zip(numbers, packed, values, strict=True):
            self._ties.add(number, one.dossier, told)
        for one in packed:
            self._persons.add(one)
        self._waiting.clear()

    def begin(self) -> None:
        """Find out who is one person; TamizError if the process that does died."""
        if not self._has_begun:
            self._has_begun = True
            self._take_in()
            self._persons.begin()

    def finish(self, listed: Iterable[SourceRecord] = ()) -> None:
        """Write the tables, and find out who is one person; ``listed`` are the parties of lists."""
        self.begin()
        names = ListedNames()
        write_seats(names.watch(listed), self._folder / "seats")
        self._roster.close()
        self._ties.write(self._folder / "ties")
        self._persons.finish()
        names.write(read_groups(self._folder / "words-groups"), self._folder / "words-listed")

    def close(self) -> None:
        """Close what is still open, finished or not."""
        self._roster.close()
        self._persons.close()
