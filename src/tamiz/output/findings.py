"""The published form of findings: one line of JSON an applicant, described in ``docs/report.md``.

The keys that the description promises are always there and always in the same order; figures
are rounded, so that the same findings give the same bytes on every machine. What is published
also reads back: ``read_findings`` gives the assessments again, without their applicants' files.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from tamiz.errors import InputError
from tamiz.model import (
    Assessment,
    Evidence,
    Finding,
    LinkChart,
    Listed,
    OtherListing,
    Outcome,
    PaperShown,
    Queue,
)
from tamiz.output.sentences import next_step, question, reason
from tamiz.wording import Language

SHAPE = "1"  # of one line; raised when a key changes its meaning or goes
BITS_DECIMALS = 2
PROBABILITY_DECIMALS = 4


class EvidenceLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One statement; ``reason`` is the sentence that ``code`` and ``params`` give."""

    feature: str
    bits: float | None
    applicant: str
    other: str
    reason: str
    code: str
    params: dict[str, str] = {}
    field: str = ""
    other_field: str = ""


class ListedEntry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The listed party; ``programmes`` and ``linked_to`` are there even when they are empty."""

    source: str
    id: str
    name: str
    programmes: tuple[str, ...]
    linked_to: tuple[str, ...]
    type: str = ""
    publisher: str = ""
    content_date: str = ""
    sha256: str = ""
    url: str = ""
    line: str = ""
    purpose: str = ""
    grading: str = ""
    review_by: str = ""
    also: tuple[OtherListing, ...] = ()


class FindingEntry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answer of one check; ``listed`` is null where no listed party is meant."""

    check: str
    version: str
    question: str
    outcome: Outcome
    probability: float | None
    bits: float | None
    listed: ListedEntry | None
    evidence: Annotated[tuple[EvidenceLine, ...], Meta(min_length=1)]
    basis: str
    other: str = ""
    strength: str = ""
    next_step: str = ""


class FindingLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One applicant."""

    id: str
    queue: Queue
    rule: str
    findings: tuple[FindingEntry, ...]
    name: str = ""
    row: int = 0
    papers: tuple[PaperShown, ...] = ()
    chart: LinkChart | None = None


_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(FindingLine)
_CLEAR = b',"queue":"clear",'
_UNCHECKED = b',"outcome":"indeterminate",'


def finding_line(assessment: Assessment, language: Language = Language.ENGLISH) -> bytes:
    """One line of ``findings.jsonl``, its line end included."""
    line = FindingLine(
        id=assessment.id,
        queue=assessment.queue,
        rule=assessment.rule,
        findings=tuple(_entry(finding, language) for finding in assessment.findings),
        name=assessment.name,
        row=assessment.row,
        papers=assessment.papers,
        chart=_rounded_chart(assessment.chart),
    )
    return _ENCODER.encode(line) + b"\n"


def read_findings(path: Path) -> Iterator[Assessment]:
    """The assessments of a ``findings.jsonl``, one after the other, in its order.

    Raises:
        InputError: a line is not a line of findings; names the file and the line.
    """
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            yield _assessment(_decoded(line, path, number))


def read_cases(path: Path) -> Iterator[Assessment]:
    """Those of the assessments that a person must look at; the others are passed over unread.

    In JSON a quotation mark within a text stands behind a backslash, so what an applicant wrote
    can never look like one of our keys.
    """
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if _CLEAR not in line or _UNCHECKED in line:
                yield _assessment(_decoded(line, path, number))


def assessment_of(line: bytes) -> Assessment:
    """The assessment of one line that ``finding_line`` wrote."""
    return _assessment(_DECODER.decode(line))


def find_line(path: Path, applicant: str) -> Assessment | None:
    """The assessment of one applicant; None if the file has no such id.

    Lines of others are passed over unread: each line begins with its id.
    """
    try:
        start = b'{"id":' + msgspec.json.encode(applicant) + b","
    except UnicodeEncodeError:  # half a character cannot stand in a file of UTF-8
        return None
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.startswith(start):
                return _assessment(_decoded(line, path, number))
    return None


def _decoded(line: bytes, path: Path, number: int) -> FindingLine:
    try:
        return _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        # Only the place: the rest of the message may quote a value, and values are personal data.
        place = str(error).rpartition(" - at ")[2] if " - at " in str(error) else "the whole line"
        raise InputError(
            f"{path.name} line {number}: found something else than a line of findings "
            f"(shape {SHAPE}) at {place}; screen the cohort again",
        ) from None


def _entry(finding: Finding, language: Language) -> FindingEntry:
    return FindingEntry(
        check=finding.check,
        version=finding.version,
        question=question(finding, language),
        outcome=finding.outcome,
        probability=_rounded(finding.probability, PROBABILITY_DECIMALS),
        bits=_rounded(finding.bits, BITS_DECIMALS),
        listed=None if finding.listed is None else _listed_entry(finding.listed),
        evidence=tuple(_evidence_line(evidence, language) for evidence in finding.evidence),
        basis=finding.basis,
        other=finding.other,
        strength=finding.strength,
        next_step=next_step(finding, language),
    )


def _listed_entry(listed: Listed) -> ListedEntry:
    return ListedEntry(**{name: getattr(listed, name) for name in ListedEntry.__struct_fields__})


def _listed(entry: ListedEntry) -> Listed:
    return Listed(**{name: getattr(entry, name) for name in Listed.__struct_fields__})


def _evidence_line(evidence: Evidence, language: Language) -> EvidenceLine:
    return EvidenceLine(
        feature=evidence.feature,
        bits=_rounded(evidence.bits, BITS_DECIMALS),
        applicant=evidence.applicant,
        other=evidence.other,
        reason=reason(evidence, language),
        code=evidence.code,
        params=evidence.params,
        field=evidence.field,
        other_field=evidence.other_field,
    )


def _rounded(value: float | None, decimals: int) -> float | None:
    """Rounded, and never the minus zero that would print as ``-0.0``."""
    return None if value is None else round(value, decimals) + 0.0


def _rounded_chart(chart: LinkChart | None) -> LinkChart | None:
    if chart is None:
        return None
    links = (replace(one, strength=round(one.strength, BITS_DECIMALS) + 0.0) for one in chart.links)
    return replace(chart, links=tuple(links))


def _assessment(line: FindingLine) -> Assessment:
    return Assessment(
        id=line.id,
        queue=line.queue,
        rule=line.rule,
        findings=tuple(_finding(entry) for entry in line.findings),
        name=line.name,
        row=line.row,
        papers=line.papers,
        chart=line.chart,
    )


def _finding(entry: FindingEntry) -> Finding:
    return Finding(
        check=entry.check,
        version=entry.version,
        question=entry.question,
        outcome=entry.outcome,
        probability=entry.probability,
        bits=entry.bits,
        listed=None if entry.listed is None else _listed(entry.listed),
        evidence=tuple(_evidence(line) for line in entry.evidence),
        basis=entry.basis,
        other=entry.other,
        strength=entry.strength,
        next_step=entry.next_step,
    )


def _evidence(line: EvidenceLine) -> Evidence:
    return Evidence(
        feature=line.feature,
        code=line.code,
        bits=line.bits,
        applicant=line.applicant,
        other=line.other,
        params=line.params,
        field=line.field,
        other_field=line.other_field,
    )


def findings_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of one line, as published in ``docs/findings.schema.json``."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"One line of findings.jsonl, shape {SHAPE}",
        **msgspec.json.schema(FindingLine),
    }
    return msgspec.json.decode(msgspec.json.encode(schema), type=dict[str, object])
