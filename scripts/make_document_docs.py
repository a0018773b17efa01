"""The table of document rules in docs/documents.md, from the registry.

Usage: python scripts/make_document_docs.py
"""

from pathlib import Path

from tamiz.checks import RULES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "documents.md"
BEGIN, END = "<!-- rules -->\n", "<!-- /rules -->"


def rules_table() -> str:
    """A row for each rule."""
    head = "| rule | # | strength | needs | false alarms | basis |\n|---|---:|---|---|---|---|\n"
    return head + "".join(
        f"| `{rule.name}` | {rule.number} | {rule.strength.value} | {rule.needs}"
        f" | {rule.false_alarms} | {rule.basis} |\n"
        for rule in RULES
    )


def main() -> None:
    """Write the page anew between its marks."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(before + BEGIN + rules_table() + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()
