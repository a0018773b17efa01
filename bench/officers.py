"""Fifty officers at once, what a browser shows them how fast, and the memory of the one process.

Real requests to ``tamiz serve`` over 50,000 open cases of 100,000 applicants; real Chromium for what
is drawn. On PostgreSQL, that flushes to disk as a unit's does:

    scripts/with-postgresql --durable .venv/bin/python bench/officers.py
    .venv/bin/python bench/officers.py --officers 5 [--unit FOLDER]      # SQLite

The first run builds the unit (minutes); on SQLite ``--unit`` keeps it for the next one. An officer
who decides 300 cases a day has 72 s for each; these have ``--pause`` seconds for each step of a case,
so that fifty of them ask a few times as much as they would.
"""

import argparse
import os
import random
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from browsing import drawn
from desk import Waits, timed
from output.sample_run import clear_assessments
from tamiz.output.findings import finding_line
from tamiz.output.folder import FINDINGS
from unit import Desk, Unit, results, session_of

SEED = 11
GOAL = 500  # ms, p95 of every request
MEMORY = 250  # MB of the one process


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unit", type=Path)
    parser.add_argument("--applicants", type=int, default=100_000)
    parser.add_argument("--open", type=int, default=50_000)
    parser.add_argument("--officers", type=int, default=50)
    parser.add_argument("--pause", type=float, default=10, help="seconds of a step, on average")
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--cases", type=int, default=25, help="that are decided in the browser")
    parser.add_argument("--database", default=os.environ.get("TAMIZ_DATABASE", ""))
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        unit = Unit(options.unit or Path(scratch, "unit"), options.database)
        build(unit, Path(scratch), options)
        unit.open_here()
        names = [f"officer{at}" for at in range(options.officers)]
        sessions = [session_of(name, ("north",)) for name in names]
        browsing = session_of("browses", ("north",))
        with unit.served() as address:
            print(f"the process, before anybody came: {memory():.0f} MB", flush=True)
            drawn(address, browsing, options.cases)
            tell(crowd([Desk(address, one) for one in sessions], options))
            print(f"the process, after all of them: {memory():.0f} MB (asked: {MEMORY})")


def build(unit: Unit, scratch: Path, options: argparse.Namespace) -> None:
    """Take the cohort in, where the unit has not got it."""
    if (unit.folder / "built").exists():
        return
    start = time.monotonic()
    unit.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = results(scratch / "first", options.open)
    with (found / FINDINGS).open("ab") as file:
        for one in clear_assessments(options.applicants - options.open):
            file.write(finding_line(one))
    said = unit.take_in(found, "north")
    print(f"built in {time.monotonic() - start:.0f} s: {said}", flush=True)
    (unit.folder / "built").touch()


def crowd(desks: list[Desk], options: argparse.Namespace) -> Waits:
    """Everybody works at their own pace; ms of each kind of wait."""
    waits: Waits = defaultdict(list)
    chance = random.Random(SEED)
    until = time.monotonic() + options.seconds
    threads = [
        threading.Thread(target=work, args=(desk, until, pacing(chance.random(), options), waits))
        for desk in desks
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return waits


def pacing(seed: float, options: argparse.Namespace) -> Callable[[], None]:
    """A pause of one officer: from half to one and a half of the average."""
    chance = random.Random(seed)
    return lambda: time.sleep(chance.uniform(0.5, 1.5) * options.pause)


def work(desk: Desk, until: float, pause: Callable[[], None], waits: Waits) -> None:
    """Take a case, judge what was found, decide, over and over; now and then the queue."""
    pause()  # nobody begins at the same instant
    while time.monotonic() < until:
        case = timed(waits, "next", desk.next_case)
        if not case:
            raise SystemExit("there is no case left")
        for finding in desk.findings():
            pause()
            timed(waits, "read", desk.read, case, finding)
            timed(waits, "verdict", desk.verdict, case, finding)
        pause()
        timed(waits, "decide", desk.decide, case)
        timed(waits, "queue", desk.client.get, "/")
        pause()


def tell(waits: Waits) -> None:
    """One line a kind of request, and all together."""
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    every = [one for found in waits.values() for one in found]
    for kind, found in (*sorted(waits.items()), ("all", every)):
        ordered = sorted(found)
        p50, p95 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
        print(
            f"{kind:<8} {len(found):>5} requests  p50 {p50:6.0f} ms  p95 {p95:6.0f} ms  "
            f"longest {ordered[-1]:6.0f} ms  (asked: {GOAL})", flush=True,
        )  # fmt: skip


def memory() -> float:
    """MB that the server has, and whatever it started."""
    return sum(_resident(pid) for pid in _descendants(os.getpid())) / 1024


def _descendants(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [one for child in map(int, children) for one in (child, *_descendants(child))]


def _resident(pid: int) -> int:
    """Kilobytes of a process that is Tamiz's."""
    if b"tamiz" not in Path(f"/proc/{pid}/cmdline").read_bytes():
        return 0  # the browser's
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


if __name__ == "__main__":
    main()
