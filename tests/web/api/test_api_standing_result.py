"""An appeal's result is the applicant's result wherever results are told; the first is history."""

from functools import partial

import pytest
from django.urls import reverse

from papers.paper_cases import text_of
from tamiz.casework import CaseKind, Opinion, Role, Ruling, decide, second_look, see
from tamiz.web import appeals, store
from tamiz.web.models import Case, Officer, Programme
from tamiz.wording import say
from web_api_world import Asks
from web_world import Clock, Enter, Hire, visiting

OVER = 60  # seconds after which nothing is undone


@pytest.fixture(autouse=True)
def _now(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The API has the clock of the pages."""
    monkeypatch.setattr("tamiz.web.api.cases.now", clock)


@pytest.fixture
def officers(hire: Hire, north: Programme) -> tuple[Officer, ...]:
    names = ("ann", "ben", "cyd", "dan")
    return tuple(hire(name, Role.OFFICER, programmes=(north,)) for name in names)


def ended(row: Case, ruling: Ruling, clock: Clock, told: str, *two: Officer) -> None:
    """The case as two officers decide it."""
    for officer, rule in zip(two, (decide, second_look), strict=True):
        who = visiting(officer)
        every = tuple(store.load(row).findings)
        store.act(who, row, partial(see, purpose="vetting"))
        store.act(who, row, partial(see, purpose="vetting", read=every))
        clock.wait(30)
        seen = store.load(row).grounds
        said = Opinion(ruling=ruling, reason="inside", told=told, seen=seen)
        store.act(who, row, partial(rule, policy=store.POLICY, opinion=said))
    row.refresh_from_db()


@pytest.fixture
def contest(case_of: Case, officers: tuple[Officer, ...], clock: Clock) -> Case:
    """The appeal against a refusal, not decided yet."""
    ended(case_of, Ruling.REFUSE, clock, "no, this time", *officers[:2])
    clock.wait(OVER)
    row = appeals.file(visiting(officers[0]), case_of, CaseKind.APPEAL, "my brother's phone")
    assert row is not None
    return row


@pytest.fixture
def granted(contest: Case, officers: tuple[Officer, ...], clock: Clock) -> Case:
    ended(contest, Ruling.GRANT, clock, "yes, after all", *officers[2:])
    return contest


def results(asks: Asks, north: Programme) -> list[tuple[int, str, str]]:
    lines = asks(programmes=(north,)).get("decisions").json()["decisions"]
    return [(one["case"], one["result"], one["told"]) for one in lines]


def test_programs_are_told_the_appeal_s_result_of_both(
    granted: Case, case_of: Case, asks: Asks, north: Programme, clock: Clock
) -> None:
    clock.wait(OVER)

    told = results(asks, north)

    assert told == [
        (case_of.pk, "grant", "yes, after all"),
        (granted.pk, "grant", "yes, after all"),
    ]


def test_until_it_is_decided_the_refusal_stands(
    contest: Case, case_of: Case, asks: Asks, north: Programme
) -> None:
    assert results(asks, north) == [(case_of.pk, "refuse", "no, this time")]
    assert contest.is_open


@pytest.mark.usefixtures("granted")
def test_nothing_is_told_while_it_can_be_taken_back(asks: Asks, north: Programme) -> None:
    assert results(asks, north) == []


@pytest.mark.parametrize(("paper", "words"), [("slip", "Accepted"), ("letter", "yes, after all")])
def test_papers_of_the_first_case_tell_the_appeal_s_result(
    paper: str, words: str, granted: Case, case_of: Case, officers: tuple[Officer, ...],
    clock: Clock, enter: Enter,
) -> None:  # fmt: skip
    client, where = enter(officers[0]), reverse(paper, args=[case_of.pk])
    at_once = client.post(where)
    clock.wait(OVER)

    answer = client.post(where)

    assert at_once.headers["Content-Type"] != "application/pdf"
    assert words in text_of(answer.content)
    assert "no, this time" not in text_of(answer.content)
    assert granted.about == case_of


def test_the_appeal_s_page_says_that_a_grant_takes_two(
    contest: Case, officers: tuple[Officer, ...], enter: Enter
) -> None:
    page = enter(officers[2]).get(reverse("case", args=[contest.pk])).content.decode()

    assert say("web.case.was_refused") in page


def test_the_first_case_s_page_says_what_stands_and_what_was_decided_before(
    granted: Case, case_of: Case, officers: tuple[Officer, ...], clock: Clock, enter: Enter
) -> None:
    clock.wait(OVER)

    page = enter(officers[0]).get(reverse("case", args=[case_of.pk])).content.decode()

    page = page.partition('id="decisions"')[2]
    assert say("web.case.elsewhere") in page
    assert page.index("yes, after all") < page.index("no, this time")
    assert granted.about == case_of
