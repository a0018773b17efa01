"""The command line as a process: our errors are one clear message, without a traceback."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tamiz.cli import was_stopped
from worlds import store_with

MAIN = "from tamiz.cli import main; main()"
# What a shell starts in the background ignores an interrupt, and so would its children.
HEEDING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "


def tamiz(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", MAIN, *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"\x01\x02\x03\x04" * 99, "not text"),
        ("a.csv", b"left,right\n1,2\n", "headings"),
    ],
)
def test_an_unusable_file_is_one_line_of_explanation(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    store_with(tmp_path)
    (tmp_path / name).write_bytes(content)

    ended = tamiz("screen", str(tmp_path / name), "--store", str(tmp_path / "store"),
                  "--out", str(tmp_path / "out"))  # fmt: skip

    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("tamiz: ")
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_help_lists_every_command() -> None:
    ended = tamiz("--help")

    assert ended.returncode == 0
    for command in ("demo", "explain", "lists", "policy", "screen"):
        assert command in ended.stdout


def test_a_folder_that_cannot_be_made_is_one_line_of_explanation(tmp_path: Path) -> None:
    store_with(tmp_path)
    (tmp_path / "a.csv").write_text("id,name\n1,Nadie Conocido\n", encoding="utf-8")

    ended = tamiz("screen", str(tmp_path / "a.csv"), "--store", str(tmp_path / "store"),
                  "--out", str(tmp_path / "a.csv" / "out"))  # fmt: skip

    assert ended.returncode == 2
    assert ended.stderr.startswith("tamiz: ")
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_a_run_that_is_stopped_leaves_nothing_behind(tmp_path: Path, number: int) -> None:
    store_with(tmp_path)
    rows = "".join(f"A{at},Nadie Conocido {at},1990-01-01\n" for at in range(60_000))
    (tmp_path / "a.csv").write_text(f"id,name,birth_date\n{rows}", encoding="utf-8")
    words = ("screen", str(tmp_path / "a.csv"), "--store", str(tmp_path / "store"),
             "--out", str(tmp_path / "out"))  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-c", HEEDING + MAIN, *words], stderr=subprocess.PIPE, text=True
    )
    while not list((tmp_path / "out").glob(".unfinished-*/spool")) and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(number)
    _, told = process.communicate(timeout=60)

    assert process.returncode == 130
    assert told.strip().startswith("tamiz: stopped")
    assert list((tmp_path / "out").iterdir()) == []


def raised(*errors: BaseException) -> BaseException:
    """The last of some errors, each raised while the one before was handled."""
    before: BaseException | None = None
    for error in errors:
        error.__context__ = before
        before = error
    assert before is not None
    return before


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        ((KeyboardInterrupt(), RuntimeError("cannot join thread before it is started")), True),
        ((KeyboardInterrupt(), RuntimeError("one"), ValueError("other")), True),
        ((ValueError("one"), RuntimeError("other")), False),
        ((RuntimeError("alone"),), False),
    ],
)
def test_what_breaks_while_a_run_is_stopped_is_no_fault(
    errors: tuple[BaseException, ...], expected: bool
) -> None:
    assert was_stopped(raised(*errors)) is expected
