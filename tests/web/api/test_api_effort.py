"""What a request may ask of the lists as a whole: weighed before anything is searched."""

import json
import time
from typing import Any

import pytest

from tamiz.matching import Subject
from tamiz.model import Name, PartialDate, PartyType
from tamiz.web.api.effort import MOST, effort
from web_api_world import Asks, Program

NAMES = [f"Ana Ficticia {at}" for at in range(20)]
PERSON = {"schema": "Person", "properties": {"name": NAMES}}
INITIALS = {"schema": "Person", "properties": {"name": "A B C F G H Hipogrifo"}}


@pytest.fixture
def officer(asks: Asks) -> Program:
    return asks()


@pytest.mark.parametrize(
    ("kind", "name", "weight"),
    [
        (PartyType.PERSON, "Ana", 1),
        (PartyType.PERSON, "Ana Ficticia Hipogrifo Paz", 2),
        (PartyType.PERSON, "J. R. Ficticio", 1),
        (PartyType.PERSON, "J. R. R. Ficticio", 32),
        (PartyType.PERSON, "A B C F", 452),
        (PartyType.ORGANISATION, "K L M N Drones", 2),
        (PartyType.PERSON, "", 1),
        (PartyType.PERSON, " ".join(["Ana"] * 100), 7),
    ],
)
def test_a_name_weighs_by_its_words_and_by_its_initials(
    kind: PartyType, name: str, weight: int
) -> None:
    assert effort(Subject(type=kind, names=(Name(text=name),))) == weight


def test_claims_weigh_too() -> None:
    dates = tuple(PartialDate(year=1900 + at) for at in range(100))

    assert effort(Subject(type=PartyType.PERSON, names=(), birth_dates=dates)) == 4


def bodies() -> dict[str, dict[str, Any]]:
    """Requests that are each within the bounds of a query, and beyond those of a request."""
    return {
        "names": {str(at): PERSON for at in range(100)},
        "names of anybody": {str(at): PERSON | {"schema": "Thing"} for at in range(40)},
        "initials": {str(at): INITIALS for at in range(3)},
    }


@pytest.mark.parametrize("kind", bodies())
def test_too_much_at_once_is_refused_before_anything_is_searched(
    kind: str, officer: Program
) -> None:
    begun = time.process_time()
    answer = officer.post("match/default", {"queries": bodies()[kind]})

    told = answer.json()
    assert answer.status_code == 413
    assert told["where"] == "body.queries"
    assert int(told["found"].split()[0]) > MOST
    assert told["expected"] == f"at most {MOST}"
    assert told["do"].startswith("send fewer queries")
    assert time.process_time() - begun < 5


def test_openrefine_is_bounded_in_the_same_way(officer: Program) -> None:
    query = {"query": "A B C F G Hipogrifo", "type": "Person"}

    answer = officer.form(
        "reconcile/default", queries=json.dumps({str(at): query for at in range(3)})
    )

    assert (answer.status_code, answer.json()["where"]) == (413, "queries")


def test_what_a_batch_of_a_client_asks_for_is_answered(officer: Program) -> None:
    one = {"schema": "Person", "properties": {"name": ["Ana Ficticia", "Ana F. Hipogrifo"]}}

    answer = officer.post("match/default", {"queries": {str(at): one for at in range(100)}})

    assert len(answer.json()["responses"]) == 100


def test_a_name_of_many_initials_is_answered_alone(officer: Program) -> None:
    assert officer.post("match/default", {"queries": {"q": INITIALS}}).status_code == 200


def test_more_results_than_an_answer_holds_are_refused(officer: Program) -> None:
    one = {"schema": "Person", "properties": {"name": "Ana"}}
    body = {"queries": {str(at): one for at in range(100)}}

    answers = [officer.post("match/default", body, query=f"?limit={most}") for most in (50, 51)]

    assert [one.status_code for one in answers] == [200, 413]
    assert answers[1].json()["found"] == "100 queries with 51 results each"


def test_a_batch_is_answered_as_its_queries_are_one_by_one(officer: Program) -> None:
    queries = {
        "a": {"schema": "Person", "properties": {"name": "Serhii Vymyslenko"}},
        "b": {"schema": "Thing", "properties": {"name": "Invented Drones Zrt"}},
        "c": {"schema": "Person", "properties": {}},
        "d": {"schema": "Person", "properties": {"name": "Serhii Vymyslenko"}},
        "e": {"schema": "Person", "properties": {"name": "Ana Ficticia Hipogrifo"}},
    }

    together = officer.post("match/default", {"queries": queries}).json()["responses"]

    alone = {
        key: officer.post("match/default", {"queries": {key: one}}).json()["responses"][key]
        for key, one in queries.items()
    }
    assert together == alone
    assert [len(one["results"]) for one in together.values()] == [1, 1, 0, 1, 1]
