"""A button says what its verdict means for the question above it."""

import pytest
from django.urls import reverse
from lxml import html

from tamiz.casework import Role
from tamiz.casework.clearance import asks_who
from tamiz.model import Evidence, Finding, Listed, Outcome
from tamiz.web.models import Case, Programme
from web_world import Enter, Hire
from web_xpath import xpath

LISTED = Listed(source="s", id="1", name="n", programmes=())


@pytest.mark.parametrize(
    ("check", "is_pair", "told"),
    [
        ("watchlist_person", True, True), ("second_identity", True, True),
        ("watchlist_person", False, False),  # nobody on the lists
        ("watchlist_related", True, False), ("shared_document", True, False),
        ("document_run_of_blanks", True, False), ("claims_consistency", False, False),
    ],
)  # fmt: skip
def test_only_some_questions_ask_who_somebody_is(check: str, *, is_pair: bool, told: bool) -> None:
    finding = Finding(
        check=check, version="1", question="?", outcome=Outcome.CONCERN, basis="b",
        evidence=(Evidence(feature="f", code="c"),),
        listed=LISTED if is_pair else None,
    )  # fmt: skip

    assert asks_who(finding) is told


@pytest.fixture
def page(hire: Hire, enter: Enter, north: Programme) -> html.HtmlElement:
    """The page of somebody who shares a phone with another applicant."""
    client = enter(hire("judges", Role.OFFICER, programmes=(north,)))
    row = Case.objects.get(programme=north, applicant="S-0000")
    return html.fromstring(client.get(reverse("case", args=[row.pk])).content.decode())


def test_of_a_tie_the_buttons_say_whether_it_is_so(page: html.HtmlElement) -> None:
    words = [one.text.strip() for one in xpath(page, "//button[@data-verdict]")]

    assert words[:2] == ["It is so", "It is not so"]


def test_a_tie_can_be_kept_quiet_as_any_pair(page: html.HtmlElement) -> None:
    assert xpath(page, "//form[@data-verdicts]//input[@name='quiet']")
