"""Pictures drawn from invented data (``bench/pictures.py``): what they show is read."""

import io
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp
from PIL import Image

from tamiz.documents.pictures import Page, ZoneFound, find_zone, read_picture
from tamiz.documents.pictures.portrait import perceptual_hash

DATA = Path(__file__).with_name("data")
LINES = {
    name: tuple(lines)
    for name, *lines in (
        row.split("\t") for row in (DATA / "lines.tsv").read_text(encoding="utf-8").splitlines()
    )
}


def page(name: str) -> Page:
    return read_picture((DATA / name).read_bytes()).pages[0]


def zone(name: str) -> ZoneFound:
    found = page(name).zone
    assert found is not None
    return found


@pytest.mark.parametrize("name", LINES)
def test_a_zone_is_read_or_doubtful(name: str) -> None:
    found = zone(name)

    assert found.lines == LINES[name] or found.is_doubtful
    assert (found.repaired or found.lines) == LINES[name]


def test_the_box_lies_around_the_zone_and_within_the_page() -> None:
    found = page("clean.jpg")
    assert found.zone is not None
    x, y, width, height = found.zone.box

    assert x >= 0
    assert x + width <= found.width
    assert found.height / 2 < y < y + height <= found.height
    assert width > found.width / 2


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_on_its_side_is_read_and_the_box_is_where_the_zone_is(turns: int) -> None:
    grey = np.array(Image.open(DATA / "clean.jpg").convert("L"))
    target = io.BytesIO()
    Image.fromarray(np.rot90(grey, turns)).save(target, "PNG")

    turned = read_picture(target.getvalue()).pages[0]

    assert turned.zone is not None
    assert turned.zone.lines == LINES["clean.jpg"]
    x, y, width, height = turned.zone.box
    part = np.rot90(grey, turns)[y : y + height, x : x + width]
    again = find_zone(np.pad(np.rot90(part, -turns), 20, constant_values=215))
    assert again is not None
    assert again.lines == LINES["clean.jpg"]


def test_a_page_without_print_has_no_zone() -> None:
    noise = np.random.default_rng(2).integers(0, 255, (400, 600), np.uint8)

    assert find_zone(noise) is None
    assert find_zone(np.full((400, 600), 200, np.uint8)) is None


def test_a_sign_painted_over_is_told() -> None:
    grey = np.array(Image.open(DATA / "clean.jpg").convert("L"))
    x, y, width, height = zone("clean.jpg").box
    lines = LINES["clean.jpg"]
    pitch = width / len(lines[0])
    middle = int(x + pitch * (len(lines[0]) / 2))
    grey[y : y + height, middle - int(pitch) : middle + int(pitch)] = 60

    found = find_zone(grey)

    assert found is None or found.lines == lines or found.is_doubtful


@pytest.mark.parametrize("blur", [1.5, 2.0, 2.5, 3.0, 4.0])
@pytest.mark.parametrize("name", LINES)
def test_no_wrong_read_is_silent_however_blurred(name: str, blur: float) -> None:
    grey = np.array(Image.open(DATA / name).convert("L"))

    found = find_zone(np.asarray(cv2.GaussianBlur(grey, (0, 0), blur), np.uint8))

    assert found is None or found.lines == LINES[name] or found.is_doubtful


def test_a_barcode_is_read() -> None:
    code = zxingcpp.create_barcode("TAMIZ-4", zxingcpp.BarcodeFormat.QRCode)
    target = io.BytesIO()
    Image.fromarray(np.pad(np.array(code.to_image(scale=4)), 20, constant_values=255)).save(
        target, "PNG"
    )

    assert [one.text for one in read_picture(target.getvalue()).pages[0].barcodes] == ["TAMIZ-4"]


def test_the_hash_outlives_compression_and_tells_pictures_apart() -> None:
    grey = np.array(Image.open(DATA / "clean.jpg").convert("L"))
    small = np.asarray(cv2.resize(grey, None, fx=0.5, fy=0.5), np.uint8)
    first, same, other = (
        int(perceptual_hash(one), 16) for one in (grey, small, np.ascontiguousarray(grey[::-1]))
    )

    assert (first ^ same).bit_count() <= 6
    assert (first ^ other).bit_count() >= 12


def test_the_file_tells_its_software_device_and_time() -> None:
    exif = Image.Exif()
    exif[0x131], exif[0x110], exif[0x132] = "Paint 3", "Phone 9", "2024:01:02 03:04:05"
    target = io.BytesIO()
    Image.new("L", (40, 40), 200).save(target, "JPEG", exif=exif)

    facts = read_picture(target.getvalue()).pages[0].facts

    assert (facts.software, facts.device) == ("Paint 3", "Phone 9")
    assert facts.modified == "2024:01:02 03:04:05"
    assert len(facts.quantisation) == 16
