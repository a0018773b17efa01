"""Zones read from pictures: exact, repaired, sure, silently wrong, CPU time; peers beside; hashes.

    PYTHONPATH=bench python bench/pictures.py --font OCRB.otf [--pictures FOLDER --truth TRUTH.tsv]

The synthetic set is drawn here from invented data: clean scans, phone-like pictures and hard ones
(14 degrees, perspective, 110 to 150 dpi, blur, noise, glare). TRUTH.tsv has a file's name and its
lines, tab-separated; with it, hashes of pages and portraits are measured as well. Font: Debian's
fonts-ocr-b; the training script used it too, so the real specimens count first.
"""

import argparse
import io
import os
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as in the child; read when numpy is imported
os.environ["OMP_THREAD_LIMIT"] = "1"  # the same for tesseract

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from picture_hashes import measure_hashes
from picture_readers import Reader, installed_readers
from tamiz.documents.zone import ZoneData, ZoneFormat, write_zone

SEED = 4
EACH = 10
DPI = {"clean": (200, 300), "phone": (150, 220), "hard": (110, 150)}
NAMES = ("Reyes Amaya", "Kovalenko", "Ibarra", "Solis Quiroga", "Wexley", "Zubiria")
GIVEN = ("Marta Lucia", "Oleksandr", "Jose Maria", "Xenia", "Felix Boris")


class Case(NamedTuple):
    """A picture and the lines that it shows."""

    group: str
    data: bytes
    lines: tuple[str, ...]


def invented(rng: np.random.Generator) -> tuple[str, ...]:
    """A zone of a person who does not exist, in one of the three shapes."""
    shape = (ZoneFormat.TD3, ZoneFormat.TD1, ZoneFormat.TD2)[int(rng.integers(3))]
    return write_zone(
        ZoneData(
            format=shape,
            document_code="P" if shape is ZoneFormat.TD3 else "I",
            issuing_state="SLV",
            nationality="SLV",
            primary_identifier=NAMES[int(rng.integers(len(NAMES)))],
            secondary_identifier=GIVEN[int(rng.integers(len(GIVEN)))],
            number="".join(rng.choice(list("ABCDEFGHJK0123456789"), 9)),
            birth_date=f"{rng.integers(60, 99)}{rng.integers(1, 13):02}{rng.integers(1, 29):02}",
            sex=str(rng.choice(["M", "F"])),
            expiry_date=f"{rng.integers(27, 36)}{rng.integers(1, 13):02}{rng.integers(1, 29):02}",
        )
    )


def page_with(lines: tuple[str, ...], font_path: str, dpi: float) -> np.ndarray:
    """A page with a photograph-like square, some print, and the zone at its foot."""
    pitch = dpi / 10
    width, height = int(pitch * (len(lines[0]) + 4)), int(pitch * 32)
    picture = Image.new("L", (width, height), 215)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((pitch * 2, pitch * 4, pitch * 13, pitch * 18), fill=120)
    font = ImageFont.truetype(font_path, round(pitch * 1.35))
    for at, word in enumerate(("REPUBLIC OF NOWHERE", "Surname / Apellidos", "Given names")):
        draw.text((pitch * 15, pitch * (4 + 4 * at)), word, font=font, fill=60)
    for row, line in enumerate(lines):
        for column, sign in enumerate(line):
            x = pitch * (column + 2.5) - font.getlength(sign) / 2
            draw.text((x, pitch * (22.5 + 2.5 * row)), sign, font=font, fill=30)
    return np.asarray(picture, np.uint8)


def spoilt(page: np.ndarray, group: str, rng: np.random.Generator) -> np.ndarray:
    """The page as a scanner, a telephone, or a bad telephone shows it."""
    degree = {"clean": 0.0, "phone": 0.5, "hard": 1.0}[group]
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-14, 14) * degree, 0.85)
    lean = np.eye(3)
    lean[2, :2] = rng.uniform(-8e-5, 8e-5, 2) * degree
    both = lean @ np.vstack([turn, [0, 0, 1]])
    grey = np.asarray(cv2.warpPerspective(page, both, (width, height), borderValue=90), np.float64)
    if degree:
        sharp = 0.4 + 0.9 * degree * rng.random()
        grey = np.asarray(cv2.GaussianBlur(grey, (0, 0), sharp), np.float64)
        x, y = np.meshgrid(np.arange(width), np.arange(height))
        spot = (x - width * rng.random()) ** 2 + (y - height * rng.random()) ** 2
        grey += 90 * degree * np.exp(-spot / (0.2 * width) ** 2)
    noisy = grey + rng.normal(0, 2 + 10 * degree, grey.shape)
    return np.asarray(np.clip(noisy, 0, 255), np.uint8)


def synthetic(font_path: str) -> Iterator[Case]:
    """``EACH`` pictures of each group as JPEG."""
    rng = np.random.default_rng(SEED)
    for group, dpi in DPI.items():
        for _ in range(EACH):
            lines = invented(rng)
            page = spoilt(page_with(lines, font_path, rng.uniform(*dpi)), group, rng)
            target = io.BytesIO()
            Image.fromarray(page).save(target, "JPEG", quality=80)
            yield Case(group, target.getvalue(), lines)


def real(folder: Path, truth: Path) -> Iterator[Case]:
    """Pictures with a transcription."""
    for row in truth.read_text(encoding="utf-8").splitlines():
        name, *lines = row.split("\t")
        yield Case("real", (folder / name).read_bytes(), tuple(lines))


def measure(name: str, read: Reader, cases: list[Case]) -> None:
    """One line of figures for each group."""
    for group in dict.fromkeys(case.group for case in cases):
        raw = repaired = sure = silent = 0
        spent = []
        mine = [case for case in cases if case.group == group]
        for case in mine:
            start = _cpu()
            told = read(case.data)
            spent.append((_cpu() - start) * 1000)
            raw += told is not None and told.lines == case.lines
            repaired += told is not None and told.repaired == case.lines
            sure += told is not None and told.is_sure
            silent += told is not None and told.is_sure and told.repaired != case.lines
        p95 = sorted(spent)[int(0.95 * (len(spent) - 1))]
        print(
            f"{name:14} {group:6} {len(mine):3} pictures: exact raw {raw}, repaired {repaired}, "
            f"sure {sure}, silently wrong {silent}; "
            f"CPU ms median {statistics.median(spent):.0f}, p95 {p95:.0f}",
            flush=True,
        )


def _cpu() -> float:
    """Seconds of this process and of those it started and waited for."""
    return sum(os.times()[:4])


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--font")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--truth", type=Path)
    given = parser.parse_args()
    cv2.setNumThreads(1)
    cases = list(synthetic(given.font)) if given.font else []
    if given.pictures and given.truth:
        cases += real(given.pictures, given.truth)
    for name, read in installed_readers():
        if cases:
            read(cases[0].data)  # models are loaded once
        measure(name, read, cases)
    if given.pictures and given.truth:
        names = [row.split("\t")[0] for row in given.truth.read_text("utf-8").splitlines()]
        measure_hashes(given.pictures, names)


if __name__ == "__main__":
    main()
