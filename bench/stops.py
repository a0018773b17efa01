"""How long a stop list of a million entries takes to import, to load and to look through.

Usage: python bench/stops.py [--entries N]

One entry in fifty is a range of blanks. A lookup is of one document number: half of them are on
the list, half are not.
"""

import argparse
import json
import random
import resource
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from parties import OUT
from tamiz.documents.stops import StopFolder, keep_stops, load_stops
from tamiz.intake.stops import read_stops

SEED = 20_261_125
TODAY = date(2026, 11, 25)
LOOKUPS = 100_000
HEAD = (
    "issuing_state,kind,number,last_number,happened,reported_on,source,reference,note,review_by\n"
)


def main() -> None:
    """Print the times and the memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=1_000_000)
    count = parser.parse_args().entries
    with TemporaryDirectory() as name:
        folder = Path(name)
        listed = write_list(folder / "list.csv", count)
        figures = {"entries": count, **measured(folder, listed)}
    for what, value in figures.items():
        print(f"{what:40} {value}")
    OUT.mkdir(exist_ok=True)
    (OUT / "stops.json").write_text(json.dumps(figures, indent=1))


def write_list(path: Path, count: int) -> list[str]:
    """A list of so many entries; some of its numbers."""
    rng = random.Random(SEED)
    listed = []
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for at in range(count):
            number = f"{rng.choice(('PA', 'VE', 'CO', 'MX'))}{rng.randrange(10**8):08}"
            last = f"{number[:2]}{min(int(number[2:]) + 99, 10**8 - 1):08}" if at % 50 == 0 else ""
            file.write(
                f"Panamá,passport,{number},{last},stolen,2024-05-01,Police,EXP-{at},,2027-01-01\n"
            )
            listed.append(number)
    return rng.sample(listed, min(LOOKUPS // 2, count))


def measured(folder: Path, listed: list[str]) -> dict[str, object]:
    """CPU seconds of the import and of loading, and microseconds of a lookup."""
    start = time.process_time()
    path = folder / "list.csv"
    keep_stops(folder / "stops", path, read_stops(path, print, source="x"), source="x", today=TODAY)
    imported = time.process_time()
    before = resident()
    stops = load_stops(StopFolder(folder / "stops", TODAY))
    loaded = time.process_time()
    grown = resident() - before
    rng = random.Random(SEED + 1)
    others = [f"ZZ{rng.randrange(10**8):08}" for _ in listed]
    asked = time.process_time()
    found = sum(bool(stops.find(number)) for number in (*listed, *others))
    looked = time.process_time() - asked
    assert found == len(listed)
    return {
        "import, CPU seconds": round(imported - start, 1),
        "load, CPU seconds": round(loaded - imported, 2),
        "a lookup, microseconds": round(1e6 * looked / (2 * len(listed)), 2),
        "a worker's memory, MB": round(grown),
        "peak of the process, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def resident() -> float:
    """Private memory of this process, in MB: pages of mapped files are shared by all workers."""
    text = Path("/proc/self/status").read_text(encoding="ascii")
    return int(text.partition("RssAnon:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
