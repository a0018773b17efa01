"""Observations: by staff, and by a form without an account that tells its sender nothing."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tamiz.casework import Role, State
from tamiz.web import observations, store
from tamiz.web.models import Case, JournalEntry, ObservationForm, Officer, Programme, Unplaced
from tamiz.wording import say
from web_world import HOST, Enter, Hire, visiting

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')  # another each time
SEEN = "Instructor notes expert knowledge of fuses."
TOLD = {"text": SEEN, "source_grade": "B", "word_grade": "2", "source": "Sgt. Nobody"}


@pytest.fixture
def senior(hire: Hire, enter: Enter, north: Programme) -> Client:
    return enter(hire("leads", Role.SENIOR, programmes=(north,)))


@pytest.fixture
def link(senior: Client, north: Programme) -> str:
    """The address of a form."""
    answer = senior.post(reverse("new_form"), {"programme": north.pk, "label": "Instructors"})
    (form,) = ObservationForm.objects.all()
    assert form.programme == north
    text = answer.content.decode()
    return "/tell/" + text.split("/tell/")[1].split('"')[0]


@pytest.fixture
def stranger() -> Client:
    return Client(SERVER_NAME=HOST)


def tell(client: Client, link: str, about: str, **more: str) -> str:
    answer = client.post(link, TOLD | {"about": about} | more)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_names_an_applicant_is_filed_with_their_case(
    stranger: Client, link: str, case_of: Case
) -> None:
    tell(stranger, link, case_of.applicant)

    (one,) = store.load(case_of).observations
    assert (one.text, one.grading, one.source, one.actor) == (SEEN, "B2", "Sgt. Nobody", "form")


def test_whoever_tells_learns_nothing_of_whether_there_is_a_case(
    stranger: Client, link: str, case_of: Case
) -> None:
    known, unknown = (tell(stranger, link, who) for who in (case_of.applicant, "A-9999"))

    assert known.partition("<main")[2] == unknown.partition("<main")[2]


def test_what_names_nobody_waits_sealed(stranger: Client, link: str) -> None:
    tell(stranger, link, "the tall one of course 7")

    (one,) = Unplaced.objects.all()
    assert SEEN not in one.sealed
    assert not any(SEEN in line for line in JournalEntry.objects.values_list("line", flat=True))


def test_an_officer_says_whom_it_is_about(
    stranger: Client, link: str, senior: Client, case_of: Case
) -> None:
    tell(stranger, link, "the tall one")
    assert SEEN in senior.get(reverse("observations")).content.decode()

    senior.post(
        reverse("place"), {"one": Unplaced.objects.get().pk, "applicant": case_of.applicant}
    )

    assert [one.text for one in store.load(case_of).observations] == [SEEN]
    assert not Unplaced.objects.exists()


def test_who_said_whom_it_is_about_is_told_that_another_looks(
    stranger: Client, link: str, senior: Client, other: Client, case_of: Case
) -> None:
    tell(stranger, link, "the tall one")
    senior.post(
        reverse("place"), {"one": Unplaced.objects.get().pk, "applicant": case_of.applicant}
    )
    pages = [one.get(reverse("case", args=[case_of.pk])).content.decode()
             for one in (senior, other)]  # fmt: skip

    assert [say("web.case.placed_by_you") in page for page in pages] == [True, False]


def test_a_case_is_opened_for_somebody_in_whom_nothing_was_found(
    stranger: Client, link: str, senior: Client, north: Programme
) -> None:
    tell(stranger, link, "C-1")
    form = {"one": Unplaced.objects.get().pk, "applicant": "C-1"}
    senior.post(reverse("place"), form)
    assert not Case.objects.filter(applicant="C-1").exists()

    senior.post(reverse("place"), form | {"opens": "1"})

    row = Case.objects.get(programme=north, applicant="C-1")
    case = store.load(row)
    assert [one.text for one in case.observations] == [SEEN]
    assert len(case.to_judge) == 1
    assert (row.is_open, row.news) == (True, "observed")


@pytest.mark.parametrize("first", ["place", "drop"])
def test_of_two_who_place_one_observation_the_second_is_told_that_it_is_gone(
    first: str, stranger: Client, link: str, case_of: Case, hire: Hire, north: Programme
) -> None:
    """Two tabs, or two officers: it had been filed twice, with two applicants at the worst."""
    tell(stranger, link, "the tall one of course 7")
    one, stale = Unplaced.objects.get(), Unplaced.objects.get()
    who = visiting(hire("places", Role.OFFICER, programmes=(north,)))
    if first == "drop":
        observations.put_away(visiting(hire("first", Role.OFFICER, programmes=(north,))), one)
        assert observations.put_away(who, one)
    else:
        observations.place(who, one, case_of.applicant, opens=False)

    with pytest.raises(Unplaced.DoesNotExist):
        observations.place(who, stale, case_of.applicant, opens=False)
    with pytest.raises(Unplaced.DoesNotExist):
        observations.put_away(who, stale)
    assert len(store.load(case_of).observations) == (first == "place")


@pytest.fixture
def other(hire: Hire, enter: Enter, north: Programme) -> Client:
    return enter(hire("looks", Role.OFFICER, programmes=(north,)))


def say_nobody(client: Client, act: str = "drop") -> str:
    """Somebody says of what waits that it is about nobody here; what the next page tells them."""
    form = {"one": Unplaced.objects.get().pk, act: "1"}
    return client.post(reverse("place"), form, follow=True).content.decode()


def test_one_officer_alone_puts_nothing_away(stranger: Client, link: str, senior: Client) -> None:
    tell(stranger, link, "nobody")
    say_nobody(senior)

    again = say_nobody(senior)

    assert say("refusal.own_away") in again
    assert say("web.observations.away_mine") in again
    assert Unplaced.objects.exists()


def test_what_two_officers_put_away_is_gone(
    stranger: Client, link: str, senior: Client, other: Client
) -> None:
    tell(stranger, link, "nobody")
    say_nobody(senior)
    say_nobody(other)

    assert not Unplaced.objects.exists()
    line = JournalEntry.objects.get(kind="observation_dropped").line
    assert (
        Officer.objects.get(username="leads").number in line
    )  # the first; the actor is the second


def test_who_comes_second_is_not_told_what_another_said(
    stranger: Client, link: str, senior: Client, other: Client
) -> None:
    tell(stranger, link, "nobody")
    before = other.get(reverse("observations")).content.decode()
    say_nobody(senior)

    after = other.get(reverse("observations")).content.decode()

    assert TOKEN.sub("", before) == TOKEN.sub("", after)


def test_what_was_said_is_taken_back_by_who_said_it(
    stranger: Client, link: str, senior: Client, other: Client
) -> None:
    tell(stranger, link, "nobody")
    say_nobody(senior)
    say_nobody(other, "keep")
    assert Unplaced.objects.get().away_by is not None
    say_nobody(senior, "keep")
    say_nobody(other)

    assert Unplaced.objects.exists()


def test_another_programme_sees_nothing_of_it(
    stranger: Client, link: str, hire: Hire, enter: Enter, south: Programme
) -> None:
    tell(stranger, link, "the tall one")
    other = enter(hire("elsewhere", Role.SENIOR, programmes=(south,)))

    page = other.get(reverse("observations")).content.decode()
    other.post(reverse("place"), {"one": Unplaced.objects.get().pk, "drop": "1"})

    assert SEEN not in page
    assert Unplaced.objects.exists()


def test_a_closed_form_is_not_there(stranger: Client, link: str, senior: Client) -> None:
    senior.post(reverse("close_form"), {"form": ObservationForm.objects.get().pk})

    assert stranger.get(link).status_code == 404


def test_a_guessed_link_is_not_there(stranger: Client, link: str) -> None:
    assert stranger.get(link[:-3] + "x/").status_code == 404


def test_an_hour_takes_so_many_and_no_more(
    stranger: Client, link: str, case_of: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(observations, "MOST_AN_HOUR", 1)
    tell(stranger, link, case_of.applicant)

    answer = stranger.post(link, TOLD | {"about": case_of.applicant})

    assert answer.status_code == 429
    assert len(store.load(case_of).observations) == 1


@pytest.mark.parametrize("wrong", [{"text": "."}, {"text": "x" * 20_000}, {"source_grade": "G"},
                                   {"word_grade": "7"}, {"about": ""}])  # fmt: skip
def test_a_form_with_a_mistake_is_not_taken(
    stranger: Client, link: str, case_of: Case, wrong: dict[str, str]
) -> None:
    stranger.post(link, TOLD | {"about": case_of.applicant} | wrong)

    assert not store.load(case_of).observations


def test_staff_open_a_case_for_somebody_who_has_none(
    hire: Hire, enter: Enter, north: Programme
) -> None:
    intake = enter(hire("files", Role.INTAKE, programmes=(north,)))
    told = {"kind": "observation", "programme": north.pk, "applicant": "C-2", "text": SEEN,
            "grading": "A1"}  # fmt: skip
    intake.post(reverse("intake"), told)
    assert not Case.objects.filter(applicant="C-2").exists()

    intake.post(reverse("intake"), told | {"opens": "on"})

    row = Case.objects.get(programme=north, applicant="C-2")
    assert store.load(row).state is State.OPEN


@pytest.mark.parametrize("day", ["2026-03-02", ""])
def test_the_day_on_which_it_was_seen_stays_with_it(
    day: str, stranger: Client, link: str, case_of: Case, senior: Client
) -> None:
    stranger.post(link, TOLD | {"about": case_of.applicant, "seen": day})

    (one,) = store.load(case_of).observations
    assert one.seen == (date(2026, 3, 2) if day else None)
    page = senior.get(reverse("case", args=[case_of.pk])).content.decode()
    assert ("seen on 2 March 2026" in page) is bool(day)


def test_it_stays_with_what_waits_to_be_placed(
    stranger: Client, link: str, case_of: Case, senior: Client
) -> None:
    stranger.post(link, TOLD | {"about": "the tall one", "seen": "2026-03-02"})
    assert "seen on 2 March 2026" in senior.get(reverse("observations")).content.decode()

    senior.post(
        reverse("place"), {"one": Unplaced.objects.get().pk, "applicant": case_of.applicant}
    )

    assert store.load(case_of).observations[0].seen == date(2026, 3, 2)


@pytest.mark.parametrize("day", ["2999-01-01", "yesterday", "2026-02-30"])
def test_a_day_that_cannot_be_is_asked_again(
    day: str, stranger: Client, link: str, case_of: Case
) -> None:
    page = tell(stranger, link, case_of.applicant, seen=day)

    assert "errorlist" in page
    assert not store.load(case_of).observations


def test_intake_says_it_too(hire: Hire, enter: Enter, north: Programme, case_of: Case) -> None:
    intake = enter(hire("files", Role.INTAKE, programmes=(north,)))
    told = {"kind": "observation", "programme": north.pk, "applicant": case_of.applicant,
            "text": SEEN, "grading": "B2", "seen": "2026-03-02"}  # fmt: skip

    intake.post(reverse("intake"), told)

    assert store.load(case_of).observations[0].seen == date(2026, 3, 2)
