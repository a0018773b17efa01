"""The tables of facts about States: every row has its source, and no two contradict each other."""

from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest

from tamiz.checks.documents.table_forms import TABLES, faults
from tamiz.checks.documents.tables import OURS, Row, Tables, table

ROWS = [(name, row) for name in TABLES for row in table(name)]
# The States of the case and its neighbours: of these somebody looked for the validity.
WANTED = (
    "sv gt hn ni pa co ve mx ec pe bo cu do cr ar br cl ua pl ro md ge by ru es us gb de fr".split()
)


@pytest.mark.parametrize(
    ("name", "row"), ROWS, ids=[f"{name} {at}" for at, (name, _) in enumerate(ROWS)]
)
def test_every_row_can_be_used(name: str, row: Row) -> None:
    assert list(faults(name, row)) == []


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_its_columns_in_their_order(name: str) -> None:
    assert [list(row) for row in table(name)] == [list(TABLES[name])] * len(table(name))


def test_no_row_was_looked_up_in_the_future() -> None:
    assert max(row["looked_up"] for _, row in ROWS) <= str(date.today())  # noqa: DTZ011


def test_the_states_of_the_case_have_a_validity() -> None:
    assert set(WANTED) - {row["state"] for row in table("validity")} == set()


def period(row: Row) -> tuple[str, str]:
    return row["issued_from"] or "0001-01-01", row["issued_until"] or "9999-12-31"


def test_at_one_time_a_state_has_one_longest_validity() -> None:
    of: dict[str, list[Row]] = defaultdict(list)
    for row in table("validity"):
        of[row["state"]].append(row)

    contradicting = [
        (one, other)
        for rows in of.values()
        for one, other in combinations(rows, 2)
        if one["most_months"] != other["most_months"]
        and period(one)[0] <= period(other)[1]
        and period(other)[0] <= period(one)[1]
    ]

    assert contradicting == []


def test_no_child_gets_a_longer_passport_than_grown_people() -> None:
    longer = [
        row
        for row in table("validity")
        if row["child_months"] and int(row["child_months"]) > int(row["most_months"])
    ]

    assert longer == []


def test_no_row_stands_twice() -> None:
    assert [row for at, row in enumerate(ROWS) if row in ROWS[:at]] == []


def test_a_units_own_row_stands_before_ours() -> None:
    own = {**table("validity")[0], "most_months": "12", "source": "our embassy"}
    tables = Tables(added={"validity": (own,)})

    rows = tables.rows_for("validity", own["state"], "P", date(2024, 1, 1))

    assert next(row["source"] for row in rows) == "our embassy"
    assert len(rows) == 1 + len(OURS.rows_for("validity", own["state"], "P", date(2024, 1, 1)))


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("state", "SV"),
        ("state", "zz"),
        ("kind", "passport"),
        ("issued_from", "2026-02-30"),
        ("issued_from", "26-01-01"),
        ("most_months", "0"),
        ("most_months", "six"),
        ("most_months", "9999"),
        ("child_under", "18"),  # without its months
        ("confidence", "sure"),
        ("source", " "),
        ("looked_up", ""),
    ],
)
def test_what_cannot_be_used_is_told(column: str, text: str) -> None:
    row = {**next(row for row in table("validity") if row["state"] == "sv"), column: text}

    assert len(list(faults("validity", row))) == 1


def test_a_period_that_ends_before_it_begins_is_told() -> None:
    row = {**table("validity")[0], "issued_from": "2020-01-01", "issued_until": "2019-01-01"}

    assert [fault.column for fault in faults("validity", row)] == ["issued_until"]


def test_a_samples_name_needs_its_birth_date() -> None:
    row = {**next(row for row in table("specimens") if row["what"] == "name"), "born": ""}

    assert [fault.column for fault in faults("specimens", row)] == ["born"]
