"""Every page, tried by every role, on cases of their own programme and of another."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from tamiz.casework import Role
from tamiz.casework.people import Act
from tamiz.web.models import Case, JournalEntry, Officer, Programme
from tamiz.web.models.people import GIVEN
from tamiz.web.pages import PAGES, Page
from web_addresses import EVERY, address
from web_world import HOST, Enter, Hire

NONE = "nobody"  # an account without a role
WHO = (NONE, *(role.value for role in GIVEN))
# Who reaches which page, written by hand and not from the pages' own acts: one that names a wrong
# act is found here.
DESK = {"officer", "senior"}
READERS, LEADERS, AUDITORS = DESK | {"auditor"}, {"senior"}, {"auditor"}
ADMINISTRATORS = {"people_admin"}
EVERYBODY = set(WHO)
MAY: dict[str, set[str]] = {
    **dict.fromkeys(
        (
            "queue", "group", "case", "compare", "picture", "read", "search", "observations",
            "keep_filter", "drop_filter",
        ),
        READERS,
    ),
    **dict.fromkeys(
        (
            "next", "together", "take", "release", "note", "reopen", "verdict", "decide", "second",
            "undo", "withdraw", "dossier", "letter", "slip", "place",
        ),
        DESK,
    ),
    **dict.fromkeys(
        (
            "assign", "erasures", "erasure", "ask_erasure", "drop_erasure", "erase", "new_form",
            "close_form",
        ),
        LEADERS,
    ),
    **dict.fromkeys(("whole", "audit", "export", "export_job", "export_file"), AUDITORS),
    **dict.fromkeys(("intake", "screen"), DESK | {"intake"}),
    "bring": {"intake"},
    "again": {"list_manager"},
    "lists": READERS | {"intake", "list_manager"},
    "people": ADMINISTRATORS | AUDITORS,
    **dict.fromkeys(("new_person", "person", "person_link", "person_out"), ADMINISTRATORS),
    **dict.fromkeys(("me", "me_out", "me_end", "factor", "purpose", "keys", "jobs"), EVERYBODY),
}  # fmt: skip
REFUSED = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}
# allauth's pages: each sees the account of who asks and nothing else.
OURS = {page.name for page in PAGES}


def ask(client: Client, page: Page, where: str) -> int:
    """The status that each method of a page answers with, the worst for us first."""
    statuses = [client.get(where).status_code] if "GET" in page.methods else []
    if "POST" in page.methods:
        statuses.append(client.post(where, {}).status_code)
    return min(statuses)


@pytest.mark.parametrize("who", WHO)
def test_a_role_reaches_the_pages_of_its_acts_and_no_other(
    who: str, north: Programme, case_of: Case, hire: Hire, enter: Enter
) -> None:
    roles = () if who == NONE else (Role(who),)
    client, other = enter(hire("asks", *roles, programmes=(north,))), hire("other")
    Case.objects.filter(pk=case_of.pk).update(group="g1")
    case_of.refresh_from_db()

    reached = {
        page.name
        for page in PAGES
        if not page.is_public and ask(client, page, address(page, case_of, other)) not in REFUSED
    }

    # The first page sends who may not see cases to their own work.
    assert reached - {"queue"} == {name for name, may in MAY.items() if who in may} - {"queue"}


def test_the_table_has_every_page_that_needs_an_account() -> None:
    assert set(MAY) == {page.name for page in PAGES if not page.is_public}


@pytest.mark.parametrize("who", [role.value for role in GIVEN if role is not Role.AUDITOR])
def test_a_case_of_another_programme_is_not_there(
    who: str, north: Programme, south: Programme, hire: Hire, enter: Enter
) -> None:
    client, other = enter(hire("asks", Role(who), programmes=(south,))), hire("other")
    foreign = Case.objects.filter(programme=north)[0]
    pages = [page for page in PAGES if page.path.startswith("case/")]

    told = {page.name: ask(client, page, address(page, foreign, other)) for page in pages}

    assert {name for name, status in told.items() if status not in REFUSED} == set()


def test_no_page_says_anything_of_a_case_of_another_programme(
    north: Programme, south: Programme, hire: Hire, enter: Enter
) -> None:
    Case.objects.filter(programme=north).update(name="Zebedeo Unico", words="zebedeo unico")
    client = enter(hire("asks", Role.SENIOR, programmes=(south,)))
    asked = [client.get(reverse("queue")), client.post(reverse("search"), {"q": "zebedeo"}),
             client.get(f"{reverse('queue')}?programme=north")]  # fmt: skip

    pages = [answer.content.decode() for answer in asked]

    assert all("Unico" not in page and "North 2026" not in page for page in pages)


def test_without_an_account_there_is_only_the_way_in(case_of: Case, hire: Hire) -> None:
    client, other = Client(SERVER_NAME="localhost"), hire("other")
    told = {}
    for page in PAGES:
        if not page.is_public:
            answer = client.get(address(page, case_of, other))
            told[page.name] = answer.headers.get("Location", "").partition("?")[0]

    assert set(told.values()) == {reverse("account_login")}


def test_an_account_that_was_closed_is_out_at_once(hire: Hire, enter: Enter) -> None:
    officer = hire("leaves", Role.OFFICER)
    client = enter(officer)
    Officer.objects.filter(pk=officer.pk).update(is_active=False)

    assert client.get(reverse("me")).headers["Location"].startswith(reverse("account_login"))


def test_every_address_is_a_page_of_the_table_or_of_the_account() -> None:
    others = set(EVERY) - OURS

    assert {
        name for name in others if not name.startswith(("account_", "mfa_", "openid_connect_"))
    } == set()


@pytest.mark.parametrize("page", [page for page in PAGES if page.is_personal], ids=lambda p: p.name)
def test_who_reads_of_applicants_must_say_why(
    page: Page, north: Programme, case_of: Case, hire: Hire, enter: Enter
) -> None:
    role = Role.AUDITOR if page.act is Act.SEE_AUDIT else Role.SENIOR
    client = enter(hire("asks", role, programmes=(north,)), purpose="")
    where = address(page, case_of, hire("other"))

    answer = client.get(where) if "GET" in page.methods else client.post(where)

    assert answer.headers["Location"].startswith(reverse("purpose"))


@pytest.mark.parametrize("is_there", [True, False])
def test_who_asks_for_a_case_that_is_not_theirs_is_noted(
    is_there: bool, north: Programme, south: Programme, hire: Hire, enter: Enter
) -> None:  # ASVS 16.3.2; alike whether it is there, so that the time tells nothing
    officer = hire("asks", Role.OFFICER, programmes=(south,))
    number = Case.objects.filter(programme=north)[0].pk if is_there else 999_999

    enter(officer).get(reverse("case", args=[number]))

    noted = JournalEntry.objects.get(kind="refused", actor=officer.number)
    assert f'"asked":"{number}"' in noted.line.replace("\\", "")


def test_who_is_stopped_after_five_wrong_passwords_is_noted(hire: Hire) -> None:  # 16.3.3
    officer = hire("guessed", Role.OFFICER)
    for _ in range(6):
        told = {"login": "guessed", "password": "wrong"}
        Client(SERVER_NAME=HOST).post(reverse("account_login"), told)

    noted = JournalEntry.objects.filter(actor=officer.number).values_list("kind", flat=True)
    assert sorted(noted) == ["login_failed"] * 5 + ["login_stopped"]
