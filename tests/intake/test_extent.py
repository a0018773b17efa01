"""How far a sheet reaches, whatever the blocks in which it comes."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.hostile_workbooks import ROWS, sheet
from tamiz.errors import LimitExceeded
from tamiz.intake.extent import Extent

_FAR = sheet(*ROWS, more='<row r="4"><c r="ZZZ4"/></row>').encode()
_UNREAD = sheet(*ROWS, more='<row r="4"><c r="B4"><f>A1</f></c><c r="C4" t="e"/></row>').encode()


def _see(data: bytes, *cuts: int) -> Extent:
    extent = Extent("x.xlsx", is_text=True)
    edges = [0, *sorted(cut % len(data) for cut in cuts), len(data)]
    for start, end in pairwise(edges):
        if start < end:
            extent.see(data[start:end])
    extent.end()
    return extent


@given(cuts=st.lists(st.integers(0, 4000), max_size=3))
def test_a_far_cell_is_seen_however_the_blocks_are_cut(cuts: list[int]) -> None:
    with pytest.raises(LimitExceeded, match=r"columns of a sheet at x\.xlsx: found 18278"):
        _see(_FAR, *cuts)


@given(cuts=st.lists(st.integers(0, 4000), max_size=3))
def test_honest_rows_pass_however_the_blocks_are_cut(cuts: list[int]) -> None:
    assert not _see(sheet(*ROWS).encode(), *cuts).unread


def test_cells_that_cannot_be_read_are_named() -> None:
    assert list(_see(_UNREAD).unread) == ["B4", "C4"]


@given(size=st.integers(300_000, 600_000), cut=st.integers(0, 600_000))
@settings(max_examples=8)
def test_a_cell_behind_a_very_long_text_is_seen(size: int, cut: int) -> None:
    data = b"<c><t>" + b"x" * size + b'</t></c><c r="ZZZ4"/>'

    with pytest.raises(LimitExceeded, match="columns of a sheet"):
        _see(data, cut)
