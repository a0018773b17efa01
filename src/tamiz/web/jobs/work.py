"""What a worker does with a job."""

import logging
import os
import threading
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection

from tamiz.casework.journal import export
from tamiz.errors import TamizError, UsageError
from tamiz.lists.store import Store
from tamiz.output import results
from tamiz.output.folder import FINDINGS, RUN
from tamiz.web import imports, journaling
from tamiz.web.clock import now
from tamiz.web.jobs import desk, files
from tamiz.web.jobs.kinds import Kind
from tamiz.web.models import Job, Programme
from tamiz.web.screening_policy import unit_policy
from tamiz.web.troubles import Trouble, trouble
from tamiz.web.weighing import weigh

BEAT = 10  # seconds between two signs of life
EVERY = 500  # entries of an export between two words on how far it is
LOST = 75  # exit code of a worker whose job another one took over (EX_TEMPFAIL)
LOST_DATABASE = (OperationalError, InterfaceError)  # gone, or too busy
_LOG = logging.getLogger("tamiz.jobs")

Came = dict[str, int]


def work_once(worker: str) -> bool:
    """Do the oldest free job; whether there was one. None is found while the database is gone."""
    try:
        desk.tidy()
        job = desk.claim(worker)
    except LOST_DATABASE as error:
        _gone(error)
        return False
    if job is None:
        return False
    over = threading.Event()
    heart = threading.Thread(target=_beat, args=(job, over), daemon=True)
    heart.start()
    try:
        _do(job)
    except LOST_DATABASE as error:  # whoever claims it next goes on where it stopped
        _gone(error)
    finally:
        over.set()
        heart.join()
    return True


def _do(job: Job) -> None:
    """Do it, and write down how it ended."""
    try:
        desk.finish(job, _done(job))
    except TamizError as error:
        desk.fail(job, str(error))
    except Exception as error:
        wrong = trouble(error)
        if wrong is Trouble.DATABASE:
            raise
        if wrong is None:
            _LOG.exception("job %s", job.pk)
        desk.fail(job, _told_of(error, wrong))


def _told_of(error: Exception, wrong: Trouble | None) -> str:
    if wrong is Trouble.FULL:
        return "the disk is full; make room, ask again"
    if wrong is Trouble.READ_ONLY:
        return "the disk cannot be written; mend it, ask again"
    if isinstance(error, OSError):
        return f"the disk: {error.strerror or type(error).__name__}; mend it, ask again"
    return f"a fault of Tamiz's ({type(error).__name__}); see its log"


def _gone(error: Exception) -> None:
    """The database is gone, or too busy: said, and nothing else; the connection is made anew."""
    _LOG.warning("the database does not answer (%s); jobs go on when it does", type(error).__name__)
    if not connection.in_atomic_block:  # else it is whose transaction it is
        connection.close()


def _done(job: Job) -> Came:
    """Do it, for who may still ask for it.

    Raises:
        UsageError: they may not any more.
    """
    if not desk.may_still(job):
        raise UsageError(
            "whoever asked for it may not do so any more (role, programme or account); "
            "somebody who may asks again"
        )
    return WORK[Kind(job.kind)](job)


def _beat(job: Job, over: threading.Event) -> None:
    """Say that this process lives; end it where another one has taken the job over."""
    while not over.wait(BEAT):
        try:
            lives = desk.beat(job)
        except LOST_DATABASE:  # gone or busy for now; there are more beats than one in a lease
            connection.close()
            continue
        if not lives and not over.is_set():
            os._exit(LOST)  # at once: whatever it would still write, the other one writes
    connection.close()


def _screen(job: Job) -> Came:
    """Screen the file that was brought, and take in what was found."""
    programme, data = _programme(job), files.get(files.brought(job, "cohort"))
    brought = files.brought_again(programme, job.cohort, data, _asked_by(job))
    came = _screened(job, programme, brought)
    files.keep(programme, brought)
    return came


def _again(job: Job) -> Came:
    """Screen the file that was kept against the lists of today."""
    programme = _programme(job)
    if not files.kept(programme).exists():
        raise UsageError(f"{programme.key}: no file of applicants is kept; bring one first")
    return _screened(job, programme, files.kept_file(programme))


def _bring(job: Job) -> Came:
    """Take in results that were screened elsewhere."""
    with files.workshop(job) as place:
        for name in (FINDINGS, RUN):
            (place / name).write_bytes(files.get(files.brought(job, name)))
        return _take_in(job, _programme(job), place, brought_by=_asked_by(job))


def _export(job: Job) -> Came:
    """The journal into a file, whole under its name."""
    head = journaling.head()
    total = 0 if head is None else head.seq
    path = files.made(job)
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        for count, line in enumerate(export(journaling.entries(), made_at=now())):
            file.write(line)
            if count % EVERY == 0:
                desk.tell(job, "export", count, total)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    files.sweep(now().timestamp())
    return {"entries": total}


def _weigh(job: Job) -> Came:
    """Have the rules read what was filed."""
    came = weigh(_programme(job), lambda done, total: desk.tell(job, "weigh", done, total))
    return {"renewed": came.renewed, "unchanged": came.unchanged}


def _screened(job: Job, programme: Programme, brought: files.Kept) -> Came:
    store = _store()
    with files.workshop(job) as place:
        cohort = place / Path(brought.name).name
        cohort.write_bytes(brought.data)
        run = results.screen_file(
            results.Order(
                cohort=cohort, out=place / "out", store=store, policy=unit_policy(),
                today=now().date(), software=f"tamiz {version('tamiz')}",
                jobs=len(os.sched_getaffinity(0)), beside=brought.beside,
            ),
            clock=now,
            progress=lambda stage, done, total: desk.tell(job, stage, done, total),
        )  # fmt: skip
        came = _take_in(
            job, programme, place / "out", cohort=cohort, beside=brought.beside,
            brought_by=brought.brought_by | _asked_by(job),
        )  # fmt: skip
        return came | {"rejected": run.rejects}


def _asked_by(job: Job) -> frozenset[str]:
    """Who asked for it, as the journal knows them."""
    return frozenset() if job.asked_by is None else frozenset({job.asked_by.number})


def _take_in(
    job: Job, programme: Programme, folder: Path, *, brought_by: frozenset[str],
    cohort: Path | None = None, beside: Path | None = None,
) -> Came:  # fmt: skip
    came = imports.take_in(
        folder, programme, cohort=cohort, beside=beside, brought_by=brought_by,
        lists=None if settings.LIST_STORE is None else Store(settings.LIST_STORE),
        progress=lambda done, total: desk.tell(job, "import", done, total),
    )  # fmt: skip
    return {"opened": came.opened, "renewed": came.renewed, "unchanged": came.unchanged}


def _store() -> Store:
    if settings.LIST_STORE is None:
        raise UsageError("no lists to screen against; start tamiz serve with --store FOLDER")
    return Store(settings.LIST_STORE)


def _programme(job: Job) -> Programme:
    if job.programme is None:
        raise UsageError(f"job {job.pk} names no programme")
    return job.programme


WORK: Mapping[Kind, Callable[[Job], Came]] = {
    Kind.SCREEN: _screen,
    Kind.BRING: _bring,
    Kind.AGAIN: _again,
    Kind.EXPORT: _export,
    Kind.WEIGH: _weigh,
}
