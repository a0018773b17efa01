"""Real trust anchors and chips, given by path: what verifies, and documents a second.

Usage: python bench/chips.py --anchors FILE... --chips SET... [--altered SET...]

A SET is a folder with the files of one chip, or a source file (of another project's tests) with
such files in hexadecimal: each EF.SOD with the data groups that follow it is one chip. PATH@TEXT
starts at the line that holds TEXT, PATH@TEXT..TEXT also ends before such a line.
None of this data is in the repository: see docs/chip-data.md for where it is.
"""

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tamiz.documents.chip import (
    AnchorFile,
    ChipReport,
    Outcome,
    StepKind,
    Trust,
    authenticate,
    authenticate_card_security,
    read_anchors,
    sort_files,
    trust_of,
)
from tamiz.documents.chip.files import GROUP_TAGS
from tamiz.documents.chip.keys import UnusableKey
from tamiz.documents.chip.security_object import SOD_TAG
from tamiz.errors import ChipDataError

TODAY = datetime.now(UTC).date()
ROUNDS = 20
_HEX = re.compile(r"""["']([0-9A-Fa-f]{80,})["']""")
_SEQUENCE = 0x30
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")  # else it is a certificate

Chip = tuple[str, list[tuple[str, bytes]]]


def main() -> None:
    """Read what the command line names and print tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--anchors", nargs="+", type=Path, default=[])
    parser.add_argument("--chips", nargs="+", default=[])
    parser.add_argument("--altered", nargs="+", default=[])
    told = parser.parse_args()
    trust = anchors(told.anchors)
    good = [chip for one in told.chips for chip in chips(one)]
    bad = [chip for one in told.altered for chip in chips(one)]
    table("chips", good, trust)
    table("altered chips", bad, trust)
    if good:
        speed(good, trust)


def anchors(paths: list[Path]) -> Trust:
    """All anchors; prints a line per file and one for all."""
    print("| file | what | made | anchors | links right, open | left out | root, first 16 digits |")
    print("|---|---|---|---|---|---|---|")
    files: list[AnchorFile] = []
    before = time.process_time()
    for path in paths:
        try:
            one = read_anchors(path.read_bytes(), source=path.name)
        except ChipDataError as error:
            print(f"| {path.name} | refused: {error.problem} | | | | | |")
            continue
        files.append(one)
        roots = ", ".join(root[:16] for root in one.roots)
        links = f"{one.links}, {one.links_open}"
        numbers = f"{len(one.certificates)} | {links} | {len(one.left_out)}"
        print(f"| {path.name} | {one.format} | {one.made or ''} | {numbers} | {roots} |")
    trust = trust_of((one, TODAY) for one in files)
    took = time.process_time() - before
    pool = [one.certificate for one in trust.anchors]
    own = [one for one in pool if one.names_itself]
    usable = sum(not isinstance(one.key, UnusableKey) for one in pool)
    right = sum(one.is_signed_by(one) for one in own)
    kinds = Counter(one.scheme.padding.value for one in pool)
    print(
        f"\n{len(pool)} authorities of {len({one.country for one in pool})} countries in {took:.1f} s"
        f" CPU; keys usable {usable}/{len(pool)}, self-signed right {right}/{len(own)}; "
        + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    )
    return trust


def chips(place: str) -> Iterator[Chip]:
    """The chips of a folder or of a source file."""
    name, _, part = place.partition("@")
    path = Path(name)
    if path.is_dir():
        yield path.name, [(one.name, one.read_bytes()) for one in sorted(path.iterdir())]
        return
    text = path.read_text(encoding="utf-8")
    first, _, last = part.partition("..")
    text = text[text.index(first) :]
    text = text[: text.index(last)] if last else text
    current: Chip = ("", [])
    for number, data in enumerate(map(bytes.fromhex, _HEX.findall(text)), 1):
        if data[0] == _SEQUENCE and _SIGNED_DATA in data[:20]:
            yield f"{path.name} {number}", [("CardSecurity", data)]
        elif data[0] == SOD_TAG:
            if current[1]:
                yield current
            current = (f"{path.name} {number}", [("SOD", data)])
        elif data[0] in GROUP_TAGS and current[1]:
            current[1].append((f"DG{GROUP_TAGS[data[0]]}", data))
    if current[1]:
        yield current


def checked(chip: Chip, trust: Trust) -> ChipReport:
    """The report of one chip, or of one EF.CardSecurity."""
    files = chip[1]
    if files[0][1][:1] == bytes([_SEQUENCE]):
        return authenticate_card_security(files[0][1], trust, today=TODAY)
    return authenticate(sort_files(files), trust, today=TODAY)


def table(title: str, found: list[Chip], trust: Trust) -> None:
    """A line per chip: the outcome, and every step that is not verified; then totals."""
    if not found:
        return
    print(f"\n| {title} | outcome | signature | chain | data groups right | what failed |")
    print("|---|---|---|---|---|---|")
    totals = Counter[str]()
    for chip in found:
        report = checked(chip, trust)
        steps = {step.kind: step.outcome for step in report.steps}
        groups = [s.outcome for s in report.steps if s.kind is StepKind.DATA_GROUP]
        brought = [one for one in groups if one is not Outcome.NOT_TESTED]
        right = brought.count(Outcome.VERIFIED)
        failed = [f"{s.kind} {s.reason}" for s in report.steps if s.outcome is Outcome.FAILED]
        chain = steps[StepKind.CHAIN]
        print(
            f"| {chip[0]} | {report.outcome} | {steps[StepKind.SIGNATURE]} | {chain} "
            f"| {right}/{len(brought)} | {', '.join(failed)} |"
        )
        totals.update([report.outcome.value, f"chain {chain}"])
    print(f"\n{len(found)} {title}: " + ", ".join(f"{k} {n}" for k, n in sorted(totals.items())))


def speed(found: list[Chip], trust: Trust) -> None:
    """CPU time of one process, everything included but reading the files."""
    each: list[float] = []
    for chip in found:
        before = time.process_time()
        for _ in range(ROUNDS):
            checked(chip, trust)
        each.append((time.process_time() - before) / ROUNDS * 1000)
    each.sort()
    mean = sum(each) / len(each)
    print(
        f"\n{1000 / mean:.0f} documents a second; a document takes {each[len(each) // 2]:.1f} ms "
        f"(median), {mean:.1f} (mean), {each[-1]:.1f} (the slowest)"
    )


if __name__ == "__main__":
    main()
