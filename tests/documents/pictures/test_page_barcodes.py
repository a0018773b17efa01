"""Barcodes on pages without a zone, turned by as much as a hasty scan is."""

import cv2
import numpy as np
import pytest
import zxingcpp

from tamiz.documents.pictures.barcodes import barcodes_on, bars_angle
from tamiz.documents.pictures.letters import Image
from tamiz.documents.pictures.views import as_stored, turned

TEXT = "04567891-2 REYES AMAYA MARTA LUCIA 1985-05-04 SAN SALVADOR " * 2


def page() -> Image:
    made = zxingcpp.create_barcode(TEXT, zxingcpp.BarcodeFormat.PDF417)
    code = np.array(made.to_image(scale=3))
    grey = np.full((900, 1200), 235, np.uint8)
    grey[100 : 100 + code.shape[0], 120 : 120 + code.shape[1]] = code
    for row in range(8):
        at = (150, 480 + 45 * row)
        cv2.putText(grey, "SOME PRINT OF AN OFFICE", at, cv2.FONT_HERSHEY_SIMPLEX, 1, 40, 2)
    return grey


def tilted(degrees: float) -> Image:
    grey = turned(as_stored(page()), degrees % 360).grey
    noise = np.random.default_rng(5).normal(0, 5, grey.shape)
    blurred = np.asarray(cv2.GaussianBlur(grey, (0, 0), 0.7), np.float64)
    return np.asarray(np.clip(blurred + noise, 0, 255), np.uint8)


@pytest.mark.parametrize("degrees", [0, 7, -9, 11, 13, -15, 25, 100, 188])
def test_a_tilted_pdf417_is_read(degrees: float) -> None:
    found = barcodes_on(tilted(degrees), None)

    assert [(one.format, one.text) for one in found] == [("PDF417", TEXT)]


@pytest.mark.parametrize("degrees", [-15, -7, 7, 15])
def test_its_box_is_on_the_page_as_stored(degrees: float) -> None:
    grey = tilted(degrees)

    x, y, width, height = barcodes_on(grey, None)[0].box

    outside = grey.copy()
    outside[y : y + height, x : x + width] = 235
    assert bars_angle(outside) is None


def test_print_alone_has_no_bars() -> None:
    grey = page()
    grey[90:400, 100:800] = 235

    assert bars_angle(grey) is None
    assert barcodes_on(grey, None) == ()
