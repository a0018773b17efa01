"""``/match``: who is found, in the shape that yente's clients read."""

import msgspec
import pytest

from tamiz.casework import Role
from tamiz.web.api.shapes import MatchAnswer
from web_api_world import ANA, FIRM, SERHII, Asks, Program

BORN = {"name": ["Вимисленко Сергій"], "birthDate": ["1988-04-12"]}


@pytest.fixture
def officer(asks: Asks) -> Program:
    return asks()


def ids(answer: dict[str, list[dict[str, str]]]) -> list[str]:
    return [one["id"] for one in answer["results"]]


@pytest.mark.parametrize(
    ("schema", "properties", "expected"),
    [
        ("Person", BORN, [SERHII]),
        ("Person", {"firstName": "Serhii", "lastName": "Vymyslenko", "birthDate": 1988}, [SERHII]),
        ("Person", {"name": "S. Vymyslenko", "passportNumber": "FX 000001"}, [SERHII]),
        ("Company", {"name": ["Invented Drones"], "registrationNumber": "01-09-000000"}, [FIRM]),
        ("LegalEntity", {"name": ["Invented Drones Zrt"]}, [FIRM]),
        ("Thing", BORN, [SERHII]),
        ("Person", {"name": "Ana Ficticia Hipogrifo", "birthDate": "1991-02-03"}, [ANA]),
        ("Person", {"name": "Zbigniew Nieznany", "birthDate": "1950"}, []),
        ("Person", {"name": []}, []),
    ],
)
def test_who_is_found(
    schema: str, properties: dict[str, object], expected: list[str], officer: Program
) -> None:
    assert ids(officer.match(properties, schema=schema)) == expected


def test_the_score_is_a_probability_and_the_features_add_up_to_it(officer: Program) -> None:
    first = officer.match(BORN)["results"][0]

    bits = sum(first["features"].values())
    assert first["score"] == pytest.approx(1 / (1 + 2**-bits), abs=1e-3)
    assert first["features"] == {k: one["score"] for k, one in first["explanations"].items()}
    assert {"prior", "name", "birth_date"} <= first["features"].keys()


def test_an_answer_has_every_field_of_its_shape(officer: Program) -> None:
    body = {"queries": {"a": {"schema": "Person", "properties": BORN}}}

    answer = officer.post("match/default", body)

    told = msgspec.json.decode(answer.content, type=MatchAnswer)
    first = answer.json()["responses"]["a"]["results"][0]
    assert answer.headers["x-batch-size"] == "1"
    assert (told.limit, told.responses["a"].total.value) == (5, 1)
    assert (first["caption"], first["schema"], first["match"]) == (
        "Serhii Vymyslenko",
        "Person",
        True,
    )
    assert (first["datasets"], first["referents"], first["target"]) == (
        ["ftm:invented"],
        ["old-1"],
        True,
    )
    assert first["last_change"] == "2026-10-01T00:00:00"
    assert first["properties"]["passportNumber"] == ["FX000001"]


def test_the_query_comes_back_as_it_was_understood(officer: Program) -> None:
    told = officer.match({"name": "  Somebody  Else ", "country": "Russia"})["query"]

    assert told["properties"] == {"name": ["Somebody Else"], "country": ["ru"]}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?threshold=0.999999&cutoff=0.001", [False]),
        ("?threshold=0.5", [True]),
        ("?limit=0", []),
        ("?exclude_dataset=ftm:invented", []),
        ("?include_dataset=own:unit", []),
        ("?include_dataset=default", [True]),
        ("?exclude_dataset=nothing", [True]),
        ("?exclude_schema=Person", []),
        ("?topics=sanction", [True]),
        ("?topics=role.pep", []),
        (f"?exclude_entity_ids={SERHII}", []),
        ("?algorithm=logic-v2", [True]),
    ],
)
def test_what_narrows_an_answer(query: str, expected: list[bool], officer: Program) -> None:
    assert [one["match"] for one in officer.match(BORN, query=query)["results"]] == expected


def test_one_list_is_asked_by_its_key(officer: Program) -> None:
    body = {"queries": {"q": {"schema": "Person", "properties": BORN}}}

    found = [officer.post(f"match/{key}", body) for key in ("ftm:invented", "own:unit", "un-sc")]

    assert [len(one.json()["responses"]["q"]["results"]) for one in found[:2]] == [1, 0]
    assert found[2].status_code == 404


@pytest.mark.parametrize(
    ("path", "include", "expected"),
    [
        ("ftm:invented", "own:unit", [ANA, SERHII]),
        ("own:unit", "ftm:invented", [ANA, SERHII]),
        ("own:unit", "default", [ANA, SERHII]),
        ("default", "own:unit", [ANA]),
        ("own:unit", "own:unit", [ANA]),
    ],
)
def test_of_several_lists_clients_name_the_first_in_the_path_and_the_others_behind_it(
    path: str, include: str, expected: list[str], officer: Program
) -> None:
    queries = {
        "a": {"schema": "Person", "properties": {"name": "Ana Hipogrifo", "passportNumber": "QX000009"}},
        "b": {"schema": "Person", "properties": BORN},
    }  # fmt: skip

    answer = officer.post(
        f"match/{path}", {"queries": queries}, query=f"?include_dataset={include}"
    )

    told = answer.json()["responses"].values()
    assert [one for each in told for one in ids(each)] == expected


