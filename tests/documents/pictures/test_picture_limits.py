"""Files made to hurt, or sent as people send them: what each gives, and that the next is read."""

import io
import time
import zlib
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import Image, PngImagePlugin

from tamiz.cli import commands
from tamiz.documents.pictures import PictureReader, apart, read_picture
from tamiz.documents.pictures.picture import MOST_PAGES, MOST_PIXELS

DATA = Path(__file__).with_name("data")
CLEAN = (DATA / "clean.jpg").read_bytes()
LINES = next(
    tuple(row.split("\t")[1:])
    for row in (DATA / "lines.tsv").read_text(encoding="utf-8").splitlines()
    if row.startswith("clean.jpg")
)
GREY = Image.open(io.BytesIO(CLEAN)).convert("L")


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def locked_pdf() -> bytes:
    """A PDF of one page that opens with a password only (PDF 1.7, 7.6.3: V 1, R 2)."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'5a' * 32}> /U <{'a5' * 32}> >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    ids = f"/ID [<{'00' * 16}> <{'00' * 16}>]"
    return (
        data
        + (
            f"xref\n0 5\n0000000000 65535 f \n{rows}trailer\n"
            f"<< /Size 5 /Root 1 0 R /Encrypt 4 0 R {ids} >>\nstartxref\n{len(data)}\n%%EOF\n"
        ).encode()
    )


def many_pages(count: int) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(50, 50)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_locked_pdf_says_so() -> None:
    reading = read_picture(locked_pdf())

    assert (reading.kind, reading.problem, reading.pages) == ("pdf", "encrypted_pdf", ())


def test_a_zone_in_a_pdf_is_read() -> None:
    reading = read_picture(saved(GREY, "PDF", resolution=180.0))

    zone = reading.pages[0].zone
    assert reading.problem == ""
    assert zone is not None
    assert zone.lines == LINES


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("pdf", many_pages(1_000)),
        (
            "tiff",
            saved(
                Image.new("L", (9, 9)),
                "TIFF",
                save_all=True,
                append_images=[Image.new("L", (9, 9))] * 999,
            ),
        ),
    ],
)
def test_of_a_thousand_pages_the_first_are_read_and_soon(kind: str, data: bytes) -> None:
    start = time.process_time()

    reading = read_picture(data)

    assert (reading.kind, reading.problem) == (kind, "too_many_pages")
    assert len(reading.pages) == MOST_PAGES
    assert time.process_time() - start < 5


def test_text_that_swells_in_a_png_is_not_taken_in() -> None:
    told = PngImagePlugin.PngInfo()
    told.add(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(300_000_000), 9))

    with PictureReader() as reader:
        reading = reader.read(saved(GREY, "PNG", pnginfo=told))
        after = reader.read(CLEAN)

    assert reading.problem == "truncated"
    assert after.problem == ""


def test_a_page_of_as_many_pixels_as_may_be_is_read_and_one_more_row_is_a_bomb() -> None:
    width = 8_000
    height = MOST_PIXELS // width
    page = saved(Image.new("L", (width, height), 230), "JPEG", quality=40)
    more = saved(Image.new("L", (width, height + 1), 230), "JPEG", quality=40)

    with PictureReader() as reader:
        whole, bomb = reader.read(page), reader.read(more)

    assert whole.problem == ""
    assert whole.pages[0].width == width
    assert (bomb.problem, bomb.pages) == ("bomb", ())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "PDF"])
def test_cut_at_each_tenth_a_file_is_never_read_as_whole(kind: str) -> None:
    data = saved(GREY, kind)

    with PictureReader() as reader:
        readings = [reader.read(data[: len(data) * tenth // 10]) for tenth in range(1, 10)]

    assert {reading.problem for reading in readings} <= {"truncated", "not_a_picture"}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (saved(GREY, "GIF"), "gif"),
        (b"RIFF\x24\0\0\0WEBPVP8 " + bytes(40), "webp"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heif"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "jpeg2000"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        (b"<?xml version='1.0'?>\n<!-- made -->\n<svg width='9'/>", "svg"),
    ],
)
def test_pictures_that_are_not_read_are_told_by_name(data: bytes, name: str) -> None:
    reading = read_picture(data)

    assert (reading.kind, reading.problem, reading.pages) == (name, "other_format", ())


@pytest.mark.parametrize("data", [b"<html>svg</html>", b"RIFF1234WAVE", b"a line about <svg>"])
def test_what_only_speaks_of_pictures_is_none(data: bytes) -> None:
    assert read_picture(data).problem == "not_a_picture"


@pytest.mark.parametrize("name", ["scan.png", "scan.pdf", "scan.txt", "scan"])
def test_a_file_is_what_its_first_bytes_say_whatever_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(CLEAN)

    result = CliRunner().invoke(commands, ["documents", "read", str(tmp_path / name)])

    assert result.exit_code == 0
    assert LINES[0] in result.output


def test_a_file_that_is_a_pdf_and_a_jpeg_is_read_as_what_it_begins_with() -> None:
    pdf = many_pages(1)

    as_jpeg = read_picture(CLEAN + pdf)
    as_pdf = read_picture(pdf[:9] + b"%" + CLEAN.replace(b"\n", b" ") + b"\n" + pdf[9:])

    assert (as_jpeg.kind, as_jpeg.problem) == ("jpeg", "")
    assert as_jpeg.pages[0].zone is not None
    assert as_pdf.kind == "pdf"
    assert all(page.zone is None for page in as_pdf.pages)


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\xff" * 60,
        b"II*\0\xff\xff\xff\x7f",
        b"II*\0\x08\0\0\0\xff\xff" + b"\x12\x01\x03\0\x01\0\0\0\x63\0\0\0" * 9,
        b"MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x08",
    ],
    ids=["none", "ones", "far away", "more entries than there are", "its own folder"],
)
def test_garbage_for_exif_hinders_nothing(garbage: bytes) -> None:
    body = b"Exif\0\0" + garbage
    exif = b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body

    reading = read_picture(CLEAN[:2] + exif + CLEAN[2:])

    assert reading.problem == ""
    assert reading.pages[0].zone is not None
    assert reading.pages[0].zone.lines == LINES


@pytest.mark.parametrize(
    ("memory", "seconds", "problems"),
    [(300 << 20, 20, {"too_large", "crashed"}), (2 << 30, -1, {"crashed"})],
    ids=["memory", "time"],
)
def test_a_child_that_runs_out_of_memory_or_time_is_replaced(
    memory: int, seconds: int, problems: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = apart._COMMAND
    told = (
        "from tamiz.documents.pictures import child;"
        f"child.MOST_MEMORY = child.MORE_MEMORY = {memory};"
        f"child.MOST_CPU = child.MORE_CPU = {seconds}; child.main()"
    )
    large = saved(Image.effect_noise((7_000, 7_000), 60), "JPEG", quality=20)
    monkeypatch.setattr(apart, "_COMMAND", (command[0], "-I", "-c", told))
    with PictureReader() as reader:
        assert reader.read(large).problem in problems
        monkeypatch.setattr(apart, "_COMMAND", command)
        reader._end()

        assert reader.read(CLEAN).problem == ""


def test_one_reader_goes_on_after_its_child_was_too_slow() -> None:
    large = saved(Image.effect_noise((7_000, 7_000), 60), "JPEG", quality=20)
    with PictureReader() as reader:
        assert reader.read(CLEAN).problem == ""
        reader._most_seconds = 0.2
        assert reader.read(large).problem == "timeout"
        reader._most_seconds = 30.0

        assert reader.read(CLEAN).problem == ""
