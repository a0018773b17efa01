"""Lists that a token may not see: every route that tells of a party, every role, every list.

Each route is asked in all ways known here for an entry of the unit's own list: by the whole id, by
the list's own, by a name, by a number; over all lists, over the own one, over another. What was
asked for never has the entry's family name, so whoever reads it has been told of the entry.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from msgspec import Struct

from tamiz.casework import Role
from tamiz.casework.people import ROLES, Act
from tamiz.web.api.routes import ROUTES
from tamiz.web.models import Programme
from tamiz.web.models.people import GIVEN
from web_api_world import ANA, BETO, LIST, OWN, Asks, Program

SECRET = b"hipogrifo"
DATASETS = ("default", OWN, LIST)
IDS = (ANA, ANA.rpartition(":")[2], BETO, BETO.rpartition(":")[2])
NUMBER = "QX000009"
QUERIES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Person", {"name": "Ana Ficticia", "passportNumber": NUMBER}),
    ("Thing", {"name": "Ana Ficticia", "birthDate": "1991-02-03", "passportNumber": NUMBER}),
    ("LegalEntity", {"alias": "Beto Inventado", "idNumber": "QX000008"}),
)
WORDS = ("ana ficticia", "beto", "Ana Fic")
FILTERS = ("", f"include_dataset={OWN}", f"include_dataset={LIST}", f"datasets={OWN}")
# Tell of no party, whatever is asked; each is asked once all the same.
TELL_NOBODY = {
    "algorithms", "cases", "cases/{number}", "decisions", "catalog", "health",
    "reconcile/{dataset}/suggest/type", "reconcile/{dataset}/suggest/property",
    "reconcile/{dataset}/extend/property",
}  # fmt: skip
TELLING = {route.path for route in ROUTES if not route.is_public} - TELL_NOBODY
SEES = ROLES[Act.SEE]


class Question(Struct, frozen=True):
    """A request: where, with which body (JSON, or fields of a form)."""

    where: str
    body: dict[str, Any] | None = None
    form: dict[str, str] | None = None

    def put(self, program: Program) -> Any:
        """The answer."""
        if self.body is not None:
            return program.post(self.where, self.body)
        if self.form is not None:
            return program.form(self.where, **self.form)
        return program.client.get(f"/api/{self.where}", headers=program.headers)


def _match(where: str) -> Iterator[Question]:
    for schema, properties in QUERIES:
        body = {"queries": {"q": {"schema": schema, "properties": properties}}}
        yield from (Question(f"{where}?cutoff=0.001&{told}", body=body) for told in FILTERS)


def _search(where: str) -> Iterator[Question]:
    for text in (*WORDS, ""):
        yield from (Question(f"{where}?{urlencode({'q': text})}&{told}") for told in FILTERS)


def _reconcile(where: str) -> Iterator[Question]:
    forms = [{"extend": json.dumps({"ids": IDS, "properties": [{"id": "name"}, {"id": "notes"}]})}]
    for schema, properties in QUERIES:
        claims = [{"pid": name, "v": value} for name, value in properties.items()]
        forms.append({"queries": json.dumps({"q": {"type": schema, "properties": claims}})})
    for form in forms:
        yield Question(f"{where}?{urlencode(form)}")
        yield Question(where, form=form)


def _suggest(where: str) -> Iterator[Question]:
    return (Question(f"{where}?{urlencode({'prefix': text})}") for text in WORDS)


def _entity(where: str) -> Iterator[Question]:
    return (Question(where.replace("{entity}", quote(one, safe=""))) for one in IDS)


def _dossiers(where: str) -> Iterator[Question]:
    sent = {"id": "A-7", "name": "Ana Ficticia", "passport": NUMBER, "birth_date": "1991-02-03"}
    return (Question(f"{where}{tail}", body=sent) for tail in ("", "?programme=north"))


# How each route that tells of parties is asked; a new one fails here until somebody says how.
ASKED: dict[str, Callable[[str], Iterator[Question]]] = {
    "match/{dataset}": _match,
    "search/{dataset}": _search,
    "entities/{entity}": _entity,
    "reconcile/{dataset}": _reconcile,
    "reconcile/{dataset}/suggest/entity": _suggest,
    "reconcile/{dataset}/preview/{entity}": _entity,
    "dossiers": _dossiers,
}


def questions(path: str, dataset: str) -> Iterator[Question]:
    """Everything that a route is asked for the hidden entries."""
    where = path.replace("{dataset}", quote(dataset)).replace("{number}", "1")
    return iter([Question(where)]) if path in TELL_NOBODY else ASKED[path](where)


def telling(path: str, program: Program, datasets: tuple[str, ...] = DATASETS) -> set[str]:
    """The datasets over which a route tells a program of the hidden entries."""
    return {
        dataset
        for dataset in (datasets if "{dataset}" in path else datasets[:1])
        for one in questions(path, dataset)
        if SECRET in one.put(program).content.lower()
    }


@pytest.mark.parametrize("role", [role for role in GIVEN if role not in SEES])
@pytest.mark.parametrize("path", sorted({route.path for route in ROUTES if not route.is_public}))
def test_a_role_that_may_not_see_a_list_is_told_of_it_nowhere(
    path: str, role: Role, asks: Asks, north: Programme
) -> None:
    assert telling(path, asks(role, programmes=(north,))) == set()


@pytest.mark.parametrize("role", [role for role in GIVEN if role in SEES])
@pytest.mark.parametrize("path", sorted(TELLING))
def test_a_role_that_may_see_it_is_told_so_that_these_questions_ask_something(
    path: str, role: Role, asks: Asks, north: Programme
) -> None:
    told = telling(path, asks(role, programmes=(north,)))

    if path == "dossiers" and role not in ROLES[Act.OPEN]:
        assert told == set()
    else:
        assert told - {LIST} == set(DATASETS[: 2 if "{dataset}" in path else 1])


@pytest.mark.parametrize("path", sorted(TELLING - {"match/{dataset}", "search/{dataset}"}))
def test_an_entry_of_another_list_is_not_told_for_a_dataset(path: str, asks: Asks) -> None:
    if "{dataset}" in path:  # match and search may name further lists
        assert telling(path, asks(Role.OFFICER), (LIST,)) == set()


@pytest.mark.parametrize("path", sorted({r.path for r in ROUTES if "{dataset}" in r.path}))
@pytest.mark.parametrize("dataset", [OWN, "nothing"])
def test_a_hidden_dataset_is_told_as_one_that_does_not_exist(
    path: str, dataset: str, asks: Asks
) -> None:
    manager = asks(Role.LIST_MANAGER)
    where = path.replace("{dataset}", dataset).replace("{entity}", "x")
    body = {"queries": {"q": {"schema": "Person", "properties": {"name": "x"}}}}

    answer = manager.post(where, body) if path.startswith("match") else manager.get(where)

    assert (answer.status_code, answer.json()["detail"]) == (404, "No such dataset.")


def test_an_id_that_a_hidden_list_has_too_is_told_as_if_there_were_no_such_list(
    asks: Asks,
) -> None:
    answers = [asks(role).get("entities/NK-2") for role in (Role.LIST_MANAGER, Role.OFFICER)]

    assert [one.status_code for one in answers] == [200, 404]


def test_a_hidden_list_is_not_named(asks: Asks) -> None:
    manager = asks(Role.LIST_MANAGER)

    assert [OWN.encode() in manager.get(path).content for path in ("catalog", "health")] == [
        False
    ] * 2
