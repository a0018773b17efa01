"""How right, how fast and how sturdy reading of machine-readable zones is, peers beside.

Usage: python bench/zones.py [--fuzz N] [--seconds S] [--cases FILE] [--skip-peers]

Peers (mrz, PassportEye, fastmrz) are measured where they are installed beside Tamiz, each by its
documented call on text. A case counts as right if every field that the peer tells, and its
verdict, are the expected ones; what it does not tell at all is a wrong field only for Tamiz.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from documents.zone.zones import ALL
from parties import SHARED
from tamiz.documents.zone import (
    NoZone,
    Oddity,
    Part,
    Zone,
    ZoneData,
    ZoneFormat,
    compare_name_field,
    read_zone,
    repairs,
    write_zone,
)
from zones_peers import Told, installed_peers

SEED = 20_260_115
_MUTATIONS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<<<<Ñ*«а \n"
_REST_EVERY = 200  # fuzzed zones of which one is repaired and compared too, which takes longer
_MOST_CHANGES = 8  # signs of a specimen that fuzzing changes, drops or doubles
_ALL_PARTS = {
    "format": None, "document_code": Part.DOCUMENT_CODE, "issuer": Part.ISSUING_STATE,
    "number": Part.NUMBER, "nationality": Part.NATIONALITY, "birth": Part.BIRTH_DATE,
    "sex": Part.SEX, "expiry": Part.EXPIRY_DATE, "optional1": Part.OPTIONAL,
    "optional2": Part.OPTIONAL_2,
}  # fmt: skip


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fuzz", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--cases", type=Path, default=SHARED / "documents" / "mrz_dev.jsonl")
    parser.add_argument("--skip-peers", action="store_true")
    options = parser.parse_args()
    peers = {"tamiz": ours, **({} if options.skip_peers else dict(installed_peers()))}
    if options.cases.exists():
        cases = [json.loads(line) for line in options.cases.read_text("utf-8").splitlines()]
        print_accuracy(cases, peers)
        print_own(cases)
    else:
        print(f"cases are not on this machine: {options.cases.name}")
    print_speed(peers, options.seconds)
    print_fuzz(options.fuzz)


def ours(lines: list[str]) -> Told:
    """What Tamiz tells of a zone."""
    zone = read_zone(lines)
    if isinstance(zone, NoZone):
        return Told({}, is_valid=False)
    fields = {name: zone.value(part) for name, part in _ALL_PARTS.items() if part is not None}
    fields |= {"format": zone.format.value, "surname": zone.primary_identifier}
    is_day = not any(flag.oddity in {Oddity.NO_DAY, Oddity.NO_DATE} for flag in zone.flags)
    fields["given"] = zone.secondary_identifier
    return Told(fields, is_valid=zone.is_consistent and is_day)


class Tally(NamedTuple):
    """What a reader made of cases."""

    right: int
    wrong_fields: int
    wrong_verdict: int
    crashes: int


def tally(cases: list[dict[str, Any]], read: Callable[[list[str]], Told]) -> Tally:
    """How many cases a reader has right, and what is wrong with the others."""
    found = [_judge(case, read) for case in cases]
    return Tally(*(found.count(kind) for kind in ("right", "fields", "verdict", "crash")))


def _judge(case: dict[str, Any], read: Callable[[list[str]], Told]) -> str:
    """One case; a negative one must be called invalid, even if its check digits hold."""
    expected = case["expected"]
    try:
        told = read(list(case["lines"]))
    except Exception:  # noqa: BLE001 - whatever a peer raises is what is counted
        return "crash"
    wanted = {name: value or "" for name, value in expected.items() if name in told.fields}
    if not told.fields or any(told.fields[name] != value for name, value in wanted.items()):
        return "fields"
    is_valid = expected.get("valid", told.is_valid) and case["kind"] != "negative"
    return "right" if told.is_valid is is_valid else "verdict"


def print_accuracy(
    cases: list[dict[str, Any]], peers: dict[str, Callable[[list[str]], Told]]
) -> None:
    """A row a reader and kind of case."""
    print(
        "| reader | cases | right | wrong fields | wrong verdict | raised |\n|---|---|---|---|---|---|"
    )
    for name, read in peers.items():
        for kind in ("positive", "flagged", "negative"):
            chosen = [case for case in cases if case["kind"] == kind]
            print(
                f"| {name} | {kind}: {len(chosen)} | "
                + " | ".join(map(str, tally(chosen, read)))
                + " |"
            )
    print()


def print_own(cases: list[dict[str, Any]]) -> None:
    """What only Tamiz does: repairs, names, other zones."""
    misread = [case for case in cases if case["kind"] == "ocr_repair"]
    repaired = sum(_is_repaired(case) for case in misread)
    names = [(case["viz"], case["field"]) for case in cases if case["kind"] == "name"]
    accepted = sum(compare_name_field(*name).is_accepted for name in names)
    crossed = [(one, field) for one, _ in names for other, field in names if other != one]
    wrongly = sum(compare_name_field(*pair).is_accepted for pair in crossed)
    other = [case for case in cases if case["kind"] == "other_zone"]
    told = tally(other, ours)
    print(f"repairs {repaired} of {len(misread)}; names accepted {accepted} of {len(names)}, "
          f"crossed {wrongly} of {len(crossed)}; other zones with the expected fields "
          f"{len(other) - told.wrong_fields - told.crashes} of {len(other)}\n")  # fmt: skip


def _is_repaired(case: dict[str, Any]) -> bool:
    found = repairs(case["lines"])
    return bool(found) and list(found[0].zone.lines) == case["repaired"]


def print_speed(peers: dict[str, Callable[[list[str]], Told]], seconds: float) -> None:
    """Zones a second of CPU on one core, the same eight-field passports for all."""
    zones = [list(lines) for lines in _passports(1_000)]
    calls: dict[str, Callable[[list[str]], object]] = {**peers, "tamiz": read_zone}
    print("| reader | TD3 zones a second and core |\n|---|---|")
    for name, read in calls.items():
        print(f"| {name} | {_rate(read, zones, seconds):,.0f} |")
    print()


def _passports(count: int) -> Iterator[tuple[str, str]]:
    """Passports that differ in number, dates and names, so that no cache knows them all."""
    rng = random.Random(SEED)
    for _ in range(count):
        name = "".join(rng.choices("ABCDEFGHILMNOPRSTUVZ", k=rng.randint(4, 12)))
        data = ZoneData(
            format=ZoneFormat.TD3, document_code="P", issuing_state="SLV", nationality="SLV",
            primary_identifier=name, secondary_identifier=name[::-1] + " MARIA",
            number="".join(rng.choices("ABC0123456789", k=9)), sex=rng.choice("MF"),
            birth_date=f"{rng.randint(50, 99)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}",
            expiry_date=f"{rng.randint(26, 35)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}",
            optional="" if rng.random() < 0.5 else "ZE184226B",
        )  # fmt: skip
        first, second = write_zone(data)
        yield first, second


def _rate(read: Callable[[list[str]], object], zones: list[list[str]], seconds: float) -> float:
    """Calls a second of CPU: the best of rounds that last so long together."""
    best, until = 0.0, time.process_time() + seconds
    while time.process_time() < until:
        start = time.process_time()
        for lines in zones:
            read(lines)
        best = max(best, len(zones) / (time.process_time() - start))
    return best


def print_fuzz(count: int) -> None:
    """Reads, and now and then repairs and compares, mutated specimens; any exception stops it."""
    rng = random.Random(SEED)
    specimens = list(ALL.values())
    zones, slowest = 0, 0.0
    for at in range(count):
        lines = _mutated(rng, rng.choice(specimens))
        start = time.perf_counter()
        found = read_zone(lines)
        slowest = max(slowest, time.perf_counter() - start)
        zones += isinstance(found, Zone)
        if at % _REST_EVERY == 0:
            repairs(lines)
            compare_name_field("".join(lines), lines[0] if lines else "")
    print(f"{count:,} mutated zones: {zones:,} read, {count - zones:,} told as none, no exception; "
          f"the slowest took {slowest * 1000:.1f} ms")  # fmt: skip


def _mutated(rng: random.Random, lines: tuple[str, ...]) -> list[str]:
    """A specimen with signs changed, dropped or doubled, lines joined, cut or missing."""
    text = list("\n".join(lines))
    for _ in range(rng.randint(0, _MOST_CHANGES)):
        at = rng.randrange(len(text))
        text[at] = rng.choice(
            (rng.choice(_MUTATIONS), "", text[at] * 2, chr(rng.randrange(1, 0x3000)))
        )
    whole = "".join(text)
    if rng.random() < 0.1:
        whole = whole[: rng.randrange(len(whole) + 1)]
    return whole.split("\n") if rng.random() < 0.9 else [whole]


if __name__ == "__main__":
    main()
