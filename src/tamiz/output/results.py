"""Screens a file of applicants and writes everything that a run leaves behind.

The files appear together, when all of them are complete: ``run.json`` goes first and comes last,
so a folder with a ``run.json`` holds one whole run. One run at a time writes into a folder.
"""

import fcntl
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec import Struct

from tamiz.errors import InputError, UsageError
from tamiz.intake.dossiers import Cohort, Reject, open_cohort
from tamiz.links import CohortRegister
from tamiz.lists.store import Store
from tamiz.model import Assessment, Queue
from tamiz.output.findings import finding_line, read_cases
from tamiz.output.report import write_report
from tamiz.output.run import ListUsed, RunSummary
from tamiz.output.spreadsheet import HEADER, finding_rows
from tamiz.screening import ListsInUse, LoadedPolicy, Spool, lists_in_use, screen_spool, setup_of
from tamiz.wording import Language

FINDINGS, SPREADSHEET, REJECTS = "findings.jsonl", "findings.csv", "rejects.jsonl"
REPORT, RUN = "report.html", "run.json"
_FILES = (FINDINGS, SPREADSHEET, REJECTS, REPORT)
_UNFINISHED = ".unfinished-"  # begins the name of the folder in which a run works
_OWNER_ONLY = 0o600  # results hold personal data

CELLS_MISSING = "row:short"  # the reader's note on a row that ends before the headings do

Clock = Callable[[], datetime]
Progress = Callable[[str, int, int | None], None]


class Order(Struct, frozen=True, kw_only=True):
    """What is to be screened, with what, and how the result is to look.

    ``today`` is the day from which the age of lists counts. ``sources`` limits the lists; empty
    leaves it to the policy. ``jobs`` is the number of processes. ``invented`` marks data that
    describe nobody.
    """

    cohort: Path
    out: Path
    store: Store
    policy: LoadedPolicy
    today: date
    software: str
    sources: tuple[str, ...] = ()
    jobs: int = 1
    language: Language = Language.ENGLISH
    invented: bool = False


def screen_file(order: Order, *, clock: Clock, progress: Progress | None = None) -> RunSummary:
    """Screen the file and write everything that the run leaves behind.

    Args:
        order: what to do.
        clock: tells the time (UTC) for ``run.json``; no other file depends on it.
        progress: is told the stage ("read", "screen", "report"), how far it is, and of how many.

    Raises:
        TamizError: nothing could be screened; whatever stood in the folder stays as it was.
    """
    started, tell = clock(), progress or _silent
    _refuse_to_overwrite(order)
    lists = lists_in_use(order.store, order.policy.policy, sources=order.sources, today=order.today)
    cohort = open_cohort(order.cohort)
    order.out.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _alone_in(order.out), TemporaryDirectory(prefix=_UNFINISHED, dir=order.out) as folder:
        aside = Path(folder)
        spool, rejects, short = _read(cohort, aside, tell)
        counts = _screen(order, lists, spool, aside, tell)
        run = _summary(order, lists, cohort, counts, rejects, warnings=(*_short_warning(short),))
        tell("report", 0, None)
        write_report(aside / REPORT, run, read_cases(aside / FINDINGS), order.language)
        _write_run(aside / RUN, run, started=started, finished=clock())
        _publish(aside, order.out)
    return run


def _refuse_to_overwrite(order: Order) -> None:
    """Refuse a folder that is none, and one whose results would replace the applicants."""
    if order.out.exists() and not order.out.is_dir():
        raise UsageError(f"{order.out}: a file; name a folder for the results")
    if any((order.out / name).resolve() == order.cohort.resolve() for name in (*_FILES, RUN)):
        raise UsageError(
            f"{order.cohort.name}: the results would be written over it; name another folder"
        )


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder for one run, and remove what a run that was killed left in it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for left in folder.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield
    except BlockingIOError as error:
        raise UsageError(
            f"{folder}: another run is writing into this folder; wait for it or name another"
        ) from error
    finally:
        os.close(handle)


def _write_run(path: Path, run: RunSummary, *, started: datetime, finished: datetime) -> None:
    """Write the summary and the times of the run."""
    told = msgspec.to_builtins(run) | {
        "counts": {queue.value: run.counts.get(queue, 0) for queue in Queue},
        "applicants": run.applicants,
        "rejects": run.rejects,
        "started": _stamp(started),
        "finished": _stamp(finished),
    }
    encoded = msgspec.json.format(msgspec.json.encode(told, order="sorted"), indent=2)
    path.write_bytes(encoded + b"\n")


