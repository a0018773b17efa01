"""Cases, decisions, dossiers, health: what the token's role may see, and what is noted of it."""

import json
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import msgspec
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from tamiz.casework import Opinion, Role, Ruling, decide, second_look, see
from tamiz.model import Assessment
from tamiz.output.findings import findings_schema
from tamiz.web import store
from tamiz.web.api.openapi import description
from tamiz.web.models import Case, JournalEntry, Officer, Programme, Run
from tamiz.web.renewal import bring, ready
from tamiz.web.sides import Known
from tamiz.web.visibility import screened
from web_api_world import SERHII, Asks, Program
from web_world import Hire, visiting

LISTED = {
    "id": "A-1", "name": "Serhii Vymyslenko", "birth_date": "1988-04-12", "nationalities": ["UA"],
    "programme": "Drones", "applied_on": "2026-03-02",
}  # fmt: skip


@pytest.fixture
def officer(asks: Asks, north: Programme) -> Program:
    return asks(programmes=(north,))


def kinds() -> list[str]:
    """What the journal has, the newest last."""
    return list(JournalEntry.objects.order_by("seq").values_list("kind", flat=True))


def test_a_list_of_cases_has_those_of_the_tokens_programmes_only(
    officer: Program, south: Programme
) -> None:
    told = officer.get("cases", limit=200).json()

    own = Case.objects.exclude(programme=south).values_list("pk", flat=True)
    assert {one["number"] for one in told["cases"]} == set(own)
    assert kinds()[-1] == "queue_read"


def test_cases_come_in_pages(officer: Program) -> None:
    numbers: list[int] = []
    after: int | None = 0
    while after is not None:
        told = officer.get("cases", limit=3, after=after, state="open").json()
        numbers += [one["number"] for one in told["cases"]]
        after = told["next"]

    assert numbers == sorted(set(numbers))
    assert len(numbers) == Case.objects.filter(state="open").count()


def test_a_case_is_told_after_its_reading_was_noted(officer: Program, case_of: Case) -> None:
    told = officer.get(f"cases/{case_of.pk}").json()

    assert told["applicant"] == case_of.applicant
    assert told["evidence"] == case_of.evidence
    assert "events" not in told
    assert kinds()[-1] == "seen"


def test_an_auditor_is_told_every_event(asks: Asks, case_of: Case) -> None:
    told = asks(Role.AUDITOR).get(f"cases/{case_of.pk}").json()

    assert [one["kind"] for one in told["events"]] == ["opened", "seen"]


def test_a_case_of_another_programme_is_not_there(officer: Program, south: Programme) -> None:
    foreign = Case.objects.filter(programme=south)[0]

    answers = [officer.get(f"cases/{number}") for number in (foreign.pk, 999_999)]

    assert [one.status_code for one in answers] == [404, 404]
    assert answers[0].content == answers[1].content


def test_what_can_be_taken_back_is_no_decision_yet(officer: Program) -> None:
    assert officer.get("decisions").json() == {"decisions": [], "next": None}
    assert kinds()[-1] == "decisions_read"


@pytest.mark.parametrize(
    "query", [{"state": "xxx"}, {"state": ""}, {"after": ""}, {"limit": "201"}, {"after": "x"}]
)
def test_a_query_that_is_not_understood_is_refused(query: dict[str, str], officer: Program) -> None:
    assert officer.get("cases", **query).status_code == 400


def test_a_dossier_gets_its_findings_and_is_not_kept(officer: Program) -> None:
    before = Case.objects.count()

    answer = officer.post("dossiers", LISTED)

    told = answer.json()
    found = [one for one in told["findings"]["findings"] if one["listed"]]
    assert (answer.status_code, told["kept"], told["applicant"]) == (200, False, "A-1")
    assert f"{found[0]['listed']['source']}:{found[0]['listed']['id']}" == SERHII
    assert Case.objects.count() == before
    Draft202012Validator(findings_schema()).validate(told["findings"])


