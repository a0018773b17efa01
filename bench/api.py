"""How many requests of ``/match`` a second and core the application answers.

In this process what is measured is everything from the WSGI call to the bytes of the answer, the
token, the note in the journal and the JSON among it; the last row goes over HTTP, and counts what
the server's process spends. Requests are counted a second of CPU, waiting is as on the wall.

    python bench/api.py [--queries 1000] [--together 1 10 100]

Needs the development data: all of its parties are the list that is asked, its people ask.
"""

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory
from typing import Any

from waitress import create_server

from parties import parties, rows
from tamiz.lists.store import Store
from tamiz.matching import build_index
from tamiz.model import Edition, SourceRecord

SEED = 20_261_126
ASKED_FOR, YENTE = 300, 55  # requests a second and core: the figure of the task, yente's own
Call = Callable[[bytes], bytes]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Stocked(Store):
    """A store with one index of the development data, as if all lists lay in it."""

    def editions(self) -> tuple[Edition, ...]:
        """The lists, as far as the API asks for them."""
        return tuple(
            Edition(
                source=f"ftm:{key}", publisher=key, licence="", url="", content_date="2026-11-20",
                retrieved_at="2026-11-20T00:00:00Z", sha256="0" * 64, parties=0, persons=0, names=0,
            )
            for key in sorted({record.source for record in _records()})
        )  # fmt: skip

    def index_path(self, editions: tuple[Edition, ...] | None = None) -> Path:
        """The index, built once."""
        path = self.root / "bench.tamiz"
        if not path.exists():
            self.root.mkdir(parents=True, exist_ok=True)
            build_index(_records(), editions or (), path)
        return path


_READ: list[SourceRecord] = []


def _records() -> list[SourceRecord]:
    if not _READ:
        _READ.extend(parties())
    return _READ


