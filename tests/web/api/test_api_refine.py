"""The reconciliation API 0.2: all six kinds of answers, by GET and by POST."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from web_api_world import ANA, BETO, FIRM, SERHII, Asks, Program

# The public schemas have no licence that would allow a copy in here: name a folder with
# 0.2/schemas of github.com/reconciliation-api/specs, and answers are held to them as well.
SPECS = os.environ.get("TAMIZ_RECONCILIATION_SCHEMAS", "")
BASE = "reconcile/default"
QUERIES = {
    "q0": {
        "query": "Вимисленко Сергій",
        "type": "Person",
        "limit": 3,
        "properties": [{"pid": "Person:birthDate", "v": "1988-04-12"}],
    },
    "q1": {"query": "Nobody At All", "type": ["Person"]},
    "q2": {"properties": [{"pid": "name", "v": ["Invented Drones Zrt"]}], "type": "Company"},
}
EXTEND = {
    "ids": [SERHII, "nobody"],
    "properties": [{"id": "birthDate"}, {"id": "name", "settings": {"limit": 1}}],
}


@pytest.fixture
def officer(asks: Asks) -> Program:
    return asks()


def six(officer: Program) -> dict[str, Any]:
    """An answer of each kind, by the name of its schema."""
    answers = {
        "manifest": officer.get(BASE),
        "reconciliation-result-batch": officer.form(BASE, queries=json.dumps(QUERIES)),
        "suggest-entities-response": officer.get(f"{BASE}/suggest/entity", prefix="serh"),
        "suggest-types-response": officer.get(f"{BASE}/suggest/type", prefix="per"),
        "suggest-properties-response": officer.get(f"{BASE}/suggest/property", prefix="birth"),
        "data-extension-property-proposal": officer.get(f"{BASE}/extend/property", type="Person"),
        "data-extension-response": officer.form(BASE, extend=json.dumps(EXTEND)),
    }
    assert {name: one.status_code for name, one in answers.items()} == dict.fromkeys(answers, 200)
    return {name: one.json() for name, one in answers.items()}


@pytest.mark.skipif(not SPECS, reason="TAMIZ_RECONCILIATION_SCHEMAS names no folder")
def test_every_answer_is_valid_against_the_public_schemas(officer: Program) -> None:
    told = {
        one.name: json.loads(one.read_text(encoding="utf-8")) for one in Path(SPECS).glob("*.json")
    }
    about = [
        (schema["$id"], Resource.from_contents(schema, default_specification=DRAFT7))
        for schema in told.values()
    ]
    registry = Registry().with_resources(about)
    for name, answer in six(officer).items():
        validator = Draft7Validator(told[f"{name}.json"], registry=registry)
        assert [error.message for error in validator.iter_errors(answer)] == [], name


def test_the_manifest_says_what_there_is(officer: Program) -> None:
    told = officer.get(BASE, api_key="k").json()

    assert told["versions"] == ["0.2"]
    assert told["suggest"]["entity"] == {
        "service_url": "http://localhost/api/reconcile/default",
        "service_path": "/suggest/entity?api_key=k",
    }
    assert "{{id}}" in told["preview"]["url"]
    assert {
        "name",
        "identifierSpace",
        "schemaSpace",
        "view",
        "extend",
        "defaultTypes",
    } <= told.keys()


@pytest.mark.parametrize("how", ["get", "post"])
def test_candidates_come_the_same_by_get_and_by_post(how: str, officer: Program) -> None:
    text = json.dumps(QUERIES)
    answer = officer.get(BASE, queries=text) if how == "get" else officer.form(BASE, queries=text)

    told = answer.json()
    assert {key: [one["id"] for one in each["result"]] for key, each in told.items()} == {
        "q0": [SERHII], "q1": [], "q2": [FIRM]
    }  # fmt: skip
    first = told["q0"]["result"][0]
    assert 99 < first["score"] <= 100
    assert first["match"] is True
    assert {"birth_date", "name", "prior"} <= {one["id"] for one in first["features"]}


def test_a_name_alone_is_nobody_for_certain(officer: Program) -> None:
    text = json.dumps({"q": {"query": "Ana Ficticia Hipogrifo", "type": "Person"}})

    told = officer.get(BASE, queries=text).json()["q"]["result"]

    assert [(one["id"], one["match"]) for one in told] == [(ANA, False)]
    assert told[0]["score"] > 99  # rare as it is


def test_two_who_may_be_the_one_are_neither_for_certain(officer: Program) -> None:
    """Each by itself is as good as certain: both at once are not."""
    claims = {"passportNumber": ["QX000009", "QX000008"], "birthDate": ["1991-02-03", "1985-06-07"]}
    both = [{"pid": name, "v": value} for name, value in claims.items()]
    names = ["Ana Ficticia Hipogrifo", "Beto Inventado Hipogrifo"]
    query = {"type": "Person", "properties": [*both, {"pid": "name", "v": names}]}

    told = officer.get(BASE, queries=json.dumps({"q": query})).json()["q"]["result"]

    assert {one["id"]: one["score"] > 99 for one in told} == {ANA: True, BETO: True}
    assert [one["match"] for one in told] == [False, False]


def test_a_candidates_features_are_those_of_match(officer: Program) -> None:
    """Bits are summed in one place, whoever asks."""
    born = {"name": "Serhii Vymyslenko", "birthDate": "1988-04-12"}
    claims = [{"pid": "birthDate", "v": "1988-04-12"}]
    text = json.dumps({"q": {"query": born["name"], "type": "Person", "properties": claims}})

    first = officer.get(BASE, queries=text).json()["q"]["result"][0]

    told = {one["id"]: one["value"] for one in first["features"]}
    assert told == officer.match(born)["results"][0]["features"]


@pytest.mark.parametrize("query", [{}, {"query": ""}, {"query": " ", "type": []}])
def test_an_empty_cell_finds_nobody_and_spoils_no_batch(
    query: dict[str, Any], officer: Program
) -> None:
    text = json.dumps({"empty": query, "full": QUERIES["q0"]})

    told = officer.form(BASE, queries=text).json()

    assert [len(one["result"]) for one in told.values()] == [0, 1]


@pytest.mark.parametrize("how", ["get", "post"])
def test_properties_are_fetched(how: str, officer: Program) -> None:
    text = json.dumps(EXTEND)
    answer = officer.get(BASE, extend=text) if how == "get" else officer.form(BASE, extend=text)

    assert answer.json()["rows"] == {
        SERHII: {"birthDate": [{"str": "1988-04-12"}], "name": [{"str": "Serhii Vymyslenko"}]},
        "nobody": {"birthDate": [], "name": []},
    }


@pytest.mark.parametrize(
    ("kind", "prefix", "expected"),
    [("entity", "Vymys", [SERHII]), ("entity", "drones inv", [FIRM]), ("entity", "", []),
     ("entity", "zzz", []), ("type", "pers", ["Person", "LegalEntity"]), ("type", "x", []),
     ("property", "passport", ["passportNumber"])],
)  # fmt: skip
def test_suggestions(kind: str, prefix: str, expected: list[str], officer: Program) -> None:
    told = officer.get(f"{BASE}/suggest/{kind}", prefix=prefix).json()

    assert [one["id"] for one in told["result"]] == expected


def test_a_preview_shows_what_a_list_says_and_runs_nothing(officer: Program) -> None:
    page = officer.get(f"{BASE}/preview/ftm:invented:NK/3")

    assert "<b>Petro" not in page.content.decode()
    assert "&lt;b&gt;Petro" in page.content.decode()
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert officer.get(f"{BASE}/preview/nobody").status_code == 404


def test_a_key_in_the_address_opens_this_and_nothing_else(officer: Program) -> None:
    query = {"api_key": officer.token}

    assert officer.client.get(f"/api/{BASE}", query).status_code == 200
    assert officer.client.get("/api/catalog", query).status_code == 401
    assert officer.client.get("/api/cases", query).status_code == 401


@pytest.mark.parametrize(
    "fields",
    [{}, {"queries": '{"q": {"query": "x", "type": ["Person", "Q5"]}}'}, {"queries": "{"},
     {"queries": "{", "extend": '{"ids": [], "properties": []}'}, {"queries": "[]"}, {"queries": '{"q": 1}'},
     {"queries": '{"q": {"query": "x", "type": "Vessel"}}'}, {"extend": "{}"}, {"extend": "x"},
     {"queries": json.dumps({str(n): {"query": "x"} for n in range(101)})},
     {"extend": json.dumps({"ids": ["x"] * 101, "properties": []})}],
)  # fmt: skip
def test_what_is_not_understood_is_refused(fields: dict[str, str], officer: Program) -> None:
    answer = officer.form(BASE, **fields)

    assert answer.status_code in {400, 422}
    assert answer.json()["detail"]
