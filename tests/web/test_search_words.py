"""What a case is found by."""

import pytest

from tamiz.model import Assessment, Evidence, Finding, Listed, Outcome, Queue
from tamiz.web.search_words import case_words, question_words

ALIAS = Finding(
    check="watchlist_person", version="1", question="?", outcome=Outcome.CONCERN, basis="b",
    listed=Listed(source="un-sc", id="QDi.1", name="José García", programmes=()),
    evidence=(
        Evidence(feature="name", code="name.kind.script", applicant="Росендо Киньонес",
                 other="Rosendo KINONES"),
        Evidence(feature="name", code="name.word.exact", bits=9.0, applicant="weighed",
                 other="weighed"),
    ),
)  # fmt: skip
CASE = Assessment(id="A-1", queue=Queue.REVIEW, rule="r", findings=(ALIAS,), name="R. Quiñónez")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("a-1", True), ("quinonez", True), ("GARCÍA", True), ("qdi.1", True),
        ("киньонес", True), ("Кіньонес", True), ("rosendo kinones", True), ("weighed", False),
    ],
)  # fmt: skip
def test_a_case_is_found_by_every_name_that_was_compared(asked: str, *, found: bool) -> None:
    words = case_words(CASE)

    assert all(word in words for word in question_words(asked)) is found
