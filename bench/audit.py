"""Does verifying an export find every flipped byte, and which line it was in? How fast?

One flip at a time, at a random place and to a random other value, in an export of a journal of
invented cases; also entries left out, doubled and exchanged. Prints one table.

    python bench/audit.py [--flips 10000] [--entries 60] [--large 100000]
"""

import argparse
import random
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from tamiz.casework import DEFAULT, ENGINE, Actor, AnyEvent, By, Role, fold, note, open_case, see
from tamiz.casework.journal import Entry, export, new_master_key, next_entry, verify
from tamiz.model import Assessment, Evidence, Finding, Listed, Outcome, Queue

START = datetime(2026, 1, 1, tzinfo=UTC)
OFFICER = Actor(id="officer-1", roles=frozenset({Role.OFFICER}), compartments=frozenset({"north"}))
SEED = 7


def assessment() -> Assessment:
    """What screening found, as large as a usual case."""
    evidence = tuple(
        Evidence(feature="name", code="name.word.exact", applicant="Олена", other="Olena", bits=3.5)
        for _ in range(6)
    )
    listed = Listed(source="un-sc", id="QDi.1", name="Invented Person", content_date="2026-01-01")
    finding = Finding(
        check="watchlist_person", version="1", question="?", outcome=Outcome.CONCERN, basis="bench",
        evidence=evidence, listed=listed, bits=4.0,
    )  # fmt: skip
    return Assessment(id="A1", queue=Queue.REVIEW, rule="bench", findings=(finding,))


def happenings() -> Iterator[AnyEvent]:
    """A case is opened, read and noted; then the next one."""
    number = 0
    while True:
        at, name = START + timedelta(minutes=number), f"C{number}"
        opened = open_case(
            By(ENGINE, at), DEFAULT, case=name, applicant=f"P{number}", compartment="north",
            assessment=assessment(),
        )  # fmt: skip
        case, officer = fold(opened), By(OFFICER, at + timedelta(seconds=30))
        yield from opened
        yield from see(case, officer, purpose="vetting")
        yield from note(case, officer, text="інша дата народження")
        number += 1


def journal(count: int) -> list[Entry]:
    """The first entries of a journal."""
    key, last, written = new_master_key(), None, []
    for event in happenings():
        last = next_entry(last, event, key)
        written.append(last)
        if len(written) == count:
            return written
    return written


def lines_of(data: bytes) -> list[bytes]:
    """The lines as a file gives them, each with its end."""
    *whole, rest = data.split(b"\n")
    return [*(line + b"\n" for line in whole), *([rest] if rest else [])]


def flips(data: bytes, count: int, rng: random.Random) -> tuple[int, int]:
    """How many single flips were found, and how many with the very line."""
    found = named = 0
    for _ in range(count):
        place, changed = rng.randrange(len(data)), bytearray(data)
        changed[place] ^= rng.randrange(1, 256)
        problems = verify(lines_of(bytes(changed))).problems
        found += bool(problems)
        named += data[:place].count(b"\n") + 1 in {one.line for one in problems}
    return found, named


def rearranged(lines: list[bytes], rng: random.Random, what: str) -> tuple[list[bytes], set[int]]:
    """The export with one entry left out, doubled, exchanged with its neighbour or moved; whose."""
    written, at = [*lines], rng.randrange(1, len(lines) - 2)
    if what == "left out":
        del written[at]
    elif what == "doubled":
        written.insert(rng.randrange(1, len(lines) - 1), lines[at])
    elif what == "exchanged":
        written[at], written[at + 1] = written[at + 1], written[at]
    else:
        written.insert((at + len(lines) // 2 - 1) % (len(lines) - 3) + 1, written.pop(at))
    return written, {at, at + 1} if what == "exchanged" else {at}


def moves(lines: list[bytes], count: int, rng: random.Random, what: str) -> tuple[int, int]:
    """How many were found, and how many with the entry named and no other."""
    found = named = 0
    for _ in range(count):
        written, whose = rearranged(lines, rng, what)
        if written == lines:
            found, named = found + 1, named + 1
            continue
        problems = verify(written).problems
        found += bool(problems)
        named += bool(problems) and {one.seq for one in problems} <= whose
    return found, named


def seconds(lines: Iterable[bytes]) -> float:
    """CPU seconds of one verification."""
    begin = time.process_time()
    assert verify(lines).is_whole
    return time.process_time() - begin


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=10_000)
    parser.add_argument("--entries", type=int, default=60)
    parser.add_argument("--large", type=int, default=100_000)
    told, rng = parser.parse_args(), random.Random(SEED)
    lines = list(export(journal(told.entries), made_at=START))
    data = b"".join(lines)
    assert verify(lines).is_whole
    print(f"export: {told.entries} entries, {len(data)} bytes, seed {SEED}\n")
    print(f"{'one entry or byte':<18}{'trials':>8}{'found':>8}{'named':>8}")
    found, named = flips(data, told.flips, rng)
    print(f"{'flipped':<18}{told.flips:>8}{found:>8}{named:>8}")
    for what in ("left out", "doubled", "exchanged", "moved"):
        found, named = moves(lines, told.flips // 10, rng, what)
        print(f"{what:<18}{told.flips // 10:>8}{found:>8}{named:>8}")
    begin = time.process_time()
    large = journal(told.large)
    writing = time.process_time() - begin
    taken = seconds(export(large, made_at=START))
    print(f"\nsealing and chaining {told.large} entries: {told.large / writing:,.0f} a CPU second")
    print(f"exporting and verifying them: {told.large / taken:,.0f} a CPU second")


if __name__ == "__main__":
    main()
