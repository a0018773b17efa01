"""The portrait's area is found by the zone, upright, and its hash outlives copying."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from msgspec import structs
from PIL import Image as Pictures

from tamiz.documents.pictures.letters import Image
from tamiz.documents.pictures.portrait import perceptual_hash, portrait, portrait_hash
from tamiz.documents.pictures.search import zone_on
from tamiz.documents.pictures.views import as_stored, oriented, scaled, turned

CLEAN = np.array(Pictures.open(Path(__file__).with_name("data") / "clean.jpg").convert("L"))


def with_portrait(seed: int) -> Image:
    """The clean page with an invented portrait of blots where passports have theirs."""
    zone = zone_on(CLEAN)
    assert zone is not None
    (left, top), (right, _), _, _ = zone.corners
    pitch = (right - left) / (len(zone.lines[0]) + 0.4)
    x, y = left + 0.7 * pitch, top + 0.7 * pitch
    rng = np.random.default_rng(seed)
    blots = rng.integers(40, 230, (6, 5)).astype(np.uint8)
    box = [round(one) for one in (x, y - 20 * pitch, x + 12.5 * pitch, y - 5 * pitch)]
    size = (box[2] - box[0], box[3] - box[1])
    page = CLEAN.copy()
    page[max(0, box[1]) : box[3], box[0] : box[2]] = cv2.resize(
        blots, size, interpolation=cv2.INTER_CUBIC
    )[max(0, -box[1]) :]
    return page


def apart(one: str, other: str) -> int:
    assert one
    assert other
    return (int(one, 16) ^ int(other, 16)).bit_count()


def hashed(grey: Image) -> str:
    return portrait_hash(grey, zone_on(grey))


PAGE = with_portrait(1)


@pytest.mark.parametrize(
    "changed",
    [
        turned(as_stored(PAGE), 6).grey,
        turned(as_stored(PAGE), 90).grey,
        turned(as_stored(PAGE), 187).grey,
        scaled(as_stored(PAGE), 0.6).grey,
        np.asarray(cv2.GaussianBlur(PAGE, (0, 0), 1.0), np.uint8),
        (PAGE * 0.7 + 50).astype(np.uint8),
    ],
    ids=["tilted", "on its side", "upside down", "smaller", "blurred", "paler"],
)
def test_a_portrait_is_known_again(changed: Image) -> None:
    assert apart(hashed(PAGE), hashed(changed)) <= 8


def test_a_page_that_a_camera_mirrored_shows_the_same_portrait() -> None:
    mirrored = oriented(as_stored(PAGE), 2).grey

    assert apart(hashed(PAGE), portrait_hash(mirrored, zone_on(mirrored, 2))) <= 8


def test_other_portraits_differ() -> None:
    found = [hashed(with_portrait(seed)) for seed in range(1, 6)]

    assert min(apart(one, other) for one in found for other in found if one is not other) > 8


def test_a_card_of_three_lines_has_its_portrait_on_the_other_side() -> None:
    zone = zone_on(PAGE)
    assert zone is not None
    card = structs.replace(zone, lines=("<" * 30,) * 3)

    assert portrait_hash(PAGE, card) == ""


def test_a_page_without_a_zone_or_with_the_portrait_cut_off_has_none() -> None:
    zone = zone_on(PAGE)
    assert zone is not None
    top = zone.corners[0][1] - 40

    assert portrait_hash(PAGE, None) == ""
    assert hashed(np.ascontiguousarray(PAGE[top:])) == ""


def test_a_blank_picture_has_no_hash() -> None:
    noise = np.random.default_rng(3).normal(240, 12, (300, 400))
    specks = np.full((400, 600), 250, np.uint8)
    specks[100:103, 100:140] = 0

    assert perceptual_hash(np.full((50, 70), 99, np.uint8)) == ""
    assert perceptual_hash(np.clip(noise, 0, 255).astype(np.uint8)) == ""
    assert perceptual_hash(specks) == ""
    assert len(perceptual_hash(PAGE)) == 16


def test_the_area_is_cut_in_one_size() -> None:
    zone = zone_on(PAGE)
    assert zone is not None
    area = portrait(PAGE, zone)

    assert area is not None
    assert area.shape == (120, 100)
