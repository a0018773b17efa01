"""*Next* passes over cases that are not for this officer without opening them one by one."""

from functools import partial

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tamiz.casework import CaseKind, Opinion, Role, Ruling, Verdict, decide, dispose, see
from tamiz.web import appeals, queues, store
from tamiz.web.clock import now
from tamiz.web.models import Case, Officer, Programme
from tamiz.web.views import queue
from tamiz.wording import say
from web_world import Clock, Enter, Hire, visiting

REASON = "the papers do not agree"


@pytest.fixture
def ann(hire: Hire, north: Programme) -> Officer:
    return hire("ann", Role.OFFICER, programmes=(north,))


@pytest.fixture
def ben(hire: Hire, north: Programme) -> Officer:
    return hire("ben", Role.OFFICER, programmes=(north,))


def ordered(programme: Programme) -> list[Case]:
    return list(Case.objects.filter(programme=programme, is_open=True).order_by("rank", "id"))


def read(row: Case, officer: Officer, clock: Clock) -> None:
    who = visiting(officer)
    store.act(who, row, partial(see, purpose="vetting"))
    store.act(who, row, partial(see, purpose="vetting", read=tuple(store.load(row).findings)))
    clock.wait(30)


def told_apart(row: Case, officer: Officer, clock: Clock) -> None:
    """Somebody says something of one finding."""
    read(row, officer, clock)
    (first, *_) = store.load(row).to_judge
    store.act(
        visiting(officer), row,
        lambda case, by: dispose(
            case, by, store.POLICY, findings=(first,), verdict=Verdict.UNSURE, reason=REASON
        ),
    )  # fmt: skip


def proposed(row: Case, officer: Officer, clock: Clock) -> None:
    """Somebody would refuse it."""
    read(row, officer, clock)
    said = Opinion(ruling=Ruling.REFUSE, reason=REASON, told=REASON, seen=store.load(row).grounds)
    store.act(visiting(officer), row, partial(decide, policy=store.POLICY, opinion=said))


def statements(client: Client) -> tuple[str, int, int]:
    """Where *next* leads, how many statements that takes, how many of them read a case's events."""
    with CaptureQueriesContext(connection) as asked:
        where = client.post(reverse("next")).headers["Location"]
    loads = [one for one in asked if 'web_journalentry"."line"' in one["sql"].split(" FROM ")[0]
             and '"case" =' in one["sql"]]  # fmt: skip
    return where, len(asked), len(loads)


@pytest.fixture
def judged(north: Programme, ann: Officer, ben: Officer, clock: Clock) -> list[Case]:
    """The most urgent cases: Ann said something of each, and Ben would refuse them."""
    rows = [row for row in ordered(north) if store.load(row).to_judge][:8]
    for row in rows:
        told_apart(row, ann, clock)
        proposed(row, ben, clock)
    return rows


@pytest.mark.usefixtures("clock")
def test_what_one_judged_already_is_passed_over_without_opening_it(
    judged: list[Case], ann: Officer, enter: Enter, north: Programme
) -> None:
    theirs = {row.pk for row in judged}
    best = next(row for row in ordered(north) if row.pk not in theirs)
    where, _, loads = statements(enter(ann))

    assert where == reverse("case", args=[best.pk])
    assert loads <= 3  # the case that is taken: before, and as it is locked


@pytest.mark.usefixtures("clock")
def test_what_contests_a_case_that_one_judged_is_passed_over_too(
    judged: list[Case], ann: Officer, hire: Hire, north: Programme
) -> None:
    intake = visiting(hire("files", Role.INTAKE, programmes=(north,)))
    appeals.file(intake, judged[0], CaseKind.CORRECTION, "wrong year")
    new = Case.objects.get(about=judged[0])
    other = hire("cyd", Role.OFFICER, programmes=(north,))

    free = [
        queues.free(visiting(one).actor, one, now()).filter(pk=new.pk).exists()
        for one in (ann, other)
    ]

    assert free == [False, True]


@pytest.mark.usefixtures("clock")
def test_it_passes_over_exactly_what_the_rules_keep_from_each(
    judged: list[Case], ann: Officer, ben: Officer, hire: Hire, north: Programme
) -> None:
    intake = visiting(hire("files", Role.INTAKE, programmes=(north,)))
    for row in judged[:3]:
        appeals.file(intake, row, CaseKind.CORRECTION, "wrong year")
    dan = hire("dan", Role.OFFICER, programmes=(north,))

    for one in (ann, ben, dan):
        who = visiting(one).actor
        free = {row.pk for row in queues.free(who, one, now())}
        fit = {row.pk for row in ordered(north) if queues.is_for(store.load(row), who)}
        assert free == fit
    assert len(judged) > 3


@pytest.mark.usefixtures("judged")
def test_so_many_are_opened_and_no_more(
    ann: Officer, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "MOST_READ", 2)
    monkeypatch.setattr(queues, "is_for", lambda _case, _who: False)
    client = enter(ann)

    where, _, loads = statements(client)

    assert (where, loads) == (reverse("queue"), 2)
    assert say("web.queue.others_only") in client.get(where).content.decode()