def test_a_dossier_with_a_programme_becomes_a_case_once(officer: Program, north: Programme) -> None:
    first, again = (officer.post("dossiers", LISTED, query="?programme=north") for _ in range(2))

    row = screened(north, "A-1")
    assert row is not None
    assert (first.status_code, first.json()["case"], again.json()["case"]) == (201, row.pk, row.pk)
    assert Run.objects.filter(cohort="api").count() == 1
    assert officer.get(f"cases/{row.pk}").json()["applicant"] == "A-1"


def test_intake_sends_dossiers_and_sees_no_findings(asks: Asks, north: Programme) -> None:
    intake = asks(Role.INTAKE, programmes=(north,))

    clear = {"id": "A-2", "name": "Zbigniew Nieznany"}
    answers = [
        intake.post("dossiers", sent, query="?programme=north")
        for sent in (LISTED, LISTED, clear, clear)
    ]

    # Whether somebody is on a list cannot be read from any of them, sent once or again.
    assert {one.status_code for one in answers} == {202}
    assert [one.json() for one in answers] == [
        {"applicant": name, "kept": None, "case": None, "findings": None, "carried": []}
        for name in ("A-1", "A-1", "A-2", "A-2")
    ]
    assert screened(north, "A-1") is not None
    assert screened(north, "A-2") is None
    assert intake.post("dossiers", LISTED).status_code == 403


def test_a_case_needs_an_id_under_which_it_is_found_again(
    officer: Program, north: Programme
) -> None:
    before = Case.objects.filter(programme=north).count()
    nameless = {key: value for key, value in LISTED.items() if key != "id"}

    assert officer.post("dossiers", nameless, query="?programme=north").status_code == 422
    assert officer.post("dossiers", nameless).status_code == 200
    assert Case.objects.filter(programme=north).count() == before


def test_who_sees_no_case_renews_none(officer: Program, asks: Asks, north: Programme) -> None:
    officer.post("dossiers", LISTED, query="?programme=north")
    other = {"id": "A-1", "name": "Zbigniew Nieznany"}

    answer = asks(Role.INTAKE, programmes=(north,)).post(
        "dossiers", other, query="?programme=north"
    )

    row = screened(north, "A-1")
    assert (answer.status_code, row is not None and row.name) == (202, LISTED["name"])
    assert kinds()[-1] == "dossier_left_aside"


@pytest.mark.parametrize("key", ["", "south", "nothing", "x" * 500, "%00"])
def test_a_case_is_opened_in_the_tokens_programmes_only(
    key: str, officer: Program, south: Programme
) -> None:
    before = Case.objects.filter(programme=south).count()

    assert officer.post("dossiers", LISTED, query=f"?programme={key}").status_code == 404
    assert Case.objects.filter(programme=south).count() == before


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b"{}", b'{"name": "-"}', b'{"name": {"a": 1}}', b'{"name": NaN}',
     b'{"name": "x", "name": "y"}', b"\xff", b'{"name":' * 90_000,
     b'{"id": "' + b"x" * 300 + b'", "name": "x"}'],
)  # fmt: skip
def test_a_dossier_that_cannot_be_read_is_refused(body: bytes, officer: Program) -> None:
    answer = officer.post("dossiers", body)

    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_health_tells_the_age_of_lists_and_an_auditor_the_head(
    officer: Program, asks: Asks
) -> None:
    told, audited = officer.get("health").json(), asks(Role.AUDITOR).get("health").json()

    assert {one["source"] for one in told["lists"]} == {"ftm:invented", "own:unit"}
    assert told["journal"] is None
    assert audited["journal"]["entries"] == JournalEntry.objects.count()


def references(value: Any) -> set[str]:
    """Every reference in a document."""
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*map(references, value.values()))
    return set().union(*map(references, value)) if isinstance(value, list) else set()


def test_the_description_is_whole(officer: Program) -> None:
    told = json.loads(officer.client.get("/api/openapi.json").content)

    known = {f"#/components/schemas/{name}" for name in told["components"]["schemas"]}
    ids = [one["operationId"] for path in told["paths"].values() for one in path.values()]
    assert told["openapi"].startswith("3.1")
    assert references(told) <= known
    assert len(ids) == len(set(ids))
    assert msgspec.json.encode(description())


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.at


