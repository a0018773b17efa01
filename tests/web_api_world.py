"""An invented unit's lists, and a program that asks the API about them."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.test import Client
from msgspec import Struct

from tamiz.lists.store import Store
from tamiz.lists.update import Arrived, bring

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
LIST, OWN = "ftm:invented", "own:unit"
SERHII, FIRM, ANA = f"{LIST}:NK-1", f"{LIST}:NK-2", f"{OWN}:U-1"
# Two lists number alike: the unit's own entry has the same id as the firm.
BETO = f"{OWN}:NK-2"

ENTITIES: tuple[dict[str, Any], ...] = (
    {
        "id": "NK-1",
        "schema": "Person",
        "properties": {
            "name": ["Serhii Vymyslenko", "Сергій Вимисленко"],
            "weakAlias": ["Gray"],
            "birthDate": ["1988-04-12"],
            "nationality": ["ua"],
            "gender": ["male"],
            "passportNumber": ["FX000001"],
            "topics": ["sanction"],
        },
        "referents": ["old-1"],
        "last_change": "2026-10-01T00:00:00",
    },
    {
        "id": "NK-2",
        "schema": "Company",
        "properties": {
            "name": ["Invented Drones Zrt"],
            "registrationNumber": ["01-09-000000"],
            "jurisdiction": ["hu"],
            "topics": ["sanction"],
        },
    },
    {"id": "NK/3", "schema": "Person", "properties": {"name": ["<b>Petro</b> Nikhto"]}},
)
OWN_LIST = (
    "id,type,name,birth_date,passports,purpose,grading,review_by\n"
    "U-1,person,Ana Ficticia Hipogrifo,1991-02-03,QX000009,invented,B2,2027-01-01\n"
    "NK-2,person,Beto Inventado Hipogrifo,1985-06-07,QX000008,invented,B2,2027-01-01\n"
)


def fill(folder: Path) -> Store:
    """A store with the lists of this module, and their index."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    store = Store(folder)
    entities = folder.parent / "entities.ftm.json"
    entities.write_text("\n".join(map(json.dumps, ENTITIES)) + "\n", encoding="utf-8")
    own = folder.parent / "own.csv"
    own.write_text(OWN_LIST, encoding="utf-8")
    for key, path in ((LIST, entities), (OWN, own)):
        bring(store, key, (Arrived(name=path.name, path=path),), now=NOW)
    store.index_path()
    return store


class Program(Struct, frozen=True):
    """A program with a token."""

    client: Client
    token: str

    @property
    def headers(self) -> dict[str, str]:
        """What it sends with each request."""
        return {"authorization": f"Bearer {self.token}"}

    def get(self, path: str, **query: str | int) -> Any:
        """The answer to a GET under ``/api/``."""
        return self.client.get(f"/api/{path}", query, headers=self.headers)

    def post(self, path: str, body: object, *, query: str = "") -> Any:
        """The answer to a POST of JSON; bytes are sent as they are."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.client.post(
            f"/api/{path}{query}", data, content_type="application/json", headers=self.headers
        )

    def form(self, path: str, **fields: str) -> Any:
        """The answer to a form."""
        return self.client.post(
            f"/api/{path}", urlencode(fields), headers=self.headers,
            content_type="application/x-www-form-urlencoded",
        )  # fmt: skip

    def match(self, properties: dict[str, Any], *, schema: str = "Person", query: str = "") -> Any:
        """The answer to one query of ``/match/default``."""
        body = {"queries": {"q": {"schema": schema, "properties": properties}}}
        return self.post("match/default", body, query=query).json()["responses"]["q"]


Asks = Callable[..., Program]
