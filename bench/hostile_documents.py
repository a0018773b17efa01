"""What Tamiz answers to each hostile input about a document: prints a table, writes it as Markdown.

Usage: python bench/hostile_documents.py [--cheap]

Zones, pictures and PDFs, files of chips, trust anchors, personal numbers, and documents of a
dossier, made up in ``tests/documents/hostile``. The table goes to ``bench/out`` too. The exit code
tells whether every answer is the one that its case wants; ``--cheap`` leaves out what takes seconds.
"""

import argparse
import resource
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from documents.hostile.all_cases import CASES
from documents.hostile.case import Answered, Case, Desk, answered
from parties import OUT
from tamiz.documents.pictures import PictureReader
from tamiz.normalise.text import visible

LONGEST = 160  # characters of a message that are shown
KIB = 1 << 10


class Row(NamedTuple):
    """A case with what came of it."""

    case: Case
    found: Answered

    @property
    def is_right(self) -> bool:
        """Whether the answer is one that the case wants."""
        answer = self.found.answer
        return answer.kind in self.case.kinds and self.case.says in answer.says


def main() -> int:
    """Ask everything, print and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cheap", action="store_true")
    is_cheap = parser.parse_args().cheap
    rows = list(_asked([case for case in CASES if case.is_cheap or not is_cheap]))
    text = "\n".join((*_table(rows), "", *_totals(rows)))
    print(text)
    OUT.mkdir(exist_ok=True)
    (OUT / "hostile_documents.md").write_text(text + "\n", encoding="utf-8")
    return 0 if all(row.is_right for row in rows) else 1


def _asked(cases: list[Case]) -> Iterator[Row]:
    with PictureReader() as reader, TemporaryDirectory() as folder:
        desk = Desk(reader, Path(folder))
        for case in cases:
            yield Row(case, answered(case, desk))


def _table(rows: list[Row]) -> Iterator[str]:
    yield "| about | what it is | answer | what was said |"
    yield "|---|---|---|---|"
    for case, (answer, _) in rows:
        queue = f" → {answer.queue}" if answer.queue else ""
        yield f"| {case.about} | {_shown(case.name)} | {answer.kind}{queue} | {_shown(answer.says)} |"


def _shown(says: str) -> str:
    """On one line, with no sign that a table, a terminal or a browser would obey."""
    text = visible(" ".join(says.split()))
    text = text if len(text) <= LONGEST else text[:LONGEST] + " …"
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|") or "–"


def _totals(rows: list[Row]) -> Iterator[str]:
    counts = Counter(row.found.answer.kind.value for row in rows)
    told = ", ".join(f"{kind} {count}" for kind, count in counts.most_common())
    slowest = max(rows, key=lambda row: row.found.seconds)
    wrong = [row.case.name for row in rows if not row.is_right]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KIB
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // KIB
    yield f"{len(rows)} inputs: {told}."
    yield (f"The slowest took {slowest.found.seconds:.1f} s ({slowest.case.name}); "
           f"at most {peak} MiB here, {child} MiB in the process for pictures.")  # fmt: skip
    yield f"Not as wanted: {', '.join(wrong)}." if wrong else "Every answer is as wanted."


if __name__ == "__main__":
    raise SystemExit(main())
