"""Trains the small network that reads the signs of machine-readable zones.

    python scripts/train_zone_letters.py OCRB.otf src/tamiz/documents/pictures/zone_letters.npz

The font is Debian's package fonts-ocr-b (Norbert Schwarz's OCR-B; "You may freely use, modify
and/or distribute this file, without limitation"; tools around it public domain):
``apt-get download fonts-ocr-b && dpkg-deb -x fonts-ocr-b_*.deb there``; the file is
``usr/share/fonts/opentype/ocr-b/OCRB.otf``. Same seed, same weights on the same machine.
"""

import sys
from pathlib import Path

import cv2
import numpy as np
from PIL import Image as Pictures
from PIL import ImageDraw, ImageFont

from tamiz.documents.pictures.letters import BLANK, SIGNS, Floats, Image, cut_cells

SEED = 9303
LINES = 3_000
SIGNS_A_LINE = 30
MORE_FILLERS = 0.12  # share of signs that are made fillers
EMPTY = 0.03  # share of cells that are left empty
HIDDEN = 96
EPOCHS = 9
BATCH = 256
CAPITAL_TO_PITCH = 0.96  # 2.44 mm high capitals every 2.54 mm (Doc 9303-3, 4.4)


def drawn_line(text: str, font: ImageFont.FreeTypeFont, pitch: float) -> Image:
    """Dark signs every ``pitch`` pixels, the first one's middle at 1.5 pitches."""
    size = (int(pitch * (len(text) + 2)), int(pitch * 3))
    picture = Pictures.new("L", size, 255)
    draw = ImageDraw.Draw(picture)
    top, bottom = font.getbbox("H")[1::2]
    for at, sign in enumerate(text):
        x = pitch * (at + 1.5) - font.getlength(sign) / 2
        draw.text((x, pitch * 1.5 - (top + bottom) / 2), sign, font=font, fill=0)
    return np.asarray(picture, np.uint8)


def worn(grey: Image, rng: np.random.Generator, pitch: float) -> Image:
    """The line with other strokes, contrast, sharpness, resolution, light and noise."""
    stroke = int(rng.integers(-2, 3))
    if stroke:
        kernel = np.ones((1 + abs(stroke), 1 + abs(stroke)), np.uint8)
        grey = np.asarray((cv2.erode if stroke > 0 else cv2.dilate)(grey, kernel), np.uint8)
    target = float(rng.uniform(8, 26))
    scale = target / pitch
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), float(rng.uniform(0.1, 0.09 * target)))
    ink, paper = rng.uniform(0, 110), rng.uniform(150, 255)
    light = np.asarray(small, np.float32) / 255 * (paper - ink) + ink
    across = np.linspace(-1, 1, light.shape[1]) * rng.uniform(-30, 30)
    waves = np.sin(np.arange(light.shape[1]) * rng.uniform(0.1, 1.0)) * rng.uniform(0, 12)
    light = light + across + waves + rng.normal(0, rng.uniform(0, 14), light.shape)
    return np.clip(cv2.resize(light, grey.shape[::-1]), 0, 255).astype(np.uint8)


