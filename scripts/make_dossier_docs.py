"""Write what is made from code into the documents about dossiers.

Usage: python scripts/make_dossier_docs.py

Writes ``docs/dossier.schema.json``, and the tables of ``docs/dossier.md`` between their marks.
"""

import json
import re
from pathlib import Path

from tamiz.intake.dossiers.columns import COLUMNS
from tamiz.intake.dossiers.schema import EXAMPLE, dossier_schema

DOCS = Path(__file__).resolve().parents[1] / "docs"


def main() -> None:
    """Write both documents."""
    schema = json.dumps(dossier_schema(), ensure_ascii=False, indent=2) + "\n"
    (DOCS / "dossier.schema.json").write_text(schema, encoding="utf-8")
    page = DOCS / "dossier.md"
    text = _between(page.read_text(encoding="utf-8"), "columns", "\n".join(columns()))
    example = json.dumps(EXAMPLE, ensure_ascii=False, indent=2)
    text = _between(text, "example", f"```json\n{example}\n```")
    page.write_text(text, encoding="utf-8")


def columns() -> list[str]:
    """The table of columns, a line a column."""
    rows = [
        f"| `{column.field}` | {column.meaning.replace('|', chr(92) + '|')} | "
        f"{', '.join(column.headings[1:])} |"
        for column in COLUMNS
    ]
    return ["| column | what it holds | other headings |", "|---|---|---|", *rows]


def _between(text: str, mark: str, content: str) -> str:
    """The text with everything between two marks replaced."""
    pattern = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)", re.DOTALL)
    return pattern.sub(lambda match: f"{match[1]}{content}\n{match[2]}", text)


if __name__ == "__main__":
    main()
