"""Files are told by what is in them."""

import pytest

from documents.chip.lds import GROUPS, dg1, dg2, dg11, tlv
from documents.chip.messages import chip
from tamiz.documents.chip import limits, sort_files
from tamiz.errors import ChipDataError

SOD = chip().sod()


def test_names_do_not_matter() -> None:
    files = sort_files([("a.bin", dg2()), ("b.bin", SOD), ("c.bin", dg1()), ("d.bin", dg11())])

    assert files.security_object == SOD
    assert files.groups == {**GROUPS, 11: dg11()}
    assert files.other == ()


def test_what_is_no_data_group_is_named() -> None:
    files = sort_files([("EF.COM", tlv(0x60, b"")), ("notes.txt", b"x"), ("empty", b"")])

    assert files.other == ("EF.COM", "notes.txt", "empty")


def test_the_same_file_twice_is_one() -> None:
    assert sort_files([("a", dg1()), ("b", dg1())]).groups == {1: dg1()}


def test_two_files_that_claim_to_be_one_are_refused() -> None:
    with pytest.raises(ChipDataError, match="second file"):
        sort_files([("a", dg2()), ("b", dg2(points=2))])
    with pytest.raises(ChipDataError, match="second file"):
        sort_files([("a", SOD), ("b", SOD + b"\0")])


def test_more_or_larger_files_than_a_chip_has_are_refused() -> None:
    with pytest.raises(ChipDataError, match="64"):
        sort_files([(str(number), dg1()) for number in range(65)])
    with pytest.raises(ChipDataError, match="bytes"):
        sort_files([("a", b"\x61" + bytes(limits.GROUP_BYTES))])
