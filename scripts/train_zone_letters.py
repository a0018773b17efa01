r"""Trains the small network that reads the signs of machine-readable zones.

    python scripts/train_zone_letters.py src/tamiz/documents/pictures/zone_letters.npz \
        OCRB.otf DejaVuSansMono.ttf

The first font is Debian's package fonts-ocr-b (Norbert Schwarz's OCR-B; "You may freely use,
modify and/or distribute this file, without limitation"; tools around it public domain):
``apt-get download fonts-ocr-b && dpkg-deb -x fonts-ocr-b_*.deb there``; the file is
``usr/share/fonts/opentype/ocr-b/OCRB.otf``. A tenth of the lines are in the others (Debian's
fonts-dejavu-core; free, licence of Bitstream Vera). Same seed, same weights on the same machine.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from PIL import Image as Pictures
from PIL import ImageDraw, ImageFont

from tamiz.documents.pictures.letters import (
    BLANK,
    CELL,
    SIGNS,
    STRIDE,
    WINDOWS,
    Floats,
    Image,
    Stance,
    Weights,
    cut_cells,
    layers,
)

SEED = 9303
LINES = 8_000
SIGNS_A_LINE = 30
MORE_FILLERS = 0.12  # share of signs that are made fillers
EMPTY = 0.03  # share of cells that are left empty
OTHER_FONTS = 0.1  # share of lines in the other fonts: some cards are not printed in OCR-B
PITCHES = (4.8, 26.0)  # pixels from sign to sign, as the picture has them
JPEG, ENLARGED, AVERAGED = 0.6, 0.4, 0.7  # shares of lines that go through each
HEIGHTS = (0.85, 1.12)  # of capitals, as shares of what they are to be
MAPS = (12, 32)
HIDDEN = 96
DECAY = 1e-5
EPOCHS = 8
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


def worn(grey: Image, rng: np.random.Generator, pitch: float) -> tuple[Image, float]:
    """The line as a bad camera keeps it, and its scale: strokes, light, blur, noise, JPEG."""
    stroke = int(rng.integers(-3, 4))
    if stroke:
        kernel = np.ones((1 + abs(stroke), 1 + abs(stroke)), np.uint8)
        grey = np.asarray((cv2.erode if stroke > 0 else cv2.dilate)(grey, kernel), np.uint8)
    target = float(np.exp(rng.uniform(*np.log(PITCHES))))
    scale = target / pitch
    way = cv2.INTER_AREA if rng.random() < AVERAGED else cv2.INTER_LINEAR
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=way)
    small = cv2.GaussianBlur(small, (0, 0), float(rng.uniform(0.1, 0.25 + 0.08 * target)))
    ink, paper = rng.uniform(0, 110), rng.uniform(150, 255)
    light = np.asarray(small, np.float32) / 255 * (paper - ink) + ink
    light = light + pattern(light.shape, rng) + rng.normal(0, rng.uniform(0, 14), light.shape)
    kept = np.clip(light, 0, 255).astype(np.uint8)
    if rng.random() < JPEG:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 95))]
        kept = np.asarray(cv2.imdecode(cv2.imencode(".jpg", kept, quality)[1], 0), np.uint8)
    if rng.random() < ENLARGED:  # enlarged by a program, as small pictures are
        more = float(rng.uniform(1.2, 3.0))
        kept = np.asarray(cv2.resize(kept, None, fx=more, fy=more, interpolation=2), np.uint8)
    return kept, kept.shape[1] / grey.shape[1]


def pattern(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """Uneven light, and the waves of security print in any direction."""
    y, x = np.mgrid[: shape[0], : shape[1]]
    turn, length = rng.uniform(0, np.pi), rng.uniform(3, 60)
    waves = np.sin((x * np.cos(turn) + y * np.sin(turn)) * 2 * np.pi / length)
    light = np.linspace(-1, 1, shape[1]) * rng.uniform(-30, 30)
    return np.asarray(light + waves * rng.uniform(0, 14))


def fonts_of(path: str, pitch: float) -> list[ImageFont.FreeTypeFont]:
    """The font at all sizes of which capitals are about as high as they are to be."""
    found = []
    for size in range(30, 90):
        font = ImageFont.truetype(path, size)
        top, bottom = font.getbbox("H")[1::2]
        if HEIGHTS[0] <= (bottom - top) / pitch / CAPITAL_TO_PITCH <= HEIGHTS[1]:
            found.append(font)
    return found


def samples(paths: Sequence[str], rng: np.random.Generator) -> tuple[Floats, np.ndarray]:
    """Cells and the numbers of their signs."""
    pitch = 40.0
    fonts = [fonts_of(path, pitch) for path in paths]
    cells, wanted = [], []
    for _ in range(LINES):
        numbers = rng.integers(0, len(SIGNS), SIGNS_A_LINE)
        numbers[rng.random(SIGNS_A_LINE) < MORE_FILLERS] = SIGNS.index("<")
        blanks = rng.random(SIGNS_A_LINE) < EMPTY
        text = "".join(" " if no else SIGNS[at] for at, no in zip(numbers, blanks, strict=True))
        of = fonts[int(rng.integers(1, len(fonts)))] if rng.random() < OTHER_FONTS else fonts[0]
        drawn = drawn_line(text, of[int(rng.integers(len(of)))], pitch)
        line, scale = worn(drawn, rng, pitch)
        centres = np.stack([pitch * (np.arange(SIGNS_A_LINE) + 1.5), np.full(SIGNS_A_LINE, 60)], 1)
        centres = centres + rng.normal(0, 0.06 * pitch, centres.shape)
        steps = np.tile([pitch * rng.normal(1, 0.03), pitch * rng.normal(0, 0.025)], (len(text), 1))
        stance = Stance(tall=float(rng.normal(1, 0.04)), lean=float(rng.normal(0, 0.06)))
        places = ((one * scale).astype(np.float32) for one in (centres, steps))
        cells.append(cut_cells(line, *places, stance).astype(np.float16))
        wanted.append(np.where(blanks, BLANK, numbers))
    return np.concatenate(cells), np.concatenate(wanted)


def fresh(rng: np.random.Generator) -> Weights:
    """Weights by chance (He), biases of nothing."""
    flat = MAPS[1] * CELL[0] * CELL[1] // STRIDE**4
    inputs = (WINDOWS[0][0] ** 2, WINDOWS[1][0] ** 2 * MAPS[0], flat, HIDDEN)
    net: Weights = {}
    for at, (many, few) in enumerate(zip(inputs, (*MAPS, HIDDEN, BLANK + 1), strict=True), 1):
        net[f"w{at}"] = rng.normal(0, (2 / many) ** 0.5, (many, few)).astype(np.float32)
        net[f"b{at}"] = np.zeros(few, np.float32)
    return net


def trained(cells: Floats, wanted: np.ndarray, rng: np.random.Generator) -> Weights:
    """The weights after ``EPOCHS`` rounds of Adam."""
    net = fresh(rng)
    first = {name: np.zeros_like(one) for name, one in net.items()}
    second = {name: np.zeros_like(one) for name, one in net.items()}
    rounds = EPOCHS * (len(cells) // BATCH)
    step = 0
    for epoch in range(EPOCHS):
        order = rng.permutation(len(cells))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            step += 1
            some = order[start : start + BATCH]
            slopes = slopes_of(net, cells[some].astype(np.float32), wanted[some])
            rate = 0.002 * (1 - step / (rounds + 1))
            for name, slope in slopes.items():
                first[name] += 0.1 * (slope - first[name])
                second[name] += 0.001 * (slope * slope - second[name])
                mean, square = first[name] / (1 - 0.9**step), second[name] / (1 - 0.999**step)
                net[name] -= (rate * mean / (np.sqrt(square) + 1e-8)).astype(np.float32)
        print(f"round {epoch + 1} of {EPOCHS}", flush=True)
    return net


def slopes_of(net: Weights, cells: Floats, wanted: np.ndarray) -> Weights:
    """How the loss (cross-entropy) changes with each weight."""
    seen, maps_seen, flat, hidden, scores = layers(net, cells)
    chances = np.exp(scores - scores.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    chances[np.arange(len(wanted)), wanted] -= 1
    chances /= len(wanted)
    back = (chances @ net["w4"].T) * (hidden > 0)
    flat_back = ((back @ net["w3"].T) * (flat > 0)).reshape(-1, MAPS[1])
    maps = np.maximum(seen @ net["w1"] + net["b1"], 0)
    many = maps_seen.shape[-1]
    maps_back = unwindowed((flat_back @ net["w2"].T).reshape(maps_seen.shape), maps.shape)
    maps_back = (maps_back * (maps > 0)).reshape(-1, MAPS[0])
    return {
        "w1": seen.reshape(-1, seen.shape[-1]).T @ maps_back,
        "b1": maps_back.sum(0),
        "w2": maps_seen.reshape(-1, many).T @ flat_back,
        "b2": flat_back.sum(0),
        "w3": flat.T @ back + DECAY * net["w3"],
        "b3": back.sum(0),
        "w4": hidden.T @ chances + DECAY * net["w4"],
        "b4": chances.sum(0),
    }


def unwindowed(windows_back: Floats, shape: tuple[int, ...]) -> Floats:
    """What falls back on each point of the maps from all windows that saw it."""
    side, border = WINDOWS[1]
    count, height, width, channels = shape
    found = np.zeros((count, height + 2 * border, width + 2 * border, channels), np.float32)
    parts = windows_back.reshape(*windows_back.shape[:3], channels, side, side)
    rows, columns = parts.shape[1:3]
    for y, x in np.ndindex(side, side):
        found[:, y : y + STRIDE * rows : STRIDE, x : x + STRIDE * columns : STRIDE] += parts[
            ..., y, x
        ]
    return found[:, border:-border, border:-border]


def main(target: str, *font_paths: str) -> None:
    """Train, tell the share of right signs among the last twentieth, write."""
    rng = np.random.default_rng(SEED)
    cells, wanted = samples(font_paths, rng)
    kept = len(cells) // 20
    print(f"{len(cells)} cells", flush=True)
    net = trained(cells[:-kept], wanted[:-kept], rng)
    right = layers(net, cells[-kept:].astype(np.float32))[-1].argmax(1) == wanted[-kept:]
    print(f"right of the {kept} held out: {right.mean():.4f}")
    with Path(target).open("wb") as file:
        np.savez_compressed(file, **{name: one.astype(np.float16) for name, one in net.items()})


if __name__ == "__main__":
    main(*sys.argv[1:])
