"""A number in an address that no table can hold is answered as one that is not there."""

from http import HTTPStatus

import pytest

from tamiz.casework import Role
from tamiz.web.models import Programme
from tamiz.web.pages import PAGES, Page
from web_world import Enter, Hire

NUMBERED = [page for page in PAGES if "<int:number>" in page.path]


@pytest.mark.parametrize("number", ["9" * 18, "9" * 30, "9" * 400])
@pytest.mark.parametrize("page", NUMBERED, ids=lambda page: page.name)
def test_it_is_not_there(
    page: Page, number: str, north: Programme, hire: Hire, enter: Enter
) -> None:
    role = Role.PEOPLE_ADMIN if page.path.startswith("people") else Role.SENIOR
    client = enter(hire("asks", role, programmes=(north,)))
    where = "/" + page.path.replace("<int:number>", number)

    answer = client.get(where) if "GET" in page.methods else client.post(where)

    assert answer.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN}