def samples(font_path: str, rng: np.random.Generator) -> tuple[Floats, np.ndarray]:
    """Cells and the numbers of their signs."""
    pitch = 40.0
    fonts = []
    for size in range(30, 90):
        font = ImageFont.truetype(font_path, size)
        left_top_right_bottom = font.getbbox("H")
        ratio = (left_top_right_bottom[3] - left_top_right_bottom[1]) / pitch
        if 0.88 * CAPITAL_TO_PITCH <= ratio <= 1.1 * CAPITAL_TO_PITCH:
            fonts.append(font)
    cells, wanted = [], []
    for _ in range(LINES):
        numbers = rng.integers(0, len(SIGNS), SIGNS_A_LINE)
        numbers[rng.random(SIGNS_A_LINE) < MORE_FILLERS] = SIGNS.index("<")
        blanks = rng.random(SIGNS_A_LINE) < EMPTY
        text = "".join(" " if no else SIGNS[at] for at, no in zip(numbers, blanks, strict=True))
        line = worn(drawn_line(text, fonts[int(rng.integers(len(fonts)))], pitch), rng, pitch)
        turn, grow = rng.normal(0, 0.025), rng.normal(1, 0.03)
        centres = np.stack([pitch * (np.arange(SIGNS_A_LINE) + 1.5), np.full(SIGNS_A_LINE, 60)], 1)
        centres = centres + rng.normal(0, 0.06 * pitch, centres.shape)
        steps = np.tile([pitch * grow, pitch * turn], (SIGNS_A_LINE, 1))
        cells.append(cut_cells(line, centres.astype(np.float32), steps.astype(np.float32)))
        wanted.append(np.where(blanks, BLANK, numbers))
    return np.concatenate(cells), np.concatenate(wanted)


def trained(cells: Floats, wanted: np.ndarray, rng: np.random.Generator) -> dict[str, Floats]:
    """The weights after ``EPOCHS`` rounds of Adam."""
    inputs, classes = cells.shape[1], BLANK + 1
    sizes = {"w1": (inputs, HIDDEN), "b1": (HIDDEN,), "w2": (HIDDEN, classes), "b2": (classes,)}
    spread = {"w1": (2 / inputs) ** 0.5, "b1": 0.0, "w2": (2 / HIDDEN) ** 0.5, "b2": 0.0}
    net = {name: rng.normal(0, spread[name], sizes[name]).astype(np.float32) for name in sizes}
    first = {name: np.zeros_like(one) for name, one in net.items()}
    second = {name: np.zeros_like(one) for name, one in net.items()}
    rounds = EPOCHS * (len(cells) // BATCH)
    step = 0
    for _ in range(EPOCHS):
        order = rng.permutation(len(cells))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            step += 1
            slopes = slopes_of(
                net, *(each[order[start : start + BATCH]] for each in (cells, wanted))
            )
            rate = 0.002 * (1 - step / (rounds + 1))
            for name, slope in slopes.items():
                first[name] += 0.1 * (slope - first[name])
                second[name] += 0.001 * (slope * slope - second[name])
                mean, square = first[name] / (1 - 0.9**step), second[name] / (1 - 0.999**step)
                net[name] -= (rate * mean / (np.sqrt(square) + 1e-8)).astype(np.float32)
    return net


def slopes_of(net: dict[str, Floats], cells: Floats, wanted: np.ndarray) -> dict[str, Floats]:
    """How the loss (cross-entropy) changes with each weight."""
    hidden = np.maximum(cells @ net["w1"] + net["b1"], 0)
    scores = hidden @ net["w2"] + net["b2"]
    chances = np.exp(scores - scores.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    chances[np.arange(len(wanted)), wanted] -= 1
    chances /= len(wanted)
    back = (chances @ net["w2"].T) * (hidden > 0)
    return {
        "w1": cells.T @ back + 1e-5 * net["w1"],
        "b1": back.sum(0),
        "w2": hidden.T @ chances + 1e-5 * net["w2"],
        "b2": chances.sum(0),
    }


def main(font_path: str, target: str) -> None:
    """Train, tell the share of right signs among the last tenth, write."""
    cv2.setNumThreads(1)
    rng = np.random.default_rng(SEED)
    cells, wanted = samples(font_path, rng)
    kept = len(cells) // 10
    net = trained(cells[:-kept], wanted[:-kept], rng)
    hidden = np.maximum(cells[-kept:] @ net["w1"] + net["b1"], 0)
    right = (hidden @ net["w2"] + net["b2"]).argmax(1) == wanted[-kept:]
    print(f"{len(cells)} cells; right of the {kept} held out: {right.mean():.4f}")
    with Path(target).open("wb") as file:
        np.savez_compressed(file, **{name: one.astype(np.float16) for name, one in net.items()})


if __name__ == "__main__":
    main(*sys.argv[1:])
