"""A unit to measure: invented results, its folder, its people, and the server that a unit starts.

Everything runs as a unit would run it: ``tamiz cases import`` and ``tamiz serve`` in processes of
their own. This process opens the same database only to make accounts and to look.
"""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
from msgspec import Struct
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from output.sample_run import sample_run, shared_phone, watchlist_finding
from tamiz.model import Assessment, Queue
from tamiz.output.findings import finding_line
from tamiz.output.folder import FINDINGS, RUN
from tamiz.output.run import run_json

TAMIZ = (sys.executable, "-c", "from tamiz.cli import main; main()")
TIED = 20  # one case in so many is tied to the next one
PATIENCE = 60  # seconds for a server to start
REASON = "Another birth date; seen in the passport."
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
_FINDING = re.compile(r'name="finding" value="(\w+)"')
_DECISION = re.compile(r'action="(/case/\d+/(?:decide|second)/)"')
_EVIDENCE = re.compile(r'name="evidence" value="(\w+)"')


def results(
    folder: Path, count: int, *, mark: str = "A", moved: int = 0, shift: int = 0, day: int = 24
) -> Path:
    """A folder of results: ``count`` cases; of every ``moved``-th one the evidence is another.

    ``shift`` says which of them, and by what; ``mark`` is what their numbers begin with.
    """
    folder.mkdir(parents=True, exist_ok=True)
    at = datetime(2026, 11, day, 8, tzinfo=UTC)
    with (folder / FINDINGS).open("wb") as file:
        for number in range(count):
            is_moved = bool(moved) and number % moved == shift % moved
            file.write(
                finding_line(_case(mark, number, f"1988-04-{1 + shift % 28:02d}" * is_moved))
            )
    run = replace(sample_run(), screened_on=at.date().isoformat())
    (folder / RUN).write_bytes(run_json(run, started=at, finished=at))
    return folder


def _case(mark: str, number: int, other: str = "") -> Assessment:
    name = f"Serhii{number % 997} Olehovych Vymyslenko{number % 4999}"
    born = f"19{60 + number % 40}-{1 + number % 12:02d}-{1 + number % 28:02d}"
    found = watchlist_finding(
        name, f"Vymyslenko{number % 4999}, Serhiy", dates=(born, other or born),
        bits=(12.0 + number % 9, 4.0), number=number % 9000,
    )  # fmt: skip
    ties = (shared_phone(f"{mark}{number + 1:06d}"),) if number % TIED == 0 else ()
    queue = Queue.REVIEW if number % 3 else Queue.ESCALATE
    rule = "watchlist_possible" if number % 3 else "watchlist_likely"
    return Assessment(
        id=f"{mark}{number:06d}", name=name, row=number + 2, queue=queue, rule=rule,
        findings=(found, *ties),
    )  # fmt: skip


class Unit(Struct, frozen=True):
    """A folder of casework, its database (empty: SQLite in the folder)."""

    folder: Path
    database: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """What every command is told."""
        told = ("--database", self.database) if self.database else ()
        return ("--data", str(self.folder), *told)

    def importing(self, found: Path, programme: str) -> subprocess.Popen[str]:
        """An import that runs."""
        return subprocess.Popen(
            (*TAMIZ, "cases", "import", str(found), "--programme", programme,
             "--programme-name", programme, *self.options),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def take_in(self, found: Path, programme: str) -> str:
        """An import, to its end; what it said."""
        with self.importing(found, programme) as running:
            said = running.communicate()[0]
        if running.returncode:
            raise SystemExit(said)
        return said.strip()

    def open_here(self) -> None:
        """Choose the settings of this unit for this process."""
        from tamiz.web.server import Serving, set_up  # noqa: PLC0415 - once, after the folder is chosen

        set_up(Serving(folder=self.folder, database=self.database))

    @contextmanager
    def served(self) -> Iterator[str]:
        """The address of the server while it runs."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        command = (*TAMIZ, "serve", "--port", str(port), *self.options)
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=dict(os.environ)) as server:
            try:
                yield _listening(port)
            finally:
                server.kill()


def _listening(port: int) -> str:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return f"http://127.0.0.1:{port}"
        time.sleep(0.05)
    raise TimeoutError("the server does not listen")


def session_of(name: str, programmes: tuple[str, ...], role: str = "officer") -> str:
    """The cookie of somebody who is logged in; the account is made if it is not there."""
    from tamiz.casework import Role  # noqa: PLC0415 - after ``open_here``
    from tamiz.web import accounts  # noqa: PLC0415
    from tamiz.web.models import Officer, Programme  # noqa: PLC0415
    from web_world import entered, with_factor  # noqa: PLC0415

    officer, is_new = Officer.objects.get_or_create(username=name)
    if is_new:
        accounts.give(officer, Role(role))
    officer.programmes.set(Programme.objects.filter(key__in=programmes))
    return entered(with_factor(officer)).cookies["session"].value


class Desk:
    """An officer at work: what a browser sends, without one."""

    def __init__(self, address: str, session: str) -> None:
        self.client = httpx.Client(base_url=address, timeout=60, follow_redirects=True)
        self.client.cookies.set("session", session)
        self.page = self.client.get("/").text

    def post(self, path: str, **fields: str) -> httpx.Response:
        """Send a form of the page that is open; what it leads to is the page afterwards."""
        answer = self.client.post(
            path, data={"csrfmiddlewaretoken": _token(self.page), **fields},
            headers={"Referer": str(self.client.base_url)},
        )  # fmt: skip
        answer.raise_for_status()
        if answer.text:
            self.page = answer.text
        return answer

    def next_case(self) -> str:
        """Press n: the address of the case that is drawn; empty where there is none."""
        answer = self.post("/next/")
        return answer.url.path if "/case/" in answer.url.path else ""

    def findings(self) -> list[str]:
        """The findings of the page that wait for a verdict."""
        return _FINDING.findall(self.page)

    def read(self, case: str, finding: str) -> None:
        """What the page tells when a finding was in sight."""
        self.client.post(
            f"{case}read/", data={"finding": finding},
            headers={"X-CSRFToken": _token(self.page), "Referer": str(self.client.base_url)},
        ).raise_for_status()  # fmt: skip

    def verdict(self, case: str, finding: str) -> None:
        """One key: another person."""
        self.post(f"{case}verdict/", finding=finding, verdict="different", reason=REASON)

    def decide(self, case: str) -> None:
        """Grant, or look a second time and say the same; the next case is drawn."""
        found, form = _EVIDENCE.search(self.page), _DECISION.search(self.page)
        if found is None or form is None:
            raise RuntimeError(f"{case}: there is no form for a decision on the page")
        self.post(form[1], ruling="grant", reason=REASON, evidence=found[1])


def _token(page: str) -> str:
    found = _TOKEN.search(page)
    if found is None:
        raise RuntimeError("the page has no form")
    return found[1]
