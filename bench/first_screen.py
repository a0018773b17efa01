"""From nothing to the first screen: a new environment, the install, the first start, the first page.

    python bench/first_screen.py

What it installs is this checkout with the extra ``web``, at the versions of ``lock/web.txt``, from
whatever index pip is set up with. Prints seconds for each part.
"""

import os
import re
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

ROOT = Path(__file__).resolve().parents[1]
ASKED = 60  # seconds


def main() -> None:
    """Print each part, and all of them."""
    with TemporaryDirectory() as scratch:
        room = Path(scratch, "venv")
        pip = (str(room / "bin" / "python"), "-m", "pip", "install", "--quiet",
               "--disable-pip-version-check")  # fmt: skip
        parts = [
            timed("environment", lambda: run(sys.executable, "-m", "venv", str(room))),
            timed("packages", lambda: run(
                *pip, "--require-hashes", "-r", str(ROOT / "lock" / "web.txt"))),
            timed("tamiz", lambda: run(*pip, "--no-deps", str(ROOT))),
            timed("first start to first page", lambda: first_page(room, Path(scratch, "unit"))),
        ]  # fmt: skip
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"all: {sum(parts):.1f} s (asked: {ASKED}), of it {used.ru_utime + used.ru_stime:.1f} s of "
        f"work; load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    )


def timed(name: str, do: Callable[[], None]) -> float:
    """Seconds of one part, printed."""
    start = time.perf_counter()
    do()
    took = time.perf_counter() - start
    print(f"{name}: {took:.1f} s", flush=True)
    return took


def run(*command: str) -> None:
    """A command that must succeed."""
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def first_page(room: Path, unit: Path) -> None:
    """Serve a new unit until the page behind its first link is there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = (str(room / "bin" / "tamiz"), "serve", "--data", str(unit), "--port", str(port))
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={"PYTHONUNBUFFERED": "1"}
    ) as server:
        assert server.stdout is not None
        link = next(
            found[0] for line in server.stdout if (found := re.search(r"http\S+/first/\S+", line))
        )
        while not _is_there(link):
            time.sleep(0.05)
        server.terminate()


def _is_there(link: str) -> bool:
    try:
        return httpx.get(link).is_success
    except httpx.TransportError:
        return False


if __name__ == "__main__":
    main()
