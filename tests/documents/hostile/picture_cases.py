"""Hostile pictures and PDFs, drawn or made up here, through the child process that reads them."""

import zlib
from collections.abc import Callable

import numpy as np
import zxingcpp
from PIL import Image

from documents.hostile.case import Answer, Case, Kind
from documents.pictures.pdfs import CATALOGUE, PAGE, PAGES, locked, without_pages, written
from documents.pictures.test_picture_hostile import pdf, png_header, saved, tiff_ring
from documents.pictures.test_picture_reading import DATA, LINES
from tamiz.documents.pictures import PictureReading
from tamiz.documents.pictures.letters import Image as Grey
from tamiz.documents.pictures.picture import MOST_BYTES
from tamiz.wording import say

READ, REFUSED, NOT_A_ZONE = (Kind.READ,), (Kind.REFUSED,), (Kind.NOT_A_ZONE,)
NO_PAGE = (Kind.NOT_A_ZONE, Kind.REFUSED)
UNSURE = (Kind.DOUBTFUL, Kind.NOT_A_ZONE)
# However well such a picture is read: what is read without doubt must be what it shows.
AS_IT_IS = (Kind.READ, *UNSURE)
RNG = np.random.default_rng(20_261_125)


def told(reading: PictureReading) -> Answer:
    """Refused if no page was read, else what is gravest of the zones."""
    said = [say(f"zone.picture.{reading.problem}")] if reading.problem else []
    if reading.problem and not reading.pages:
        return Answer(Kind.REFUSED, said[0])
    zones = [page.zone for page in reading.pages if page.zone is not None]
    codes = [f"{code.format}: {code.text[:60]!r}" for one in reading.pages for code in one.barcodes]
    said += codes
    if not zones:
        return Answer(Kind.NOT_A_ZONE, "; ".join([say("zone.picture.no_zone"), *said]))
    if any(zone.is_doubtful for zone in zones):
        return Answer(Kind.DOUBTFUL, "; ".join([say("zone.picture.doubtful"), *said]))
    return Answer(Kind.READ, "; ".join(["|".join(zone.lines) for zone in zones] + said))


def _case(
    name: str,
    data: Callable[[], bytes],
    kinds: tuple[Kind, ...],
    says: str = "",
    *,
    is_cheap: bool = True,
) -> Case:
    return Case("picture", name, kinds, lambda desk: told(desk.reader.read(data())), says, is_cheap)


def grey(name: str = "clean.jpg") -> Grey:
    """A page of the test data, which shows an invented person's zone."""
    return np.array(Image.open(DATA / name).convert("L"))


def png(picture: Grey, **options: object) -> bytes:
    """A grey or coloured picture as a file."""
    return saved(Image.fromarray(picture), "PNG", **options)


def _noise(height: int, width: int) -> Grey:
    return RNG.integers(0, 256, (height, width), np.uint8)


def _noisy_pages() -> bytes:
    """A TIFF of as many pages as are read, each as large as is looked at."""
    pages = [Image.fromarray(_noise(2_000, 2_400)) for _ in range(8)]
    return saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])


def _textured() -> bytes:
    """The page with the texture of a photograph beneath it."""
    page = grey().astype(np.float32)
    height, width = page.shape
    waves = np.add.outer(np.sin(np.arange(height) / 9), np.cos(np.arange(width) / 7))
    spots = RNG.normal(0, 12, page.shape)
    return png(np.clip(page * 0.55 + 60 + 25 * waves + spots, 0, 255).astype(np.uint8))


