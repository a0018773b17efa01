"""Earlier cohorts, accepted, withdrawn or refused, with whom a cohort is compared."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from tamiz.errors import UsageError
from tamiz.intake.dossiers import Reject, open_cohort, read_ahead
from tamiz.intake.evidence_files import Brought
from tamiz.links import CohortRegister
from tamiz.links.graph import CohortGraphWriter
from tamiz.output.run import FileUsed

TOLD_EVERY = 1_000  # rows, so that a bar moves


class EarlierRead(Struct, frozen=True):
    """The files that were read, and plain sentences on what could not be."""

    used: tuple[FileUsed, ...] = ()
    warnings: tuple[str, ...] = ()


def read_earlier(
    files: Sequence[Path],
    graph: CohortGraphWriter,
    register: CohortRegister,
    tell: Callable[[str, int, int | None], None],
    *,
    jobs: int = 1,
) -> EarlierRead:
    """Take the applicants of earlier cohorts into graph and register; none of them is screened.

    ``jobs`` is the number of processes that may work.

    Raises:
        UsageError: two files have one name, so that nobody could tell their applicants apart.
        InputError: a file is no cohort.
    """
    names = [file.stem for file in files]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UsageError(
            f"two earlier cohorts are called {twice[0]!r}; give each file a name of its own"
        )
    used: list[FileUsed] = []
    warnings: list[str] = []
    for file in files:
        cohort, count, rejects = open_cohort(file), 0, 0
        for at, found in enumerate(read_ahead(cohort, jobs=jobs), start=1):
            if isinstance(found, Reject):
                rejects += 1
            else:
                count += 1
                register.add(Brought(graph.add(found, source=file.stem)))
            if at % TOLD_EVERY == 0:
                tell("read", at, None)
        used.append(
            FileUsed(
                kind="earlier_cohort", source=file.name, sha256=cohort.sha256, imported="",
                count=count,
            )
        )  # fmt: skip
        warnings += [f"{file.name}: {warning}" for warning in cohort.warnings]
        if rejects:
            warnings.append(
                f"{file.name}: {rejects} rows of this earlier cohort could not be read; "
                "nobody was compared with them"
            )
    return EarlierRead(tuple(used), tuple(warnings))
