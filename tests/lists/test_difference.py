"""Differences between editions."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from lists.forms import sample
from tamiz.lists.difference import FieldChange, compare_editions
from tamiz.model import Name, NameKind, PartialDate

RECORDS = list(sample("un-sc", "un.xml").values())
FIRST = RECORDS[0]


def test_who_came_and_who_went_are_named() -> None:
    difference = compare_editions(RECORDS[:3], RECORDS[1:])

    assert difference.added == (("TAe.900", "FICTA MONEY EXCHANGE"),)
    assert difference.removed == (("QDi.900", "OMRAN FICTI AL-NADIR"),)
    assert difference.changed == ()


def test_what_changed_is_told_by_field_with_both_values() -> None:
    after = msgspec.structs.replace(
        FIRST,
        birth_dates=(PartialDate(year=1990),),
        programmes=("ISIL",),
        names=(*FIRST.names, Name(text="Omran the New", kind=NameKind.ALIAS)),
    )

    (change,) = compare_editions([FIRST], [after]).changed

    assert change.id == "QDi.900"
    by_field = {field.field: field for field in change.fields}
    assert sorted(by_field) == ["birth_dates", "names", "programmes"]
    assert by_field["programmes"] == FieldChange(
        field="programmes", before=("Al-Qaida",), after=("ISIL",)
    )
    assert by_field["birth_dates"].after == ("1990",)
    assert by_field["names"].before == ()
    assert by_field["names"].after == ("Omran the New, alias",)


def test_an_edition_does_not_differ_from_itself() -> None:
    difference = compare_editions(RECORDS, RECORDS)

    assert (difference.added, difference.removed, difference.changed) == ((), (), ())


@given(st.permutations(RECORDS), st.permutations(FIRST.names[1:]))
def test_order_is_no_difference(records: list, names: list[Name]) -> None:  # type: ignore[type-arg]
    shuffled = [
        msgspec.structs.replace(one, names=(one.names[0], *names)) if one.id == FIRST.id else one
        for one in records
    ]

    assert compare_editions(RECORDS, shuffled).changed == ()


@given(st.sets(st.integers(0, 3)), st.sets(st.integers(0, 3)))
def test_added_and_removed_account_for_every_record(old: set[int], new: set[int]) -> None:
    difference = compare_editions([RECORDS[i] for i in old], [RECORDS[i] for i in new])

    assert len(old) + len(difference.added) - len(difference.removed) == len(new)
