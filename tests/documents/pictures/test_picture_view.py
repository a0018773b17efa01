"""Pages made anew for people to look at: pixels only, bounded, in colour."""

import io

import pytest
from PIL import Image as Pictures

from documents.pictures.test_picture_reading import DATA
from tamiz.documents.pictures import PictureViewer
from tamiz.documents.pictures.view import MOST_SHOWN, SIDE, views_of

SECRET = b"home address: nowhere 1"


def encoded(picture: Pictures.Image, kind: str, **told: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **told)
    return out.getvalue()


def shown(data: bytes) -> Pictures.Image:
    return Pictures.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "1", "P", "I;16", "CMYK"])
def test_every_kind_is_shown(kind: str, mode: str) -> None:
    try:
        data = encoded(Pictures.new("RGB" if mode == "P" else mode, (60, 40)), kind)
    except OSError:
        pytest.skip("this kind has no such mode")

    views = views_of(data)

    assert (views.problem, [(one.width, one.height) for one in views.pages]) == ("", [(60, 40)])
    assert shown(views.pages[0].jpeg).mode == "RGB"


def test_no_byte_of_the_file_is_in_it() -> None:
    note = Pictures.Exif()
    note[0x010E] = SECRET.decode()
    picture = Pictures.new("RGB", (64, 48), "red")
    data = encoded(picture, "JPEG", exif=note, comment=SECRET, icc_profile=SECRET) + SECRET

    assert SECRET in data
    assert SECRET not in views_of(data).pages[0].jpeg


def test_colour_is_kept_and_size_is_bounded() -> None:
    data = encoded(Pictures.new("RGB", (3000, 1000), (200, 30, 30)), "JPEG")

    picture = shown(views_of(data).pages[0].jpeg)

    assert picture.size == (SIDE, SIDE // 3)
    red, green, _ = picture.getpixel((5, 5))  # type: ignore[misc]
    assert red - green > 100


def test_a_picture_of_too_many_pixels_is_not_opened() -> None:
    side = int(MOST_SHOWN**0.5) + 1
    data = encoded(Pictures.new("1", (side, side)), "PNG")

    assert (views_of(data).problem, views_of(data).pages) == ("bomb", ())


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\xff\xd8\xff broken", b"%PDF-1.7 broken", b"<svg/>"]
)
def test_whatever_the_bytes_are_nothing_is_raised(data: bytes) -> None:
    assert views_of(data).problem


def test_a_process_apart_shows_a_scan() -> None:
    with PictureViewer() as viewer:
        views = viewer.views((DATA / "clean.jpg").read_bytes())

    assert (views.problem, len(views.pages)) == ("", 1)


def test_pages_of_a_pdf_are_drawn() -> None:
    first, second = (Pictures.new("RGB", (300, 200), colour) for colour in ("red", "blue"))
    data = encoded(first, "PDF", save_all=True, append_images=[second])

    views = views_of(data)

    assert [one.page for one in views.pages] == [1, 2]
    assert shown(views.pages[1].jpeg).getpixel((9, 9))[2] > 200  # type: ignore[index]
