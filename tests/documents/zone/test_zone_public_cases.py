"""Public specimens outside the repository, read as their expected values say."""

import json
from functools import cache
from typing import Any

import pytest

from shared_data import shared_data
from tamiz.documents.zone import (
    Check,
    NoZone,
    Oddity,
    Part,
    Zone,
    compare_name_field,
    identifiers,
    read_zone,
    repairs,
)

pytestmark = pytest.mark.shared

_VALUES = {
    "document_code": Part.DOCUMENT_CODE, "issuer": Part.ISSUING_STATE, "number": Part.NUMBER,
    "nationality": Part.NATIONALITY, "birth": Part.BIRTH_DATE, "sex": Part.SEX,
    "expiry": Part.EXPIRY_DATE, "optional1": Part.OPTIONAL, "optional2": Part.OPTIONAL_2,
    "issue_yymm": Part.ISSUE_DATE,
}  # fmt: skip
_CHECKS = {"birth": Part.BIRTH_DATE, "expiry": Part.EXPIRY_DATE}
_REASONS = {"check_digit": Oddity.CHECK_DIGIT, "calendar": Oddity.NO_DAY}


@cache
def _cases(*kinds: str) -> list[dict[str, Any]]:
    path = shared_data("documents/mrz_dev.jsonl")
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [case for case in cases if case["kind"] in kinds]
    assert found
    return found


def _read(lines: list[str]) -> Zone:
    found = read_zone(lines)
    assert not isinstance(found, NoZone)
    return found


def _wrong(zone: Zone, expected: dict[str, Any]) -> list[str]:
    """The expected values that the zone has otherwise."""
    told = {
        "format": zone.format.value, "surname": zone.primary_identifier,
        "given": zone.secondary_identifier, "name_maybe_truncated": zone.is_name_cut,
        "number_variant": zone.number_variant.value, "valid": zone.is_consistent,
        "number_check": "" if zone.number is None else zone.number.digit,
        **{name: zone.value(part) for name, part in _VALUES.items()},
    }  # fmt: skip
    wrong = [
        name
        for name, value in expected.items()
        if name != "checks" and told[name] != ("" if value is None else value)
    ]
    for name, holds in expected.get("checks", {}).items():
        field = zone.field(_CHECKS.get(name, Part(_CHECKS.get(name, name))))
        if field is None or (field.check in {Check.HOLDS, Check.FILLER}) is not holds:
            wrong.append(f"check of {name}")
    return wrong


@pytest.mark.parametrize("kind", ["positive", "flagged", "negative", "other_zone"])
def test_every_case_is_read_as_it_says(kind: str) -> None:
    wrong = {
        case["id"]: found
        for case in _cases(kind)
        if (found := _wrong(_read(case["lines"]), case["expected"]))
    }

    assert wrong == {}


def test_every_negative_case_is_flagged_for_its_reason() -> None:
    for case in _cases("negative"):
        zone = _read(case["lines"])
        assert any(zone.has(_REASONS[tag]) for tag in case["tags"]), case["id"]


def test_every_flagged_case_has_a_flag() -> None:
    assert [case["id"] for case in _cases("flagged") if not _read(case["lines"]).flags] == []


def test_no_positive_case_has_a_date_or_check_digit_flagged() -> None:
    bad = {Oddity.CHECK_DIGIT, Oddity.CHECK_UNREADABLE, Oddity.NO_DAY, Oddity.NO_DATE}
    odd = [
        case["id"]
        for case in _cases("positive")
        if any(flag.oddity in bad for flag in _read(case["lines"]).flags)
    ]

    assert odd == []


def test_every_misread_case_is_repaired_beside_the_raw_reading() -> None:
    for case in _cases("ocr_repair"):
        best = repairs(case["lines"])[0]
        assert list(best.zone.lines) == case["repaired"], case["id"]
        assert _wrong(best.zone, case["expected"]) == []


def test_every_name_of_the_standard_is_accepted_and_no_crossed_one() -> None:
    names = [(case["viz"], case["field"]) for case in _cases("name")]

    refused = [name for name in names if not compare_name_field(*name).is_accepted]
    crossed = [
        (written, field)
        for written, _ in names
        for other, field in names
        if other != written and compare_name_field(written, field).is_accepted
    ]

    assert (refused, crossed) == ([], [])


def test_every_name_field_is_parted_as_its_publisher_does() -> None:
    for case in _cases("name"):
        told = (case["expected"]["surname"], case["expected"]["given"])
        assert identifiers(case["field"]) == told
