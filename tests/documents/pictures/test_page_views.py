"""However a page is stored, turned, tilted or small: its zone is read, and where it lies is told."""

import io
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from tamiz.documents.pictures import find_zone, read_picture
from tamiz.documents.pictures.search import zone_on
from tamiz.documents.pictures.views import as_stored, oriented, scaled, turned

DATA = Path(__file__).with_name("data")
LINES = {
    name: tuple(lines)
    for name, *lines in (
        row.split("\t") for row in (DATA / "lines.tsv").read_text(encoding="utf-8").splitlines()
    )
}
GREY = np.array(Image.open(DATA / "clean.jpg").convert("L"))
ORIENTATION = 0x112


def taken(orientation: int) -> bytes:
    """The clean page stored as a camera stores it, with the orientation that makes it upright."""
    stored = {2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}.get(orientation, 1)
    exif = Image.Exif()
    exif[ORIENTATION] = stored
    page = Image.fromarray(GREY)
    page.getexif()[ORIENTATION] = stored
    target = io.BytesIO()
    exif[ORIENTATION] = orientation
    ImageOps.exif_transpose(page).save(target, "JPEG", quality=90, exif=exif)
    return target.getvalue()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_with_an_orientation_is_read_and_its_places_are_as_stored(
    orientation: int,
) -> None:
    data = taken(orientation)
    stored = Image.open(io.BytesIO(data))

    page = read_picture(data).pages[0]

    assert (page.width, page.height) == stored.size
    assert page.zone is not None
    assert page.zone.lines == LINES["clean.jpg"]
    x, y, width, height = page.zone.box
    dark = np.asarray(stored.convert("L"))[y : y + height, x : x + width] < 90
    assert dark.mean() > 0.08
    assert max(width, height) > 0.7 * max(stored.size)


def test_an_orientation_that_lies_costs_nothing_but_time() -> None:
    zone = zone_on(GREY, 6)

    assert zone is not None
    assert zone.lines == LINES["clean.jpg"]
    assert zone.angle == pytest.approx(0, abs=1)


@pytest.mark.parametrize("degrees", [-16, -9, 9, 16, 80, 187])
def test_a_tilted_page_is_read(degrees: float) -> None:
    tilted = turned(as_stored(GREY), degrees).grey

    zone = zone_on(tilted)

    assert zone is not None
    assert (zone.repaired or zone.lines) == LINES["clean.jpg"]
    assert (zone.angle + degrees + 5) % 360 == pytest.approx(5, abs=1)


def test_corners_go_clockwise_from_the_first_sign() -> None:
    zone = find_zone(GREY)
    assert zone is not None
    (left, top), (right, _), (_, bottom), _ = zone.corners

    assert left < right
    assert top < bottom
    assert zone.box == (left, top, right - left, zone.box[3])


def test_a_small_page_whose_signs_touch_is_read_or_doubtful() -> None:
    scale = 6.0 / (zone_on(GREY).box[2] / 44)  # type: ignore[union-attr]
    small = np.asarray(
        cv2.resize(GREY, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
    )

    zone = zone_on(small)

    assert zone is not None
    assert zone.lines == LINES["clean.jpg"] or zone.is_doubtful
    assert (zone.repaired or zone.lines) == LINES["clean.jpg"]


@given(
    orientation=st.integers(0, 9),
    degrees=st.sampled_from([0.0, 10.0, 90.0, 180.0, 200.0, 270.0]),
    scale=st.sampled_from([0.5, 1.0, 2.0]),
    spot=st.tuples(st.integers(20, 60), st.integers(20, 40)),
)
def test_a_spot_seen_in_a_view_is_found_on_the_page(
    orientation: int, degrees: float, scale: float, spot: tuple[int, int]
) -> None:
    page = np.zeros((60, 80), np.uint8)
    page[spot[1] - 4 : spot[1] + 5, spot[0] - 4 : spot[0] + 5] = 255

    view = turned(oriented(scaled(as_stored(page), scale), orientation), degrees)
    y, x = np.argwhere(view.grey > 127).mean(axis=0)
    (found,) = view.on_page(((round(x), round(y)),))

    assert found == pytest.approx(spot, abs=2.5)
