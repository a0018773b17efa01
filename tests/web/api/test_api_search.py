"""Search by words, entities by id, the catalogue: in yente's shapes."""

from urllib.parse import quote

import msgspec
import pytest

from tamiz.web.api import shapes
from web_api_world import ANA, BETO, FIRM, SERHII, Asks, Program


@pytest.fixture
def officer(asks: Asks) -> Program:
    return asks()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"q": "vymyslenko"}, [SERHII]),
        ({"q": "Вимисленко"}, [SERHII]),
        ({"q": "serhii hipogrifo"}, []),
        ({"q": "invented drones"}, [FIRM]),
        ({"q": "invented", "schema": "Person"}, []),
        ({"q": "invented", "schema": "Company"}, [FIRM]),
        ({"q": "ana hipogrifo", "include_dataset": "ftm:invented"}, []),
        ({"q": "ana hipogrifo", "datasets": "own:unit"}, [ANA]),
        ({"q": "vymyslenko", "countries": "UA"}, [SERHII]),
        ({"q": "vymyslenko", "datasets": "default"}, [SERHII]),
        ({"q": "vymyslenko", "countries": "ua"}, [SERHII]),
        ({"q": "vymyslenko", "countries": "hu"}, []),
        ({"q": "vymyslenko", "topics": "sanction"}, [SERHII]),
        ({"q": "vymyslenko", "offset": "1"}, []),
        ({"q": "a/b~2 *:[ \x00"}, []),
    ],
)  # fmt: skip
def test_who_has_the_words(query: dict[str, str], expected: list[str], officer: Program) -> None:
    told = officer.get("search/default", **query).json()

    assert [one["id"] for one in told["results"]] == expected


def test_without_words_everybody_is_told_and_counted(officer: Program) -> None:
    answer = officer.get("search/default", limit=2)

    told = msgspec.json.decode(answer.content, type=shapes.SearchAnswer)
    assert (len(told.results), told.total.value, told.limit, told.offset) == (2, 5, 2, 0)
    assert {one.name: one.count for one in told.facets["datasets"].values} == {
        "ftm:invented": 3, "own:unit": 2
    }  # fmt: skip
    assert [one.label for one in told.facets["countries"].values] == ["Ukraine"]


@pytest.mark.parametrize(
    "query",
    [
        {"schema": "xxx"},
        {"schema": ""},
        {"offset": "2001"},
        {"filter": "birthDate:1988"},
        {"limit": "501"},
        {"offset": "-1"},
    ],
)
def test_what_cannot_be_answered_is_refused(query: dict[str, str], officer: Program) -> None:
    assert officer.get("search/default", **query).status_code == 400


@pytest.mark.parametrize("entity", [SERHII, "NK-1", "ftm:invented:NK/3", FIRM])
def test_an_entity_is_found_by_its_id(entity: str, officer: Program) -> None:
    answer = officer.get(f"entities/{quote(entity, safe='')}", nested="true")

    told = msgspec.json.decode(answer.content, type=shapes.Entity)
    assert told.id.endswith(entity)


def test_an_id_that_two_lists_have_is_nobodys_alone(officer: Program) -> None:
    answers = [officer.get(f"entities/{one}") for one in ("NK-2", FIRM, BETO)]

    assert [one.status_code for one in answers] == [404, 200, 200]


@pytest.mark.parametrize("name", ["include_dataset", "datasets"])
def test_a_list_that_is_not_there_is_named_and_not_passed_over(name: str, officer: Program) -> None:
    answer = officer.get("search/default", q="vymyslenko", **{name: "ftm_invented"})

    assert (answer.status_code, answer.json()["where"]) == (404, f"query {name}")


@pytest.mark.parametrize("entity", ["NK-9", "own:unit:", "x" * 301, "%00", "..%2f..%2fetc"])
def test_an_id_of_nobody_is_not_there(entity: str, officer: Program) -> None:
    assert officer.get(f"entities/{entity}").status_code == 404


@pytest.mark.parametrize(
    ("path", "shape"),
    [("catalog", shapes.Catalog), ("algorithms", shapes.Algorithms), ("healthz", shapes.Status),
     ("readyz", shapes.Status)],
)  # fmt: skip
def test_what_there_is_to_ask(path: str, shape: type, officer: Program) -> None:
    assert msgspec.json.decode(officer.get(path).content, type=shape)


def test_the_catalogue_names_every_list(officer: Program) -> None:
    told = officer.get("catalog").json()

    assert told["current"] == ["default", "ftm:invented", "own:unit"]
    assert told["datasets"][0]["children"] == ["ftm:invented", "own:unit"]


def test_without_a_store_it_says_that_it_is_not_ready(
    officer: Program, settings: pytest.FixtureRequest
) -> None:
    settings.LIST_STORE = None  # type: ignore[attr-defined]

    answers = [officer.get("readyz"), officer.get("catalog"), officer.post("match/default", {})]

    assert {one.status_code for one in answers} == {503}
    assert officer.get("healthz").status_code == 200
