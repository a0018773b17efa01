"""How long does an officer wait for the next case, and after a decision, while an import runs?

Real requests to ``tamiz serve`` over 50,000 open alerts: idle, while other results come in, and
while the same cohort is screened again (one case in ten moved). Prints a line for each; "(lock)"
is what of it is waiting for the right to write, which other work on the machine touches least.

    python bench/desk.py [--unit FOLDER] [--alerts 50000] [--officers 2] [--database postgresql://…]

The first run builds the unit (minutes); with ``--unit`` it is kept for the next one.
"""

import argparse
import os
import subprocess
import threading
import time
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from unit import Desk, Unit, results, session_of

PAUSE = 0.3  # seconds between two keys of an officer: faster than any, so that there is much to see
GOAL = {"idle": 300, "import": 500, "re-screen": 500}  # ms, p95 of "next"

Waits = dict[str, list[float]]


def main() -> None:
    """Print what officers waited."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unit", type=Path)
    parser.add_argument("--alerts", type=int, default=50_000)
    parser.add_argument("--more", type=int, default=5_000, help="cases that the import brings")
    parser.add_argument("--officers", type=int, default=2)
    parser.add_argument("--idle", type=float, default=60, help="seconds of the idle phase")
    parser.add_argument("--longest", type=float, default=120, help="seconds of another phase")
    parser.add_argument("--database", default="")
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = options.unit or Path(scratch, "unit")
        measure(Unit(folder, options.database), Path(scratch), options)


def measure(unit: Unit, scratch: Path, options: argparse.Namespace) -> None:
    """Build the unit where it is not there, then go through the phases."""
    if not (unit.folder / "built").exists():
        start = time.monotonic()
        unit.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        said = unit.take_in(results(scratch / "first", options.alerts), "north")
        print(f"built in {time.monotonic() - start:.0f} s: {said}", flush=True)
        (unit.folder / "built").touch()
    unit.open_here()
    sessions = [session_of(f"officer{at}", ("north",)) for at in range(options.officers)]
    mark = f"B{time.time():.0f}-"
    more = results(scratch / "more", options.more, mark=mark)
    shift = int(time.time())
    again = results(scratch / "again", options.alerts, moved=10, shift=shift, day=25)
    with unit.served() as address:
        desks = [Desk(address, session) for session in sessions]
        tell("idle", work(desks, until=time.monotonic() + options.idle, running=None))
        for name, found in (("import", more), ("re-screen", again)):
            with unit.importing(found, "north") as running:
                until = time.monotonic() + options.longest
                start = time.monotonic()
                tell(name, work(desks, until=until, running=running))
                print(f"  {name}: {told_of(running)} after {time.monotonic() - start:.0f} s")


def told_of(running: subprocess.Popen[str]) -> str:
    """What an import said; one that still runs is stopped."""
    if running.poll() is None:
        running.terminate()
        running.wait()
        return "stopped"
    return running.communicate()[0].strip()


def work(desks: list[Desk], *, until: float, running: subprocess.Popen[str] | None) -> Waits:
    """Officers decide until the time is over or the import is done; ms of each kind of wait."""
    waits: Waits = defaultdict(list)

    def over() -> bool:
        return time.monotonic() > until or (running is not None and running.poll() is not None)

    threads = [threading.Thread(target=day, args=(desk, over, waits)) for desk in desks]
    threads.append(threading.Thread(target=probe, args=(over, waits)))
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return waits


def day(desk: Desk, over: object, waits: Waits) -> None:
    """Next, read, judge, decide, over and over."""
    assert callable(over)
    while not over():
        case = timed(waits, "next", desk.next_case)
        if not case:
            raise SystemExit("there is no case left")
        for finding in desk.findings():
            timed(waits, "read", desk.read, case, finding)
            time.sleep(PAUSE)
            timed(waits, "verdict", desk.verdict, case, finding)
        time.sleep(PAUSE)
        timed(waits, "decide", desk.decide, case)
        time.sleep(PAUSE)


def probe(over: object, waits: Waits) -> None:
    """What of it is waiting for the right to write: a transaction that does nothing."""
    from django.db import connection, transaction  # noqa: PLC0415 - after ``open_here``

    from tamiz.web import journaling  # noqa: PLC0415

    def hold() -> None:
        with transaction.atomic():
            journaling.hold()

    assert callable(over)
    while not over():
        timed(waits, "(lock)", hold)
        time.sleep(PAUSE / 3)
    connection.close()


def timed(waits: Waits, kind: str, do: object, *told: str) -> str:
    """Do it and note how long it took, in ms."""
    assert callable(do)
    start = time.perf_counter()
    came = do(*told)
    waits[kind].append(1000 * (time.perf_counter() - start))
    return str(came or "")


def tell(name: str, waits: Waits) -> None:
    """One line a kind of request."""
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for kind, found in sorted(waits.items()):
        found.sort()
        p50, p95 = found[len(found) // 2], found[int(len(found) * 0.95)]
        goal = f"  (asked: {GOAL[name]})" if kind == "next" else ""
        print(
            f"{name:<10} {kind:<8} {len(found):>5} requests  p50 {p50:6.0f} ms  p95 {p95:6.0f} ms"
            f"  longest {found[-1]:6.0f} ms{goal}",
            flush=True,
        )


if __name__ == "__main__":
    main()
