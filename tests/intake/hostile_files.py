"""What a user gets for a file that is malformed or made to do harm.

The cases stand in ``hostile_texts``, ``hostile_workbooks`` and ``hostile_json``; this module says
what a case is and reads one.
"""

from collections.abc import Callable
from pathlib import Path
from time import process_time

from msgspec import Struct

from tamiz.errors import TamizError
from tamiz.intake.dossiers import Reject, open_cohort

REFUSED, REJECTED, WARNED, NOTED, READ = "refused", "rejected", "warned", "noted", "read"


class Case(Struct, frozen=True):
    """A file, the most serious thing that is said about it, and who is screened all the same.

    Attributes:
        name: what is wrong with the file.
        data: its bytes, or what makes them.
        outcome: refused as a whole, a row rejected, a warning, a note on a value, or just read.
        says: a piece of the message.
        ids: the applicants that are read.
        rows: the rows that are rejected.
        file: the file's name.
    """

    name: str
    data: bytes | Callable[[], bytes]
    outcome: str
    says: str = ""
    ids: tuple[str, ...] = ("1", "2")
    rows: tuple[int, ...] = ()
    file: str = "applicants.csv"


class Came(Struct, frozen=True):
    """What came of a file."""

    outcome: str
    messages: tuple[str, ...]
    ids: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()
    seconds: float = 0.0


def came_of(case: Case, folder: Path) -> Came:
    """Write the file of a case and read it as a cohort."""
    path = folder / case.file
    path.write_bytes(case.data if isinstance(case.data, bytes) else case.data())
    start = process_time()
    try:
        cohort = open_cohort(path)
        found = list(cohort)
    except TamizError as error:
        return Came(REFUSED, (str(error),), seconds=process_time() - start)
    seconds = process_time() - start
    rejects = [one for one in found if isinstance(one, Reject)]
    dossiers = [one for one in found if not isinstance(one, Reject)]
    rejected = [
        f"row {problem.row} {problem.column}: {problem.message}"
        for reject in rejects
        for problem in reject.problems
    ]
    noted = [f"{one.id}: {note}" for one in dossiers for note in one.notes]
    levels = ((REJECTED, rejected), (WARNED, [*cohort.warnings]), (NOTED, noted))
    return Came(
        outcome=next((level for level, said in levels if said), READ),
        messages=tuple(message for _, said in levels for message in said),
        ids=tuple(one.id for one in dossiers),
        rows=tuple(reject.row for reject in rejects),
        seconds=seconds,
    )
