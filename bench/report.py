"""How long the outputs take and how large they are: prints a line for each.

Usage: python bench/report.py [--applicants N]

All applicants are invented (``tests/output/sample_run.py``); about one in thirty needs attention.
"""

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from output.sample_run import clear_assessments, sample_assessments, sample_run
from tamiz.model import Assessment
from tamiz.output.findings import finding_line, read_findings
from tamiz.output.report import write_report
from tamiz.output.spreadsheet import write_spreadsheet

IN_NEED = 30  # of the sample's applicants need attention; so many clear ones come to each


def main() -> None:
    """Write each output once and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applicants", type=int, default=2_000)
    count = parser.parse_args().applicants
    with TemporaryDirectory() as folder:
        lines, table, page = (Path(folder, name) for name in ("f.jsonl", "f.csv", "r.html"))
        timed("findings.jsonl", lines, lambda: write_lines(lines, count))
        timed("findings.csv", table, lambda: write_spreadsheet(table, read_findings(lines)))
        timed("report.html", page, lambda: write_report(page, sample_run(), read_findings(lines)))
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def write_lines(path: Path, count: int) -> None:
    """The findings of ``count`` invented applicants."""
    with path.open("wb") as file:
        file.writelines(finding_line(assessment) for assessment in applicants(count))


def applicants(count: int) -> Iterator[Assessment]:
    """One in thirty needs attention, the others are clear."""
    times = max(1, count // (IN_NEED * IN_NEED))
    needy = times * sum(1 for _ in sample_assessments())
    return chain(sample_assessments(times), clear_assessments(max(0, count - needy)))


def timed(name: str, path: Path, write: Callable[[], None]) -> None:
    """Print the time that ``write`` takes and the size of what it writes."""
    began = time.perf_counter()
    write()
    took = time.perf_counter() - began
    print(f"{name:16}{took:8.2f} s{path.stat().st_size / 1e6:10.2f} MB")


if __name__ == "__main__":
    main()
