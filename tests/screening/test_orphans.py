"""Who works beside a process does not outlive it, not even where it was killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tamiz.intake.dossiers.ahead import LARGE

LONGEST = 20  # seconds
# Screens, or reads, for longer than the test takes; says when others work beside it.
SCREENS = """
from pathlib import Path
from screening.test_workers import ids, spooled
from tamiz.screening.spool import PER_PIECE
from tamiz.screening.workers import screen_spool
from worlds import setup_for, store_with
if __name__ == "__main__":
    place = Path({place!r})
    spool = spooled(place / "spool", 40 * PER_PIECE)
    for _ in screen_spool(spool, setup_for(store_with(place)), ids, jobs=2):
        print("works", flush=True)
        input()
"""
READS = """
from pathlib import Path
from tamiz.intake.dossiers import open_cohort, read_ahead
if __name__ == "__main__":
    for _ in read_ahead(open_cohort(Path({place!r}) / "large.csv"), jobs=2):
        print("works", flush=True)
        input()
"""

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="who belongs to whom is read from /proc"
)


@pytest.mark.parametrize("script", [SCREENS, READS], ids=["screening", "reading"])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "ended"])
def test_nobody_is_left_of_a_process_that_ended(
    script: str, how: signal.Signals, tmp_path: Path
) -> None:
    (tmp_path / "large.csv").write_bytes(b"id,name\n" + b"".join(rows()))
    main = tmp_path / "main.py"
    main.write_text(script.format(place=str(tmp_path)), encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(
        (sys.executable, str(main)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env
    ) as working:
        assert working.stdout is not None
        assert working.stdout.readline() == b"works\n"
        beside = children(working.pid)
        working.send_signal(how)

    assert len(beside) > 1
    assert not still_there(beside)


def rows() -> list[bytes]:
    """As many as need a process beside."""
    row = b"A%07d,Nobody Nemo of a name that takes some room\n"
    return [row % at for at in range(LARGE // 40)]


def children(pid: int) -> list[int]:
    """The processes that one has started."""
    return [
        int(one)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for one in (task / "children").read_text("ascii").split()
    ]


def still_there(pids: list[int]) -> list[int]:
    """Those that are still alive after a while."""
    until = time.monotonic() + LONGEST
    left = pids
    while left and time.monotonic() < until:
        time.sleep(0.1)
        left = [one for one in left if lives(one)]
    return left


def lives(pid: int) -> bool:
    """Whether a process runs; one that ended and waits to be counted does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
