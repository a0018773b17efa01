"""What a decision is bound to."""

import hashlib
import json

import pytest
from msgspec.structs import replace

from casework.desks import CLEAR, DOCUMENT, LISTED, PERSON, UNSEEN, finding
from tamiz.casework import evidence_hash, finding_id, needs_verdict
from tamiz.casework.evidence import by_id, moved
from tamiz.model import Evidence, Finding, Outcome


def test_the_digest_is_that_of_canonical_json() -> None:
    """An auditor who has the findings comes to it with any JSON library."""
    written = json.dumps(
        [{
            "check": "document_validity", "version": "1", "question": "document_validity",
            "outcome": "concern", "basis": "test", "bits": 3.0,
            "evidence": [{"feature": "name", "code": "name.same", "applicant": "a", "other": "b",
                          "bits": 3.0}],
        }],
        sort_keys=True, separators=(",", ":"), ensure_ascii=False,
    )  # fmt: skip

    assert evidence_hash((DOCUMENT,)) == hashlib.sha256(written.encode()).hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        replace(LISTED, bits=3.1),
        replace(LISTED, probability=0.5),
        replace(LISTED, outcome=Outcome.INDETERMINATE),
        replace(LISTED, listed=replace(PERSON, sha256="bb")),
        replace(LISTED, version="2"),
    ],
)
def test_any_difference_moves_the_digest(other: Finding) -> None:
    assert evidence_hash((other,)) != evidence_hash((LISTED,))


def test_the_order_of_findings_is_part_of_it() -> None:
    assert evidence_hash((LISTED, DOCUMENT)) != evidence_hash((DOCUMENT, LISTED))


def weighed(**params: str) -> Finding:
    said = Evidence(feature="name", code="name.word.exact", params=params, bits=1.0)
    return replace(LISTED, evidence=(said,))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (LISTED, replace(LISTED, bits=9.0, probability=0.9, version="2", next_step="ask")),
        (LISTED, replace(LISTED, listed=replace(PERSON, sha256="bb", content_date="2027"))),
        (weighed(times="1 500"), weighed(times="1 400")),
    ],
)
def test_numbers_and_editions_do_not_rename_a_finding(left: Finding, right: Finding) -> None:
    assert finding_id(left) == finding_id(right)


@pytest.mark.parametrize(
    "other",
    [
        replace(LISTED, outcome=Outcome.CLEAR),
        replace(LISTED, listed=replace(PERSON, name="Another")),
        replace(LISTED, listed=replace(PERSON, programmes=("X",))),
        replace(LISTED, evidence=(Evidence(feature="name", code="name.same", applicant="c"),)),
        finding(other="A7"),
        weighed(id="A7"),
    ],
)
def test_whatever_it_says_otherwise_renames_it(other: Finding) -> None:
    assert finding_id(other) != finding_id(LISTED)


@pytest.mark.parametrize(
    ("one", "needs"), [(LISTED, True), (UNSEEN, True), (CLEAR, False)], ids=lambda x: str(x)[:20]
)
def test_what_could_not_be_checked_needs_a_verdict_too(one: Finding, needs: bool) -> None:
    assert needs_verdict(one) is needs


@pytest.mark.parametrize(
    ("before", "now", "was_quiet", "quiet", "fresh", "gone"),
    [
        ([LISTED], [LISTED], [], [], [], []),
        ([LISTED], [LISTED, DOCUMENT], [], [], [DOCUMENT], []),
        ([LISTED, DOCUMENT], [LISTED], [], [], [], [DOCUMENT]),
        ([LISTED], [LISTED, DOCUMENT], [], [DOCUMENT], [], []),
        ([LISTED], [LISTED], [LISTED], [], [LISTED], []),
        ([LISTED], [LISTED], [LISTED], [LISTED], [], []),
        ([LISTED], [replace(LISTED, bits=3.99)], [], [], [], []),
        ([LISTED], [replace(LISTED, bits=4.0)], [], [], [LISTED], []),
        ([LISTED], [LISTED, CLEAR], [], [], [], []),
    ],
)
def test_what_is_to_be_judged_anew(
    before: list[Finding],
    now: list[Finding],
    was_quiet: list[Finding],
    quiet: list[Finding],
    fresh: list[Finding],
    gone: list[Finding],
) -> None:
    told = moved(
        by_id(before),
        by_id(now),
        was_quiet=map(finding_id, was_quiet),
        quiet=map(finding_id, quiet),
    )

    assert told == (frozenset(map(finding_id, fresh)), frozenset(map(finding_id, gone)))
