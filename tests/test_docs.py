"""The examples in the documentation run as they stand."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

import tamiz
from tamiz.links.graph import ValueKind
from tamiz.links.graph.strength import BITS
from tamiz.lists.store import Store
from tamiz.lists.update import Arrived, bring
from tamiz.model import Assessment, Outcome
from tamiz.output.sentences import reason
from tamiz.wording import Language
from worlds import DAY, store_with

DOCS = Path(__file__).resolve().parents[1] / "docs"


def examples(page: str) -> list[str]:
    """The Python blocks of a page, in their order."""
    return re.findall(
        r"^```python\n(.*?)^```", (DOCS / page).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )


@pytest.fixture
def unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an applicants' workbook, and a store in the user's own place."""
    store_with(tmp_path)
    book = Workbook()
    book.worksheets[0].append(["id", "name", "birth_date"])
    book.worksheets[0].append(["A1", "Rosendo Quiñónez Batres", "1984-11-07"])
    book.worksheets[0].append(["A2", "Nadie Conocido", "1990-01-01"])
    book.save(tmp_path / "applicants.xlsx")
    monkeypatch.setenv("TAMIZ_HOME", str(tmp_path / "store"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_python_examples_run(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = examples("python.md")

    exec(compile("\n".join(blocks), "docs/python.md", "exec"), {"__name__": "example"})  # noqa: S102

    printed = capsys.readouterr().out
    assert "A1 escalate" in printed
    assert "Is the applicant a listed person?" in printed
    assert (unit / "out" / "report.html").exists()


def test_the_first_example_has_ten_lines_at_most() -> None:
    assert len(examples("python.md")[0].strip().splitlines()) <= 10


def test_the_example_of_findings_runs(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (unit / "out").mkdir()
    (unit / "out" / "findings.jsonl").write_bytes(b"")
    (block,) = examples("report.md")

    exec(compile(block, "docs/report.md", "exec"), {"__name__": "example"})  # noqa: S102

    assert capsys.readouterr().out == ""


def test_the_example_of_zones_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = examples("machine-readable-zone.md")

    exec(compile(block, "docs/machine-readable-zone.md", "exec"), {"__name__": "example"})  # noqa: S102

    printed = capsys.readouterr().out
    assert "TD3 L898902C3 holds" in printed
    assert "['1974-08-12']" in printed
    assert "same ()" in printed
    assert len(block.strip().splitlines()) <= 10


IN_WORDS = {
    "number of a document, person or register": ValueKind.NUMBER, "e-mail": ValueKind.EMAIL,
    "account": ValueKind.HANDLE, "letter": ValueKind.TEXT, "phone": ValueKind.PHONE,
    "address": ValueKind.ADDRESS, "payment": ValueKind.PAYMENT, "person": ValueKind.PERSON,
    "name of an account": ValueKind.ACCOUNT_NAME, "journeys": ValueKind.STAYS,
    "web site": ValueKind.SITE, "booking": ValueKind.TRAVEL, "company": ValueKind.COMPANY,
    "unit": ValueKind.UNIT, "village": ValueKind.VILLAGE,
    "call sign": ValueKind.CALL_SIGN,
}  # fmt: skip


def test_the_strengths_of_values_are_those_of_the_code() -> None:
    page = (DOCS / "links.md").read_text("utf-8")
    page = page.partition("## How much a value says")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| ([^|]+) \| ([\d.]+)[^|]* \|[^|]*\|$", page, re.MULTILINE)
    told = {name: float(bits) for names, bits in cells for name in _listed(names)}

    assert told == {name: BITS[kind] for name, kind in IN_WORDS.items()}


def _listed(names: str) -> list[str]:
    return [names] if names.startswith("number") else names.split(", ")


ABOUT_OTHERS = {"shared_ties", "front_company", "known_ties", "second_identity", "applied_before"}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Assessment]:
    """What is found out about the applicants of the example in links.md."""
    folder = tmp_path_factory.mktemp("example")
    page = (DOCS / "links.md").read_text("utf-8")
    files = re.findall(
        r"^<!-- example: (\S+) -->\n```csv\n(.*?)^```", page, re.MULTILINE | re.DOTALL
    )
    for name, text in files:
        (folder / name).write_text(text, encoding="utf-8")
    store = Store(folder / "store")
    bring(store, "own:unit", (Arrived(path=folder / "own.csv", name="own.csv"),), now=DAY)
    out, earlier = folder / "out", (folder / "2024.csv",)
    tamiz.screen(folder / "applicants.csv", out=out, store=store, earlier=earlier)
    return {one.id: one for one in tamiz.read_findings(out / "findings.jsonl")}


@pytest.mark.parametrize(
    ("page", "applicant"), [("links.md", "A-01"), ("links.md", "A-04"), ("identities.md", "A-06")]
)
def test_the_evidence_of_the_example_stands_in_the_page(
    told: dict[str, Assessment], page: str, applicant: str
) -> None:
    rows = list(evidence_rows(told[applicant]))
    written = set((DOCS / page).read_text("utf-8").splitlines())

    assert rows
    assert [row for row in rows if row not in written] == []


def test_the_applicants_of_the_example_go_where_the_page_says(told: dict[str, Assessment]) -> None:
    assert {name: one.queue.value for name, one in told.items()} == {
        "A-01": "review", "A-02": "review", "A-03": "escalate",
        "A-04": "clear", "A-05": "clear", "A-06": "review",
    }  # fmt: skip


def evidence_rows(one: Assessment) -> Iterator[str]:
    """Rows of a table in Markdown: of the concerns about others, or else of what explains ties."""
    about = [finding for finding in one.findings if finding.check in ABOUT_OTHERS]
    concerns = [finding for finding in about if finding.outcome is Outcome.CONCERN]
    for finding in concerns or [each for each in about if each.check == "shared_ties"]:
        for said in finding.evidence:
            bits = "" if said.bits is None else f"{said.bits:+.1f}".replace("-", "\u2212")
            cells = (bits, said.applicant, said.other, reason(said, Language.ENGLISH))
            yield "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"
