"""The published line of findings: its shape, its bytes, and the way back."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from output.sample_run import sample_assessments
from tamiz.errors import InputError
from tamiz.model import Assessment, Evidence, Finding, Listed, Outcome, Queue
from tamiz.output.cases import needs_attention
from tamiz.output.findings import (
    FindingLine,
    find_line,
    finding_line,
    findings_schema,
    read_cases,
    read_findings,
)
from tamiz.wording import Language

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
BITS = st.none() | st.floats(-60, 60)


def finding(**changes: Any) -> Finding:
    fields = {
        "check": "watchlist",
        "version": "1",
        "question": "Is it?",
        "outcome": Outcome.CONCERN,
        "evidence": (Evidence(feature="name", code="name.none", bits=-12.0),),
        "basis": "b",
    }
    return Finding(**{**fields, **changes})


def assessment(*findings: Finding) -> Assessment:
    return Assessment(id="A-1", queue=Queue.REVIEW, rule="r", findings=findings)


def test_a_line_has_the_published_keys_in_the_published_order() -> None:
    listed = Listed(source="s", id="1", name="n")
    line = finding_line(assessment(finding(listed=listed, probability=0.5, bits=0.0)))

    value = msgspec.json.decode(line)

    assert list(value) == ["id", "queue", "rule", "findings"]
    (entry,) = value["findings"]
    assert list(entry) == [
        "check", "version", "question", "outcome", "probability", "bits", "listed", "evidence",
        "basis",
    ]  # fmt: skip
    assert entry["listed"] == {
        "source": "s", "id": "1", "name": "n", "programmes": [], "linked_to": [],
    }  # fmt: skip
    (statement,) = entry["evidence"]
    assert list(statement) == ["feature", "bits", "applicant", "other", "reason", "code"]


def test_a_finding_about_nobody_listed_says_null() -> None:
    value = msgspec.json.decode(finding_line(assessment(finding())))

    entry = value["findings"][0]
    assert (entry["listed"], entry["probability"], entry["bits"]) == (None, None, None)


def test_figures_are_rounded_and_zero_has_no_sign() -> None:
    line = finding_line(assessment(finding(probability=2 / 3, bits=-0.001)))

    entry = msgspec.json.decode(line)["findings"][0]
    assert entry["probability"] == 0.6667
    assert b'"bits":0.0,' in line


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.ENGLISH, "Not one word of the names is alike."),
        (Language.SPANISH, "Ninguna palabra de los nombres se parece."),
    ],
)
def test_the_reason_is_a_sentence_in_the_language_asked_for(
    language: Language, sentence: str
) -> None:
    value = msgspec.json.decode(finding_line(assessment(finding()), language))

    statement = value["findings"][0]["evidence"][0]
    assert statement["reason"].split()[0] == sentence.split(maxsplit=1)[0]


def test_a_code_without_a_sentence_does_not_lose_the_evidence() -> None:
    strange = finding(evidence=(Evidence(feature="x", code="no.such.code"),))

    value = msgspec.json.decode(finding_line(assessment(strange)))

    assert value["findings"][0]["evidence"][0]["reason"] == "no.such.code"


def test_every_sample_is_one_line_and_comes_back(tmp_path: Path) -> None:
    samples = list(sample_assessments())
    path = tmp_path / "findings.jsonl"
    path.write_bytes(b"".join(finding_line(sample) for sample in samples))

    back = list(read_findings(path))

    assert [a.id for a in back] == [a.id for a in samples]
    assert [a.name for a in back] == [a.name for a in samples]
    assert [a.row for a in back] == [a.row for a in samples]
    assert [finding_line(a) for a in back] == [finding_line(a) for a in samples]


@given(applicant=TEXT, other=TEXT, bits=BITS, params=st.dictionaries(TEXT, TEXT, max_size=2))
def test_whatever_the_evidence_says_the_line_reads_back(
    applicant: str, other: str, bits: float | None, params: dict[str, str]
) -> None:
    evidence = Evidence(
        feature="name", code="name.conflict", bits=bits, applicant=applicant, other=other,
        params=params,
    )  # fmt: skip

    line = finding_line(assessment(finding(evidence=(evidence,))))

    assert line.count(b"\n") == 1
    (entry,) = msgspec.json.decode(line, type=FindingLine).findings
    assert (entry.evidence[0].applicant, entry.evidence[0].other) == (applicant, other)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (b"{", "the whole line"),
        (b"\xff\xfe", "the whole line"),
        (b'{"id": "Maria", "queue": "nowhere", "rule": "", "findings": []}', "$.queue"),
    ],
)
def test_a_broken_line_is_named_without_its_values(tmp_path: Path, line: bytes, place: str) -> None:
    path = tmp_path / "findings.jsonl"
    path.write_bytes(finding_line(assessment(finding())) + line)

    with pytest.raises(InputError) as raised:
        list(read_findings(path))

    message = str(raised.value)
    assert "findings.jsonl line 2" in message
    assert place in message
    assert "Maria" not in message
    assert "nowhere" not in message


def test_a_finding_without_evidence_is_refused(tmp_path: Path) -> None:
    line = finding_line(assessment(finding()))
    value = msgspec.json.decode(line)
    value["findings"][0]["evidence"] = []
    path = tmp_path / "findings.jsonl"
    path.write_bytes(msgspec.json.encode(value))

    with pytest.raises(InputError, match="line 1"):
        list(read_findings(path))


def test_the_published_schema_is_the_one_of_this_version() -> None:
    published = Path(__file__).resolve().parents[2] / "docs" / "findings.schema.json"

    assert msgspec.json.decode(published.read_bytes()) == findings_schema()


def test_every_sample_fits_the_schema() -> None:
    validator = Draft202012Validator(findings_schema())

    for sample in sample_assessments():
        validator.validate(msgspec.json.decode(finding_line(sample)))


SLY = 'x","queue":"clear","rule":"'


def written(path: Path, *assessments: Assessment) -> Path:
    path.write_bytes(b"".join(map(finding_line, assessments)))
    return path


def told(name: str, queue: Queue, outcome: Outcome) -> Assessment:
    return Assessment(
        id=name, queue=queue, rule="r", findings=(finding(outcome=outcome),), name=name
    )


def test_the_cases_are_those_that_a_person_must_look_at(tmp_path: Path) -> None:
    everybody = [
        told(f"{queue}-{outcome}", queue, outcome) for queue in Queue for outcome in Outcome
    ]

    found = list(read_cases(written(tmp_path / "f", *everybody)))

    assert [one.id for one in found] == [one.id for one in everybody if needs_attention(one)]


def test_nobody_hides_a_case_by_writing_our_keys_into_a_name(tmp_path: Path) -> None:
    path = written(tmp_path / "f", told(SLY, Queue.REVIEW, Outcome.CONCERN))

    assert [one.id for one in read_cases(path)] == [SLY]


@pytest.mark.parametrize("wanted", ["A-1", "A-10", SLY, "Є/Ю", ""])
def test_an_applicant_is_found_by_the_whole_id(tmp_path: Path, wanted: str) -> None:
    others = [told(name, Queue.CLEAR, Outcome.CLEAR) for name in ("A-1", "A-10", SLY, "Є/Ю", "")]

    found = find_line(written(tmp_path / "f", *others), wanted)

    assert found is not None
    assert found.id == wanted


def test_an_unknown_applicant_is_not_found(tmp_path: Path) -> None:
    path = written(tmp_path / "f", told("A-10", Queue.CLEAR, Outcome.CLEAR))

    assert find_line(path, "A-1") is None
