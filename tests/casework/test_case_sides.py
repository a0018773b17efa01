"""Both sides of findings, gathered; and pairs that stay quiet or come back over a year."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from casework.desks import CLEAR, DOCUMENT, LISTED, finding
from tamiz.casework import (
    DEFAULT,
    Clearance,
    Fields,
    Sides,
    applicant_fields,
    listed_fields,
    sides_of,
    sift,
)
from tamiz.model import (
    Dossier,
    IdentityClaim,
    Listed,
    Name,
    OtherListing,
    PartialDate,
    PartyType,
    SourceRecord,
)

ONE = SourceRecord(
    source="un-sc", id="QDi.1", type=PartyType.PERSON, raw="line 1",
    names=(Name(text="Juan Pérez Rojas"), Name(text="El Gato")), birth_dates=(PartialDate(year=1970),),
)  # fmt: skip
TWO = replace(ONE, source="eu-fsf", id="9", names=(Name(text="PEREZ ROJAS, Juan"),))
MERGED = finding(
    listed=Listed(
        source="un-sc",
        id="QDi.1",
        name="x",
        also=(OtherListing(source="eu-fsf", id="9", name="x"),),
    )
)
MINE = applicant_fields(Dossier(id="A1", identity=IdentityClaim(names=(Name(text="Juan Perez"),))))
TODAY = date(2026, 11, 26)


def shelf(*records: SourceRecord) -> dict[tuple[str, str], SourceRecord]:
    return {(one.source, one.id): one for one in records}


def test_all_entries_of_a_party_are_one_side_under_each_of_its_ids() -> None:
    there = shelf(ONE, TWO)

    sides = sides_of(MINE, (MERGED,), record=lambda *key: there.get(key))

    assert sides.listed == dict.fromkeys(["un-sc/QDi.1", "eu-fsf/9"], listed_fields([ONE, TWO]))
    assert sides.of(MERGED) == listed_fields([ONE, TWO])


def test_a_party_of_which_one_entry_is_missing_cannot_be_compared() -> None:
    there = shelf(ONE)

    assert sides_of(MINE, (MERGED,), record=lambda *key: there.get(key)).listed == {}


def test_another_applicant_is_a_side_too() -> None:
    theirs = Fields(names=("b",))
    shared = finding("second_identity", other="A7")

    sides = sides_of(MINE, (shared,), record=lambda *_: None, other={"A7": theirs}.get)

    assert sides.listed == {"applicant/A7": theirs}


def test_what_has_no_other_side_is_left_out() -> None:
    sides = sides_of(MINE, (DOCUMENT, CLEAR), record=lambda *_: ONE)

    assert sides == Sides(applicant=MINE)
    assert sides.of(DOCUMENT) is None


def cleared(sides: Sides) -> Clearance:
    return Clearance(
        id="K1", applicant="P1", check=LISTED.check, parties=frozenset({"un-sc/QDi.1"}),
        applicant_fields=sides.applicant, listed_fields=sides.listed["un-sc/QDi.1"],
        reason="another birth date", actor="olena", day=TODAY, until=TODAY + timedelta(days=730),
        case="C1",
    )  # fmt: skip


def look(record: SourceRecord) -> Sides:
    return sides_of(MINE, (LISTED,), record=lambda *_: record)


EDITIONS = [
    ONE,
    replace(ONE, raw="line 1, corrected", url="elsewhere", listed_on="2020-01-01"),
    replace(ONE, names=tuple(reversed(ONE.names))),
    replace(ONE, names=(Name(text="PEREZ ROJAS, JUAN"), Name(text="el gato"))),
    replace(ONE, names=ONE.names[:1]),
    replace(ONE, programmes=("A", "B")),
    replace(ONE, birth_dates=(PartialDate(year=1970, raw="1970", field="dob"),)),
]


@pytest.mark.parametrize("days", range(0, 365, 5))
def test_an_unchanged_cleared_pair_is_never_alerted_on_again(days: int) -> None:
    record = EDITIONS[days // 5 % len(EDITIONS)]

    told = sift(
        "P1", (LISTED,), (cleared(look(ONE)),), look(record), today=TODAY + timedelta(days=days),
        policy=DEFAULT,
    )  # fmt: skip

    assert (len(told.quiet), told.lapses) == (1, ())


@pytest.mark.parametrize(
    ("now", "field"),
    [
        (replace(ONE, names=(*ONE.names, Name(text="Tercero"))), "names"),
        (replace(ONE, names=(Name(text="Juan Rojas Pérez"), Name(text="El Gato"))), "names"),
        (replace(ONE, birth_dates=(PartialDate(year=1971),)), "birth_dates"),
        (replace(ONE, birth_dates=(PartialDate(year=1970, month=5),)), "birth_dates"),
        (replace(ONE, birth_dates=(PartialDate(year=1970, circa=True),)), "birth_dates"),
        (replace(ONE, birth_dates=()), "birth_dates"),
    ],
)
def test_a_changed_one_is_and_says_why(now: SourceRecord, field: str) -> None:
    told = sift("P1", (LISTED,), (cleared(look(ONE)),), look(now), today=TODAY, policy=DEFAULT)

    ((_, _, holding),) = told.lapses
    assert told.quiet == {}
    assert [change.field for change in holding.changes] == [field]
