"""kill -9 in the middle of import, re-screen, decision and export: nothing acknowledged is lost.

``TAMIZ_CRASHES`` says how many of each (100 take about a minute of one core).
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"
TIMES = int(os.environ.get("TAMIZ_CRASHES", "10"))


@pytest.mark.timeout(900)
def test_nothing_that_was_acknowledged_is_lost_when_processes_are_killed(tmp_path: Path) -> None:
    told = subprocess.run(
        (sys.executable, "crash.py", "--times", str(TIMES)), cwd=BENCH, text=True, check=False,
        capture_output=True, env={**os.environ, "TMPDIR": str(tmp_path)},
    )  # fmt: skip

    killed = [int(line.split()[0]) for line in told.stdout.splitlines() if line.endswith(" killed")]
    assert told.returncode == 0, told.stdout + told.stderr[-2_000:]
    assert killed == [TIMES] * 4
