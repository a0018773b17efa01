"""The folder of a run: one run at a time, all files or none, and for its owner's eyes alone.

``run.json`` goes first and comes last, so a folder with a ``run.json`` holds one whole run.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tamiz.errors import UsageError

FINDINGS, SPREADSHEET, REJECTS = "findings.jsonl", "findings.csv", "rejects.jsonl"
REPORT, RUN = "report.html", "run.json"
FILES = (FINDINGS, SPREADSHEET, REJECTS, REPORT, RUN)
_UNFINISHED = ".unfinished-"  # begins the name of the folder in which a run works
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600  # results hold personal data


def refuse_to_overwrite(out: Path, cohort: Path) -> None:
    """Refuse a folder that is none, and one whose results would replace the applicants.

    Raises:
        UsageError: says which, and what to name instead.
    """
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out}: a file; name a folder for the results")
    if any((out / name).resolve() == cohort.resolve() for name in FILES):
        raise UsageError(
            f"{cohort.name}: the results would be written over it; name another folder"
        )


@contextmanager
def unfinished(out: Path) -> Iterator[Path]:
    """A place inside ``out`` to work in, held for one run and removed after it.

    What a run that was killed left behind is removed as well.

    Raises:
        UsageError: another run holds the folder.
    """
    out.mkdir(parents=True, exist_ok=True, mode=_FOLDER_MODE)
    handle = os.open(out, os.O_RDONLY)
    try:
        _hold(handle, out)
        for left in out.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)
        with TemporaryDirectory(prefix=_UNFINISHED, dir=out) as aside:
            yield Path(aside)
    finally:
        os.close(handle)


def publish(aside: Path, out: Path) -> None:
    """Put the finished files in place of older ones."""
    (out / RUN).unlink(missing_ok=True)
    for name in FILES:
        (aside / name).chmod(_FILE_MODE)
        (aside / name).replace(out / name)


def _hold(handle: int, out: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise UsageError(
            f"{out}: another run is writing into this folder; wait for it or name another"
        ) from error
