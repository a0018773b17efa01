"""What docs/chip-data.md says can be done as it says."""

import re
from pathlib import Path

import pytest

from documents.chip.lds import ZONE, dg1, dg2
from documents.chip.messages import chip, master_list
from documents.chip.pki import authority_certificate
from tamiz.documents.chip import Outcome, StepKind

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "chip-data.md").read_text(encoding="utf-8")


def test_the_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (block,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("DE_ML.ml").write_bytes(master_list((authority_certificate(),)).cms())
    Path("chip").mkdir()
    for name, data in (("EF_SOD.bin", chip().sod()), ("DG1.bin", dg1()), ("DG2.bin", dg2())):
        Path("chip", name).write_bytes(data)
    code = block.replace("P<D<<ERIKSSON…", ZONE[0]).replace("L898902C…", ZONE[1])

    exec(compile(code, "docs/chip-data.md", "exec"), {"__name__": "example"})  # noqa: S102

    assert capsys.readouterr().out.startswith("verified 0\nsecurity_object EF.SOD verified read\n")


@pytest.mark.parametrize("word", [*StepKind, *Outcome])
def test_every_step_and_outcome_is_explained(word: str) -> None:
    assert f"`{word}`" in PAGE
