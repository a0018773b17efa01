"""Write the table of personal numbers into ``docs/personal-numbers.md``, between its marks.

Usage: python scripts/make_number_docs.py
"""

import re
from pathlib import Path

from tamiz.documents.numbers import SCHEMES, Confidence, Part, Scheme
from tamiz.normalise.countries import country_names

PAGE = Path(__file__).resolve().parents[1] / "docs" / "personal-numbers.md"
WORDS = {
    Part.SHAPE: "form",
    Part.CHECK_DIGIT: "check digit",
    Part.NAME: "letters of the name",
    Part.BIRTH_DATE: "birth date",
    Part.SEX: "sex",
    Part.BIRTH_PLACE: "birthplace",
    Part.REGISTRATION: "when or where it was given",
    Part.ORIGIN: "born abroad, foreigner or naturalised",
}


def main() -> None:
    """Replace the table of the page."""
    text = PAGE.read_text(encoding="utf-8")
    pattern = re.compile(r"(<!-- schemes -->\n).*?(<!-- /schemes -->)", re.DOTALL)
    content = "\n".join(table())
    PAGE.write_text(pattern.sub(lambda m: f"{m[1]}{content}\n{m[2]}", text), encoding="utf-8")


def table() -> list[str]:
    """One line a scheme: what is read, by rules of which confidence, and their sources."""
    head = ["state", "number", "key", *(word.value.replace("_", "-") for word in Confidence)]
    lines = [f"| {' | '.join(head)} | sources |", "|---" * (len(head) + 1) + "|"]
    ordered = sorted(SCHEMES, key=lambda scheme: _state(scheme.state))
    return lines + [_row(scheme) for scheme in ordered]


def _row(scheme: Scheme) -> str:
    told = {
        confidence: ", ".join(
            WORDS[rule.part] for rule in scheme.rules if rule.confidence is confidence
        )
        for confidence in Confidence
    }
    sources = "; ".join(dict.fromkeys(rule.source for rule in scheme.rules))
    cells = [_state(scheme.state), scheme.name, f"`{scheme.key}`", *told.values(), sources]
    return f"| {' | '.join(cells)} |"


def _state(code: str) -> str:
    return country_names(code)[0].title()


if __name__ == "__main__":
    main()
