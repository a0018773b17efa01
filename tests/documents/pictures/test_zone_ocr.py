"""A second reader is asked only where ours doubts, and settles a doubt only by agreeing."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from msgspec import structs
from PIL import Image

from tamiz.documents.pictures import PictureReader, ZoneFound, ocr, read_picture
from tamiz.documents.pictures.letters import Image as Grey
from tamiz.documents.pictures.reading import in_alphabets
from tamiz.documents.pictures.search import zone_on

DATA = Path(__file__).with_name("data")
CLEAN = (DATA / "clean.jpg").read_bytes()
HARD = (DATA / "hard.jpg").read_bytes()
GREY = np.array(Image.open(DATA / "clean.jpg").convert("L"))
FIRST = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
SECOND = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
LINES = (FIRST, SECOND)
needs_ocr = pytest.mark.skipif(not ocr.is_installed(), reason="the extra ocr is not installed")


def found(*lines: str, engine: str = "own") -> ZoneFound:
    box, corners = (0, 0, 9, 9), ((0, 0), (9, 0), (9, 9), (0, 9))
    return ZoneFound(tuple(lines), box, 0.0, ((0, 1),), True, (), corners, engine)


def answering(monkeypatch: pytest.MonkeyPatch, *answers: ZoneFound | None) -> list[object]:
    """RapidOCR gives these answers, and what it was asked about is kept."""
    asked: list[object] = []
    left = list(answers)

    def answer(_: Grey, own: ZoneFound | None, orientation: int = 1) -> ZoneFound | None:
        asked.append((own, orientation))
        return left.pop(0)

    monkeypatch.setattr(ocr, "zone_by_ocr", answer)
    return asked


def test_two_that_agree_leave_no_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, found(*LINES, engine="rapidocr"))

    zone = ocr.read_again(GREY, found(*LINES), 1)

    assert zone is not None
    assert (zone.lines, zone.engine, zone.is_doubtful, zone.doubtful) == (LINES, "both", False, ())


def test_two_that_agree_on_what_does_not_hold_stay_doubtful(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong = (FIRST, SECOND.replace("8902C3", "8902C8"))
    answering(monkeypatch, *[found(*wrong, engine="rapidocr")] * 2)

    zone = ocr.read_again(GREY, found(*wrong), 1)

    assert zone == found(*wrong)


def test_a_name_read_otherwise_stays_ours_and_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, found(FIRST.replace("ANNA", "ANMA"), SECOND, engine="rapidocr"))

    assert ocr.read_again(GREY, found(*LINES), 1) == found(*LINES)


def test_what_holds_replaces_what_does_not_but_stays_doubtful(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong = found(FIRST, SECOND.replace("7408122", "7488122"))
    answering(monkeypatch, found(*LINES, engine="rapidocr"))

    zone = ocr.read_again(GREY, wrong, 1)

    assert zone == found(*LINES, engine="rapidocr")


def test_where_the_zone_was_taken_wrongly_the_whole_page_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong = found(FIRST, SECOND.replace("7408122", "7488122"))
    asked = answering(monkeypatch, None, found(*LINES, engine="rapidocr"))

    zone = ocr.read_again(GREY, wrong, 6)

    assert zone == found(*LINES, engine="rapidocr")
    assert asked == [(wrong, 1), (None, 6)]


def test_without_any_reading_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, None)

    assert ocr.read_again(GREY, None, 1) is None


@pytest.mark.parametrize(
    ("text", "width", "line"),
    [
        (FIRST, 44, FIRST),
        (FIRST[:-3], 44, FIRST),
        (FIRST + "<<", 44, FIRST),
        (SECOND.replace("<<<<<", "<<<<"), 44, SECOND),
        (FIRST[:-5], 44, ""),
        ("SURNAME", 44, ""),
        (SECOND.replace("<", "X")[:-1], 44, ""),
        ("", 30, ""),
    ],
)
def test_miscounted_fillers_are_made_as_many_as_the_line_needs(
    text: str, width: int, line: str
) -> None:
    assert ocr._fitted(text, width) == line


def test_other_marks_for_the_filler_and_spaces_are_taken_as_such() -> None:
    assert ocr._signs("p<uto eriksson«anna‹maria·") == "P<UTOERIKSSON<<ANNA<MARIA"


def test_letters_in_number_fields_become_the_digits_they_look_like() -> None:
    read = (FIRST.replace("ERIKSSON", "ER1K5S0N"), SECOND.replace("7408122", "74O8I22"))

    assert in_alphabets(read) == LINES
    assert in_alphabets(LINES) == LINES


def test_our_own_reading_does_not_load_the_second_reader() -> None:
    told = (
        "import sys; from tamiz.documents.pictures import read_picture; "
        f"read_picture(open({str(DATA / 'hard.jpg')!r}, 'rb').read(), with_ocr=False); "
        "print(any(name.split('.')[0] in ('rapidocr', 'onnxruntime') for name in sys.modules))"
    )

    run = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True, timeout=100
    )

    assert run.stdout.strip() == "False"


def test_a_sure_zone_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch)
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    sure = zone_on(GREY)
    assert sure is not None
    monkeypatch.setattr(
        "tamiz.documents.pictures.page.zone_on",
        lambda *_: structs.replace(sure, is_doubtful=False),
    )

    zone = read_picture(CLEAN).pages[0].zone

    assert zone is not None
    assert (zone.engine, asked) == ("own", [])


@needs_ocr
def test_it_reads_a_zone_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr("socket.socket.connect", refused)
    own = zone_on(GREY)
    assert own is not None

    zone = ocr.zone_by_ocr(GREY, None)

    assert zone is not None
    assert own.lines in {zone.lines, zone.repaired}
    assert zone.box == pytest.approx(own.box, abs=own.box[3] // 2)
    assert (zone.engine, zone.is_doubtful) == ("rapidocr", True)


@needs_ocr
def test_the_child_has_room_for_it() -> None:
    with PictureReader() as reader:
        reading = reader.read(HARD)

    assert reading.problem == ""
    assert reading == read_picture(HARD)
