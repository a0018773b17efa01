"""Entries of the journal: chained, sealed, bound to their place."""

from datetime import timedelta, timezone

import msgspec
import pytest

from casework.desks import OLENA, by, opened
from casework.journal.journals import KEY, entries, events
from tamiz.casework import note
from tamiz.casework.journal import GENESIS, entry_of, event_in, next_entry, note_entry, verify
from tamiz.casework.journal.export import daily_heads, export
from tamiz.errors import JournalError

NOTE = note(opened(), by(OLENA), text="Олена бачила його")[0]


def test_a_sealed_event_reads_back() -> None:
    for event in events():
        assert event_in(next_entry(None, event, KEY), KEY) == event


def test_nothing_personal_stands_in_the_line() -> None:
    line = next_entry(None, NOTE, KEY).line()

    assert "Олена бачила".encode() not in line
    assert b"noted" in line


def test_each_entry_names_the_one_before() -> None:
    written = entries()

    assert written[0].prev == GENESIS
    assert [one.prev for one in written[1:]] == [one.hash for one in written[:-1]]
    assert [one.seq for one in written] == list(range(1, len(written) + 1))


def test_two_entries_of_one_event_differ() -> None:
    assert next_entry(None, NOTE, KEY).payload != next_entry(None, NOTE, KEY).payload


def test_it_opens_with_no_other_key() -> None:
    with pytest.raises(JournalError, match="entry 1 of case C1"):
        event_in(next_entry(None, NOTE, KEY), bytes(32))


@pytest.mark.parametrize(
    "change", [{"seq": 9}, {"actor": "pablo"}, {"case": "C2"}, {"kind": "decided"}]
)
def test_a_ciphertext_moved_elsewhere_does_not_open(change: dict[str, object]) -> None:
    moved = msgspec.structs.replace(next_entry(None, NOTE, KEY), **change)

    with pytest.raises(JournalError):
        event_in(moved, KEY)


def test_without_the_case_key_the_chain_still_verifies() -> None:
    """Erasure destroys the key; hashes run over what is sealed."""
    written = entries()

    with pytest.raises(JournalError):
        event_in(written[3], bytes(32))
    assert verify(export(written, made_at=written[-1].at)).is_whole


def test_a_clock_that_goes_back_is_marked_and_the_order_stays() -> None:
    first = next_entry(None, NOTE, KEY)
    earlier = msgspec.structs.replace(NOTE, at=NOTE.at - timedelta(hours=1))
    second = next_entry(first, earlier, KEY)
    third = next_entry(second, NOTE, KEY)

    assert [one.clock_back for one in (first, second, third)] == [False, True, False]
    told = verify(export((first, second, third), made_at=NOTE.at))
    assert (told.is_whole, told.clock_back) == (True, (2,))


def test_an_entry_without_a_case_is_readable_and_holds_no_event() -> None:
    entry = note_entry(None, at=NOTE.at, actor="olena", kind="login", payload={"way": "passkey"})

    assert entry.payload == '{"way":"passkey"}'
    with pytest.raises(JournalError, match="no event"):
        event_in(entry, KEY)


def test_an_instant_of_another_zone_is_written_in_utc() -> None:
    bogota = NOTE.at.astimezone(timezone(timedelta(hours=-5)))

    entry = note_entry(None, at=bogota, actor="olena", kind="login", payload={})

    assert b"+" not in entry.line()
    assert entry.at == NOTE.at


def test_an_instant_of_no_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        note_entry(None, at=NOTE.at.replace(tzinfo=None), actor="olena", kind="login", payload={})


def test_a_stored_line_reads_back() -> None:
    entry = next_entry(None, NOTE, KEY)

    assert entry_of(entry.line()) == entry
    assert entry_of(entry.line() + b"\n") == entry


@pytest.mark.parametrize("line", [b"", b"{}", b"hello", b"\xff", b"[" * 100_000])
def test_what_is_no_entry_is_refused(line: bytes) -> None:
    with pytest.raises(JournalError):
        entry_of(line)


def test_a_stored_line_that_was_changed_is_refused() -> None:
    line = next_entry(None, NOTE, KEY).line().replace(b"olena", b"pablo")

    with pytest.raises(JournalError, match="hash"):
        entry_of(line)


def test_every_day_has_its_head() -> None:
    days = [NOTE.at + timedelta(days=day) for day in (0, 0, 1, 0, 3)]
    written = [next_entry(None, NOTE, KEY)]
    for day in days:
        written.append(next_entry(written[-1], msgspec.structs.replace(NOTE, at=day), KEY))

    heads = list(daily_heads(written))

    assert [(one.day.day, one.seq) for one in heads] == [(26, 3), (27, 5), (29, 6)]
    assert [one.hash for one in heads] == [written[2].hash, written[4].hash, written[5].hash]


def test_an_event_is_packed_before_it_is_sealed() -> None:
    long = msgspec.structs.replace(NOTE, text="the same again " * 500)

    assert len(next_entry(None, long, KEY).line()) < 1000
    assert event_in(next_entry(None, long, KEY), KEY) == long
