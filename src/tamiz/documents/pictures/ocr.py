"""A second reader of zones, if the extra ``ocr`` is installed: RapidOCR, with the models of its wheel.

It never touches the network: the models are named by path, and without them it counts as not
installed. It is asked only where our own reading finds no zone or a doubtful one.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np
from msgspec import structs

from tamiz.documents.pictures.candidates import SHAPES
from tamiz.documents.pictures.letters import SIGNS, Image
from tamiz.documents.pictures.reading import ZoneFound, box_of, holds, in_alphabets, weak_share
from tamiz.documents.pictures.views import Points, View, as_stored, oriented, scaled, turned
from tamiz.documents.zone import NoZone, read_zone

if TYPE_CHECKING:
    from rapidocr import RapidOCR

MODELS = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}
LONGEST_SIDE = 1_600  # pixels: more costs seconds and wins nothing
MARGIN = 0.08  # of a found zone's width, around it
MOST_OFF = 4  # signs by which a line's longest run of fillers may be miscounted
LEAST_FILLERS = 1
MOST_WEAK = 0.2  # share of doubtful signs beyond which even a zone that holds is not believed
TEXT_LINES = 60  # of a page that are looked at as lines of a zone
_ALIKE = str.maketrans({"«": "<<", "‹": "<", "く": "<", "＜": "<", "〈": "<", "《": "<<", " ": ""})


class _Text(NamedTuple):
    text: str
    corners: Points


@cache
def is_installed() -> bool:
    """Whether the extra is there, its models with it."""
    folder = _folder()
    return (
        find_spec("onnxruntime") is not None
        and folder is not None
        and all((folder / name).is_file() for name in MODELS.values())
    )


def _folder() -> Path | None:
    spec = find_spec("rapidocr")
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) / "models" if places else None


@cache
def _engine() -> "RapidOCR":
    from rapidocr import RapidOCR  # noqa: PLC0415 - takes a second and 300 MB: only where needed

    folder = _folder()
    if folder is None:
        raise ModuleNotFoundError("rapidocr")
    told: dict[str, object] = {
        f"{part}.model_path": str(folder / name) for part, name in MODELS.items()
    }
    for threads in ("intra_op_num_threads", "inter_op_num_threads"):
        told[f"EngineConfig.onnxruntime.{threads}"] = 1
    return RapidOCR(params={"Global.log_level": "error", **told})


def read_again(grey: Image, own: ZoneFound | None, orientation: int) -> ZoneFound | None:
    """The better of our reading and RapidOCR's; without a doubt only where both agree."""
    if own is None:
        return zone_by_ocr(grey, None, orientation)
    is_likely = holds(_best(own)) and weak_share(own) <= MOST_WEAK
    other = zone_by_ocr(grey, own)
    if not is_likely and (other is None or not holds(_best(other))):
        other = zone_by_ocr(grey, None, orientation)
    if other is None or not holds(_best(other)):
        return own
    if _best(other) in {own.lines, own.repaired}:
        return structs.replace(
            own, lines=_best(other), repaired=(), doubtful=(), is_doubtful=False, engine="both"
        )
    return own if is_likely else other


def _best(zone: ZoneFound) -> tuple[str, ...]:
    return zone.repaired or zone.lines


def zone_by_ocr(grey: Image, own: ZoneFound | None, orientation: int = 1) -> ZoneFound | None:
    """The zone as RapidOCR reads it, always doubtful; around ``own``'s where one was found."""
    view = oriented(as_stored(grey), orientation) if own is None else _around(grey, own)
    view = scaled(view, min(1.0, LONGEST_SIDE / max(view.grey.shape)))
    found = next(_zones(_texts(view.grey)), None)
    if found is None:
        return None
    lines, rows = found
    (left, right), (low_right, low_left) = rows[0].corners[:2], rows[-1].corners[2:]
    corners = view.on_page((left, right, low_right, low_left))
    (x, y), (x_end, y_end) = corners[:2]
    angle = (float(np.degrees(np.arctan2(y_end - y, x_end - x))) + 45) % 360 - 45
    box = box_of(corners, grey.shape)
    repaired = in_alphabets(lines)
    repaired = () if repaired == lines else repaired
    return ZoneFound(lines, box, round(angle, 1), (), True, repaired, corners, "rapidocr")


def _around(grey: Image, own: ZoneFound) -> View:
    """The part of the page around a zone, upright."""
    x, y, width, height = own.box
    edge = int(max(width, height) * MARGIN)
    left, top = max(0, x - edge), max(0, y - edge)
    part = grey[top : y + height + edge, left : x + width + edge]
    back = np.array(((1, 0, left), (0, 1, top)), np.float64)
    return turned(View(part, back), own.angle % 360)


def _texts(grey: Image) -> list[_Text]:
    read = _engine()(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR))
    if read.boxes is None or read.txts is None:
        return []
    return [
        _Text(_signs(text), tuple((int(x), int(y)) for x, y in box))
        for box, text in list(zip(read.boxes, read.txts, strict=True))[:TEXT_LINES]
    ]


def _signs(text: str) -> str:
    return "".join(sign for sign in text.translate(_ALIKE).upper() if sign in SIGNS)


def _zones(texts: Sequence[_Text]) -> Iterator[tuple[tuple[str, ...], list[_Text]]]:
    """Lines that follow each other and read as a zone, those that hold first."""
    found = []
    for width, count in SHAPES:
        likely = _downwards([one for one in texts if _fitted(one.text, width)])
        for at in range(len(likely) - count + 1):
            rows = likely[at : at + count]
            lines = tuple(_fitted(one.text, width) for one in rows)
            if _follow(rows) and not isinstance(read_zone(lines), NoZone):
                found.append((lines, rows))
    yield from sorted(found, key=lambda one: not holds(in_alphabets(one[0])))


def _fitted(text: str, width: int) -> str:
    """The text with its longest run of fillers made as long as the line needs; or nothing."""
    off = width - len(text)
    run = max((one for one in _runs(text)), key=lambda one: one[1] - one[0], default=(0, 0))
    if off == 0:
        return text
    if abs(off) > MOST_OFF or run[1] - run[0] + min(off, 0) < LEAST_FILLERS:
        return ""
    return text[: run[0]] + "<" * (run[1] - run[0] + off) + text[run[1] :]


def _runs(text: str) -> Iterator[tuple[int, int]]:
    ends = [0, *(at for at in range(1, len(text)) if text[at] != text[at - 1]), len(text)]
    return ((a, b) for a, b in pairwise(ends) if a < b and text[a] == "<")


def _downwards(texts: list[_Text]) -> list[_Text]:
    """The texts in the order in which they stand for one who reads the first upright."""
    if not texts:
        return []
    down = np.subtract(texts[0].corners[3], texts[0].corners[0])
    return sorted(texts, key=lambda one: float(np.mean(one.corners, axis=0) @ down))


def _follow(rows: Sequence[_Text]) -> bool:
    """Whether each row lies close under the one before."""
    for upper, lower in pairwise(rows):
        high = np.hypot(*np.subtract(upper.corners[3], upper.corners[0]))
        apart = np.hypot(*np.subtract(lower.corners[0], upper.corners[0]))
        if not 0 < apart < 4 * high:
            return False
    return True
