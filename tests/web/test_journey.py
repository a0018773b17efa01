"""A day in a real browser, from an empty folder: first link, accounts, queue, decision, audit.

The server is the one that a unit starts, in a process of its own, with a database on disk.
"""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import IO

import pytest
from msgspec import Struct
from playwright.sync_api import Browser, Page, sync_playwright

from web_world import PASSWORD, code_of, write_results

CHROMIUM = which("chromium") or which("chromium-browser") or ""
REASON = "Another father's name in the passport."
LETTER = "We could not confirm what you told us."
TAMIZ = (sys.executable, "-c", "from tamiz.cli import main; main()")
RECOVERY_CODES = 10
PATIENCE = 60  # seconds for a server to start on a busy machine

pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium on this machine"),
    pytest.mark.xdist_group("browser"),
    pytest.mark.timeout(300),
]


class Unit(Struct, frozen=True):
    """A server that runs: its address, and the link that makes the first administrator."""

    address: str
    link: str


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    """A new unit with one programme, and its server."""
    data, results = tmp_path / "casework", write_results(tmp_path / "out")
    subprocess.run(
        (*TAMIZ, "cases", "import", str(results), "--programme", "north",
         "--programme-name", "North 2026", "--data", str(data)),
        check=True, capture_output=True,
    )  # fmt: skip
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with subprocess.Popen(
        (*TAMIZ, "serve", "--data", str(data), "--port", str(port)),
        stdout=subprocess.PIPE, text=True, env={"PYTHONUNBUFFERED": "1", "PATH": "/usr/bin:/bin"},
    ) as server:  # fmt: skip
        assert server.stdout is not None
        yield Unit(f"http://127.0.0.1:{port}", _link(server.stdout, port))
        server.terminate()


def _link(told: IO[str], port: int) -> str:
    """The link that the server prints; afterwards it listens."""
    link = next(found[0] for line in told if (found := re.search(r"http\S+/first/\S+", line)))
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return link
        time.sleep(0.1)
    raise TimeoutError("the server does not listen")


@pytest.fixture
def browser() -> Iterator[Browser]:
    """The Chromium of this machine."""
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


class Desk:
    """Somebody at their own browser; ``errors`` is what its console complained of."""

    def __init__(self, browser: Browser, unit: Unit) -> None:
        self.unit = unit
        self.errors: list[str] = []
        self.page: Page = browser.new_context().new_page()
        self.page.on(
            "console", lambda one: self.errors.append(one.text) if one.type == "error" else None
        )

    def open_account(self, link: str, name: str) -> None:
        """Follow a link, set a password and a second factor."""
        self.page.goto(link)
        if self.page.query_selector("input[name=username]"):
            self.page.fill("input[name=username]", name)
            self.page.fill("input[name=full_name]", name.title())
        self.page.fill("input[name=password]", PASSWORD)
        self.page.fill("input[name=again]", PASSWORD)
        self.page.click("main button.main")
        self.set_up_codes()

    def set_up_codes(self) -> None:
        """One-time codes, as everybody is asked for; nobody types the password again for it."""
        self.page.click("a[href$='/totp/activate/']")
        secret = self.page.inner_text("#authenticator_secret").replace(" ", "")
        self.page.fill("input[name=code]", code_of(secret, for_seconds=15))
        self.page.click("form[action*=activate] button")
        assert len(self.page.input_value("#recovery_codes").split()) == RECOVERY_CODES
        self.page.click("main a.main")

    def confirm(self) -> None:
        """Prove again who one is, where a page asks."""
        if "/account/again/" in self.page.url:
            self.page.fill("input[name=password]", PASSWORD)
            self.page.click("form[action*=again] button")

    def let_in(self, name: str, role: str) -> str:
        """Make an account; the link for it."""
        self.page.goto(f"{self.unit.address}/people/new/")
        self.page.fill("input[name=username]", name)
        self.page.fill("input[name=full_name]", name.title())
        self.page.check(f"input[name=roles][value={role}]")
        self.page.check("input[name=programmes]")
        self.page.click("main button.main")
        self.confirm()
        return self.page.input_value("#link")

    def refuse(self, reason: str) -> None:
        """Decide against the applicant on the page of a case."""
        self.page.check("input[name=ruling][value=refuse]")
        self.page.fill("#reason", reason)
        if self.page.query_selector("#told"):
            self.page.fill("#told", LETTER)
        self.page.click("#decide button.main")
        self.confirm()


def test_from_an_empty_folder_to_a_verified_export(
    browser: Browser, unit: Unit, tmp_path: Path
) -> None:
    admin, first, second, auditor = (Desk(browser, unit) for _ in range(4))
    admin.open_account(unit.link, "admin")
    links = [admin.let_in("first", "officer"), admin.let_in("second", "officer"),
             admin.let_in("audits", "auditor")]  # fmt: skip
    for desk, link, name in zip((first, second, auditor), links, ("first", "second", "audits"),
                                strict=True):  # fmt: skip
        desk.open_account(link, name)
        desk.page.click("main button.main")  # the purpose

    first.page.keyboard.press("n")
    first.page.wait_for_url("**/case/**")
    case = first.page.url
    first.page.wait_for_timeout(4_500)  # the pace guard
    first.page.keyboard.press("1")
    first.page.wait_for_url("**/case/*/#*")
    first.refuse(REASON)
    first.page.goto(case)
    assert "waiting for the second look" in first.page.inner_text(".route")

    second.page.goto(case)
    assert REASON not in second.page.content()
    second.page.wait_for_timeout(4_500)
    second.refuse("The same: another man.")
    second.page.goto(case)
    assert REASON in second.page.inner_text("#decisions ~ ul")

    auditor.page.click("nav a[href='/audit/']")
    with auditor.page.expect_download() as download:
        auditor.page.click("form[action='/audit/export/'] button")
        auditor.confirm()
    export = tmp_path / "journal.jsonl"
    download.value.save_as(export)
    verified = subprocess.run((*TAMIZ, "audit", "verify", str(export)), check=False)

    assert verified.returncode == 0
    assert admin.errors + first.errors + second.errors + auditor.errors == []


def test_of_two_who_decide_at_once_the_second_keeps_what_they_typed(
    browser: Browser, unit: Unit
) -> None:
    admin, first, second = (Desk(browser, unit) for _ in range(3))
    admin.open_account(unit.link, "admin")
    for desk, name in ((first, "first"), (second, "second")):
        desk.open_account(admin.let_in(name, "officer"), name)
        desk.page.click("main button.main")  # the purpose
        desk.page.goto(f"{unit.address}/case/1/")
    first.page.wait_for_timeout(4_500)  # the pace guard
    first.refuse(REASON)

    second.refuse("It is another man, I think.")
    page = second.page
    page.wait_for_selector("#decide .refused")
    kept = (page.input_value("#reason"), page.is_checked("input[name=ruling][value=refuse]"))
    page.reload()

    assert kept == ("It is another man, I think.", True)
    assert page.input_value("#reason") == ""
    assert first.errors + second.errors == []
