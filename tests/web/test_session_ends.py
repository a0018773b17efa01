"""A session ends after an hour without a page, and after the working day in any case."""

from datetime import timedelta

import pytest
from django.contrib.auth import SESSION_KEY

from tamiz.casework import Role
from tamiz.web import clock, middleware
from web_world import Enter, Hire


@pytest.mark.parametrize(
    ("minutes", "pages", "stays"), [(50, 3, True), (61, 1, False), (50, 20, False)]
)
def test_a_session_ends(
    minutes: int, pages: int, stays: bool, hire: Hire, enter: Enter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    browser = enter(hire("ann", Role.AUDITOR))
    began = clock.now()
    browser.get("/me/")
    for page in range(1, pages + 1):
        moment = began + timedelta(minutes=minutes * page)
        monkeypatch.setattr(middleware, "now", lambda moment=moment: moment)
        browser.get("/me/")

    assert (SESSION_KEY in browser.session) == stays
