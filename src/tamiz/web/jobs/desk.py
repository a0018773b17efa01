"""Asking for jobs, claiming them, saying how far they are: the only file that changes their rows."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet

from tamiz.casework import Act, may
from tamiz.web import journaling, visibility
from tamiz.web.clock import now
from tamiz.web.jobs import files
from tamiz.web.jobs.kinds import ACTS, Kind
from tamiz.web.models import Job, Programme
from tamiz.web.visitor import Visitor, actor

LEASE = timedelta(seconds=60)  # a worker that says nothing for so long is dead
TRIES = 3  # what killed three workers kills the fourth; somebody has to look
SHOWN = 30  # jobs of a page
PROBLEM = 1_000  # signs of what is told of a failure


def ask(who: Visitor, kind: Kind, programme: Programme | None, *, cohort: str = "") -> Job:
    """A new job, noted in the journal; in a transaction of the caller's, who brings its files."""
    job = Job.objects.create(
        kind=kind.value, programme=programme, cohort=cohort, asked_by=who.officer, asked=now()
    )
    where = "" if programme is None else programme.key
    journaling.note(who.actor.id, "job_asked", what=kind.value, job=str(job.pk), programme=where)
    return job


def ask_itself(kind: Kind, programme: Programme) -> None:
    """A job that Tamiz itself asks for, in a transaction of the caller's; one that waits will do."""
    mine = Job.objects.filter(kind=kind.value, programme=programme, asked_by=None)
    if not mine.filter(state=Job.WAITING).exists():
        Job.objects.create(kind=kind.value, programme=programme, asked=now())


def visible(who: Visitor) -> QuerySet[Job]:
    """The jobs that somebody may see: those of their acts in their programmes, as they are now."""
    seen = Q(pk=None)
    for kind, act in ACTS.items():
        if act is Act.SEE_AUDIT:
            seen |= Q(kind=kind.value) if who.may(act) else Q(pk=None)
        else:
            seen |= Q(kind=kind.value, programme__in=visibility.programmes(who.actor, act))
    found = Job.objects.filter(seen).select_related("programme", "asked_by")
    return found.order_by("-pk")


def free() -> QuerySet[Job]:
    """The jobs that a worker may claim: nobody has them, or whoever had them is dead."""
    return Job.objects.filter(
        Q(state=Job.WAITING) | Q(state=Job.RUNNING, until__lt=now())
    ).order_by("pk")


def claim(worker: str) -> Job | None:
    """The oldest free job, which is this worker's from now on; None where there is none.

    Two workers may find the same one: the second one's update meets no row.
    """
    for job in free()[:SHOWN]:
        if job.tries >= TRIES:
            _fail_unless_claimed(job)
            continue
        mine = _unclaimed(job).update(
            state=Job.RUNNING, worker=worker, until=now() + LEASE, tries=F("tries") + 1,
            stage="", done=0, total=0, problem="",
        )  # fmt: skip
        if mine:
            job.refresh_from_db()
            return job
    return None


def may_still(job: Job) -> bool:
    """Whether who asked for a job may do so now: an account closes, roles and programmes go.

    Tamiz itself always may.
    """
    if job.asked_by is None:
        return True
    who, act = actor(job.asked_by), ACTS[Kind(job.kind)]
    if job.programme is None:
        return may(who, act)
    return visibility.programmes(who, act).filter(pk=job.programme.pk).exists()


def beat(job: Job) -> bool:
    """Say that the worker lives; whether the job is still its own."""
    return bool(_mine(job).update(until=now() + LEASE))


def tell(job: Job, stage: str, done: int, total: int | None) -> None:
    """Write down how far it is."""
    _mine(job).update(stage=stage[:20], done=done, total=total or 0, until=now() + LEASE)


def finish(job: Job, came: dict[str, int]) -> None:
    """It is done, and what was brought for it goes; ``came`` counts what came of it."""
    with transaction.atomic():
        is_mine = _mine(job).update(state=Job.DONE, came=came, finished=now(), until=None, stage="")
    if is_mine:
        files.drop(job)


def tidy() -> None:
    """What killed workers left of jobs that are over, and killed servers of uploads, goes."""
    files.sweep(now().timestamp())
    left = Job.objects.filter(pk__in=files.brought_for(), state__in=(Job.DONE, Job.FAILED))
    for job in left:
        files.drop(job)


def fail(job: Job, problem: str) -> None:
    """It cannot be done; nobody tries again, so what was brought for it goes.

    Nothing of a job that another worker has taken over.
    """
    if _mine(job).update(
        state=Job.FAILED, problem=problem[:PROBLEM], finished=now(), until=None, stage=""
    ):
        files.drop(job)


def let_go(workers: Iterable[str]) -> None:
    """Workers that are known to be dead: their jobs are free at once."""
    Job.objects.filter(state=Job.RUNNING, worker__in=tuple(workers)).update(state=Job.WAITING)


def _mine(job: Job) -> QuerySet[Job]:
    """The row, as long as this worker has it."""
    return Job.objects.filter(pk=job.pk, worker=job.worker, state=Job.RUNNING, tries=job.tries)


def _unclaimed(job: Job) -> QuerySet[Job]:
    """The row, as long as it is as it was seen."""
    return Job.objects.filter(pk=job.pk, state=job.state, worker=job.worker, tries=job.tries)


def _fail_unless_claimed(job: Job) -> None:
    if _unclaimed(job).update(
        state=Job.FAILED, finished=now(), until=None,
        problem=f"{TRIES} workers ended in the middle of it (killed, or out of memory); see their log",
    ):  # fmt: skip
        files.drop(job)
