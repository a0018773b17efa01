"""Is anything lost when PostgreSQL goes away in the middle of an import, a decision, an export?

A unit's server works on jobs, an officer decides by its pages, and again and again every connection
to the database is ended and none is let in for a while. Nobody may be told anything but that the
database does not answer; afterwards everything goes on by itself. At the end the job is whole, every
answer that was acknowledged is in the journal, and the journal verifies as an outsider would do it.

    scripts/with-postgresql --durable python bench/gone.py [--times 10] [--cases 1500] [--seed 7]

Exit code 1 if anything was lost or told otherwise.
"""

import argparse
import os
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import httpx
import psycopg

from tamiz.output.folder import FINDINGS, RUN
from unit import Desk, Unit, results, session_of

AWAY = 2.0  # seconds for which the database is gone
LONGEST = 600  # seconds for which a job is waited for
DATABASE = os.environ.get("TAMIZ_DATABASE", "")


class Outages:
    """The database, gone for a while and back; only its owner can do that."""

    def __init__(self, seed: int) -> None:
        self.random, self.count = random.Random(seed), 0
        self.name = urlsplit(DATABASE).path.strip("/")

    def one(self) -> None:
        """End every connection, let nobody in, wait, let them in again."""
        beside = urlsplit(DATABASE)._replace(path="/postgres").geturl()
        with psycopg.connect(beside, autocommit=True) as asked:
            asked.execute(f'ALTER DATABASE "{self.name}" ALLOW_CONNECTIONS false')
            asked.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                (self.name,),
            )
            time.sleep(AWAY)
            asked.execute(f'ALTER DATABASE "{self.name}" ALLOW_CONNECTIONS true')
        self.count += 1

    def until(self, over: Callable[[], bool], times: int) -> None:
        """So many, at random instants, then wait until it is over."""
        end = time.monotonic() + LONGEST
        for _ in range(times):
            time.sleep(self.random.uniform(1, 5))
            if not over():
                self.one()
        while not over():
            if time.monotonic() > end:
                raise SystemExit("what was asked for is not done")
            time.sleep(1)


class Officer:
    """Decides one case after the other; what is refused for want of a database is tried again."""

    def __init__(self, address: str, session: str) -> None:
        self.address, self.session = address, session
        self.told: Counter[str] = Counter()
        self.decided: set[str] = set()
        self.over = threading.Event()
        self.working = threading.Thread(target=self._work)
        self.working.start()

    def end(self) -> None:
        """The day is over."""
        self.over.set()
        self.working.join()

    def _work(self) -> None:
        while not self.over.is_set():
            try:
                self._decide(Desk(self.address, self.session))
            except httpx.HTTPStatusError as error:
                self.told[str(error.response.status_code)] += 1
                time.sleep(0.2)
            except RuntimeError:  # the page that says so has no form
                self.told["no form"] += 1
                time.sleep(0.2)

    def _decide(self, desk: Desk) -> None:
        while not self.over.is_set() and (case := desk.next_case()):
            for finding in desk.findings():
                desk.read(case, finding)
                time.sleep(0.1)
                desk.verdict(case, finding)
            desk.decide(case)  # the pace guard may ask once more
            self.decided.add("C" + case.strip("/").split("/")[-1])


def main() -> None:
    """Print what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=10, help="outages in each job")
    parser.add_argument("--cases", type=int, default=1_500, help="cases that the import brings")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    if not DATABASE:
        raise SystemExit("name a PostgreSQL in TAMIZ_DATABASE; see scripts/with-postgresql")
    with TemporaryDirectory() as scratch:
        problems = tried(Path(scratch), options)
    for one in problems:
        print(f"  {one}")
    sys.exit(1 if problems else 0)


def tried(scratch: Path, options: argparse.Namespace) -> list[str]:
    """What was lost or told otherwise."""
    unit, outages = Unit(scratch / "unit", DATABASE), Outages(options.seed)
    unit.take_in(results(scratch / "first", 300), "north")
    unit.open_here()
    sessions = {
        role: session_of(role, ("north",), role) for role in ("officer", "intake", "auditor")
    }
    more = results(scratch / "more", options.cases, mark="B")
    problems: list[str] = []
    with unit.served() as address:
        officer = Officer(address, sessions["officer"])
        bring(Desk(address, sessions["intake"]), more)
        outages.until(over, options.times)
        officer.end()
        auditor = Desk(address, sessions["auditor"])
        auditor.post("/jobs/export/")
        outages.until(over, options.times)
        problems += [f"job {kind}: {told}" for kind, state, told in jobs() if state != "done"]
    there, lost, whole = held(officer.decided)
    told = {kind: count for kind, count in officer.told.items() if kind not in {"503", "no form"}}
    problems += [f"pages answered {told}"] * bool(told)
    problems += [f"{there} cases, {options.cases + 300} brought"] * (there != options.cases + 300)
    problems += [f"acknowledged and not there: {lost}"] * bool(lost)
    problems += ["the journal is not whole"] * (not whole)
    print(f"{outages.count} outages of {AWAY} s; {there} cases; {len(officer.decided)} of them "
          f"opened and decided, {officer.told['503']} times told to try again; "
          f"jobs: {jobs()}; {len(problems)} lost or wrong")  # fmt: skip
    return problems


def bring(desk: Desk, folder: Path) -> None:
    """Ask for an import, as a page does."""
    desk.page = desk.client.get("/jobs/").text
    files = {name: (path, (folder / path).read_bytes()) for name, path in
             (("findings", FINDINGS), ("run", RUN))}  # fmt: skip
    token = desk.page.split('csrfmiddlewaretoken" value="')[1].split('"')[0]
    desk.client.post(
        "/jobs/bring/", data={"csrfmiddlewaretoken": token, "programme": "north"}, files=files,
        headers={"Referer": str(desk.client.base_url)},
    ).raise_for_status()  # fmt: skip


def asked(query: Callable[[], object]) -> object:
    """What the database says, as soon as it answers."""
    from django.db import InterfaceError, OperationalError, connection  # noqa: PLC0415

    while True:
        try:
            return query()
        except (OperationalError, InterfaceError):
            connection.close()
            time.sleep(0.5)


def jobs() -> list[tuple[str, str, str]]:
    """Kind, state and problem of each job."""
    from tamiz.web.models import Job  # noqa: PLC0415

    found = asked(lambda: list(Job.objects.order_by("pk").values_list("kind", "state", "problem")))
    assert isinstance(found, list)
    return found


def over() -> bool:
    """Whether every job is."""
    found = jobs()
    return bool(found) and all(state in {"done", "failed"} for _kind, state, _told in found)


def held(decided: set[str]) -> tuple[int, set[str], bool]:
    """How many cases there are, which decisions are not there, and whether the journal is whole."""
    from tamiz.casework.journal import export, verify  # noqa: PLC0415
    from tamiz.web import journaling  # noqa: PLC0415
    from tamiz.web.clock import now  # noqa: PLC0415
    from tamiz.web.models import Case, JournalEntry  # noqa: PLC0415

    entries = JournalEntry.objects.filter(kind__in=("decided", "proposed", "hurried", "looked"))
    found = set(entries.values_list("case", flat=True))
    told = verify(export(journaling.entries(), made_at=now()))
    return Case.objects.count(), decided - found, told.is_whole


if __name__ == "__main__":
    main()
