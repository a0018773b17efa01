"""The tables of rules in docs/documents.md and docs/background.md, from the registries.

Usage: python scripts/make_document_docs.py
"""

from collections.abc import Iterable
from pathlib import Path

from tamiz.checks import BACKGROUND_RULES, RULES
from tamiz.checks.background.rule import Rule

DOCS = Path(__file__).resolve().parents[1] / "docs"
BEGIN, END = "<!-- rules -->\n", "<!-- /rules -->"


def rules_table() -> str:
    """A row for each rule about documents."""
    head = "| rule | # | strength | needs | false alarms | basis |\n|---|---:|---|---|---|---|\n"
    return head + "".join(
        f"| `{rule.name}` | {rule.number} | {rule.strength.value} | {rule.needs}"
        f" | {rule.false_alarms} | {rule.basis} |\n"
        for rule in RULES
    )


def background_table(rules: Iterable[Rule] = BACKGROUND_RULES) -> str:
    """A row for each rule about background."""
    head = "| rule | strength | needs | false alarms | basis |\n|---|---|---|---|---|\n"
    return head + "".join(
        f"| `{rule.name}` | {rule.strength.value}{' (faint)' if rule.is_faint else ''}"
        f" | {rule.needs} | {rule.false_alarms} | {rule.basis} |\n"
        for rule in rules
    )


def main() -> None:
    """Write the pages anew between their marks."""
    for name, table in (("documents", rules_table()), ("background", background_table())):
        page = DOCS / f"{name}.md"
        text = page.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        _, _, after = rest.partition(END)
        page.write_text(before + BEGIN + table + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()
