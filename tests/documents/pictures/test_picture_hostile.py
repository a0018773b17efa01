"""Bytes from strangers: each gives a reading with its problem, none an exception."""

import io
import struct
import zlib
from collections.abc import Iterator

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from documents.pictures.pdfs import locked, without_pages
from tamiz.documents.pictures import PictureReader, read_picture
from tamiz.documents.pictures.picture import MOST_BYTES, MOST_PAGES


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def png_header(width: int, height: int) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes(1000))
    chunks = (body, data, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in chunks
    )


def tiff_ring() -> bytes:
    """A TIFF whose directory says that the next directory is itself."""
    entries = [(256, 3, 1, 4), (257, 3, 1, 4), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
               (273, 4, 1, 8), (277, 3, 1, 1), (278, 3, 1, 4), (279, 4, 1, 16)]  # fmt: skip
    packed = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + packed + struct.pack("<I", 8)


def pdf(pages: int, side: float = 200) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(side, side)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


GREY = Image.fromarray(np.random.default_rng(1).integers(0, 255, (60, 90), np.uint8))
JPEG = saved(GREY, "JPEG")
CORPUS = {
    "nothing": (b"", "", "not_a_picture"),
    "zeros": (bytes(5_000), "", "not_a_picture"),
    "text": (b"#!/bin/sh\necho", "", "not_a_picture"),
    "gif": (b"GIF89a" + bytes(100), "gif", "other_format"),
    "svg": (b"<svg/>", "svg", "other_format"),
    "zip": (b"PK\x03\x04" + bytes(100), "", "not_a_picture"),
    "jpeg_magic_only": (b"\xff\xd8\xff", "jpeg", "truncated"),
    "jpeg_cut": (JPEG[: len(JPEG) // 2], "jpeg", "truncated"),
    "png_named_jpeg_inside": (b"\x89PNG\r\n\x1a\n" + JPEG, "png", "truncated"),
    "png_cut": (saved(GREY, "PNG")[:900], "png", "truncated"),
    "png_bomb": (png_header(50_000, 50_000), "png", "bomb"),
    "png_bomb_flat": (png_header(100_000_000, 1), "png", "bomb"),
    "png_missing_rows": (png_header(2_000, 2_000), "png", "truncated"),
    "png_no_pixels": (png_header(0, 0), "png", "truncated"),
    "tiff_magic_only": (b"II*\0", "tiff", "truncated"),
    "tiff_far_directory": (b"II*\0\xff\xff\xff\x7f", "tiff", "truncated"),
    "pdf_magic_only": (b"%PDF-1.7\n", "pdf", "truncated"),
    "pdf_many_pages": (pdf(300), "pdf", "too_many_pages"),
    "pdf_huge_page": (pdf(1, 14_000), "pdf", "bomb"),
    "jpeg": (JPEG, "jpeg", ""),
    "jpeg_cmyk": (saved(GREY.convert("CMYK"), "JPEG"), "jpeg", ""),
    "png_16_bit": (saved(Image.fromarray(np.full((9, 9), 40_000, np.uint16)), "PNG"), "png", ""),
    "png_clear": (saved(GREY.convert("RGBA"), "PNG"), "png", ""),
    "png_one_pixel": (saved(GREY.crop((0, 0, 1, 1)), "PNG"), "png", ""),
    "png_animated": (saved(GREY, "PNG", save_all=True, append_images=[GREY] * 5), "png", ""),
    "tiff_pages": (saved(GREY, "TIFF", save_all=True, append_images=[GREY] * 30), "tiff",
                   "too_many_pages"),
    "pdf_empty_page": (pdf(1), "pdf", ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Iterator[PictureReader]:
    with PictureReader() as opened:
        yield opened


@pytest.mark.parametrize("name", CORPUS)
def test_hostile_bytes_give_a_reading_with_their_problem(name: str, reader: PictureReader) -> None:
    data, kind, problem = CORPUS[name]

    reading = reader.read(data)

    assert (reading.kind, reading.problem) == (kind, problem)
    assert len(reading.pages) <= MOST_PAGES


def test_a_ring_of_tiff_directories_ends(reader: PictureReader) -> None:
    assert len(reader.read(tiff_ring()).pages) <= MOST_PAGES


def test_the_child_says_what_the_own_process_says(reader: PictureReader) -> None:
    assert reader.read(JPEG) == read_picture(JPEG)


def test_a_file_too_large_is_not_read() -> None:
    assert read_picture(JPEG + bytes(MOST_BYTES)).problem == "too_large"


def test_a_killed_child_gives_a_problem_and_the_next_file_is_read() -> None:
    with PictureReader(most_seconds=0.0) as slow:
        assert slow.read(JPEG).problem == "timeout"
    with PictureReader() as opened:
        opened.read(JPEG)
        child = opened._child
        assert child is not None
        child.kill()
        assert opened.read(JPEG).problem in {"", "crashed"}
        assert opened.read(JPEG).problem == ""


def test_cut_at_any_place_no_file_raises() -> None:
    for kind in ("JPEG", "PNG", "TIFF"):
        data = saved(GREY, kind)
        for end in range(0, len(data), max(1, len(data) // 25)):
            assert read_picture(data[:end]).sha256


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_data_damaged_in_the_middle_are_told(kind: str) -> None:
    """Pillow reads the data for EXIF first, and gives an empty picture the second time."""
    options = {} if kind == "PNG" else {"compression": "tiff_adobe_deflate"}
    data = bytearray(saved(GREY, kind, **options))
    data[len(data) // 2] ^= 0xFF

    assert read_picture(bytes(data)).problem == "truncated"


def test_a_pdf_without_pages_is_not_told_to_be_locked_as_the_one_before() -> None:
    """PDFium keeps the error of the file before."""
    assert read_picture(locked()).problem == "encrypted_pdf"
    assert read_picture(without_pages()).problem == "truncated"
