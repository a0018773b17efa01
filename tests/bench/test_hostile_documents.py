"""Hostile documents (``bench/hostile_documents.py``): a plain answer, soon, and never a wrong clear."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from documents.hostile.all_cases import CASES
from documents.hostile.case import Answer, Case, Desk, Kind, answered
from documents.pictures.test_picture_reading import LINES
from tamiz.documents.pictures import PictureReader

SECONDS = 10.0  # by the clock of a busy machine; the slowest of these takes one
LONGEST_SAID = 2_000  # characters: an answer is to be read
_UNREAD = {Kind.NOT_A_ZONE, Kind.REFUSED, Kind.INDETERMINATE, Kind.CONCERN, Kind.FAILED}
# What of a zone is more than a hint.
_GRAVE = (
    "check digit", "no such day", "neither a date", "no code of", "none of M", "name: empty",
    "number: empty", "a sign that no zone has",
)  # fmt: skip
CHEAP = [case for case in CASES if case.is_cheap]


@pytest.fixture(scope="module")
def reader() -> Iterator[PictureReader]:
    with PictureReader() as opened:
        yield opened


# Where nothing was given, there is nothing that could not be read.
_NOTHING_GIVEN = frozenset({"nothing", "blanks only"})
_SHOWN = {"|".join(lines) for lines in LINES.values()}


@pytest.mark.parametrize("case", CHEAP, ids=[f"{one.about}-{one.name}"[:60] for one in CHEAP])
def test_a_hostile_input_gets_its_answer_soon(
    case: Case, reader: PictureReader, tmp_path: Path
) -> None:
    answer, seconds = answered(case, Desk(reader, tmp_path))

    assert answer.kind in case.kinds, answer
    assert case.says in answer.says
    assert seconds < SECONDS
    assert len(answer.says) < LONGEST_SAID
    if _must_be_looked_at(answer) and case.name not in _NOTHING_GIVEN:
        assert answer.queue in {"", "review"}
    if case.about == "picture" and answer.kind is Kind.READ:
        assert answer.says.split("; ")[0] in _SHOWN


def _must_be_looked_at(answer: Answer) -> bool:
    """Whether a dossier with it may not be clear: not read, or more than a hint is odd."""
    return answer.kind in _UNREAD or (
        answer.kind is Kind.DOUBTFUL and any(sign in answer.says for sign in _GRAVE)
    )


def test_there_are_inputs_of_every_kind_and_their_names_are_different() -> None:
    counts = Counter(case.about for case in CASES)

    assert len({(case.about, case.name) for case in CASES}) == len(CASES) >= 200
    assert set(counts) == {"zone", "picture", "chip", "trust", "number", "dossier"}
    assert min(counts.values()) >= 25
