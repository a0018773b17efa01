"""Personal numbers: against the OFAC list's own records, against idnumbers, and how fast.

Usage: python bench/personal_numbers.py [--no-oracle] [--list KEY FILE ...]

The list of ``parties.jsonl.gz`` (``TAMIZ_SHARED`` says where) has persons with a personal number
beside names, birth date and birthplace: what the number says is held against the record. Ids
only are printed. ``--list us-ofac-sdn sdn.csv add.csv`` takes a publisher's own files instead, read
as the product reads them. Without ``idnumbers`` (extra ``bench``) the cross-run is left out and
said so.
"""

import argparse
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from parties import SHARED, parties
from personal_numbers_oracle import KINDS, cross_run, is_accepted
from tamiz.documents.numbers import Conflict, NumberReading, conflicts, read_identifier, read_number
from tamiz.lists.registry import source_module
from tamiz.lists.source import ListProblem, Snapshot
from tamiz.model import Identifier, IdentityClaim, PartyType, SourceRecord

TODAY = date(2026, 11, 1)  # of the newest list here: the figures do not change by waiting
FEWEST = 20  # numbers of a kind that make a share worth printing
SPEED_NUMBERS = 20_000  # of each kind, all different, so that no cache helps


class Held(NamedTuple):
    """A number of a record, and what it says that the record does not."""

    record: SourceRecord
    reading: NumberReading
    conflicts: tuple[Conflict, ...]


def main() -> None:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-oracle", action="store_true", help="leave idnumbers out")
    parser.add_argument("--list", nargs="+", metavar=("KEY", "FILE"), help="a publisher's files")
    options = parser.parse_args()
    if options.list or (SHARED / "parties.jsonl.gz").exists():
        records = _published(*options.list) if options.list else parties()
        held = list(_held(records))
        _tell_curps([one for one in held if one.reading.scheme == "mx_curp"])
        _tell_schemes(held)
        _tell_strangers(held)
    else:
        print("parties.jsonl.gz is not on this machine: the records are left out")
    if not options.no_oracle:
        _tell_oracle()
    _tell_speed()


def _published(key: str, *files: str) -> Iterator[SourceRecord]:
    """The records of a list in its publisher's form."""
    snapshot = Snapshot(source=key, files=tuple(map(Path, files)))
    problems: list[ListProblem] = []
    return source_module(key).parse(snapshot, problems.append).records


def _held(records: Iterable[SourceRecord]) -> Iterator[Held]:
    """Every number that can be read, of every person; a record's claims are the other side."""
    for record in records:
        if record.type is not PartyType.PERSON:
            continue
        for identifier in record.identifiers:
            reading = _reading(identifier)
            if reading is not None:
                yield Held(record, reading, conflicts(reading, _claims(record)))


def _claims(record: SourceRecord) -> IdentityClaim:
    """What a record says of its person."""
    return IdentityClaim(
        names=record.names,
        birth_dates=record.birth_dates,
        birth_places=record.birth_places,
        sex=record.sex,
        nationalities=record.nationalities,
    )


def _reading(identifier: Identifier) -> NumberReading | None:
    """The number by its name where the list tells it, else by its state."""
    if "curp" in identifier.scheme.replace(".", ""):
        return read_number(identifier.number, "mx_curp", today=TODAY)
    return read_identifier(identifier, today=TODAY)


def _tell_curps(held: list[Held]) -> None:
    """One person a record id: the lists of several sources repeat the same numbers."""
    persons = {one.record.id for one in held}
    differing = defaultdict(list)
    for one in held:
        for conflict in one.conflicts:
            told = f"{conflict.part}: {conflict.detail} ({conflict.strength})"
            differing[one.record.id].append((told, one.reading.says.check_digit.value))
    faulty = {one.record.id for one in held if not one.reading.has_right_shape}
    print(f"CURP: {len(held)} numbers of {len(persons)} persons")
    print(f"  nothing contradicts the record: {len(persons - differing.keys() - faulty)}")
    print(f"  no number of the shape (a character short or wrong): {sorted(faulty)}")
    parts = Counter(
        part for told in differing.values() for part in {t.split(":")[0] for t, _ in told}
    )
    print(f"  persons with a difference by part: {dict(parts)}")
    for record, found in sorted(differing.items()):
        shown = "; ".join(f"{text}, check digit {digit}" for text, digit in dict.fromkeys(found))
        print(f"  {record}: {shown}")


