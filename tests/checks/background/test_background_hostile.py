"""Long and senseless values give an answer in bounded time, and never break a rule."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checks.background.stories import FPV, applicant, checked, served
from tamiz.model import Outcome, PartialDate, Service

LONG = 20_000  # characters: what the reader lets through
SECONDS = 2.0  # a generous limit; quadratic time would be minutes


@pytest.mark.parametrize("text", ["a," * LONG, "9 years " * LONG, "not expert " * LONG, "(" * LONG])
def test_long_texts_take_no_longer_than_they_should(text: str) -> None:
    dossier = replace(
        applicant(*(served(text, "2014", "2018") for _ in range(50)), course=FPV),
        motivation=text,
        occupation=text,
        skill=text,
    )
    start = time.process_time()

    findings = checked(dossier)

    assert time.process_time() - start < SECONDS
    assert all(one.outcome is not Outcome.INDETERMINATE for one in findings)


DAYS = st.builds(
    PartialDate,
    year=st.integers(1900, 2100),
    month=st.none() | st.integers(1, 12),
    circa=st.booleans(),
    ambiguous=st.booleans(),
)
SERVICES = st.builds(
    Service, text=st.text(max_size=60), start=st.none() | DAYS, end=st.none() | DAYS,
    country=st.sampled_from([None, "ua", "mx"]),
)  # fmt: skip


@given(st.lists(SERVICES, max_size=5))
def test_no_history_breaks_a_rule(history: list[Service]) -> None:
    codes = [evidence.code for one in checked(applicant(*history)) for evidence in one.evidence]

    assert "check.failed" not in codes
