"""Small invented worlds for tests: a store with a few listed parties, a table of applicants."""

import csv
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from tamiz.lists.store import Store
from tamiz.lists.update import Arrived, bring
from tamiz.screening import Screener, Setup, lists_in_use, load_policy, setup_of

DAY = datetime(2026, 8, 22, 9, tzinfo=UTC)
TODAY = DAY.date()
Entity = dict[str, object]


def person(key: str, *names: str, **properties: str | list[str]) -> Entity:
    """A listed person as a FollowTheMoney entity."""
    return _entity(key, "Person", {"name": list(names)}, properties)


def company(key: str, *names: str, **properties: str | list[str]) -> Entity:
    """A listed company as a FollowTheMoney entity."""
    return _entity(key, "Company", {"name": list(names)}, properties)


def _entity(
    key: str, schema: str, names: dict[str, list[str]], properties: dict[str, str | list[str]]
) -> Entity:
    listed = {name: [v] if isinstance(v, str) else v for name, v in properties.items()}
    return {"id": key, "schema": schema, "properties": names | listed, "last_change": "2026-08-20"}


AGUILA = person(
    "P-1",
    "Rosendo Quiñónez Batres",
    "Росендо Киньонес",
    birthDate="1984-11-07",
    nationality="mx",
    gender="male",
    passportNumber="G90817263",
)
GARCIA = person("P-2", "José García López", birthDate="1979-03-30", nationality="mx")
FRONT = company("C-1", "Altoverde Escolta S.A.", registrationNumber="PA-7731-402188")
LIST = (AGUILA, GARCIA, FRONT)


def store_with(
    folder: Path, entities: Iterable[Entity] = LIST, *, key: str = "ftm:test", now: datetime = DAY
) -> Store:
    """A store that holds these entities as the list ``key``."""
    folder.mkdir(parents=True, exist_ok=True)
    store = Store(folder / "store")
    bring_entities(store, folder / "entities.ftm.json", key, entities, now=now)
    return store


def bring_entities(
    store: Store, path: Path, key: str, entities: Iterable[Entity], *, now: datetime = DAY
) -> None:
    """Write these entities to ``path`` and bring it into the store as the list ``key``."""
    path.write_text("".join(json.dumps(one) + "\n" for one in entities), encoding="utf-8")
    bring(store, key, (Arrived(path=path, name=path.name),), now=now)


def table(path: Path, rows: Iterable[dict[str, str]]) -> Path:
    """A table of applicants with the columns that the rows have."""
    rows = list(rows)
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    return path


def setup_for(store: Store, *, register: Path | None = None, today: date = TODAY) -> Setup:
    """The default policy over the lists of a store."""
    policy = load_policy().policy
    return setup_of(lists_in_use(store, policy, today=today), policy, register=register)


def screener_for(store: Store, *, register: Path | None = None) -> Screener:
    """A screener with the default policy over the lists of a store."""
    return Screener(setup_for(store, register=register))
