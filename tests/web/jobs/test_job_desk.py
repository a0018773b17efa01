"""Who has a job: one worker at a time, another one when it is dead, nobody after three."""

from datetime import timedelta

import pytest
from django.db import transaction

from tamiz.casework import Role
from tamiz.web.clock import now
from tamiz.web.jobs import desk
from tamiz.web.jobs.kinds import Kind
from tamiz.web.models import Job, JournalEntry, Programme
from web_world import Hire, visiting


@pytest.fixture
def job(north: Programme, hire: Hire) -> Job:
    who = visiting(hire("brings", Role.OFFICER, programmes=(north,)))
    return asked(who, north)


def asked(who: object, programme: Programme) -> Job:
    with transaction.atomic():
        return desk.ask(who, Kind.SCREEN, programme, cohort="a.csv")  # type: ignore[arg-type]


def dead(job: Job) -> None:
    """Its worker has said nothing for too long."""
    Job.objects.filter(pk=job.pk).update(until=now() - timedelta(seconds=1))


def test_a_job_is_one_workers(job: Job) -> None:
    first, second = desk.claim("one"), desk.claim("two")

    assert first is not None
    assert (first.pk, first.worker, second) == (job.pk, "one", None)


def test_two_that_saw_the_same_free_job_do_not_both_get_it(job: Job) -> None:
    seen = list(desk.free())
    desk.claim("one")

    assert desk._unclaimed(seen[0]).update(worker="two") == 0
    assert Job.objects.get(pk=job.pk).worker == "one"


def test_a_dead_workers_job_is_taken_over(job: Job) -> None:
    desk.claim("one")
    dead(job)

    taken = desk.claim("two")

    assert taken is not None
    assert (taken.pk, taken.tries) == (job.pk, 2)


def test_who_lost_a_job_changes_nothing_of_it(job: Job) -> None:
    lost = desk.claim("one")
    dead(job)
    desk.claim("two")
    assert lost is not None

    desk.tell(lost, "screen", 5, 10)
    desk.finish(lost, {"opened": 1})
    desk.fail(lost, "late")

    job.refresh_from_db()
    assert not desk.beat(lost)
    assert (job.state, job.worker, job.done) == (Job.RUNNING, "two", 0)


def test_a_sign_of_life_keeps_a_job(job: Job) -> None:
    mine = desk.claim("one")
    dead(job)
    assert mine is not None

    assert desk.beat(mine)
    assert desk.claim("two") is None


def test_what_killed_three_workers_is_given_to_no_fourth(job: Job) -> None:
    for _ in range(desk.TRIES):
        desk.claim("one")
        dead(job)

    assert desk.claim("one") is None
    job.refresh_from_db()
    assert job.state == Job.FAILED
    assert "3 workers" in job.problem


@pytest.mark.usefixtures("job")
def test_a_job_of_a_process_that_ended_is_free_at_once() -> None:
    desk.claim("process-7")

    desk.let_go(("process-7",))

    assert desk.claim("two") is not None


def test_asking_stands_in_the_journal(job: Job) -> None:
    entry = JournalEntry.objects.latest("seq")

    assert job.asked_by is not None
    assert (entry.kind, entry.actor) == ("job_asked", job.asked_by.number)


@pytest.mark.parametrize(
    ("role", "there", "sees"),
    [(Role.OFFICER, True, True), (Role.OFFICER, False, False), (Role.LIST_MANAGER, True, False),
     (Role.SYSTEM_ADMIN, True, False), (Role.AUDITOR, True, False)],
)  # fmt: skip
def test_jobs_are_seen_by_those_who_might_have_asked(
    role: Role, there: bool, sees: bool, job: Job, north: Programme, south: Programme, hire: Hire
) -> None:
    who = visiting(hire("looks", role, programmes=(north if there else south,)))

    assert desk.visible(who).filter(pk=job.pk).exists() is sees


def test_who_lost_a_programme_sees_none_of_its_jobs_not_even_their_own(job: Job) -> None:
    assert job.asked_by is not None
    job.asked_by.programmes.clear()

    assert not desk.visible(visiting(job.asked_by)).exists()