def set_up(folder: Path) -> tuple[Application, str]:
    """The application over a store, and a token for it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tamiz.web.settings"
    os.environ["TAMIZ_STORE"] = str(folder / "store")
    (folder / "data").mkdir(exist_ok=True)
    from tamiz.web.place import prepare  # noqa: PLC0415 - needs nothing of Django

    os.environ["TAMIZ_DATA"] = str(prepare(folder / "data").folder)
    import django  # noqa: PLC0415 - after the settings are chosen
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

    from tamiz.casework import Role  # noqa: PLC0415
    from tamiz.web import accounts  # noqa: PLC0415
    from tamiz.web.api import lists, tokens  # noqa: PLC0415
    from tamiz.web.models import Officer  # noqa: PLC0415

    lists.Store = Stocked  # type: ignore[attr-defined]
    officer, is_new = Officer.objects.get_or_create(username="bench")
    if is_new:
        accounts.give(officer, Role.OFFICER)
    return get_wsgi_application(), tokens.make(officer, Role.OFFICER, name="bench")


def queries(count: int) -> list[dict[str, Any]]:
    """People of the development data, every tenth a listed one."""
    chosen = random.Random(SEED)
    people = chosen.sample(list(rows("people.jsonl.gz")), count)
    listed = chosen.sample([one for one in _records() if one.type.value == "person"], count)
    return [
        _query(listed[at].names[0].text, [d.text() for d in listed[at].birth_dates[:1]])
        if at % 10 == 0
        else _query(one["name"], [one["dob"]] if one["dob"] else [])
        for at, one in enumerate(people)
    ]


def _query(name: str, born: list[str]) -> dict[str, Any]:
    properties = {"name": [name], **({"birthDate": born} if born else {})}
    return {"schema": "Person", "properties": properties}


def bodies(asked: list[dict[str, Any]], together: int) -> list[bytes]:
    """Requests of so many queries each."""
    parts = (asked[at : at + together] for at in range(0, len(asked), together))
    return [json.dumps({"queries": dict(enumerate(part))}).encode() for part in parts]


def call(application: Application, token: str, body: bytes) -> bytes:
    """The answer to one request."""
    told: list[str] = []
    parts = application(
        {
            "REQUEST_METHOD": "POST", "PATH_INFO": "/api/match/default", "SERVER_NAME": "localhost",
            "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "http",
            "CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body)),
            "HTTP_AUTHORIZATION": f"ApiKey {token}", "HTTP_HOST": "localhost",
            "wsgi.input": BytesIO(body), "wsgi.errors": sys.stderr,
        },
        lambda status, _headers: told.append(status),
    )  # fmt: skip
    answer = b"".join(parts)
    assert told == ["200 OK"], (told, answer[:200])
    close = getattr(parts, "close", None)
    if close is not None:
        close()
    return answer


class Served:
    """The application behind waitress in a process of its own, asked over one open connection."""

    def __init__(self, folder: Path) -> None:
        """Start it over what ``set_up`` has left in the folder, and connect."""
        self._server = Popen(
            (sys.executable, "-W", "ignore", __file__, "--serve", folder), stdout=PIPE, text=True
        )
        assert self._server.stdout is not None
        token, port = self._server.stdout.readline().split()
        self._headers = {"Authorization": f"ApiKey {token}", "Host": "localhost"}
        self._connection = HTTPConnection("127.0.0.1", int(port))

    def call(self, body: bytes) -> bytes:
        """The answer to one request."""
        self._connection.request("POST", "/api/match/default", body, self._headers)
        answer = self._connection.getresponse()
        assert answer.status == HTTPStatus.OK
        return answer.read()

    def spent(self) -> float:
        """CPU seconds of the server's process until now."""
        line = Path(f"/proc/{self._server.pid}/stat").read_text(encoding="ascii")
        told = line.rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End the process."""
        self._connection.close()
        self._server.terminate()
        self._server.wait()


def serve(folder: Path) -> None:
    """Serve until somebody ends it; the token and the port are told first."""
    application, token = set_up(folder)
    server = create_server(application, host="127.0.0.1", port=0, threads=8, ident=None)
    print(token, server.effective_port, flush=True)
    server.run()


def measure(
    label: str, asked: list[bytes], each: int, ask: Call, clock: Callable[[], float]
) -> None:
    """Print a row: CPU seconds by ``clock``, waiting by the clock on the wall."""
    waited, size, begun = [], 0, clock()
    for body in asked:
        start = time.perf_counter()
        size += len(ask(body))
        waited.append(1000 * (time.perf_counter() - start))
    whole, ordered = clock() - begun, sorted(waited)
    p95 = ordered[int(len(ordered) * 0.95)]
    print(
        f"| {label} | {each} | {len(asked) / whole:.0f} | {len(asked) * each / whole:.0f} | "
        f"{ordered[len(ordered) // 2]:.1f} | {p95:.1f} | {size // len(asked)} |", flush=True,
    )  # fmt: skip


def main() -> None:
    """Print a table; each size of request begins with words that are new to the matcher."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--together", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve)
        return
    asked = queries(options.queries)
    with TemporaryDirectory() as name:
        application, token = set_up(Path(name))
        from tamiz.web.api import lists  # noqa: PLC0415 - after the set-up

        print(f"{len(_records())} parties; {len(asked)} queries; requests a CPU second; asked for "
              f"{ASKED_FOR}, yente {YENTE}; load of the machine {os.getloadavg()[0]:.1f}\n")  # fmt: skip
        print("| words | queries a request | requests/s | queries/s | ms p50 | ms p95 | bytes |")
        print("|---|---:|---:|---:|---:|---:|---:|")
        ask = partial(call, application, token)
        for each in options.together:
            every = bodies(asked, each)
            lists.OPEN.forget()
            ask(bodies(queries(1), 1)[0])
            for label in ("new", "known"):
                measure(label, every, each, ask, time.process_time)
        served = Served(Path(name))
        served.call(bodies(queries(1), 1)[0])
        for label in ("new", "known"):
            measure(f"{label}, over HTTP", bodies(asked, 1), 1, served.call, served.spent)
        served.close()


if __name__ == "__main__":
    main()
