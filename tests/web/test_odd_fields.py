"""What no form of ours sends is refused or passed over, and never a fault of ours."""

from http import HTTPStatus

import pytest

from tamiz.casework import Role
from tamiz.web.models import Case
from tamiz.web.pages import PAGES, Page
from web_addresses import address
from web_world import Enter, Hire

# Fields of all forms: a page that knows one of them looks at it.
FIELDS = (
    "actor", "after", "applicant", "before", "blind", "case", "code", "email", "evidence", "file",
    "filter", "finding", "form", "full_name", "grading", "ground", "job", "kind", "language", "label",
    "login", "next", "one", "page", "pair", "party", "programme", "programmes", "purpose", "q",
    "reason", "roles", "ruling", "source", "text", "to", "told", "until", "username", "verdict",
    "down", "note", "open",
)  # fmt: skip
ODD = {
    "a number longer than Python reads": "9" * 5_000,
    "a number longer than a table holds": "9" * 19,
    "below nought": "-1",
    "a figure of another script": "٣",
    "a sign that is not printed": "\x7f",
    "more than any field": "a" * 3_000,
    "a name of nothing": "C1",
    "a path": "../../etc/passwd",
}


def role_for(page: Page) -> Role:
    """A role that may ask for a page."""
    if page.path.startswith("people"):
        return Role.PEOPLE_ADMIN
    names = {"audit", "export", "export_job", "export_file", "whole"}
    return Role.AUDITOR if page.name in names else Role.SENIOR


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_no_odd_field_breaks_a_page(odd: str, case_of: Case, hire: Hire, enter: Enter) -> None:
    other, programmes = hire("other"), (case_of.programme,)
    clients = {
        role: enter(hire(role.value, role, programmes=programmes))
        for role in {role_for(page) for page in PAGES}
    }
    broken = []
    for page in PAGES:
        client, where = clients[role_for(page)], address(page, case_of, other)
        client.raise_request_exception = False
        for method in page.methods:
            send = client.get if method == "GET" else client.post
            answer = send(where, dict.fromkeys(FIELDS, odd))
            if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                broken.append((page.name, method))

    assert broken == []


@pytest.mark.parametrize(
    "address", ["C1", "me", "javascript:alert(1)", "//elsewhere", "a/b", "\\x"]
)
@pytest.mark.parametrize("page", ["language", "purpose"])
def test_a_way_back_that_is_no_address_here_leads_to_the_first_page(
    page: str, address: str, hire: Hire, enter: Enter
) -> None:
    told = {"language": "es", "purpose": "audit", "next": address}

    answer = enter(hire("ann", Role.OFFICER)).post(f"/{page}/", told)

    assert answer.headers["Location"] == "/"
