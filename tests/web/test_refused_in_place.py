"""What a rule refuses stands where the browser goes next, in words that name nobody by a number."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from tamiz.casework import Opinion, Role, Ruling, decide, see
from tamiz.web import accounts, store
from tamiz.web.models import Case, Officer, Programme
from tamiz.wording import say
from web_world import HOST, PASSWORD, Enter, Hire, visiting
from web_xpath import xpath


@pytest.fixture
def officer(hire: Hire, north: Programme) -> Officer:
    return hire("works", Role.OFFICER, programmes=(north,))


@pytest.fixture
def desk(officer: Officer, enter: Enter) -> Client:
    return enter(officer)


def ruled(case_of: Case, officer: Officer, ruling: Ruling) -> None:
    """Decided in another tab, by somebody who read everything."""
    who, every = visiting(officer), tuple(store.load(case_of).findings)
    store.act(who, case_of, lambda case, by: see(case, by, purpose="vetting", read=every))
    told = "We could not confirm it." if ruling is Ruling.REFUSE else ""
    said = Opinion(
        ruling=ruling, reason="It is them.", seen=store.load(case_of).evidence, told=told
    )
    store.act(who, case_of, lambda case, by: decide(case, by, store.POLICY, said))


def sent(desk: Client, case_of: Case, **form: str) -> str:
    answer = desk.post(reverse("decide", args=[case_of.pk]), form, follow=True)
    return answer.content.decode()


def test_a_decision_that_came_too_late_is_told_beside_the_form(
    desk: Client, case_of: Case, hire: Hire, north: Programme
) -> None:
    """The page opens at the form: what stands at its head is not seen."""
    ruled(case_of, hire("first", Role.OFFICER, programmes=(north,)), Ruling.REFUSE)

    page = html.fromstring(sent(desk, case_of, ruling="refuse", reason="It is them.", told="No."))

    (told,) = xpath(page, '//section[@id="decide"]//p[@class="refused"]/text()')
    assert case_of.key in str(told)


def test_who_chose_nothing_is_told_beside_the_form(desk: Client, case_of: Case) -> None:
    page = html.fromstring(sent(desk, case_of, reason="It is them."))

    assert len(xpath(page, '//section[@id="decide"]//p[@class="refused"]')) == 1


def test_a_verdict_that_is_refused_is_told_beside_its_question(desk: Client, case_of: Case) -> None:
    key = next(iter(store.load(case_of).to_judge))
    form = {"finding": key, "verdict": "different", "reason": ""}

    answer = desk.post(reverse("verdict", args=[case_of.pk]), form, follow=True)

    page = html.fromstring(answer.content.decode())
    assert len(xpath(page, f'//*[@id="f-{key}"]//p[@class="refused"]')) == 1
    assert xpath(page, '//section[@id="decide"]//p[@class="refused"]') == []


def test_the_reader_is_called_by_name(desk: Client, officer: Officer, case_of: Case) -> None:
    ruled(case_of, officer, Ruling.ESCALATE)
    form = {"ruling": "refuse", "reason": "It is them.", "told": "No."}

    page = sent(desk, case_of, evidence=store.load(case_of).evidence, **form)

    assert "Works may not do this" in page
    assert f"{officer.number} may not" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("used", [True, False])
def test_a_link_that_opens_nothing_says_what_to_do(used: bool, hire: Hire) -> None:
    token = accounts.invite(hire("new"))
    if used:
        accounts.accept(token, password=PASSWORD)

    answer = Client(SERVER_NAME=HOST).get(f"/first/{token if used else 'nothing'}/")

    assert answer.status_code == 404
    assert say("web.error.link") in answer.content.decode()


def test_until_it_may_be_asked_for_the_page_of_an_erasure_says_so(
    hire: Hire, enter: Enter, case_of: Case, north: Programme
) -> None:
    senior = enter(hire("leads", Role.SENIOR, programmes=(north,)))

    page = senior.get(reverse("erasure", args=[case_of.pk])).content.decode()

    assert "Nobody can ask for its erasure before that day." in page