def _half(side: str) -> bytes:
    """The page cut through its zone."""
    page = grey()
    height, width = page.shape
    return png(page[:, : width // 2] if side == "left" else page[: int(height * 0.765)])


def _two_zones() -> bytes:
    """Two persons' pages in one picture."""
    upper, lower = grey("clean.jpg"), grey("second.jpg")
    width = max(upper.shape[1], lower.shape[1])
    padded = [
        np.pad(one, ((0, 0), (0, width - one.shape[1])), constant_values=215)
        for one in (upper, lower)
    ]
    return png(np.vstack(padded))


def _barcode(text: str) -> bytes:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    drawn = np.array(zxingcpp.write_barcode_to_image(code, scale=6))
    return png(np.pad(drawn, 40, constant_values=255))


def _bomb_of_zeros() -> bytes:
    """Noughts of 59 million pixels, packed into 60 kB: as large as a page may be."""
    return saved(Image.new("L", (7_600, 7_800)), "PNG")


def _pdf_with_script() -> bytes:
    action = b"<< /S /JavaScript /JS (while \\(true\\) app.alert\\(1\\);) >>"
    return written(b"<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>", PAGES, PAGE, action)


def _pdf_ring() -> bytes:
    """A tree of pages that is its own child."""
    return written(CATALOGUE, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")


def _pdf_bomb() -> bytes:
    """A page whose content, 200 MB of nothing, is packed twice."""
    packed = zlib.compress(zlib.compress(b" " * 200_000_000, 9), 9)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (
        len(packed),
        packed,
    )
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R >>"
    return written(CATALOGUE, PAGES, page, stream)


def _pdf_of_scan() -> bytes:
    """A scan that its program put into a PDF."""
    return saved(Image.fromarray(grey()), "PDF", resolution=200)


def _exif_bomb() -> bytes:
    """A JPEG whose EXIF says that it holds 65,535 entries, and breaks off."""
    body = b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + bytes(200)
    jpeg = saved(Image.fromarray(_noise(40, 60)), "JPEG")
    return jpeg[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2) + body + jpeg[2:]


_NO_PICTURES = (
    _case("an empty file", lambda: b"", REFUSED, "no picture"),
    _case("a text called .jpg", lambda: b"This is my passport.", REFUSED, "no picture"),
    _case("a program", lambda: b"\x7fELF" + bytes(4_000), REFUSED, "no picture"),
    _case("a GIF", lambda: saved(Image.fromarray(grey()), "GIF"), REFUSED, "format that is not read"),
    _case("a WebP", lambda: b"RIFF\x24\0\0\0WEBPVP8 " + bytes(28), REFUSED, "format that is not read"),
    _case("an SVG with a script", lambda: b"<svg><script>alert(1)</script></svg>", REFUSED,
          "format that is not read"),
    _case("HTML", lambda: b"<!doctype html><img src=x onerror=alert(1)>", REFUSED, "no picture"),
    _case("a ZIP", lambda: b"PK\x03\x04" + bytes(400), REFUSED, "no picture"),
    _case("a file of 41 MB", lambda: saved(Image.fromarray(_noise(9, 9)), "JPEG")
          + bytes(MOST_BYTES), REFUSED, "larger than any scan"),
)  # fmt: skip
_BROKEN = (
    _case("a JPEG cut in half", lambda: (DATA / "clean.jpg").read_bytes()[:9_000], REFUSED,
          "breaks off"),
    _case("a PNG cut in half", lambda: png(grey())[:9_000], REFUSED, "breaks off"),
    _case("a PNG whose sums are wrong", lambda: png(grey()).replace(b"IDAT", b"IDAT\1", 1), REFUSED,
          "breaks off"),
    _case("three bytes of a JPEG", lambda: b"\xff\xd8\xff", REFUSED, "breaks off"),
    _case("a JPEG that is called PNG", lambda: b"\x89PNG\r\n\x1a\n"
          + (DATA / "clean.jpg").read_bytes(), REFUSED, "breaks off"),
    _case("a TIFF whose directories are a ring", tiff_ring, NOT_A_ZONE),
    _case("EXIF of 65,535 entries that are not there", _exif_bomb, NOT_A_ZONE),
    _case("a PNG bomb of 50,000 × 50,000", lambda: png_header(50_000, 50_000), REFUSED,
          "more pixels than any scan"),
    _case("a PNG bomb in one row", lambda: png_header(100_000_000, 1), REFUSED, "more pixels"),
    _case("59 million black pixels in 60 kB", _bomb_of_zeros, NOT_A_ZONE, is_cheap=False),
    _case("no pixels at all", lambda: png_header(0, 0), REFUSED, "breaks off"),
)  # fmt: skip
_ODD = (
    _case("one pixel", lambda: png(_noise(1, 1)), NOT_A_ZONE),
    _case("30,000 pixels in one row", lambda: png(_noise(1, 30_000)), NO_PAGE),
    _case("30,000 rows of one pixel", lambda: png(_noise(30_000, 1)), NO_PAGE),
    _case("all black", lambda: png(np.zeros((600, 900), np.uint8)), NOT_A_ZONE),
    _case("all white", lambda: png(np.full((600, 900), 255, np.uint8)), NOT_A_ZONE),
    _case("noise", lambda: png(_noise(600, 900)), NOT_A_ZONE),
    _case("a chessboard of single pixels",
          lambda: png(np.indices((600, 900)).sum(0).astype(np.uint8) % 2 * 255), NOT_A_ZONE),
    _case("stripes as wide as letters",
          lambda: png(np.tile(np.arange(900) // 10 % 2 * 255, (600, 1)).astype(np.uint8)),
          NOT_A_ZONE),
    _case("eight pages of noise: more than the child may think about", _noisy_pages, NO_PAGE,
          is_cheap=False),
    _case("6 million pixels of noise", lambda: png(_noise(2_000, 3_000)), NO_PAGE,
          is_cheap=False),
)  # fmt: skip
_OF_A_ZONE = (
    _case("a good scan, to compare with", lambda: png(grey()), READ, "|".join(LINES["clean.jpg"])),
    _case("in CMYK", lambda: saved(Image.fromarray(grey()).convert("CMYK"), "JPEG"), READ,
          LINES["clean.jpg"][1]),
    _case("of 16 bits", lambda: saved(Image.fromarray(grey().astype(np.uint16) * 257), "PNG"), READ,
          LINES["clean.jpg"][1]),
    _case("with a palette", lambda: saved(Image.fromarray(grey()).convert("P"), "PNG"), READ,
          LINES["clean.jpg"][1]),
    _case("two colours only", lambda: saved(Image.fromarray(grey()).convert("1"), "PNG"), AS_IT_IS),
    _case("transparent ink on nothing", lambda: saved(Image.merge("LA", (
        Image.new("L", grey().shape[::-1]), Image.fromarray(255 - grey()))), "PNG"), READ),
    _case("an animated PNG, another page behind", lambda: png(grey(), save_all=True,
          append_images=[Image.fromarray(grey("second.jpg"))]), READ, LINES["clean.jpg"][1]),
    _case("a TIFF of three pages", lambda: saved(Image.fromarray(grey()), "TIFF", save_all=True,
          append_images=[Image.fromarray(grey("second.jpg"))] * 2), AS_IT_IS),
    _case("a TIFF of 30 pages", lambda: saved(Image.fromarray(_noise(60, 90)), "TIFF",
          save_all=True, append_images=[Image.fromarray(_noise(60, 90))] * 29), NOT_A_ZONE,
          "Only the first pages"),
    _case("upside down", lambda: png(np.ascontiguousarray(grey()[::-1, ::-1])), READ,
          LINES["clean.jpg"][1]),
    _case("on its side", lambda: png(np.ascontiguousarray(np.rot90(grey()))), READ,
          LINES["clean.jpg"][1]),
    _case("mirrored", lambda: png(np.ascontiguousarray(grey()[:, ::-1])), UNSURE),
    _case("white on black", lambda: png(255 - grey()), AS_IT_IS),
    _case("the right half cut off", lambda: _half("left"), UNSURE),
    _case("the last line cut off", lambda: _half("top"), UNSURE),
    _case("two persons' pages in one picture", _two_zones, AS_IT_IS),
    _case("over the texture of a photograph", _textured, AS_IT_IS),
    _case("shrunk to a tenth", lambda: png(np.ascontiguousarray(grey()[::10, ::10])), NOT_A_ZONE),
)  # fmt: skip
_BARCODES = (
    _case("a QR code with a script", lambda: _barcode("<script>alert(1)</script>"), NOT_A_ZONE,
          "<script>"),
    _case("a QR code with a formula", lambda: _barcode("=cmd|' /C calc'!A0"), NOT_A_ZONE, "=cmd"),
    _case("a QR code of NUL and colours", lambda: _barcode("\0\x1b[31m"), NOT_A_ZONE, "ESC"),
)  # fmt: skip
_PDFS = (
    _case("a scan in a PDF", _pdf_of_scan, READ, LINES["clean.jpg"][1]),
    _case("nine bytes of a PDF", lambda: b"%PDF-1.7\n", REFUSED, "breaks off"),
    _case("a PDF cut off", lambda: _pdf_of_scan()[:20_000], REFUSED, "breaks off"),
    _case("a PDF with a password", locked, REFUSED, "password"),
    _case("a PDF with a script without end", _pdf_with_script, NOT_A_ZONE),
    _case("a PDF without pages", without_pages, REFUSED, "breaks off"),
    _case("a PDF whose pages are a ring", _pdf_ring, REFUSED, "breaks off"),
    _case("a PDF of 1,000 pages", lambda: pdf(1_000), NOT_A_ZONE, "Only the first pages",
          is_cheap=False),
    _case("a PDF page of 5 metres", lambda: pdf(1, 14_000), REFUSED, "more pixels"),
    _case("a PDF whose content is 200 MB of blanks", _pdf_bomb, NOT_A_ZONE, is_cheap=False),
)  # fmt: skip
PICTURES = (*_NO_PICTURES, *_BROKEN, *_ODD, *_OF_A_ZONE, *_BARCODES, *_PDFS)