def _tell_strangers(held: list[Held]) -> None:
    """Every number against the record of the next person: how often a borrowed one is noticed."""
    print(
        f"\n{'held against another person':30}{'numbers':>8}{'contradicted':>14}{'by A':>7}{'A or B':>8}"
    )
    by_scheme = defaultdict(list)
    for one in held:
        if one.reading.has_right_shape:
            by_scheme[one.reading.scheme].append(one)
    for scheme, found in sorted(by_scheme.items()):
        if len(found) < FEWEST:
            continue
        grades = [_grades(one, other) for one, other in pairwise([*found, found[0]])]
        told = [one for one in grades if one is not None]
        strong = sum("A" in one or "B" in one for one in told)
        row = f"{len(told):8}{sum(map(bool, told)):14}{sum('A' in one for one in told):7}{strong:8}"
        print(f"{scheme:30}{row}")


def _grades(one: Held, other: Held) -> set[str] | None:
    """The strengths of what contradicts; None for two records of one person."""
    if one.record.id == other.record.id or one.reading.key == other.reading.key:
        return None
    return {conflict.strength.value for conflict in conflicts(one.reading, _claims(other.record))}


def _tell_schemes(held: list[Held]) -> None:
    print(f"\n{'scheme':14}{'read':>6}{'digit right':>13}{'wrong':>7}{'contradicting':>15}")
    by_scheme = defaultdict(list)
    for one in held:
        if one.reading.has_right_shape:
            by_scheme[one.reading.scheme].append(one)
    for scheme, found in sorted(by_scheme.items()):
        digits = Counter(one.reading.says.check_digit.value for one in found)
        against = sum(bool(one.conflicts) for one in found)
        print(f"{scheme:14}{len(found):6}{digits['right']:13}{digits['wrong']:7}{against:15}")
    for one in held:
        if one.conflicts and one.reading.scheme != "mx_curp":
            told = "; ".join(f"{c.part}: {c.detail} ({c.strength})" for c in one.conflicts)
            print(f"  {one.record.id} {one.reading.scheme}: {told}")


def _tell_oracle() -> None:
    try:
        runs = list(cross_run())
    except ImportError:
        print("\nidnumbers is not installed: the cross-run is left out", file=sys.stderr)
        return
    print(f"\n{'against idnumbers':18}{'numbers':>8}{'alike':>9}{'explained':>11}{'open':>6}")
    for run in runs:
        explained, still_open = run.explained.total(), run.unexplained.total()
        alike = run.alike / run.numbers
        print(f"{run.scheme:18}{run.numbers:8}{alike:9.2%}{explained:11}{still_open:6}")
        for why, count in (run.explained + run.unexplained).items():
            print(f"    {count}: {why}")
    total = sum(run.numbers for run in runs)
    same = sum(run.alike + run.explained.total() for run in runs)
    print(f"alike or explained: {same / total:.4%} of {total}")


def _tell_speed() -> None:
    print(f"\n{'readings a second':18}{'of CPU':>10}")
    for kind in KINDS:
        draw = random.Random(kind.scheme)
        texts = [kind.body(draw) + draw.choice(kind.endings) for _ in range(SPEED_NUMBERS)]
        read_number(texts[0], kind.scheme)  # the tables are loaded once
        start = time.process_time()
        accepted = sum(is_accepted(read_number(text, kind.scheme)) for text in texts)
        assert accepted <= SPEED_NUMBERS
        print(f"{kind.scheme:18}{SPEED_NUMBERS / (time.process_time() - start):10,.0f}")


if __name__ == "__main__":
    main()
