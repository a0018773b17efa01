"""Verdicts, decisions, second looks and undo, as browsers send them."""

import pytest
from django.test import Client
from django.urls import reverse

from tamiz.casework import Case as Folded
from tamiz.casework import Role, State
from tamiz.web import store
from tamiz.web.models import Case, JournalEntry, Programme, Ruled
from web_world import Clock, Enter, Hire

REASON = "the birth dates differ by ten years"


def read(client: Client, row: Case, clock: Clock) -> Folded:
    """Open the page and look at it for a while."""
    assert client.get(reverse("case", args=[row.pk])).status_code == 200
    clock.wait(30)
    return store.load(row)


def decide(client: Client, row: Case, ruling: str, *, name: str = "decide", **told: str) -> None:
    form = {"ruling": ruling, "reason": REASON, "evidence": store.load(row).grounds, **told}
    client.post(reverse(name, args=[row.pk]), form)


@pytest.fixture
def officer(hire: Hire, enter: Enter, north: Programme) -> Client:
    return enter(hire("first", Role.OFFICER, programmes=(north,)))


@pytest.fixture
def second(hire: Hire, enter: Enter, north: Programme) -> Client:
    return enter(hire("second", Role.OFFICER, programmes=(north,)))


def test_a_verdict_stands_in_the_case(officer: Client, case_of: Case, clock: Clock) -> None:
    finding = next(iter(read(officer, case_of, clock).to_judge))

    officer.post(reverse("verdict", args=[case_of.pk]),
                 {"finding": finding, "verdict": "different", "reason": REASON})  # fmt: skip

    assert store.load(case_of).dispositions[finding].verdict == "different"


@pytest.mark.usefixtures("clock")
def test_a_verdict_without_reading_is_asked_for_once_more(officer: Client, case_of: Case) -> None:
    officer.get(reverse("case", args=[case_of.pk]))
    finding = next(iter(store.load(case_of).to_judge))
    form = {"finding": finding, "verdict": "different", "reason": REASON}
    where = reverse("verdict", args=[case_of.pk])

    officer.post(where, form)
    asked = store.load(case_of)
    officer.post(where, form)

    assert not asked.dispositions
    assert finding in store.load(case_of).dispositions


def test_who_gave_a_verdict_on_everything_is_not_asked_whether_they_read(
    officer: Client, case_of: Case, clock: Clock
) -> None:
    for finding in read(officer, case_of, clock).to_judge:
        officer.post(reverse("verdict", args=[case_of.pk]),
                     {"finding": finding, "verdict": "different", "reason": REASON})  # fmt: skip
    officer.get(reverse("case", args=[case_of.pk]))  # the page is drawn again, and the clock starts

    decide(officer, case_of, "refuse", told="We could not confirm who you are.")

    assert store.load(case_of).state is State.PENDING


def test_a_refusal_waits_for_a_second_officer(officer: Client, case_of: Case, clock: Clock) -> None:
    read(officer, case_of, clock)

    decide(officer, case_of, "refuse", told="We could not confirm who you are.")

    case_of.refresh_from_db()
    assert (case_of.state, Ruled.objects.count()) == (State.PENDING.value, 0)


def test_two_officers_who_agree_decide(
    officer: Client, second: Client, case_of: Case, clock: Clock
) -> None:
    read(officer, case_of, clock)
    decide(officer, case_of, "refuse", told="We could not confirm who you are.")
    read(second, case_of, clock)
    decide(second, case_of, "refuse", name="second")

    case_of.refresh_from_db()
    ruled = Ruled.objects.get(case=case_of)
    assert (case_of.state, case_of.is_open) == (State.DECIDED.value, False)
    assert (ruled.maker.username, ruled.checker and ruled.checker.username) == ("first", "second")


def test_nobody_gives_the_second_look_to_their_own(
    officer: Client, case_of: Case, clock: Clock
) -> None:
    read(officer, case_of, clock)
    decide(officer, case_of, "refuse", told="We could not confirm who you are.")
    decide(officer, case_of, "refuse", name="second")

    assert store.load(case_of).state is State.PENDING


def test_the_second_look_is_blind(
    officer: Client, second: Client, case_of: Case, clock: Clock
) -> None:
    read(officer, case_of, clock)
    decide(officer, case_of, "refuse", told="We could not confirm who you are.")

    page = second.get(reverse("case", args=[case_of.pk])).content.decode()

    assert REASON not in page
    assert "We could not confirm" not in page
    assert "First" not in page


def test_a_decision_on_evidence_that_moved_is_refused(
    officer: Client, case_of: Case, clock: Clock
) -> None:
    read(officer, case_of, clock)

    officer.post(reverse("decide", args=[case_of.pk]),
                 {"ruling": "grant", "reason": REASON, "evidence": "0" * 64})  # fmt: skip

    assert store.load(case_of).state is State.OPEN


@pytest.mark.parametrize(("seconds", "state"), [(9, State.OPEN), (11, State.WAITING)])
def test_what_was_done_can_be_taken_back_for_ten_seconds(
    seconds: int, state: State, officer: Client, case_of: Case, clock: Clock
) -> None:
    read(officer, case_of, clock)
    decide(officer, case_of, "ask", told="Please send the other passport.")
    clock.wait(seconds)

    officer.post(reverse("undo", args=[case_of.pk]))

    assert store.load(case_of).state is state


def test_next_takes_the_most_urgent_and_locks_it(
    officer: Client, second: Client, case_of: Case
) -> None:
    first = officer.post(reverse("next"))
    other = second.post(reverse("next"))

    assert first.headers["Location"] == reverse("case", args=[case_of.pk])
    assert other.headers["Location"] not in {first.headers["Location"], reverse("queue")}


def test_a_case_that_somebody_holds_is_not_decided_by_another(
    officer: Client, second: Client, case_of: Case, clock: Clock
) -> None:
    officer.post(reverse("next"))
    read(second, case_of, clock)

    decide(second, case_of, "grant")

    assert store.load(case_of).state is State.OPEN


def test_a_form_that_was_sent_twice_counts_once(
    officer: Client, case_of: Case, clock: Clock
) -> None:
    read(officer, case_of, clock)
    evidence = store.load(case_of).evidence
    form = {"ruling": "refuse", "reason": REASON, "evidence": evidence, "told": "No identity."}

    for _ in range(2):
        officer.post(reverse("decide", args=[case_of.pk]), form)

    assert JournalEntry.objects.filter(case=case_of.key, kind="proposed").count() == 1


def test_who_opens_a_case_is_noted_with_their_purpose(officer: Client, case_of: Case) -> None:
    before = JournalEntry.objects.filter(kind="seen").count()

    officer.get(reverse("case", args=[case_of.pk]))

    assert JournalEntry.objects.filter(kind="seen").count() == before + 1


def test_a_decision_asks_who_is_there_first(
    hire: Hire, enter: Enter, north: Programme, case_of: Case
) -> None:
    client = enter(hire("tired", Role.OFFICER, programmes=(north,)))
    session = client.session
    del session["account_authentication_methods"]
    session.save()

    answer = client.post(reverse("decide", args=[case_of.pk]), {"ruling": "grant"})

    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))
    assert store.load(case_of).state is State.OPEN
