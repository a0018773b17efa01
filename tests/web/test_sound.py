"""No request with a NUL in it reaches a table, whichever database it is."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from tamiz.casework import Role
from tamiz.web.models import Case, Programme
from tamiz.web.pages import PAGES, Page
from web_world import HOST, Enter, Hire

NUL = "%00"


@pytest.mark.parametrize(
    "where", [f"/?check={NUL}", f"/?programme={NUL}", f"/search/?q=ab{NUL}", f"/audit/?actor={NUL}",
              f"/group/{NUL}/", f"/?{NUL}=1"],
)  # fmt: skip
def test_an_address_with_a_nul_is_refused(
    where: str, north: Programme, hire: Hire, enter: Enter
) -> None:
    client = enter(hire("asks", Role.SENIOR, programmes=(north,)))

    assert client.get(where).status_code == HTTPStatus.BAD_REQUEST


@pytest.mark.parametrize("page", [page for page in PAGES if "POST" in page.methods],
                         ids=lambda page: page.name)  # fmt: skip
def test_a_form_with_a_nul_is_refused(page: Page, case_of: Case, hire: Hire, enter: Enter) -> None:
    client = enter(hire("asks", Role.SENIOR, programmes=(case_of.programme,)))
    parts = {"<int:number>": str(case_of.pk), "<str:key>": "none", "<str:token>": "x" * 43}
    where = page.path
    for gap, text in parts.items():
        where = where.replace(gap, text)

    assert client.post(f"/{where}", {"reason": "a\x00"}).status_code == HTTPStatus.BAD_REQUEST


@pytest.mark.usefixtures("db")
def test_a_cookie_with_a_nul_is_refused() -> None:
    client = Client(SERVER_NAME=HOST)
    client.cookies["session"] = "abcdefgh\x00"

    assert client.get(reverse("queue")).status_code == HTTPStatus.BAD_REQUEST
