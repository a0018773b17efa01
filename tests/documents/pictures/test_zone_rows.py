"""Blobs become rows, rows become lines of one zone that begin in one column."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pictures

from tamiz.documents.pictures.candidates import best_candidate
from tamiz.documents.pictures.letters import (
    BLANK,
    SIGNS,
    Floats,
    Image,
    Stance,
    cut_cells,
    log_chances,
)
from tamiz.documents.pictures.locate import LIKE_HEIGHT, STEEPEST, _followers, rows_of
from tamiz.documents.pictures.reading import find_zone, in_alphabets
from tamiz.documents.pictures.search import zone_on

DATA = Path(__file__).with_name("data")
GREY = np.array(Pictures.open(DATA / "clean.jpg").convert("L"))
LINES = next(
    tuple(row.split("\t")[1:])
    for row in (DATA / "lines.tsv").read_text(encoding="utf-8").splitlines()
    if row.startswith("clean.jpg")
)


def follower(blobs: Floats, at: int) -> int:
    """The plain way to say whom a blob is followed by."""
    x, y, _, height = blobs[at]
    for other in range(at + 1, len(blobs)):
        over = blobs[other, 0] - x
        allowed = min(STEEPEST * over, 0.5 * height) + 0.15 * height
        if (
            0.3 * height < over
            and blobs[other, 0] < x + 3.2 * height
            and abs(np.log(blobs[other, 3] / height)) < LIKE_HEIGHT
            and abs(blobs[other, 1] - y) < allowed
        ):
            return other
    return -1


@given(
    st.lists(
        st.tuples(st.integers(0, 200), st.integers(0, 60), st.just(5), st.integers(5, 20)),
        max_size=40,
    )
)
def test_each_blob_is_followed_by_the_nearest_that_may(found: list[tuple[int, ...]]) -> None:
    blobs = np.asarray(sorted(found), np.float32).reshape(-1, 4)

    assert _followers(blobs).tolist() == [follower(blobs, at) for at in range(len(blobs))]


def test_the_rows_of_a_page_have_the_pitch_of_its_zone() -> None:
    zone = find_zone(GREY)
    assert zone is not None
    pitch = zone.box[2] / (len(LINES[0]) + 0.4)

    rows = [row for row in rows_of(GREY) if row.last + 1 >= 0.9 * len(LINES[0])]

    assert len(rows) == len(LINES)
    assert [row.pitch for row in rows] == pytest.approx([pitch] * len(rows), rel=0.03)


def stretched(grey: Image, by: float) -> Image:
    height, width = grey.shape
    return np.array(Pictures.fromarray(grey).resize((width, round(height * by))))


@pytest.mark.parametrize("by", [0.75, 0.85, 1.15, 1.3])
def test_signs_too_tall_or_too_low_for_their_pitch_are_read(by: float) -> None:
    zone = zone_on(stretched(GREY, by))

    assert zone is not None
    assert (zone.repaired or zone.lines) == LINES


@pytest.mark.parametrize("line", range(len(LINES)))
def test_a_line_whose_first_sign_is_hidden_still_begins_with_the_others(line: int) -> None:
    found = best_candidate(GREY)
    assert found is not None
    row = found.lines[line].row
    (x, y), (step, _) = (one[0] for one in row.places(np.array([found.lines[line].start])))
    half = int(step * 0.55)
    hidden = GREY.copy()
    hidden[int(y) - 2 * half : int(y) + 2 * half, int(x) - half : int(x) + half] = 215

    zone = find_zone(hidden)

    assert zone is not None
    assert zone.is_doubtful
    assert in_alphabets(zone.lines)[line][1:] == LINES[line][1:]


def test_cells_lie_as_their_stance_says() -> None:
    grey = np.full((100, 200), 255, np.uint8)
    grey[40:60, 100:104] = 0
    centre, step = np.array([[100, 50]], np.float32), np.array([[20, 0]], np.float32)

    def middle(stance: Stance) -> float:
        dark = cut_cells(grey, centre, step, stance).reshape(32, 24) < 0
        return float(np.argwhere(dark)[:, 1].mean())

    assert middle(Stance(right=0.2)) == pytest.approx(middle(Stance()) - 4, abs=0.6)


def test_a_cell_with_nothing_in_it_is_blank() -> None:
    flat = np.full((60, 60), 200, np.uint8)
    cell = cut_cells(flat, np.array([[30, 30]], np.float32), np.array([[20, 0]], np.float32))

    assert int(log_chances(cell)[0].argmax()) == BLANK
    assert len(SIGNS) == BLANK
