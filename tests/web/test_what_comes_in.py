"""Answers, observations, appeals; cases given, reopened and decided together."""

import re
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse

from tamiz.casework import Opinion, Role, Ruling, State, decide, second_look, see
from tamiz.web import store
from tamiz.web.groups import regroup
from tamiz.web.models import Case, CaseFinding, Officer, Programme
from tamiz.web.visibility import cases
from tamiz.web.visitor import actor
from web_world import Enter, Hire, visiting

TEXT = "The unit writes that he never served there."


@pytest.fixture
def intake(hire: Hire, enter: Enter, north: Programme) -> Client:
    return enter(hire("receives", Role.INTAKE, programmes=(north,)))


@pytest.fixture
def officer(hire: Hire, north: Programme) -> Officer:
    return hire("decides", Role.OFFICER, programmes=(north,))


def ruled(row: Case, officer: Officer, ruling: Ruling) -> State:
    """Read a case and decide it; the state that it then has."""
    who = visiting(officer)
    every = tuple(store.load(row).findings)
    store.act(who, row, lambda case, by: see(case, by, purpose="vetting", read=every))
    said = Opinion(ruling=ruling, reason=TEXT, seen=store.load(row).grounds, told=TEXT)
    return store.act(who, row, lambda case, by: decide(case, by, store.POLICY, said)).state


def filed(client: Client, row: Case, kind: str, **told: str) -> Client:
    form = {"kind": kind, "programme": row.programme_id, "applicant": row.applicant, "text": TEXT}
    client.post(reverse("intake"), {**form, **told})
    return client


def test_an_answer_brings_a_waiting_case_back(
    intake: Client, case_of: Case, officer: Officer
) -> None:
    assert ruled(case_of, officer, Ruling.ASK) is State.WAITING

    filed(intake, case_of, "answer")

    assert store.load(case_of).state is State.OPEN


@pytest.mark.parametrize(("grading", "count"), [("B2", 1), ("", 0), ("G1", 0)])
def test_an_observation_is_graded(grading: str, count: int, intake: Client, case_of: Case) -> None:
    filed(intake, case_of, "observation", grading=grading)

    assert len(store.load(case_of).observations) == count


def test_a_correction_opens_a_case_of_its_own(
    intake: Client, case_of: Case, officer: Officer
) -> None:
    ruled(case_of, officer, Ruling.REFUSE)

    filed(intake, case_of, "correction")

    new = Case.objects.get(about=case_of)
    assert (new.kind, new.is_open) == ("correction", True)
    assert officer.number in store.load(new).barred
    assert new.findings.count() == case_of.findings.count()


def test_who_judges_the_contested_case_later_is_not_given_what_contests_it(
    intake: Client, case_of: Case, officer: Officer, hire: Hire
) -> None:
    ruled(case_of, officer, Ruling.REFUSE)
    filed(intake, case_of, "correction")
    later = hire("later", Role.OFFICER, programmes=(case_of.programme,))
    filed(intake, case_of, "observation", grading="B2")  # brings the first case back
    ruled(case_of, later, Ruling.REFUSE)

    assert later.number in store.load(Case.objects.get(about=case_of)).barred


def contest(intake: Client, row: Case, officer: Officer) -> Case:
    """A correction about a case that an officer judged."""
    ruled(row, officer, Ruling.REFUSE)
    filed(intake, row, "correction")
    return Case.objects.get(about=row)


def test_an_answer_reaches_an_appeal_that_waits_for_it(
    intake: Client, case_of: Case, officer: Officer, hire: Hire
) -> None:
    new = contest(intake, case_of, officer)
    assert ruled(new, hire("asks", Role.OFFICER, programmes=(new.programme,)), Ruling.ASK) == (
        State.WAITING
    )

    filed(intake, case_of, "answer")

    assert store.load(new).state is State.OPEN
    assert [one.text for one in store.load(new).answers] == [TEXT]
    assert not store.load(case_of).answers  # which had asked nothing


def test_an_observation_reaches_every_case_of_the_applicant(
    intake: Client, case_of: Case, officer: Officer
) -> None:
    new = contest(intake, case_of, officer)

    filed(intake, case_of, "observation", grading="B2")

    assert [len(store.load(row).observations) for row in (case_of, new)] == [1, 1]


def test_what_is_contested_is_the_last_decision(
    intake: Client, case_of: Case, officer: Officer, hire: Hire
) -> None:
    first = contest(intake, case_of, officer)
    other = hire("other", Role.OFFICER, programmes=(first.programme,))
    ruled(first, other, Ruling.REFUSE)
    Case.objects.filter(pk=first.pk).update(state=State.DECIDED.value)

    filed(intake, case_of, "correction")

    new = Case.objects.get(about=first)
    assert store.load(new).barred == {officer.number, other.number}


STATES = ("open", "waiting", "pending", "decided", "escalated")


@pytest.mark.parametrize("kind", ["answer", "observation", "appeal", "correction"])
def test_intake_is_told_the_same_in_every_state(
    kind: str, intake: Client, north: Programme, officer: Officer, hire: Hire
) -> None:
    told = set()
    for state, row in zip(STATES, Case.objects.filter(programme=north), strict=False):
        brought_to(state, row, officer, hire(f"second-{state}", Role.SENIOR, programmes=(north,)))
        form = {"kind": kind, "programme": row.programme_id, "applicant": row.applicant}
        answer = intake.post(
            reverse("intake"), {**form, "text": TEXT, "grading": "B2"}, follow=True
        )
        told.add(answer.content.decode().replace(row.applicant, "X").split("<main", 1)[1])

    assert len({TOKEN.sub("", page) for page in told}) == 1


TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


def brought_to(state: str, row: Case, officer: Officer, second: Officer) -> None:
    """The case in that state."""
    if state == "open":
        return
    rulings = {"waiting": Ruling.ASK, "escalated": Ruling.ESCALATE}
    ruled(row, officer, rulings.get(state, Ruling.REFUSE))
    if state == "decided":
        who, every = visiting(second), tuple(store.load(row).findings)
        store.act(who, row, lambda case, by: see(case, by, purpose="vetting", read=every))
        said = Opinion(ruling=Ruling.REFUSE, reason=TEXT, seen=store.load(row).grounds)
        store.act(who, row, lambda case, by: second_look(case, by, store.POLICY, said))
    row.refresh_from_db()
    assert row.state == state


def test_an_appeal_before_anything_is_decided_is_not_lost(intake: Client, case_of: Case) -> None:
    filed(intake, case_of, "appeal")

    assert [one.text for one in store.load(case_of).appeals] == [TEXT]
    assert not Case.objects.filter(about=case_of).exists()


def test_a_text_that_says_nothing_is_asked_for_again(intake: Client, case_of: Case) -> None:
    form = {"kind": "answer", "programme": case_of.programme_id, "applicant": case_of.applicant}

    page = intake.post(reverse("intake"), {**form, "text": "…"}).content.decode()

    assert not store.load(case_of).answers
    assert case_of.key not in page


def test_the_second_officer_reads_what_came_in_and_finds_no_way_to_what_was_decided(
    intake: Client, case_of: Case, officer: Officer, hire: Hire, enter: Enter
) -> None:
    new = contest(intake, case_of, officer)
    filed(intake, case_of, "observation", grading="B2", source="An instructor")
    ruled(new, hire("judges", Role.OFFICER, programmes=(new.programme,)), Ruling.REFUSE)
    client = enter(hire("looks", Role.OFFICER, programmes=(new.programme,)))

    page = client.get(reverse("case", args=[new.pk])).content.decode()

    assert "An instructor" in page
    assert reverse("case", args=[case_of.pk]) not in page


def test_who_judged_a_case_is_not_given_what_contests_it(
    intake: Client, case_of: Case, officer: Officer, enter: Enter
) -> None:
    ruled(case_of, officer, Ruling.REFUSE)
    filed(intake, case_of, "correction")
    new = Case.objects.get(about=case_of)
    Case.objects.exclude(pk=new.pk).update(is_open=False)

    answer = enter(officer).post(reverse("next"))

    assert answer.headers["Location"] == reverse("queue")


def test_intake_learns_nothing_of_a_case(intake: Client, case_of: Case) -> None:
    page = filed(intake, case_of, "observation", grading="B2").get(reverse("intake"))

    assert case_of.name not in page.content.decode()


def test_intake_reaches_no_other_programme(intake: Client, south: Programme) -> None:
    row = Case.objects.filter(programme=south)[0]

    filed(intake, row, "observation", grading="B2")

    assert not store.load(row).observations


def test_a_senior_gives_a_case_to_a_colleague(
    hire: Hire, enter: Enter, north: Programme, case_of: Case, officer: Officer
) -> None:
    client = enter(hire("leads", Role.SENIOR, programmes=(north,)))

    client.post(reverse("assign", args=[case_of.pk]), {"to": officer.number})

    case_of.refresh_from_db()
    assert case_of.assigned == officer


def test_a_case_is_not_given_to_who_may_not_see_it(
    hire: Hire, enter: Enter, north: Programme, south: Programme, case_of: Case
) -> None:
    client = enter(hire("leads", Role.SENIOR, programmes=(north,)))
    outsider = hire("elsewhere", Role.OFFICER, programmes=(south,))

    client.post(reverse("assign", args=[case_of.pk]), {"to": outsider.number})

    case_of.refresh_from_db()
    assert case_of.assigned is None


def tied(programme: Programme, *applicants: str) -> None:
    """Make each of these applicants name the next in a concern."""
    rows = {row.applicant: row for row in cases_of(programme)}
    for one, other in pairwise(applicants):
        CaseFinding.objects.filter(case=rows[one]).update(other=other, outcome="concern")


def cases_of(programme: Programme) -> list[Case]:
    return list(Case.objects.filter(programme=programme, about=None).order_by("pk"))


def test_cases_that_are_tied_make_one_group(north: Programme) -> None:
    first, second, third, *_ = (row.applicant for row in cases_of(north))
    tied(north, third, first, second)

    regroup(north)

    groups = {row.applicant: row.group for row in cases_of(north)}
    assert groups[first] == groups[second] == groups[third] == f"g{cases_of(north)[0].pk}"


def test_somebody_who_was_let_go_sees_nothing_any_more(officer: Officer) -> None:
    before = cases(actor(officer)).count()
    officer.is_active = False

    assert (before > 0, cases(actor(officer)).count()) == (True, 0)
