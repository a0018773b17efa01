"""One record, cut for each audience by the class of its fields."""

import msgspec
import pytest
from msgspec import UNSET

from casework.desks import (
    OLENA,
    PABLO,
    after,
    at,
    by,
    judged,
    looked,
    opened,
    read,
    ruled,
)
from tamiz.casework import DEFAULT, AnyEvent, Audience, Case, Record, Ruling, disclose, note
from tamiz.casework.disclosure import CLASSES, MAY_HAVE, FieldClass

EVENTS: tuple[AnyEvent, ...] = note(opened(), by(OLENA), text="I know his brother")


def refused() -> Case:
    """Refused by two officers, with a note."""
    case = after(read(opened(), OLENA, PABLO), EVENTS)
    return looked(ruled(case, OLENA, Ruling.REFUSE), PABLO, Ruling.REFUSE)


def told(case: Case, audience: Audience, seconds: float = 3600) -> Record:
    return disclose(case, EVENTS, audience, policy=DEFAULT, at=at(seconds))


def test_every_field_has_its_class() -> None:
    assert set(CLASSES) == set(Record.__struct_fields__)
    assert set(MAY_HAVE) == set(Audience)


def test_a_sponsor_has_the_result_only() -> None:
    assert msgspec.to_builtins(told(refused(), Audience.SPONSOR)) == {
        "case": "C1", "applicant": "P1", "name": "Invented Person", "result": "refuse",
        "decided_at": "2026-11-26T12:01:00Z",
    }  # fmt: skip


def test_an_applicant_has_the_reasons_as_told_and_the_way_to_appeal() -> None:
    record = told(refused(), Audience.APPLICANT)

    assert (record.told, record.may_appeal) == ("what you told us does not agree", True)
    line = msgspec.json.encode(record)
    assert [
        word
        for word in (b"olena", b"pablo", b"Listed One", b"as found", b"brother")
        if word in line
    ] == []


def test_an_officer_has_all_but_the_trail() -> None:
    record = told(refused(), Audience.OFFICER)

    assert record.events is UNSET
    assert record.notes == ("I know his brother",)
    assert record.decision == refused().decision


def test_an_auditor_has_everything() -> None:
    record = told(refused(), Audience.AUDITOR)

    assert [name for name in CLASSES if getattr(record, name) is UNSET] == []


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("field", list(CLASSES))
def test_a_field_is_there_where_its_class_may_be_had(audience: Audience, field: str) -> None:
    is_there = getattr(told(refused(), audience), field) is not UNSET

    assert is_there is (CLASSES[field] in MAY_HAVE[audience])


def test_nobody_outside_has_what_officers_think() -> None:
    for audience in (Audience.SPONSOR, Audience.APPLICANT):
        assert MAY_HAVE[audience].isdisjoint(
            {FieldClass.EVIDENCE, FieldClass.JUDGEMENT, FieldClass.TRAIL}
        )


@pytest.mark.parametrize(("seconds", "result"), [(29, None), (30, None), (31, Ruling.GRANT)])
def test_a_decision_counts_when_it_can_no_longer_be_taken_back(
    seconds: float, result: Ruling | None
) -> None:
    case = ruled(judged(read(opened(), OLENA), OLENA), OLENA, Ruling.GRANT, seconds=20)

    assert told(case, Audience.SPONSOR, seconds).result is result


def test_what_is_asked_is_told_to_the_applicant_alone() -> None:
    case = ruled(read(opened(), OLENA), OLENA, Ruling.ASK)

    assert told(case, Audience.APPLICANT).asked == "what you told us does not agree"
    assert told(case, Audience.SPONSOR).asked is UNSET
    assert told(case, Audience.SPONSOR).result is None
