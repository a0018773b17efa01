"""The queue, groups and search, as browsers ask for them."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from tamiz.casework import Opinion, Role, Ruling, decide, see, undo
from tamiz.web import filing, queues, store
from tamiz.web.models import Case, JournalEntry, Officer, Programme
from tamiz.web.views import queue
from web_world import PASSWORD, Clock, Enter, Hire, visiting
from web_xpath import xpath

REASON = "All of them share the phone of the parish."


@pytest.fixture
def officer(hire: Hire, north: Programme) -> Officer:
    return hire("first", Role.OFFICER, programmes=(north,))


@pytest.fixture
def client(officer: Officer, enter: Enter) -> Client:
    return enter(officer)


@pytest.fixture
def group(north: Programme) -> list[Case]:
    """All cases of the north, as one group."""
    Case.objects.filter(programme=north).update(group="g1")
    return list(Case.objects.filter(programme=north).order_by("rank", "id"))


def test_next_goes_on_however_many_are_not_for_this_officer(
    client: Client, north: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "TRIED", 2)
    rows = list(Case.objects.filter(programme=north, is_open=True).order_by("rank", "id"))
    theirs = {row.key for row in rows[:5]}
    monkeypatch.setattr(queues, "is_for", lambda case, _who: case.id not in theirs)

    answer = client.post(reverse("next"))

    assert answer.headers["Location"] == reverse("case", args=[rows[5].pk])


def test_the_queue_reads_no_run_whole(client: Client, north: Programme) -> None:
    """A programme into which dossiers come one by one has as many runs, each with its summary."""
    assert north.cases.exists()
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("queue"))

    assert not [one["sql"] for one in asked if '"summary"' in one["sql"]]


def test_a_group_says_how_many_more_it_has(
    client: Client, group: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queues, "SHOWN", 3)
    where = reverse("group", args=["g1"])

    first = client.get(where).content.decode()
    second = client.get(f"{where}?page=2").content.decode()

    assert f"Cases 1 to 3 of {len(group)} are shown" in first
    assert [reverse("case", args=[row.pk]) in second for row in group[2:5]] == [False, True, True]


def test_what_is_decided_on_a_later_page_of_a_group_is_about_its_cases(
    client: Client, group: list[Case], monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.setattr(queues, "SHOWN", 3)
    client.get(reverse("case", args=[group[4].pk]))
    clock.wait(30)

    together(client, [group[4]], page="2")

    assert store.load(group[4]).state == "pending"


def test_a_group_that_was_decided_before_the_proof_is_decided_after_it(
    officer: Officer, enter: Enter, group: list[Case], clock: Clock
) -> None:
    client = enter(officer, minutes_ago=31)
    client.get(reverse("case", args=[group[0].pk]))
    clock.wait(30)
    page = html.fromstring(client.get(reverse("group", args=["g1"])).content.decode())
    where = xpath(page, "//form[@class='together']/@action")[0]
    form = {"case": [group[0].pk], f"evidence-{group[0].pk}": group[0].evidence, "ruling": "grant"}
    sent = client.post(where, form | {"reason": REASON, "page": "1"})

    proof = {"password": PASSWORD, "next": where}
    client.post(sent.headers["Location"], proof)

    assert store.load(group[0]).state == "pending"


def together(client: Client, rows: list[Case], **told: str) -> str:
    form = {f"evidence-{row.pk}": store.load(row).grounds for row in rows}
    answer = client.post(
        reverse("together", args=["g1"]),
        {**form, "case": [row.pk for row in rows], "ruling": "grant", "reason": REASON, **told},
    )
    return answer.content.decode()


@pytest.mark.usefixtures("clock")
def test_what_is_decided_together_without_reading_is_asked_for_once_more(
    client: Client, group: list[Case]
) -> None:
    page = together(client, group[:2])
    asked = [store.load(row).state for row in group[:2]]
    together(client, group[:2])

    assert REASON in page  # what was typed is not lost
    assert asked == ["open", "open"]
    assert [store.load(row).state for row in group[:2]] == ["pending", "pending"]


@pytest.mark.usefixtures("clock")
def test_a_group_that_is_shown_again_is_read_again(client: Client, group: list[Case]) -> None:
    reads = JournalEntry.objects.filter(kind="queue_read")
    before = reads.count()

    page = together(client, group[:2])  # asked once more

    assert group[0].applicant in page
    assert reads.count() == before + 1


def test_what_was_read_is_decided_together_at_once(
    client: Client, group: list[Case], clock: Clock
) -> None:
    for row in group[:2]:
        client.get(reverse("case", args=[row.pk]))
    clock.wait(30)

    together(client, group[:2])

    assert [store.load(row).state for row in group[:2]] == ["pending", "pending"]


def test_what_came_in_since_the_page_of_a_group_was_drawn_is_to_be_read_first(
    client: Client, group: list[Case], officer: Officer, clock: Clock
) -> None:
    row = group[0]
    client.get(reverse("case", args=[row.pk]))
    drawn = client.get(reverse("group", args=["g1"])).content.decode()
    clock.wait(30)
    filing.file(visiting(officer), [row], "answer", {"text": REASON})

    together(client, [row], **{f"evidence-{row.pk}": _grounds(drawn, row)})
    stale = store.load(row).state
    again = client.get(reverse("group", args=["g1"])).content.decode()
    together(client, [row], **{f"evidence-{row.pk}": _grounds(again, row)})

    assert (stale, store.load(row).state) == ("open", "pending")


def _grounds(page: str, row: Case) -> str:
    """What the form on a group's page says that its reader saw of a case."""
    found = re.search(rf'name="evidence-{row.pk}" value="(\w+)"', page)
    assert found is not None
    return found[1]


def test_one_that_is_refused_holds_up_no_other(
    client: Client, group: list[Case], clock: Clock
) -> None:
    for row in group[:2]:
        client.get(reverse("case", args=[row.pk]))
    clock.wait(30)

    together(client, group[:2], **{f"evidence-{group[0].pk}": "0" * 64})

    assert [store.load(row).state for row in group[:2]] == ["open", "pending"]


def test_the_page_that_comes_again_shows_what_became_of_the_others(
    client: Client, group: list[Case], clock: Clock
) -> None:
    for row in group[:2]:
        client.get(reverse("case", args=[row.pk]))
    clock.wait(30)

    page = together(client, group[:2], **{f"evidence-{group[0].pk}": "0" * 64})

    assert page.count("waiting for the second look") == 1


def test_a_name_that_is_searched_for_stands_in_no_address(client: Client, case_of: Case) -> None:
    found = client.post(reverse("search"), {"q": case_of.name})
    by_address = client.get(f"{reverse('search')}?q={case_of.name}").content.decode()
    page = found.content.decode()

    assert reverse("case", args=[case_of.pk]) in page
    assert reverse("case", args=[case_of.pk]) not in by_address
    assert 'method="get"' not in page
    assert "hx-get" not in page


def test_a_row_that_moved_meanwhile_is_brought_up_to_date(
    officer: Officer, case_of: Case, clock: Clock
) -> None:
    who, stale = visiting(officer), Case.objects.get(pk=case_of.pk)
    store.act(who, case_of, lambda case, by: see(case, by, purpose="vetting"))
    clock.wait(30)
    asks = Opinion(ruling=Ruling.ASK, reason=REASON, told="Which year?", seen=stale.evidence)
    store.act(who, case_of, lambda case, by: decide(case, by, store.POLICY, asks))

    store.act(who, stale, lambda case, by: undo(case, by, store.POLICY))

    case_of.refresh_from_db()
    assert case_of.state == store.load(case_of).state == "open"
