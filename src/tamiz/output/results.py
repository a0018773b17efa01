"""Screens a file of applicants and writes everything that a run leaves behind."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, datetime
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from tamiz.documents.chip import list_imports
from tamiz.documents.stops import list_stops
from tamiz.errors import InputError
from tamiz.intake.dossiers import Cohort, Reject, open_cohort, read_ahead
from tamiz.intake.evidence_files import bring
from tamiz.links import CohortRegister
from tamiz.links.graph import CohortGraphWriter
from tamiz.lists.store import Store
from tamiz.matching import Index
from tamiz.model import Assessment, Queue
from tamiz.model.uncollected import seldom_collected
from tamiz.output.earlier import read_earlier
from tamiz.output.findings import finding_line, read_cases
from tamiz.output.folder import (
    FINDINGS,
    REJECTS,
    REPORT,
    RUN,
    SPREADSHEET,
    publish,
    refuse_to_overwrite,
    unfinished,
)
from tamiz.output.previews import Previews
from tamiz.output.report import write_report
from tamiz.output.run import FileUsed, ListUsed, RunSummary, run_json
from tamiz.output.spreadsheet import HEADER, finding_rows
from tamiz.screening import (
    ListsInUse,
    LoadedPolicy,
    Spool,
    consulted,
    lists_in_use,
    screen_spool,
    setup_of,
)
from tamiz.wording import Language

GRAPH = "links"  # the folder beside the results, while a run lasts
CELLS_MISSING = "row:short"  # the reader's note on a row that ends before the headings do

Clock = Callable[[], datetime]
Progress = Callable[[str, int, int | None], None]


class Order(Struct, frozen=True, kw_only=True):
    """What is to be screened, with what, and how the result is to look.

    ``today`` is the day from which the age of lists counts. ``sources`` limits the lists; empty
    leaves it to the policy. ``jobs`` is the number of processes. ``invented`` marks data that
    describe nobody. ``beside`` is the folder in which the files of documents lie; None for that of the
    cohort's file. ``earlier`` are files of earlier cohorts, with whom the applicants are compared.
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
    earlier: tuple[Path, ...] = ()
    beside: Path | None = None


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
    refuse_to_overwrite(order.out, order.cohort)
    lists = lists_in_use(order.store, order.policy.policy, sources=order.sources, today=order.today)
    cohort = open_cohort(order.cohort)
    with unfinished(order.out) as aside:
        previews = Previews(aside / "previews")
        with (
            seldom_collected(),
            CohortGraphWriter(aside / GRAPH, jobs=order.jobs) as graph,
            CohortRegister(aside / "register", is_new=True) as register,
        ):
            earlier = read_earlier(order.earlier, graph, register, tell, jobs=order.jobs)
            spool, rejects, short = _read(
                order, cohort, aside, previews, register, graph, lists, tell
            )
        counts = _screen(order, lists, spool, aside, tell)
        warnings = (*earlier.warnings, *_short_warning(short))
        run = _summary(
            order, lists, cohort, counts, rejects, earlier=earlier.used, warnings=warnings
        )
        tell("report", 0, None)
        write_report(
            aside / REPORT, run, read_cases(aside / FINDINGS), order.language,
            preview=previews.data_uri,
        )  # fmt: skip
        (aside / RUN).write_bytes(run_json(run, started=started, finished=clock()))
        publish(aside, order.out)
    return run


def _silent(stage: str, done: int, total: int | None) -> None:
    """Nobody wants to know."""


def _read(
    order: Order,
    cohort: Cohort,
    aside: Path,
    previews: Previews,
    register: CohortRegister,
    graph: CohortGraphWriter,
    lists: ListsInUse,
    tell: Progress,
) -> tuple[Spool, int, int]:
    """Every dossier into the spool, the register and the graph, every reject into its file.

    Returns the spool, how many rejects there are, and how many rows have cells missing.
    """
    spool, rejects, short = Spool(aside / "spool"), 0, 0
    with (aside / REJECTS).open("wb") as file:
        brought = bring(
            read_ahead(cohort, jobs=order.jobs), order.beside or order.cohort.parent,
            readers=order.jobs,
            with_faces=order.policy.policy.documents.compare_faces,
        )  # fmt: skip
        for at, found in enumerate(brought, start=1):
            if isinstance(found, Reject):
                rejects += 1
                file.write(_reject_line(found))
            else:
                short += CELLS_MISSING in found.dossier.notes
                kept = previews.take(found)
                spool.add(kept)
                register.add(kept)
                graph.add(kept.dossier)
            tell("read", at, None)
        graph.begin()
        spool.finish()
        register.finish()
        with Index.open(lists.index) as index:
            graph.finish(one for one in index if one.source in lists.sources)
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
    setup = setup_of(
        lists, order.policy.policy, register=aside / "register", graph=aside / GRAPH,
        references=consulted(order.store, tables=order.policy.tables, today=order.today),
    )  # fmt: skip
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
    earlier: tuple[FileUsed, ...],
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
        consulted=(*_consulted(order.store), *earlier),
        rejects=rejects,
        warnings=(*_list_warnings(lists), *cohort.warnings, *warnings),
        screened_on=order.today.isoformat(),
        invented=order.invented,
    )


def _consulted(store: Store) -> Iterator[FileUsed]:
    """The unit's stop lists and the anchors for chips, as they lie in the store."""
    for stops in list_stops(store.stops):
        yield FileUsed(
            kind="stop_list", source=stops.source, sha256=stops.sha256, count=stops.count,
            imported=stops.imported.isoformat(),
        )  # fmt: skip
    for anchors in list_imports(store.trust):
        yield FileUsed(
            kind="trust_anchors", source=anchors.file.source, sha256=anchors.file.sha256,
            imported=anchors.imported.isoformat(), count=len(anchors.file.certificates),
        )  # fmt: skip


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
