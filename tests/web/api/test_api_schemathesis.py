"""schemathesis asks a server whatever the description allows, and whatever it does not."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from msgspec import Struct

HERE = Path(__file__).parent
TESTS = HERE.parents[1]
TOOL = Path(sys.executable).with_name("schemathesis")
PATIENCE = 60  # seconds until the server must listen
# So many cases of an operation that the whole takes half a minute; a longer run finds more:
# see docs/api.md.
EXAMPLES = 8

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("schemathesis")]


class Served(Struct, frozen=True):
    """A server that runs, and a token for it."""

    address: str
    token: str


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The server of ``web_api_server.py``."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    told = {"PYTHONUNBUFFERED": "1", "PYTHONPATH": str(TESTS), "PATH": os.environ["PATH"]}
    with subprocess.Popen(
        (sys.executable, TESTS / "web_api_server.py", tmp_path_factory.mktemp("api"), str(port)),
        stdout=subprocess.PIPE, text=True, env=told,
    ) as server:  # fmt: skip
        assert server.stdout is not None
        yield Served(f"http://localhost:{port}/api", _token(server.stdout, port))
        server.terminate()


def _token(told: IO[str], port: int) -> str:
    """The token that the server prints; afterwards it listens."""
    token = told.readline().strip()
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return token
        time.sleep(0.1)
    raise TimeoutError("the server does not listen")


@pytest.mark.parametrize("phase", ["coverage", "fuzzing,stateful"])
def test_the_description_says_all_that_the_server_does(
    phase: str, served: Served, tmp_path: Path
) -> None:
    run = subprocess.run(
        (TOOL, "--config-file", HERE / "schemathesis.toml", "--no-color",
         "run", f"{served.address}/openapi.json", "--url", served.address,
         "--header", f"Authorization: Bearer {served.token}", "--phases", phase,
         "--max-examples", str(EXAMPLES), "--generation-deterministic", "--no-shrink",
         "--suppress-health-check", "all", "--continue-on-failure"),
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert run.returncode == 0, run.stdout[-8_000:]