def refusal(row: Case) -> Opinion:
    """A refusal of what the case says now."""
    return Opinion(
        ruling=Ruling.REFUSE, reason="named on a list", told="A list names you.",
        seen=store.load(row).grounds,
    )  # fmt: skip


def refused(row: Case, clock: Clock, *officers: Officer) -> None:
    """Refuse a case as two officers do, each after reading all of it."""
    for officer, rule in zip(officers, (decide, second_look), strict=True):
        who, every = visiting(officer), tuple(store.load(row).findings)
        store.act(who, row, partial(see, purpose="vetting"))
        store.act(who, row, partial(see, purpose="vetting", read=every))
        clock.at += timedelta(minutes=1)
        store.act(who, row, partial(rule, policy=store.POLICY, opinion=refusal(row)))


def test_a_decision_is_told_when_nobody_can_take_it_back(
    officer: Program, case_of: Case, hire: Hire, north: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    for room in ("store", "journaling", "api.cases"):
        monkeypatch.setattr(f"tamiz.web.{room}.now", clock)
    refused(case_of, clock, *(hire(n, Role.OFFICER, programmes=(north,)) for n in ("one", "two")))
    at_once = officer.get("decisions").json()["decisions"]
    clock.at += timedelta(minutes=1)

    told = officer.get("decisions").json()["decisions"]

    assert at_once == []
    assert [(one["case"], one["result"], one["told"]) for one in told] == [
        (case_of.pk, "refuse", "A list names you.")
    ]


def test_a_decision_is_told_with_the_evidence_that_it_saw(
    officer: Program, case_of: Case, hire: Hire, north: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A finding that is gone since leaves a grant as it is, and the case with other evidence."""
    clock = Clock()
    for room in ("store", "journaling", "api.cases"):
        monkeypatch.setattr(f"tamiz.web.{room}.now", clock)
    granted = replace(refusal(case_of), ruling=Ruling.GRANT)
    saw = store.load(case_of).evidence
    for name, rule in (("one", decide), ("two", second_look)):
        who = visiting(hire(name, Role.OFFICER, programmes=(north,)))
        store.act(
            who, case_of, partial(see, purpose="vetting", read=tuple(store.load(case_of).findings))
        )
        clock.at += timedelta(minutes=1)
        store.act(who, case_of, partial(rule, policy=store.POLICY, opinion=granted))
    now_without = replace(store.load(case_of).assessment, findings=())
    renewed(case_of, now_without)
    clock.at += timedelta(minutes=1)

    (told,) = officer.get("decisions").json()["decisions"]

    assert store.load(case_of).evidence != saw
    assert told["evidence"] == saw


def renewed(row: Case, found: Assessment) -> None:
    """Another screening finds this of the applicant."""
    with transaction.atomic():
        bring(row.run, [ready(row.run, found, Known())], datetime.now(UTC))


def test_who_looks_a_second_time_sees_no_first_opinion(
    asks: Asks, case_of: Case, hire: Hire, north: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr("tamiz.web.store.now", clock)
    who = visiting(hire("one", Role.OFFICER, programmes=(north,)))
    every = tuple(store.load(case_of).findings)
    store.act(who, case_of, partial(see, purpose="vetting", read=every))
    clock.at += timedelta(minutes=1)
    store.act(who, case_of, partial(decide, policy=store.POLICY, opinion=refusal(case_of)))

    answer = asks(programmes=(north,)).get(f"cases/{case_of.pk}")

    assert b"named on a list" not in answer.content
    assert answer.json()["state"] == "pending"


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["queries", "schema", "properties", "name", "birthDate", "id", "q"]),
            inner,
        )
    ),
    max_leaves=12,
)


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(path=st.sampled_from(["match/default", "dossiers"]), body=JSON)
def test_no_body_is_a_fault_of_ours(path: str, body: object, officer: Program) -> None:
    assert officer.post(path, body).status_code < 500
