"""Runs every benchmark of matching one after the other: what ``make bench`` does.

Usage: python bench/suite.py [--large]

A benchmark whose development data is not on this machine is left out and named. ``--large`` runs
the speed of 400,000 and 2 million parties instead: about 40 minutes, and 3 GB of memory.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from msgspec import Struct

from parties import SHARED

HERE = Path(__file__).resolve().parent
PARTIES, PEOPLE = "parties.jsonl.gz", "people.jsonl.gz"
TRUTH = "truth/same_person_dev.jsonl"


class Step(Struct, frozen=True):
    """A question, the command that answers it, the development data that it cannot do without."""

    title: str
    command: tuple[str, ...]
    needs: tuple[str, ...] = ()


STEPS = (
    Step("Pairs of parties", ("pairs.py",)),
    Step("Listed people found, others alerted on", ("accuracy.py",), (PARTIES, PEOPLE, TRUTH)),
    Step("The same beside the peers, on a sample", ("listed.py",), (PARTIES, PEOPLE, TRUTH)),
    Step("Names in other scripts", ("scripts.py",), (PARTIES, "truth/transliteration")),
    Step("Nobody missed by the search", ("lossless.py", "--parties", "200"), (PARTIES, PEOPLE)),
    Step("What probabilities mean", ("calibration.py",), (PARTIES, PEOPLE, TRUTH)),
    Step("Speed", ("speed.py",), (PARTIES, PEOPLE)),
)
LARGE = (
    Step(
        "Speed among many parties",
        ("speed.py", "--parties", "400000", "2000000"),
        (PARTIES, PEOPLE),
    ),
)


def main() -> int:
    """Run the steps; 1 if any failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true")
    failed = [step for step in (LARGE if parser.parse_args().large else STEPS) if not run(step)]
    for step in failed:
        print(f"failed: bench/{' '.join(step.command)}")
    return 1 if failed else 0


def run(step: Step) -> bool:
    """Print a heading and what the command prints; whether it went well, or was left out."""
    print(f"\n## {step.title}: bench/{' '.join(step.command)}\n", flush=True)
    missing = [name for name in step.needs if not (SHARED / name).exists()]
    if missing:
        print(f"left out: development data is not on this machine ({', '.join(missing)})")
        return True
    script, *arguments = step.command
    return (
        subprocess.run([sys.executable, str(HERE / script), *arguments], check=False).returncode
        == 0
    )


if __name__ == "__main__":
    sys.exit(main())
