"""An export is whole, or what is wrong with it is found and named."""

import hashlib
import json
import tracemalloc
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.desks import at
from casework.journal.journals import entries, lines
from tamiz.casework.journal import ProblemKind, export, verify
from tamiz.casework.journal.entry import chained, line_hash
from tamiz.casework.journal.export import Footer

COUNT = 12
WHOLE = lines(COUNT)
EVERY = b"".join(WHOLE)


def found(written: list[bytes], *heads: str) -> list[tuple[str, int]]:
    """The kinds of problems and the entries they name."""
    return [(one.kind.value, one.seq) for one in verify(written, heads).problems]


def _by_newline(data: bytes) -> list[bytes]:
    return [line + b"\n" for line in data.split(b"\n")[:-1]] + (
        [rest] if (rest := data.rpartition(b"\n")[2]) else []
    )


def test_an_untouched_export_is_whole() -> None:
    told = verify(WHOLE)

    assert told.is_whole
    assert (told.entries, told.first, told.last) == (COUNT, 1, COUNT)


def test_an_empty_export_is_whole() -> None:
    assert verify(export((), made_at=at())).is_whole


def test_the_footer_of_another_empty_export_is_found() -> None:
    header = next(iter(export((), made_at=at())))
    footer = Footer(
        entries=0, last=0, head="1" * 64, header=json.loads(header)["hash"], hash="0" * 64
    )
    body = msgspec.json.encode(footer)
    line = msgspec.json.encode(msgspec.structs.replace(footer, hash=line_hash(body)))

    assert found([header, line + b"\n"]) == [("footer_changed", 0)]


def test_an_export_may_begin_anywhere() -> None:
    told = verify(export(entries(COUNT)[5:], made_at=at()))

    assert (told.is_whole, told.first, told.last) == (True, 6, COUNT)


@settings(max_examples=400)
@given(st.integers(0, len(EVERY) - 1), st.integers(1, 255))
def test_any_changed_byte_is_found_and_its_line_named(place: int, change: int) -> None:
    data = bytearray(EVERY)
    data[place] ^= change
    line = EVERY[:place].count(b"\n") + 1

    problems = verify(_by_newline(bytes(data))).problems

    assert problems
    assert line in {one.line for one in problems}


@pytest.mark.parametrize("entry", range(1, COUNT + 1))
def test_a_changed_entry_is_named(entry: int) -> None:
    written = [*WHOLE]
    written[entry] = written[entry].replace(b'"seq":', b'"seq": ', 1)

    assert found(written) == [("changed", entry)]


@pytest.mark.parametrize("entry", range(1, COUNT + 1))
def test_a_missing_entry_is_named(entry: int) -> None:
    assert found(WHOLE[:entry] + WHOLE[entry + 1 :]) == [("missing", entry)]


def test_a_missing_stretch_is_told_once() -> None:
    (problem,) = verify(WHOLE[:4] + WHOLE[8:]).problems

    assert (problem.kind, problem.seq, problem.until) == (ProblemKind.MISSING, 4, 7)


@pytest.mark.parametrize(("here", "there"), [(1, 2), (3, 4), (11, 12)])
def test_exchanged_neighbours_are_named(here: int, there: int) -> None:
    written = [*WHOLE]
    written[here], written[there] = written[there], written[here]

    (problem,) = found(written)
    assert problem in {("misplaced", here), ("misplaced", there)}


def test_an_entry_moved_far_is_the_only_one_named() -> None:
    written = [*WHOLE]
    written.insert(2, written.pop(10))

    assert found(written) == [("misplaced", 10)]


def test_a_doubled_entry_is_named() -> None:
    written = [*WHOLE]
    written.insert(8, written[3])

    assert found(written) == [("inserted", 3)]


def test_a_forged_entry_between_two_is_named() -> None:
    genuine = entries(COUNT)
    forged = chained(
        msgspec.structs.replace(genuine[5], payload="AAAA", seq=6, prev=genuine[4].hash)
    )
    written = [*WHOLE]
    written.insert(6, forged.line() + b"\n")

    assert found(written) == [("inserted", 6)]
    assert verify(written).problems[0].line == 7


def test_a_forged_entry_with_a_right_hash_of_its_own_is_named() -> None:
    genuine = entries(COUNT)
    forged = chained(msgspec.structs.replace(genuine[5], actor="nobody"))
    written = [*WHOLE]
    written[6] = forged.line() + b"\n"

    assert found(written) == [("changed", 6)]


def test_a_line_of_something_else_is_named() -> None:
    (problem,) = verify([*WHOLE[:5], b"hello\n", *WHOLE[5:]]).problems

    assert (problem.kind, problem.line) == (ProblemKind.NO_ENTRY, 6)


@pytest.mark.parametrize("kept", range(1, COUNT + 2))
def test_an_export_cut_off_is_found(kept: int) -> None:
    assert ("no_footer", 0) in found(WHOLE[:kept])