@pytest.mark.parametrize("name", ["nothing", "own:other", "us_ofac_sdn"])
def test_a_list_that_is_not_there_is_not_passed_over(name: str, officer: Program) -> None:
    body = {"queries": {"q": {"schema": "Person", "properties": BORN}}}

    answer = officer.post("match/default", body, query=f"?include_dataset={name}")

    assert (answer.status_code, answer.json()["where"]) == (404, "query include_dataset")


def test_the_units_own_entries_are_for_those_who_see_cases(asks: Asks) -> None:
    intake = asks(Role.INTAKE)

    assert ids(intake.match({"name": "Ana Ficticia Hipogrifo", "birthDate": "1991-02-03"})) == []
    assert ids(intake.match(BORN)) == [SERHII]
    assert intake.get(f"entities/{ANA}").status_code == 404
    assert intake.get("search/default", q="hipogrifo").json()["results"] == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[]", 422),
        (b'{"queries": []}', 422),
        (b'{"queries": {}}', 400),
        (b'{"queries": {"q": {"properties": {"name": "x"}}}}', 422),
        (b'{"queries": {"q": {"schema": "Person"}}}', 422),
        (b'{"queries": {"q": {"schema": "xxx", "properties": {}}}}', 400),
        (b'{"queries": {"q": {"schema": "Vessel", "properties": {"name": "Maria"}}}}', 400),
        (b'{"queries": {"q": {"schema": "Person", "properties": {"name": {"a": 1}}}}}', 422),
        (b'{"queries": {"q": {"schema": "Person", "properties": {}}}, "weights": {"x": 1}}', 400),
        (b'{"queries": {"q": {"schema": "Person", "properties": {}}}, "config": {"x": 1}}', 400),
        (b'{"queries": {"q": {"schema": "Person", "properties": {"name": NaN}}}}', 400),
        (b"[" * 100_000, 422),
        (b'{"queries":' * 50_000, 400),
        (b'{"queries": {"q": {"schema": "Person", "properties": {"name": "\\ud800"}}}}', 400),
        (b" " * 1_000_001, 413),
    ],
)  # fmt: skip
def test_a_hostile_body_is_refused_in_plain_words(
    body: bytes, status: int, officer: Program
) -> None:
    answer = officer.post("match/default", body)

    told = answer.json()
    assert answer.status_code == status
    assert told["detail"]
    assert told["where"].startswith("body")


def test_a_query_that_is_nothing_is_passed_over_as_yente_does(officer: Program) -> None:
    body = {"queries": {"a": None, "b": {"schema": "Person", "properties": BORN}}}

    assert list(officer.post("match/default", body).json()["responses"]) == ["b"]


def test_values_are_not_repeated_in_errors(officer: Program) -> None:
    body = {"queries": {"q": {"schema": "Person", "properties": {"name": {"secret": "Ana"}}}}}

    assert b"Ana" not in officer.post("match/default", body).content


@pytest.mark.parametrize(
    "properties",
    [
        {"name": [f"Ana {n}" for n in range(21)]},
        {"name": ["Ana"], "alias": [f"B{n}" for n in range(20)]},
    ],
)
def test_more_names_than_can_be_searched_in_time_are_refused(
    properties: dict[str, object], officer: Program
) -> None:
    body = {"queries": {"q": {"schema": "Person", "properties": properties}}}

    answer = officer.post("match/default", body)

    assert (answer.status_code, answer.json()["found"]) == (400, "21 names")


@pytest.mark.parametrize(
    "properties",
    [
        {"name": ["x" * 100_000]},
        {"name": ["а" * 300] * 200},
        {"name": [f"word{n} " * 100 for n in range(20)]},
        {"name": ["Abdulrahman Nasiruddin " * 12]},  # compounds: more words than were written
        {"birthDate": ["9999999999-99-99", "-1", "0"]},
        {"name": "\x00\u202e\u0000", "passportNumber": "\n"},
        {"": ["x"], "name": [None, True, 1.5]},
    ],
)
def test_odd_values_are_answered(properties: dict[str, object], officer: Program) -> None:
    assert officer.match(properties)["status"] == 200


def test_too_much_at_once_is_refused(officer: Program) -> None:
    one = {"schema": "Person", "properties": {"name": "x"}}

    many = officer.post("match/default", {"queries": {str(n): one for n in range(101)}})
    long = officer.post(
        "match/default",
        {"queries": {"q": {"schema": "Person", "properties": {"name": ["x"] * 201}}}},
    )

    assert (many.status_code, long.status_code) == (400, 400)
    assert (many.json()["found"], long.json()["found"]) == ("101 queries", "201 values")


@pytest.mark.parametrize(
    "query",
    ["?limit=", "?threshold=", "?algorithm=",
     "?limit=-1", "?limit=501", "?limit=x", "?threshold=2", "?threshold=nan", "?cutoff=x",
     "?algorithm=neural-net", "?changed_since=2026-01-01"],
)  # fmt: skip
def test_a_figure_out_of_range_is_named(query: str, officer: Program) -> None:
    body = {"queries": {"q": {"schema": "Person", "properties": BORN}}}

    answer = officer.post("match/default", body, query=query)

    assert answer.status_code == 400
    assert answer.json()["where"] == f"query {query[1:].partition('=')[0]}"
