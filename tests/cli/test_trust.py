"""``tamiz documents trust`` and ``chip`` as typed in a terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from documents.chip.lds import ZONE, dg1, dg2
from documents.chip.messages import chip, master_list
from documents.chip.pki import authority_certificate
from tamiz.cli import commands
from tamiz.documents.chip import Outcome, Reason, StepKind
from tamiz.errors import InputError, UsageError
from tamiz.wording import Language, say


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, ["documents", *map(str, words)])


@pytest.fixture
def chip_folder(tmp_path: Path) -> Path:
    """A genuine chip of the tests' own authority."""
    folder = tmp_path / "chip"
    folder.mkdir()
    for name, data in (("EF_SOD.bin", chip().sod()), ("DG1.bin", dg1()), ("DG2.bin", dg2())):
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with the authority's master list."""
    path = tmp_path / "list.ml"
    path.write_bytes(master_list((authority_certificate(),)).cms())
    assert run("trust", "import", path, "--source", "test list", "--store", tmp_path).exit_code == 0
    return tmp_path


def test_a_list_whose_root_is_not_confirmed_says_so(store: Path) -> None:
    result = run("trust", "list", "--store", store)

    assert "test list: 1 authorities" in result.output
    assert "--root" in result.output


def test_bytes_that_are_no_text_are_kept_from_the_store_and_from_programs(
    tmp_path: Path, chip_folder: Path
) -> None:
    path = tmp_path / "root.der"
    path.write_bytes(authority_certificate())

    kept = run("trust", "import", path, "--source", "ours\udcff", "--store", tmp_path)
    told = run("chip", chip_folder, "--zone", "P<D\udcff|\udcfe", "--json", "--store", tmp_path)

    assert "ours\N{REPLACEMENT CHARACTER}: 1 authorities" in kept.output
    steps = json.loads(told.output)["steps"]
    assert [one["reason"] for one in steps if one["kind"] == "zone"] == ["differs"]


def test_a_root_that_is_given_is_confirmed(store: Path) -> None:
    listed = run("trust", "list", "--store", store).output
    root = listed.partition("compare ")[2].partition(" with")[0]

    result = run("trust", "import", store / "list.ml", "--root", root, "--store", store)

    assert "not confirmed" not in result.output


def test_an_empty_store_is_said_to_be_empty(tmp_path: Path) -> None:
    assert "No trust anchors" in run("trust", "list", "--store", tmp_path).output


def test_a_file_of_anchors_can_be_taken_out(store: Path) -> None:
    name = run("trust", "list", "--store", store).output[:16]

    assert run("trust", "remove", name, "--store", store).exit_code == 0
    assert "No trust anchors" in run("trust", "list", "--store", store).output


def test_what_is_not_in_the_store_cannot_be_taken_out(store: Path) -> None:
    assert isinstance(run("trust", "remove", "0" * 64, "--store", store).exception, UsageError)


@pytest.mark.parametrize(
    "content",
    [b"", b"no anchor", b"# A text: about anchors\n\n- none: here\n", b"\x30\x84\xff\xff\xff\xff"],
)
def test_what_is_no_anchor_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.ml").write_bytes(content)

    result = run("trust", "import", tmp_path / "bad.ml", "--store", tmp_path)

    assert isinstance(result.exception, InputError)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = run("trust", "import", tmp_path / "none.ml", "--store", tmp_path)

    assert "none.ml: no such file" in str(result.exception)


def test_a_genuine_chip_is_verified(chip_folder: Path, store: Path) -> None:
    result = run("chip", chip_folder, "--zone", "|".join(ZONE), "--store", store)

    assert result.exit_code == 0
    assert result.output.startswith("Chip: verified")
    assert "only a reader can test this" in " ".join(result.output.split())


def test_without_anchors_a_chip_is_not_verifiable_and_not_false(
    chip_folder: Path, tmp_path: Path
) -> None:
    result = run("chip", chip_folder, "--store", tmp_path / "empty")

    assert result.exit_code == 0
    assert result.output.startswith("Chip: not verifiable")


def test_a_zone_on_paper_that_is_not_the_chips_ends_with_one(
    chip_folder: Path, store: Path
) -> None:
    other = ZONE[1].replace("7408122", "7508121")

    result = run("chip", chip_folder, "--zone", f"{ZONE[0]}|{other}", "--store", store)

    assert result.exit_code == 1
    assert result.output.startswith("Chip: FAILED")


def test_a_report_for_programs_is_json(chip_folder: Path, store: Path) -> None:
    found = json.loads(run("chip", chip_folder, "--json", "--store", store).output)

    assert {step["kind"] for step in found["steps"]} >= {"signature", "chain", "clone"}


@pytest.mark.parametrize("language", Language)
def test_everything_about_a_chip_is_said_in_every_language(language: Language) -> None:
    for kind in StepKind:
        assert say(f"chip.steps.{kind.value}", language)
    for reason in Reason:
        assert say(f"chip.reasons.{reason.value}", language)
    for outcome in Outcome:
        assert say(f"chip.outcomes.{outcome.value}", language)


def test_a_damaged_security_object_is_not_called_missing(tmp_path: Path) -> None:
    (tmp_path / "EF.SOD").write_bytes(b"junk")

    assert "EF.SOD: no security object" in str(run("chip", tmp_path, "--store", tmp_path).exception)


def test_an_empty_folder_is_no_chip(tmp_path: Path) -> None:
    assert isinstance(run("chip", tmp_path, "--store", tmp_path).exception, UsageError)


def test_a_folder_with_other_files_is_no_chip(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"\x00")

    assert isinstance(run("chip", tmp_path, "--store", tmp_path).exception, UsageError)
