"""Ids and the rows that they stood in first."""

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from tamiz.intake.dossiers.seen import SeenIds


@given(ids=st.lists(st.text(max_size=3), max_size=60))
def test_the_first_row_of_each_id_is_remembered(ids: list[str]) -> None:
    seen, first = SeenIds(), dict[str, int]()

    for row, applicant in enumerate(ids, start=1):
        assert seen.first_row(applicant, row) == first.setdefault(applicant, row)


def test_many_ids_are_remembered_in_a_few_bytes_each() -> None:
    count = 20_000
    tracemalloc.start()
    seen = SeenIds()

    are_new = all(seen.first_row(str(number), number + 1) == number + 1 for number in range(count))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert are_new
    assert seen.first_row("19999", count + 9) == count
    assert held < 50 * count
