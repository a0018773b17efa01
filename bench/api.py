"""How many requests of ``/match`` a second and core the WSGI application answers, in this process.

No network and no server: what is measured is everything from the WSGI call to the bytes of the
answer, the token, the note in the journal and the JSON among it. Prints CPU seconds.

    python bench/api.py [--requests 1000] [--rounds 3]

Needs the development data: all of its parties are the list that is asked, its people ask.
"""

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from parties import parties, rows
from tamiz.lists.store import Store
from tamiz.matching import build_index
from tamiz.model import Edition, SourceRecord

SEED = 20_261_126
ASKED_FOR, YENTE = 300, 55  # requests a second and core: the figure of the task, yente's own
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
    (folder / "data").mkdir()
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
    officer = Officer.objects.create(username="bench")
    accounts.give(officer, Role.OFFICER)
    return get_wsgi_application(), tokens.make(officer, Role.OFFICER, name="bench")


def bodies(count: int) -> list[bytes]:
    """One query a request: people of the development data, every tenth a listed one."""
    chosen = random.Random(SEED)
    people = chosen.sample(list(rows("people.jsonl.gz")), count)
    listed = chosen.sample([one for one in _records() if one.type.value == "person"], count)
    return [
        _body(listed[at].names[0].text, [d.text() for d in listed[at].birth_dates[:1]])
        if at % 10 == 0
        else _body(one["name"], [one["dob"]] if one["dob"] else [])
        for at, one in enumerate(people)
    ]


def _body(name: str, born: list[str]) -> bytes:
    properties = {"name": [name], **({"birthDate": born} if born else {})}
    return json.dumps({"queries": {"q": {"schema": "Person", "properties": properties}}}).encode()


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


def main() -> None:
    """Print one line a round, the first with words that are new to the matcher."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    asked = bodies(options.requests)
    with TemporaryDirectory() as name:
        application, token = set_up(Path(name))
        call(application, token, asked[0])
        print(f"{len(_records())} parties; {len(asked)} requests of one query; asked for {ASKED_FOR} "
              f"a second and core, yente {YENTE}")  # fmt: skip
        for number in range(1, options.rounds + 1):
            spent, size, found = [], 0, 0
            for body in asked:
                start = time.process_time()
                answer = call(application, token, body)
                spent.append(time.process_time() - start)
                size += len(answer)
                found += b'"results":[]' not in answer
            spent.sort()
            whole = sum(spent)
            print(
                f"round {number} ({'new' if number == 1 else 'known'} words): {len(asked) / whole:.0f} "
                f"requests a CPU second; {whole:.2f} CPU s; ms p50 {1000 * spent[len(spent) // 2]:.2f} "
                f"p95 {1000 * spent[int(len(spent) * 0.95)]:.2f}; {found} with results; "
                f"{size // len(asked)} bytes an answer",
                flush=True,
            )


if __name__ == "__main__":
    main()
