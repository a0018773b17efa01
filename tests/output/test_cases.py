"""Which applicants the report shows, and in which order."""

from itertools import chain

from msgspec import structs

from output.sample_run import (
    clear_assessments,
    not_listed,
    sample_assessments,
    shared_phone,
    unchecked,
    watchlist_finding,
)
from tamiz.model import Assessment, Evidence, Finding, Outcome, Queue
from tamiz.output.cases import case_view, needs_attention, select
from tamiz.web.rank import rank


def case(key: str, queue: Queue, *findings: Finding) -> Assessment:
    return Assessment(id=key, queue=queue, rule="r", findings=findings)


def match(name_bits: float) -> Finding:
    return watchlist_finding("A B", "B, A", dates=("1990", "1991"), bits=(name_bits, 8.0))


def weighed(finding: Finding, bits: float) -> Evidence:
    return structs.replace(finding.evidence[0], bits=bits)


def test_the_most_urgent_come_first() -> None:
    cases = [
        case("incomplete", Queue.CLEAR, unchecked()),
        case("doubtful", Queue.REVIEW, match(9.0)),
        case("unnumbered", Queue.REVIEW, shared_phone("x")),
        case("likely", Queue.REVIEW, match(20.0)),
        case("escalated", Queue.ESCALATE, match(2.0)),
        case("clear", Queue.CLEAR, not_listed()),
    ]

    selection = select(cases)

    assert [a.id for a in selection.shown] == [
        "escalated", "unnumbered", "likely", "doubtful", "incomplete",
    ]  # fmt: skip


def test_of_two_that_are_as_good_as_sure_the_one_of_which_more_is_known_comes_first() -> None:
    little, much = case("a", Queue.REVIEW, match(30.0)), case("b", Queue.REVIEW, match(60.0))

    assert [one.id for one in select([little, much]).shown] == ["b", "a"]
    assert rank(much) < rank(little)


def test_of_ties_that_are_not_added_up_the_one_whose_values_weigh_more_comes_first() -> None:
    little, much = (
        case(key, Queue.REVIEW, structs.replace(tie, evidence=(weighed(tie, bits),)))
        for key, bits, tie in (("a", 7.0, shared_phone("x")), ("b", 21.0, shared_phone("x")))
    )

    assert [one.id for one in select([little, much]).shown] == ["b", "a"]


def test_the_order_of_the_input_does_not_matter() -> None:
    samples = list(sample_assessments())

    assert select(samples) == select(reversed(samples))


def test_what_could_not_be_checked_needs_a_person_even_in_the_clear_queue() -> None:
    assert needs_attention(case("a", Queue.CLEAR, unchecked()))
    assert not needs_attention(case("b", Queue.CLEAR, not_listed()))


def test_of_many_only_the_most_urgent_are_kept_and_the_rest_is_counted() -> None:
    many = chain(clear_assessments(500), sample_assessments(4))

    selection = select(many, most=50)

    assert len(selection.shown) == 50
    assert selection.total == 4 * 30
    assert [a.queue for a in selection.shown[:40]] == [Queue.ESCALATE] * 40


def test_concerns_are_shown_whole_and_plain_answers_only_named() -> None:
    view = case_view(case("a", Queue.REVIEW, not_listed(), unchecked(), match(20.0)), "case-1")

    assert [answer.finding.outcome for answer in view.answers] == [
        Outcome.CONCERN, Outcome.INDETERMINATE,
    ]  # fmt: skip
    assert [finding.outcome for finding in view.also] == [Outcome.CLEAR]


def test_a_case_without_a_name_takes_the_one_that_the_evidence_quotes() -> None:
    assert case_view(case("a", Queue.REVIEW, match(20.0)), "case-1").name == "A B"


def test_a_hint_never_stands_before_a_strong_concern() -> None:
    hint, strong = (
        structs.replace(shared_phone("x"), check=check, strength=strength)
        for check, strength in (("document_closed_office", "C"), ("document_run_of_blanks", "B"))
    )

    view = case_view(case("A", Queue.REVIEW, hint, strong), "case-1")

    assert view.headline == strong
