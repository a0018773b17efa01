"""Findings as a table for a spreadsheet: one row a finding, safe to open.

A cell that begins like a formula is quoted with an apostrophe, the way spreadsheets themselves
mark text. Because a spreadsheet may split the file at another separator than ours (Excel uses
``;`` in many countries), the beginning of a formula after any separator is quoted as well
(OWASP, *CSV Injection*). Figures of our own are left as they are, so that they sort as numbers.
"""

import csv
import io
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from tamiz.model import Assessment, Evidence, Finding, Listed
from tamiz.normalise.text import visible
from tamiz.output.sentences import basis, next_step, question, reason, rule
from tamiz.wording import Language

LONGEST_CELL = 32_000  # Excel keeps 32 767 characters of a cell and drops the rest silently
COLUMNS = (
    "id",
    "name",
    "row",
    "queue",
    "rule",
    "check",
    "check_version",
    "question",
    "outcome",
    "probability",
    "bits",
    "listed_source",
    "listed_id",
    "listed_name",
    "programmes",
    "linked_to",
    "list_date",
    "list_link",
    "also_listed",
    "other_applicant",
    "strongest_reason",
    "strongest_bits",
    "strongest_applicant",
    "strongest_other",
    "column",
    "strength",
    "next_step",
    "basis",
)
NUMBERS = frozenset({"row", "probability", "bits", "strongest_bits"})
_NOT_LISTED = Listed(source="", id="", name="")
# A sign that starts a formula, at the beginning of the cell or after something that a spreadsheet
# may take for the end of a cell; white space may stand between. Full-width and small forms count too.
_FORMULA = re.compile(r"(^|[;,|])(\s*)([=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])")
# Most cells hold nothing that could be one: letters, figures and harmless signs.
_PLAIN = re.compile(r"[\w .:/()_]{0,500}")


def _lines(rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


HEADER = b"\xef\xbb\xbf" + _lines([COLUMNS])  # the mark by which Excel knows UTF-8


def write_spreadsheet(
    path: Path,
    assessments: Iterable[Assessment],
    language: Language = Language.ENGLISH,
) -> None:
    """Write ``findings.csv``; the assessments are taken one by one and not kept."""
    with path.open("wb") as file:
        file.write(HEADER)
        for assessment in assessments:
            file.write(finding_rows(assessment, language))


def finding_rows(assessment: Assessment, language: Language = Language.ENGLISH) -> bytes:
    """The lines of one applicant: one for each finding, in the order of the findings."""
    return _lines(
        [_safe(column, text) for column, text in _cells(assessment, finding, language).items()]
        for finding in assessment.findings
    )


@lru_cache(maxsize=1 << 12)  # most cells of a run are the same few: questions, bases, checks
def safe_cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    if _PLAIN.fullmatch(text):
        return text
    shown = visible(text.replace("\r", " ").replace("\n", " ").replace("\t", " "))[:LONGEST_CELL]
    return _FORMULA.sub(r"\1\2'\3", shown)


def _safe(column: str, text: str) -> str:
    return text if column in NUMBERS else safe_cell(text)


def _cells(assessment: Assessment, finding: Finding, language: Language) -> dict[str, str]:
    listed = finding.listed or _NOT_LISTED
    strongest = strongest_evidence(finding)
    return {
        "id": assessment.id,
        "name": assessment.name,
        "row": str(assessment.row or ""),
        "queue": assessment.queue.value,
        "rule": rule(assessment, language),
        "check": finding.check,
        "check_version": finding.version,
        "question": question(finding, language),
        "outcome": finding.outcome.value,
        "probability": _figure(finding.probability, 4),
        "bits": _figure(finding.bits, 2),
        "listed_source": listed.source,
        "listed_id": listed.id,
        "listed_name": listed.name,
        "programmes": "; ".join(listed.programmes),
        "linked_to": "; ".join(listed.linked_to),
        "list_date": listed.content_date,
        "list_link": listed.url,
        "also_listed": "; ".join(f"{other.source} {other.id}" for other in listed.also),
        "other_applicant": finding.other,
        "strongest_reason": reason(strongest, language),
        "strongest_bits": _figure(strongest.bits, 2),
        "strongest_applicant": strongest.applicant,
        "strongest_other": strongest.other,
        "column": strongest.field,
        "strength": finding.strength,
        "next_step": next_step(finding, language),
        "basis": basis(finding, language),
    }


def strongest_evidence(finding: Finding) -> Evidence:
    """The evidence that adds the most bits; without bits, the first that is not the prior."""
    candidates = [evidence for evidence in finding.evidence if evidence.feature != "prior"]
    return max(candidates or finding.evidence, key=lambda evidence: evidence.bits or 0.0)


def _figure(value: float | None, decimals: int) -> str:
    return "" if value is None else f"{round(value, decimals) + 0.0:.{decimals}f}"
