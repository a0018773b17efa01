"""Draws the invented documents of the demonstration.

    python scripts/make_demo_papers.py OCRB.otf DejaVuSans.ttf src/tamiz/demo/papers

The applicants of ``story.toml`` with a ``paper`` get a page each. Nothing on it is like a real
State's passport but the places of portrait and zone (Doc 9303-4), and it says that it is invented.
The first font is that of ``train_zone_letters.py``, the other Debian's fonts-dejavu-core.
"""

import sys
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from tamiz.demo.story import Applicant, read_story

Grey = NDArray[np.uint8]

MM = 10  # pixels: 254 dpi
SIZE = (125 * MM, 88 * MM)  # a page of a passport, ISO/IEC 7810 ID-3
PITCH = 2.54 * MM  # Doc 9303-4, 4.2.1: ten signs an inch
ZONE_LEFT, ZONE_LINES = 6.6 * MM, (68.5 * MM, 75 * MM)
# What happens to a page between its making and the scan.
LOOKS = {
    "clean": {"turn": 0.6, "blur": 0.0, "noise": 2.0, "fade": 1.0, "stain": 0.0},
    "worn": {"turn": -3.5, "blur": 2.0, "noise": 7.0, "fade": 0.55, "stain": 0.5},
    "unreadable": {"turn": 4.0, "blur": 4.2, "noise": 9.0, "fade": 0.3, "stain": 0.85},
}


def main() -> None:
    """Draw every page that the story asks for."""
    font, print_font, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    folder.mkdir(exist_ok=True)
    for at, applicant in enumerate(read_story().applicant):
        if applicant.paper:
            rng = np.random.default_rng(at)
            page = scanned(
                drawn(applicant, font, print_font, rng), LOOKS[applicant.paper["look"]], rng
            )
            Image.fromarray(page).save(folder / f"{applicant.key}.jpg", quality=60)


def drawn(applicant: Applicant, font: str, print_font: str, rng: np.random.Generator) -> Grey:
    """The page as it left the press."""
    page = Image.fromarray(background(rng))
    pen = ImageDraw.Draw(page)
    small, large = (ImageFont.truetype(print_font, size) for size in (20, 32))
    pen.text((40, 24), "INVENTED DOCUMENT / DOCUMENTO INVENTADO", 40, large)
    portrait(pen, rng)
    printed = {
        "Type / Tipo": "P", "No.": applicant.row["doc_number"],
        "Name / Nombre": " ".join(applicant.row.get(one, "") for one in (
            "name", "given_names", "paternal_surname", "maternal_surname")).split("  ")[0].strip(),
        "Born / Nac.": applicant.row["birth_date"], "Issued / Exp.": applicant.row["doc_issued"],
        "Expires / Vence": applicant.row["doc_expires"],
    }  # fmt: skip
    for row, (label, text) in enumerate(printed.items()):
        pen.text((460, 110 + row * 76), label, 110, small)
        pen.text((460, 134 + row * 76), text, 20, large)
    zone(pen, applicant.paper.get("zone") or applicant.row["mrz"], font)
    return np.asarray(page, np.uint8)


def background(rng: np.random.Generator) -> Grey:
    """Waves, as on safety paper."""
    x, y = np.meshgrid(np.arange(SIZE[0]), np.arange(SIZE[1]))
    waves = np.sin(x / 9 + 3 * np.sin(y / 41 + rng.random() * 6)) + np.sin(y / 7 + x / 60)
    page = 232 + 7 * waves
    page[int(66 * MM) :] = 244  # Doc 9303-3, 4.1: the zone's ground is plain
    return np.clip(page, 0, 255).astype(np.uint8)


def portrait(pen: ImageDraw.ImageDraw, rng: np.random.Generator) -> None:
    """A head that is nobody's, in the portrait's place (Doc 9303-4, 3: zone V)."""
    left, top, right, bottom = 50, 100, 400, 550
    pen.rectangle(
        (left, top, right, bottom), fill=int(rng.integers(150, 235)), outline=120, width=2
    )
    for _ in range(5):  # a room behind: no two portraits are taken in one place
        x, y = (int(rng.integers(low, high - 60)) for low, high in ((left, right), (top, bottom)))
        wall = (x, y, min(x + int(rng.integers(40, 150)), right), min(y + 150, bottom))
        pen.rectangle(wall, fill=int(rng.integers(90, 245)))
    wide, high = 70 + rng.integers(0, 30), 95 + rng.integers(0, 40)
    middle = ((left + right) / 2 + rng.integers(-25, 25), 290 + rng.integers(-35, 30))
    pen.chord((80, 440, 370, 660), 180, 360, int(rng.integers(60, 120)))  # shoulders
    pen.ellipse((middle[0] - wide, middle[1] - high, middle[0] + wide, middle[1] + high), fill=165)
    hair = int(rng.integers(20, 90))
    pen.chord(
        (middle[0] - wide, middle[1] - high - 14, middle[0] + wide, middle[1] + 40), 180, 360, hair
    )
    for side in (-1, 1):
        eye = middle[0] + side * wide * 0.42
        pen.ellipse((eye - 11, middle[1] - 8, eye + 11, middle[1] + 8), fill=40)
    pen.arc((middle[0] - 34, middle[1] + 30, middle[0] + 34, middle[1] + 66), 15, 165, 60, 5)


def zone(pen: ImageDraw.ImageDraw, text: str, font: str) -> None:
    """The lines of the zone, sign by sign at their pitch."""
    letters = ImageFont.truetype(font, 41)
    for y, line in zip(ZONE_LINES, text.split("|"), strict=True):
        for at, sign in enumerate(line):
            pen.text((ZONE_LEFT + at * PITCH, y), sign, 15, letters)


def scanned(page: Grey, look: dict[str, float], rng: np.random.Generator) -> Grey:
    """The page after use, on a scanner's glass."""
    height, width = page.shape
    faded = 255 - (255 - page.astype(np.float32)) * look["fade"]
    if look["stain"]:
        y, x = np.mgrid[0:height, 0:width]
        spot = np.exp(-(((x - width * 0.63) / 300) ** 2) - (((y - height * 0.86) / 60) ** 2))
        faded = faded * (1 - look["stain"] * spot) + 120 * look["stain"] * spot
    if look["blur"]:
        faded = cv2.GaussianBlur(faded, (0, 0), look["blur"])
    glass = np.full((height + 120, width + 120), 250, np.float32)
    glass[60 : 60 + height, 60 : 60 + width] = faded
    middle = (glass.shape[1] / 2, glass.shape[0] / 2)
    turn = cv2.getRotationMatrix2D(middle, look["turn"], 1.0)
    turned = cv2.warpAffine(glass, turn, glass.shape[::-1], borderValue=250)
    return np.clip(turned + rng.normal(0, look["noise"], glass.shape), 0, 255).astype(np.uint8)


if __name__ == "__main__":
    main()
