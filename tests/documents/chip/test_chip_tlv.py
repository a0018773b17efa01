"""Lengths are held against what is there, and every error names its byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.chip.lds import tlv
from tamiz.documents.chip import limits
from tamiz.documents.chip.tlv import children, content, header, only, scan
from tamiz.errors import ChipDataError

INDEFINITE = bytes.fromhex("30800401aa308000000000")


@pytest.mark.parametrize(
    "data",
    [b"\x04\x00", b"\x30\x00", tlv(0x30, tlv(0x04, b"a") * 3), tlv(0x7F61, b""), INDEFINITE,
     tlv(0x30, INDEFINITE * 2), tlv(0x04, bytes(300))],
)  # fmt: skip
def test_whole_elements_pass(data: bytes) -> None:
    scan(data, "file", most=1000)


BROKEN = [
    (b"", 0, "ends"),
    (b"\x30", 1, "ends"),
    (b"\x30\x01", 0, "announced"),
    (b"\x30\x84\xff\xff\xff\xff", 0, "4294967295 bytes are announced"),
    (b"\x30\x85\x01\x00\x00\x00\x00", 1, "length of 5 bytes"),
    (b"\x30\xff", 1, "length of 127 bytes"),
    (b"\x30\x82\x01", 1, "length of 2 bytes"),
    (b"\x04\x80\x00\x00", 0, "primitive"),
    (b"\x30\x80", 2, "ends"),
    (b"\x30\x80\x04\x00", 4, "ends"),
    (b"\x30\x80\x00\x00\x00", 4, "follow"),
    (b"\x04\x00\x00", 2, "follow"),
    (b"\x1f\x81\x81\x81\x01\x00", 0, "tag"),
    (b"\x30\x03\x04\x02\x00", 2, "announced"),
    (b"\x30\x80" * 200, 66, "levels"),
]


@pytest.mark.parametrize(("data", "position", "problem"), BROKEN)
def test_broken_elements_are_told_with_their_place(
    data: bytes, position: int, problem: str
) -> None:
    with pytest.raises(ChipDataError, match=problem) as raised:
        scan(data, "file", most=1000)

    assert raised.value.position == position
    assert f"file, byte {position}" in str(raised.value)


def test_more_elements_than_any_file_has_are_refused() -> None:
    data = tlv(0x30, b"\x05\x00" * 25_000)

    with pytest.raises(ChipDataError, match="elements"):
        scan(data, "file", most=1 << 20)


def test_more_bytes_than_any_file_has_are_refused_unread() -> None:
    with pytest.raises(ChipDataError, match="at most 10"):
        scan(bytes(11), "file", most=10)
    with pytest.raises(ChipDataError, match=f"at most {limits.GROUP_BYTES}"):
        only(b"\x61" + bytes(limits.GROUP_BYTES), 0x61, "DG1")


@given(st.binary(max_size=80))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        scan(data, "file", most=64)
    except ChipDataError as error:
        assert 0 <= error.position <= len(data)  # noqa: PT017 - either way is right


@given(st.lists(st.tuples(st.sampled_from([0x04, 0x5F1F, 0x81]), st.binary(max_size=200))))
def test_children_are_what_was_put_together(parts: list[tuple[int, bytes]]) -> None:
    data = tlv(0x61, b"".join(tlv(tag, value) for tag, value in parts))

    outer = only(data, 0x61, "file")
    found = [
        (one.tag, content(data, one)) for one in children(data, outer.start, len(data), "file")
    ]

    assert found == parts


def test_children_have_definite_lengths() -> None:
    with pytest.raises(ChipDataError, match="no length"):
        list(children(INDEFINITE, 0, len(INDEFINITE), "file"))


def test_a_header_says_where_its_content_lies() -> None:
    found = header(tlv(0x5F1F, bytes(200)), 0, 205, "file")

    assert (found.tag, found.start, found.stop, found.is_constructed) == (0x5F1F, 5, 205, False)
