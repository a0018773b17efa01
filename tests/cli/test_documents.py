"""``tamiz documents`` as typed in a terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from tamiz.cli import commands
from tamiz.documents.zone import Check, NoZone, Oddity, Part
from tamiz.errors import InputError, UsageError
from tamiz.wording import Language, say

# The specimen of Doc 9303-4, appendix B.
SPECIMEN = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)
WRONG = (SPECIMEN[0], SPECIMEN[1].replace("7408122", "7408123"))
LONG = {"type": "P", "country": "SLV", "issued": "2022-04-11", "expires": "2032-04-11"}
RIGHT = {**LONG, "expires": "2028-04-11"}


def run(*words: str, given: str = "") -> Result:
    return CliRunner().invoke(commands, ["documents", *words], input=given)


def dossiers(folder: Path, *documents: dict[str, str]) -> str:
    path = folder / "dossiers.json"
    entries = [
        {"id": f"B-{at}", "name": "Ana Cualquiera", "documents": [one]}
        for at, one in enumerate(documents)
    ]
    path.write_text(json.dumps(entries), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("words", "given"), [(SPECIMEN, ""), ((), "\n".join(SPECIMEN)), ((), "|".join(SPECIMEN))]
)
def test_a_zone_is_read_from_words_or_from_standard_input(
    words: tuple[str, ...], given: str
) -> None:
    result = run("read", *words, given=given)

    assert result.exit_code == 0
    assert "format TD3" in result.output
    assert "ERIKSSON" in result.output


def test_a_wrong_check_digit_is_shown_with_the_right_one() -> None:
    assert "is 3, must be 2" in run("read", *WRONG).output


def test_a_zone_for_programs_is_json() -> None:
    misread = SPECIMEN[1].replace("7408122", "74O8122")

    found = json.loads(run("read", "--json", SPECIMEN[0], misread).output)

    assert found["zone"]["birth_date"]["value"] == "74O812"
    assert found["repairs"][0]["zone"]["birth_date"]["value"] == "740812"


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_bytes_that_are_no_text_are_told_as_signs_that_no_zone_has(how: tuple[str, ...]) -> None:
    typed = SPECIMEN[0].replace("ANNA", "\udcff\udcfeNA")  # as Python hands on such bytes

    result = run("read", *how, typed, SPECIMEN[1])

    assert result.exit_code == 0
    assert "foreign_sign" in result.output or "a sign that no zone has" in result.output


@pytest.mark.parametrize("given", ["", "hello", "P<UTO*"])
def test_what_is_no_zone_is_refused_with_its_reason(given: str) -> None:
    assert isinstance(run("read", given=given).exception, InputError)


@pytest.mark.parametrize("language", Language)
def test_everything_about_a_zone_is_said_in_every_language(language: Language) -> None:
    for part in Part:
        assert say(f"zone.parts.{part.value}", language)
    for oddity in Oddity:
        assert say(f"zone.oddities.{oddity.value}", language)
    for check in Check:
        assert say(f"zone.checks.{check.value}", language)
    for reason in NoZone:
        assert say(f"zone.none.{reason.value}", language)


def test_a_document_in_order_ends_with_nought(tmp_path: Path) -> None:
    result = run("check", dossiers(tmp_path, RIGHT))

    assert result.exit_code == 0
    assert "No concern" in result.output


def test_a_concern_about_a_document_ends_with_one_and_says_what_to_do(tmp_path: Path) -> None:
    result = run("check", dossiers(tmp_path, RIGHT, LONG))

    assert result.exit_code == 1
    assert "(document_validity 3)" in result.output
    assert "Next step" in result.output


def test_findings_for_programs_are_lines_of_shape_one(tmp_path: Path) -> None:
    lines = run("check", "--json", dossiers(tmp_path, RIGHT, LONG)).output.splitlines()

    assert [json.loads(line)["queue"] for line in lines] == ["clear", "review"]


PICTURES = Path(__file__).resolve().parents[1] / "documents" / "pictures" / "data"


def test_a_picture_is_read_with_its_zone_and_the_zones_parts() -> None:
    expected = dict(
        line.split("\t")[:2] for line in (PICTURES / "lines.tsv").read_text().splitlines()
    )
    name = "second.jpg"

    result = run("read", str(PICTURES / name))

    assert result.exit_code == 0
    assert expected[name].split("|")[0] in result.output
    assert "format TD" in result.output


def test_a_picture_for_programs_is_json() -> None:
    found = json.loads(run("read", "--json", str(PICTURES / "second.jpg")).output)

    assert found["kind"] == "jpeg"
    assert found["pages"][0]["zone"]["lines"]


def test_a_picture_that_breaks_off_is_said_to(tmp_path: Path) -> None:
    broken = tmp_path / "scan.jpg"
    broken.write_bytes((PICTURES / "second.jpg").read_bytes()[:400])

    result = run("read", str(broken))

    assert result.exit_code == 1
    assert say("zone.picture.truncated") in " ".join(result.output.split())


def test_a_text_file_with_a_zone_is_read(tmp_path: Path) -> None:
    (tmp_path / "zone.txt").write_text("\n".join(SPECIMEN))

    assert "format TD3" in run("read", str(tmp_path / "zone.txt")).output


def test_a_picture_that_is_not_there_is_named() -> None:
    assert "passport.jpg: no such file" in str(run("read", "passport.jpg").exception)


def test_a_file_without_applicants_is_not_clear(tmp_path: Path) -> None:
    (tmp_path / "dossiers.json").write_text("[]")

    assert isinstance(run("check", str(tmp_path / "dossiers.json")).exception, InputError)


def test_a_personal_number_within_a_document_is_checked(tmp_path: Path) -> None:
    document = {"type": "ID", "country": "ESP", "personal_number": "12345678A"}

    result = run("check", dossiers(tmp_path, document))

    assert result.exit_code == 1
    assert "(document_number_digit 1)" in result.output


def test_a_file_that_is_not_there_is_an_open_question(tmp_path: Path) -> None:
    result = run("check", "--json", dossiers(tmp_path, {**RIGHT, "files": "a.jpg"}))

    assert result.exit_code == 1
    codes = [
        one["code"]
        for finding in json.loads(result.output)["findings"]
        for one in finding["evidence"]
    ]
    assert "document.files.missing" in codes


def test_a_zone_whose_check_digits_do_not_hold_is_not_clear(tmp_path: Path) -> None:
    result = run("check", dossiers(tmp_path, {**RIGHT, "mrz": "|".join(WRONG)}))

    assert result.exit_code == 1
    assert "(document_zone_digits 2)" in result.output


def test_a_zone_that_cannot_be_read_is_not_clear(tmp_path: Path) -> None:
    assert run("check", dossiers(tmp_path, {**RIGHT, "mrz": "P<XXXRUBBISH"})).exit_code == 1


def test_a_picture_of_one_document_is_checked_against_what_is_told() -> None:
    picture = Path(__file__).parents[1] / "documents" / "pictures" / "data" / "clean.jpg"

    right = run("check", str(picture), "--name", "Xenia Wexley", "--born", "1972-10-06")
    wrong = run("check", str(picture), "--name", "Xenia Wexley", "--born", "1971-10-06")

    assert "document_zone 3" not in right.output
    assert wrong.exit_code == 1
    assert "(document_zone 3)" in wrong.output


def test_a_picture_without_a_zone_is_not_clear(tmp_path: Path) -> None:
    Image.new("L", (600, 400), 255).save(tmp_path / "white.png")

    result = run("check", str(tmp_path / "white.png"))

    assert result.exit_code == 1
    assert "No machine-readable zone can be seen" in result.output


def test_nothing_to_check_is_an_error() -> None:
    assert isinstance(run("check").exception, UsageError)


@pytest.mark.parametrize("told", ["doc_colour=red", "no equals sign"])
def test_a_field_that_is_none_is_an_error(told: str) -> None:
    assert isinstance(run("check", "--number", "A1", "--field", told).exception, UsageError)