def test_an_export_cut_within_a_line_is_found() -> None:
    kinds = {kind for kind, _ in found(_by_newline(EVERY[: len(EVERY) // 2]))}

    assert "no_footer" in kinds


def test_without_header_it_is_not_whole() -> None:
    assert found(WHOLE[1:]) == [("no_header", 0)]


def test_what_stands_behind_the_footer_is_found() -> None:
    assert found([*WHOLE, WHOLE[3]]) == [("after_footer", 0)]


def test_nothing_is_no_export() -> None:
    assert {kind for kind, _ in found([])} == {"no_header", "no_footer"}


def rewritten(seq: int) -> list[bytes]:
    """An export whose entry ``seq`` and all after it were made anew, by somebody who knows how."""
    genuine = entries(COUNT)
    made = [chained(msgspec.structs.replace(genuine[seq - 1], actor="nobody"))]
    for entry in genuine[seq:]:
        made.append(chained(msgspec.structs.replace(entry, prev=made[-1].hash)))
    return list(export([*genuine[: seq - 1], *made], made_at=at()))


def test_a_journal_written_anew_is_found_by_a_published_head() -> None:
    head = entries(COUNT)[7].hash

    assert found(rewritten(5)) == []
    assert found(rewritten(5), head) == [("head_missing", 0)]
    assert found(rewritten(9), head) == []


def test_an_export_that_ends_early_is_found_by_a_published_head() -> None:
    early = list(export(entries(COUNT)[:8], made_at=at()))

    assert found(early) == []
    assert found(early, entries(COUNT)[10].hash) == [("head_missing", 0)]


def test_a_published_head_may_be_told_by_its_first_signs() -> None:
    head = entries(COUNT)[7].hash

    assert verify(WHOLE, (head[:16],)).found == {head[:16]: 8}
    assert not verify(WHOLE, (head[:15],)).is_whole


def by_the_docs(data: bytes) -> bool:
    """The recipe of docs/casework.md, with nothing but json and hashlib."""
    rows = data.split(b"\n")
    header, *body, footer = [json.loads(row) for row in rows[:-1]]
    prev = header["prev"]
    for row, said in zip(rows, [header, *body, footer], strict=False):
        cut = row[: -len(',"hash":""}') - 64] + b"}"
        if hashlib.sha256(cut).hexdigest() != said["hash"]:
            return False
    for said in body:
        if said["prev"] != prev:
            return False
        prev = said["hash"]
    numbers = [said["seq"] for said in body]
    return (
        footer["head"] == prev
        and footer["header"] == header["hash"]
        and footer["entries"] == len(body)
        and all(b == a + 1 for a, b in pairwise(numbers))
    )


def test_an_outsider_comes_to_the_same_answer() -> None:
    assert by_the_docs(EVERY)
    assert not by_the_docs(EVERY.replace(b"olena", b"pablo", 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'{"seq"', b'{ "seq"'),
        (b'"sealed":true', b'"sealed":true,"more":1'),
        (b"olena", b"\\u006flena"),
    ],
)
def test_a_line_written_otherwise_is_none_even_with_a_right_hash(old: bytes, new: bytes) -> None:
    body = WHOLE[3].rstrip(b"\n").replace(old, new, 1)
    written = [*WHOLE]
    written[3] = body[:-66] + line_hash(body).encode() + b'"}\n'

    assert written[3] != WHOLE[3]
    assert found(written) == [("changed", 3)]


def test_a_long_file_of_nothing_is_told_quickly() -> None:
    told = verify([WHOLE[0], *[b"\n"] * 100_000, WHOLE[-1]])

    assert len(told.problems) > 100_000 - COUNT


def test_a_whole_export_of_any_length_needs_the_room_of_one_entry() -> None:
    tracemalloc.start()
    verify(WHOLE)
    few = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    many = list(lines(600))
    before = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    assert verify(many).is_whole
    grown = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()

    assert grown < few + 20_000


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WHOLE), max_size=COUNT + 4))
def test_no_other_row_of_its_lines_is_whole(written: list[bytes]) -> None:
    assert verify(written).is_whole is (written == WHOLE)


@given(st.permutations(range(1, COUNT + 1)))
def test_every_entry_out_of_order_is_found_and_none_is_missed(order: list[int]) -> None:
    told = verify([WHOLE[0], *(WHOLE[number] for number in order), WHOLE[-1]])

    assert told.is_whole is (order == sorted(order))
    assert {one.kind for one in told.problems} <= {ProblemKind.MISPLACED}


@given(st.lists(st.one_of(st.binary(max_size=200), st.sampled_from(WHOLE)), max_size=20))
def test_no_bytes_make_it_stumble(written: list[bytes]) -> None:
    told = verify(written, ("0" * 64,))

    assert not told.is_whole