def _stamp(moment: datetime) -> str:
    """A moment as ISO text in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _silent(stage: str, done: int, total: int | None) -> None:
    """Nobody wants to know."""


def _read(cohort: Cohort, aside: Path, tell: Progress) -> tuple[Spool, int, int]:
    """Every dossier into the spool and the register, every reject into its file.

    Returns the spool, how many rejects there are, and how many rows have cells missing.
    """
    spool, rejects, short = Spool(aside / "spool"), 0, 0
    with (
        (aside / REJECTS).open("wb") as file,
        CohortRegister(aside / "register", is_new=True) as register,
    ):
        for at, found in enumerate(cohort, start=1):
            if isinstance(found, Reject):
                rejects += 1
                file.write(_reject_line(found))
            else:
                short += CELLS_MISSING in found.notes
                spool.add(found)
                register.add(found)
            tell("read", at, None)
        spool.finish()
        register.finish()
    if not spool.count and not rejects:
        raise InputError(
            f"{cohort.path.name}: not one applicant in it; expected one a row below the headings"
        )
    return spool, rejects, short


def _reject_line(reject: Reject) -> bytes:
    # A lone surrogate cannot be written as UTF-8; what it stood for is gone already.
    original = reject.original.encode("utf-8", "replace").decode()
    return msgspec.json.encode(msgspec.structs.replace(reject, original=original)) + b"\n"


class _Lines(Struct, frozen=True):
    """What a piece of the cohort becomes: its lines in both files, and how many went where."""

    findings: bytes
    spreadsheet: bytes
    counts: tuple[tuple[Queue, int], ...]


def _render(assessments: tuple[Assessment, ...], *, language: Language) -> _Lines:
    return _Lines(
        findings=b"".join(finding_line(one, language) for one in assessments),
        spreadsheet=b"".join(finding_rows(one, language) for one in assessments),
        counts=tuple(Counter(one.queue for one in assessments).items()),
    )


def _screen(
    order: Order, lists: ListsInUse, spool: Spool, aside: Path, tell: Progress
) -> dict[Queue, int]:
    """Screen the spool and write both files of findings; returns how many went where."""
    setup = setup_of(lists, order.policy.policy, register=aside / "register")
    render = partial(_render, language=order.language)
    counts: Counter[Queue] = Counter()
    with ExitStack() as stack:
        findings = stack.enter_context((aside / FINDINGS).open("wb"))
        spreadsheet = stack.enter_context((aside / SPREADSHEET).open("wb"))
        spreadsheet.write(HEADER)
        tell("screen", 0, spool.count)
        for lines in screen_spool(spool, setup, render, jobs=order.jobs):
            findings.write(lines.findings)
            spreadsheet.write(lines.spreadsheet)
            counts.update(dict(lines.counts))
            tell("screen", counts.total(), spool.count)
    return dict(counts)


def _summary(
    order: Order,
    lists: ListsInUse,
    cohort: Cohort,
    counts: dict[Queue, int],
    rejects: int,
    *,
    warnings: tuple[str, ...],
) -> RunSummary:
    return RunSummary(
        title=order.cohort.name,
        cohort=order.cohort.name,
        cohort_sha256=cohort.sha256,
        software=order.software,
        policy=order.policy.name,
        policy_version=order.policy.policy.version,
        policy_sha256=order.policy.sha256,
        counts=counts,
        lists=tuple(
            ListUsed(edition=edition, stale=edition.source in lists.stale)
            for edition in lists.editions
        ),
        rejects=rejects,
        warnings=(*_list_warnings(lists), *cohort.warnings, *warnings),
        screened_on=order.today.isoformat(),
        invented=order.invented,
    )


def _list_warnings(lists: ListsInUse) -> Iterator[str]:
    if lists.missing:
        yield f"lists that are required and not there: {', '.join(lists.missing)}"
    if lists.held:
        yield f"lists that wait for confirmation and are not used: {', '.join(lists.held)}"


def _short_warning(count: int) -> Iterator[str]:
    if count:
        yield (
            f"rows with fewer cells than there are headings: {count}; "
            "if the last row is one of them, the file may be cut off"
        )


def _publish(aside: Path, out: Path) -> None:
    """Put the finished files in place of older ones."""
    (out / RUN).unlink(missing_ok=True)
    for name in (*_FILES, RUN):
        (aside / name).chmod(_OWNER_ONLY)
        (aside / name).replace(out / name)
