"""All rules together: hints are never a concern alone, and faults are never silence."""

from collections.abc import Callable, Iterator

import pytest

from checks.documents.applicants import NOBODY, applicant, claim, paper
from tamiz.checks.check import Context
from tamiz.checks.documents import check as documents
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.hints import told
from tamiz.model import Evidence, Outcome

Run = Callable[[Papers, Context], Iterator[Answer]]


def nothing(papers: Papers, context: Context) -> Iterator[Answer]:
    """A rule that does not apply."""
    del papers, context
    return iter(())


def rule(name: str, strength: Strength, run: Run = nothing) -> Rule:
    return Rule(
        name=name, version="1", number=0, basis="-", needs="-", strength=strength,
        false_alarms="-", run=run,
    )  # fmt: skip


HINT, STRONG = rule("document_dates", Strength.C), rule("documents", Strength.B)
CONCERN = Answer(Outcome.CONCERN, Evidence(feature="document", code="document.none_given"))


def outcomes(*answers: tuple[Rule, Answer], monkeypatch: pytest.MonkeyPatch) -> list[Outcome]:
    monkeypatch.setattr("tamiz.checks.rule.say", lambda code: code)
    return [finding.outcome for finding in told(answers)[0]]


def test_a_hint_alone_is_no_concern(monkeypatch: pytest.MonkeyPatch) -> None:
    assert outcomes((HINT, CONCERN), monkeypatch=monkeypatch) == []


def test_a_hint_beside_another_concern_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = outcomes((HINT, CONCERN), (STRONG, CONCERN), monkeypatch=monkeypatch)

    assert found == [Outcome.CONCERN, Outcome.CONCERN]


def test_a_document_is_always_said_to_be_unobserved() -> None:
    *_, last = documents.run(applicant(paper(number="A1234567")), NOBODY)

    assert last.outcome is Outcome.NOT_APPLICABLE
    assert last.evidence[0].code == "document.unobserved"


def test_without_documents_there_is_nothing_to_ask() -> None:
    (only,) = documents.run(applicant(), NOBODY)

    assert only.outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("number", "state"),
    [
        ("1047175248", "co"),  # a NUIP says nothing
        ("17824162", "pe"),
        ("12345678", "ar"),
        ("V-12345678", "ve"),
        ("ABC-99", "co"),  # of no shape of its State
        ("12", "sv"),
    ],
)
def test_a_number_of_which_no_rule_knows_anything_holds_nobody(number: str, state: str) -> None:
    dossier = applicant(identity=claim("Ana López", born="1993-01-01", number=(number, state)))

    assert {one.outcome for one in documents.run(dossier, NOBODY)} <= {
        Outcome.NOT_APPLICABLE, Outcome.CLEAR,
    }  # fmt: skip
    assert list(documents.run(dossier, NOBODY))


def test_a_rule_that_breaks_off_is_indeterminate(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(papers: Papers, context: Context) -> Iterator[Answer]:
        raise ZeroDivisionError(papers, context)

    fault = rule("document_dates", Strength.A, broken)
    monkeypatch.setattr(documents, "rules_for", lambda _: (fault,))

    first, *_ = documents.run(applicant(paper()), NOBODY)

    assert first.outcome is Outcome.INDETERMINATE


def test_what_is_in_order_stands_apart_where_there_is_a_concern() -> None:
    long = paper(state="sv", issued="2022-04-11", expires="2032-04-11")

    concern, last = documents.run(applicant(long), NOBODY)

    assert concern.outcome is Outcome.CONCERN
    assert [one.code for one in last.evidence] == [
        "document.unobserved", "document.dates.in_order", "document.expiry.agrees",
        "document.closed.in_order",
    ]  # fmt: skip


def test_a_document_in_order_is_clear() -> None:
    clear, _ = documents.run(
        applicant(paper(state="sv", issued="2022-04-11", expires="2028-04-11")), NOBODY
    )

    assert clear.outcome is Outcome.CLEAR
