"""Whatever is final asks who is there, where that was last proved more than half an hour ago."""

import pytest
from django.conf import settings as configured
from django.urls import reverse
from lxml import html

from tamiz.casework import Role
from tamiz.casework.people import Act
from tamiz.web.models import Case, JournalEntry, Officer, RoleGiven
from tamiz.web.pages import PAGES, Page
from web_addresses import EVERY, address
from web_world import PASSWORD, Enter, Hire
from web_xpath import xpath

STALE = configured.ACCOUNT_REAUTHENTICATION_TIMEOUT / 60 + 1  # minutes
# What decides, lets something leave the unit, or changes who may do what. From the acts and not
# from the pages' own flags: a page that forgot its flag is found.
FINAL = {
    Act.DECIDE, Act.SECOND_LOOK, Act.DECIDE_ESCALATED, Act.REOPEN, Act.DISCLOSE, Act.ASK_ERASURE, Act.ERASE,
    Act.MANAGE_PEOPLE, Act.MANAGE_LISTS, Act.MANAGE_SYSTEM,
}  # fmt: skip
# Under acts that also do less: what leaves whole, and a link by which strangers write in.
EXPORTS = {"export", "whole", "export_job", "export_file", "new_form"}
# ASVS 7.5.2: who ends sessions has proved again that they are theirs.
SESSIONS = {"me_end", "me_out"}
WORK = {"again"}  # screening again decides nothing, and nothing leaves
POSTED = [
    page
    for page in PAGES
    if "POST" in page.methods
    and page.name not in WORK
    and (page.act in FINAL or page.name in EXPORTS | SESSIONS)
]
# What allauth's own pages ask before a factor is shown or changed.
FACTORS = sorted(
    name for name in EVERY
    if name.startswith("mfa_") and name not in
    {"mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn",
     "mfa_login_webauthn", "mfa_list_webauthn", "mfa_view_recovery_codes", "mfa_download_recovery_codes"}
)  # fmt: skip


def somebody_for(page: Page, hire: Hire, row: Case) -> Officer:
    """Somebody whose role allows the page's act."""
    role = Role.PEOPLE_ADMIN if page.path.startswith("people") else Role.SENIOR
    return hire("asks", Role.AUDITOR if page.act is Act.SEE_AUDIT else role,
                programmes=(row.programme,))  # fmt: skip


def test_every_final_page_is_in_the_table_below() -> None:
    assert {page.name for page in PAGES if page.is_final} == {page.name for page in POSTED}


@pytest.mark.parametrize("page", POSTED, ids=lambda page: page.name)
def test_a_stale_session_is_asked(page: Page, case_of: Case, hire: Hire, enter: Enter) -> None:
    other = hire("other")
    client = enter(somebody_for(page, hire, case_of), minutes_ago=STALE)
    before = (JournalEntry.objects.count(), Officer.objects.count(), RoleGiven.objects.count())

    answer = client.post(address(page, case_of, other), {"username": "new", "full_name": "New"})

    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))
    after = (JournalEntry.objects.count(), Officer.objects.count(), RoleGiven.objects.count())
    assert after == before


@pytest.mark.parametrize("page", POSTED, ids=lambda page: page.name)
def test_a_fresh_session_is_not(page: Page, case_of: Case, hire: Hire, enter: Enter) -> None:
    other = hire("other")
    client = enter(somebody_for(page, hire, case_of))

    answer = client.post(address(page, case_of, other))

    assert not answer.headers.get("Location", "").startswith(reverse("account_reauthenticate"))


@pytest.mark.parametrize("name", FACTORS)
def test_a_stale_session_changes_no_factor(name: str, hire: Hire, enter: Enter) -> None:
    client = enter(hire("asks", Role.OFFICER), minutes_ago=STALE)
    where = reverse(name, args=[1] if name in {"mfa_remove_webauthn", "mfa_edit_webauthn"} else [])

    answers = [client.get(where), client.post(where)]

    assert all(
        one.headers.get("Location", "").startswith(reverse("account_reauthenticate"))
        or one.status_code == 404
        for one in answers
    )


def test_whoever_asks_again_after_proving_it_need_not_fill_in_anew(
    case_of: Case, hire: Hire, enter: Enter
) -> None:
    client = enter(hire("asks", Role.OFFICER, programmes=(case_of.programme,)), minutes_ago=STALE)
    where = reverse("reopen", args=[case_of.pk])
    sent = client.post(where, {"reason": "new facts"})

    answer = client.post(sent.headers["Location"], {"password": PASSWORD, "next": where})

    assert answer.headers["Location"] == reverse("case", args=[case_of.pk])


def test_the_page_that_asks_says_what_becomes_of_what_was_sent(
    case_of: Case, hire: Hire, enter: Enter
) -> None:
    client = enter(hire("asks", Role.OFFICER, programmes=(case_of.programme,)), minutes_ago=STALE)
    sent = client.post(reverse("reopen", args=[case_of.pk]), {"reason": "new facts"})

    page = html.fromstring(client.get(sent.headers["Location"]).content.decode())

    assert "What you sent waits" in xpath(page, "//main")[0].text_content()
    # Nothing leads away but to another proof, and what was sent is not lost.
    links = [one.get("href", "") for one in xpath(page, "//main//a")]
    assert all(one.startswith(reverse("mfa_reauthenticate")) for one in links)
    assert xpath(page, "//input[@type='password'][@autofocus]")
