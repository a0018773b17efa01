"""One dossier in, one assessment out: every check answers, and policy chooses the queue."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from tamiz.checks import CHECKS
from tamiz.intake.evidence_files import Brought, FileRead
from tamiz.model import (
    Dossier,
    IdentityClaim,
    IdentityEvidence,
    Name,
    Nationality,
    Outcome,
    PartialDate,
    Queue,
    Relation,
    RelationKind,
)
from tamiz.screening import Screener, lists_in_use, setup_of
from tamiz.screening.policy import ListPolicy, load_policy
from worlds import TODAY, screener_for, setup_for, store_with


def dossier(name: str, born: tuple[int, int, int] | None = None, *nations: str) -> Dossier:
    dates = () if born is None else (PartialDate(year=born[0], month=born[1], day=born[2]),)
    claim = IdentityClaim(
        names=(Name(text=name),),
        birth_dates=dates,
        nationalities=tuple(Nationality(country=code, text=code) for code in nations),
    )
    return Dossier(id="A1", identity=claim)


def test_every_check_answers(tmp_path: Path) -> None:
    with screener_for(store_with(tmp_path)) as screener:
        assessment = screener.assess(dossier("Nadie Conocido", (1990, 1, 1)))

    assert {f.check for f in assessment.findings} == {check.name for check in CHECKS}


@pytest.mark.parametrize(
    ("name", "born", "queue"),
    [
        ("Rosendo Quiñónez Batres", (1984, 11, 7), Queue.ESCALATE),
        ("QUINONEZ BATRES, ROSENDO", (1984, 11, 7), Queue.ESCALATE),
        ("Росендо Киньонес", (1984, 11, 7), Queue.ESCALATE),
        ("Rosendo Quiñónez", (1984, 7, 11), Queue.ESCALATE),
        ("José García López", (2001, 4, 23), Queue.CLEAR),
        ("José García López", (1995, 12, 1), Queue.CLEAR),
        ("José López García", (1979, 1, 30), Queue.CLEAR),
        ("Nadie Conocido", (1984, 11, 7), Queue.CLEAR),
    ],
)
def test_listed_people_escalate_and_namesakes_clear(
    tmp_path: Path, name: str, born: tuple[int, int, int], queue: Queue
) -> None:
    with screener_for(store_with(tmp_path)) as screener:
        assert screener.assess(dossier(name, born, "sv")).queue is queue


def test_dossiers_together_are_assessed_as_each_alone(tmp_path: Path) -> None:
    sponsor = Relation(kind=RelationKind.SPONSOR, name="Rosendo Quiñónez Batres")
    some = [
        dossier("Rosendo Quiñónez", (1984, 7, 11), "sv"),
        msgspec.structs.replace(dossier("Nadie Conocido"), relations=(sponsor,)),
        dossier("", None),
    ]
    store = store_with(tmp_path)
    with screener_for(store) as together, screener_for(store) as alone:
        found = list(together.assess_all([Brought(one) for one in some]))
        assert found == [alone.assess(one) for one in some]


def test_each_dossier_is_assessed_with_its_own_files(tmp_path: Path) -> None:
    passport = IdentityEvidence(number="AB123456", issuing_state="sv")
    with_scan = msgspec.structs.replace(
        dossier("Nadie Conocido"), documents=(passport,)
    )  # fmt: skip
    broken = FileRead(given="scan.pdf", path="scan.pdf", problem="too_large")
    with screener_for(store_with(tmp_path)) as screener:
        first, second = screener.assess_all([Brought(with_scan, (broken,)), Brought(with_scan)])

    assert "document_files" in {one.check for one in first.findings}
    assert "document_files" not in {one.check for one in second.findings}


def test_a_clear_namesake_sees_who_was_compared_and_why_it_is_not_them(tmp_path: Path) -> None:
    setup = setup_for(store_with(tmp_path))
    thresholds = msgspec.structs.replace(setup.policy.thresholds, shown=1e-6)
    policy = msgspec.structs.replace(setup.policy, thresholds=thresholds)

    with Screener(msgspec.structs.replace(setup, policy=policy)) as screener:
        assessment = screener.assess(dossier("José García López", (2001, 4, 23)))

    answer = next(f for f in assessment.findings if f.check == "watchlist_person")
    assert answer.outcome is Outcome.CLEAR
    assert answer.listed is not None
    assert answer.listed.id == "P-2"
    assert min(
        answer.evidence, key=lambda e: e.bits or 0.0 if e.feature != "prior" else 0.0
    ).code == ("birth_date.far")


def test_a_name_without_letters_is_indeterminate_not_clear(tmp_path: Path) -> None:
    with screener_for(store_with(tmp_path)) as screener:
        assessment = screener.assess(dossier("???"))

    assert assessment.queue is Queue.REVIEW
    assert assessment.rule == "could_not_be_checked"


def test_a_missing_required_list_lets_nobody_come_out_clear(tmp_path: Path) -> None:
    policy = load_policy().policy
    policy = msgspec.structs.replace(policy, lists=ListPolicy(required=("un-sc",)))
    lists = lists_in_use(store_with(tmp_path), policy, today=TODAY)

    with Screener(setup_of(lists, policy)) as screener:
        assessment = screener.assess(dossier("Nadie Conocido", (1990, 1, 1)))

    assert assessment.queue is Queue.REVIEW
    assert Outcome.INDETERMINATE in {f.outcome for f in assessment.findings}


@pytest.mark.parametrize(("when", "queue"), [("warn", Queue.CLEAR), ("review", Queue.REVIEW)])
def test_policy_says_what_a_stale_list_does(tmp_path: Path, when: str, queue: Queue) -> None:
    policy = load_policy().policy
    chosen = msgspec.convert({"when_stale": when}, ListPolicy)
    policy = msgspec.structs.replace(policy, lists=chosen)
    lists = lists_in_use(store_with(tmp_path), policy, today=TODAY + timedelta(days=400))

    with Screener(setup_of(lists, policy)) as screener:
        assert screener.assess(dossier("Nadie Conocido", (1990, 1, 1))).queue is queue


def test_nationality_alone_moves_nobody_towards_a_queue(tmp_path: Path) -> None:
    with screener_for(store_with(tmp_path)) as screener:
        queues = {
            code: screener.assess(dossier("Nadie Conocido", (1990, 1, 1), code)).queue
            for code in ("mx", "co", "ve", "ua", "ru", "se")
        }

    assert set(queues.values()) == {Queue.CLEAR}
