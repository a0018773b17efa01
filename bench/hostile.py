"""What a user gets for each malformed or hostile file of the tests: prints a table.

Usage: python bench/hostile.py
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from intake.hostile_files import Came, came_of
from intake.hostile_json import DOCUMENTS
from intake.hostile_texts import TEXTS
from intake.hostile_workbooks import WORKBOOKS

CASES = (*TEXTS, *WORKBOOKS, *DOCUMENTS)


def main() -> None:
    """Read every file of the tests and print a line for each."""
    print("| case | what came | message |\n|---|---|---|")
    slowest = 0.0
    with TemporaryDirectory() as folder:
        for case in CASES:
            came = came_of(case, Path(folder))
            slowest = max(slowest, came.seconds)
            print(f"| {case.name} | {_what(came)} | {_message(came)} |")
    print(f"\n{len(CASES)} files; the slowest took {slowest:.2f} s")


def _what(came: Came) -> str:
    """The outcome with the numbers of rows that are screened and rejected."""
    if came.outcome == "refused":
        return "refused"
    rejected = f", {len(came.rows)} rejected" if came.rows else ""
    return f"{came.outcome}: {len(came.ids)} screened{rejected}"


def _message(came: Came) -> str:
    """The first message, and how many more there are."""
    if not came.messages:
        return "–"
    more = f" (and {len(came.messages) - 1} more)" if len(came.messages) > 1 else ""
    return came.messages[0].replace("|", "\\|") + more


if __name__ == "__main__":
    main()
