"""Where on a page a zone is looked for: upright, enlarged, on its sides, on a slant."""

from collections.abc import Iterator
from math import atan2, degrees

from msgspec import structs

from tamiz.documents.pictures.letters import Image
from tamiz.documents.pictures.reading import ZoneFound, box_of, find_zone, weak_share
from tamiz.documents.pictures.views import View, as_stored, oriented, scaled, turned
from tamiz.documents.zone import NoZone, read_zone

LONGEST_SIDE = 2_400  # pixels in which a zone is looked for: a page at 200 dpi
SMALL_SIDE = 640  # pixels: signs of a page whose longest side is shorter touch each other
ENLARGED = 2.5
MOST_ODD, MOST_WEAK = 2, 0.3  # oddities, then doubtful signs: beyond, other ways are tried
NO_ZONE = 100  # oddities of lines that are no zone
LEAST_SLANT = 2.0  # degrees from which a doubtful zone is read again on the page turned upright


def zone_on(grey: Image, orientation: int = 1) -> ZoneFound | None:
    """The zone of a page, its place in pixels as stored, whichever way it stands.

    ``orientation`` is EXIF's: where it tells the truth the zone is found at once.
    """
    stored = scaled(as_stored(grey), min(1.0, LONGEST_SIDE / max(grey.shape)))
    best: tuple[ZoneFound, View] | None = None
    for view in _views(oriented(stored, orientation)):
        best = _stronger(best, view)
        if best is not None and _weakness(best[0]) <= (MOST_ODD, MOST_WEAK):
            break
    if best is None:
        return None
    if best[0].is_doubtful and abs(best[0].angle) >= LEAST_SLANT:
        best = _stronger(best, turned(best[1], best[0].angle)) or best
    return _placed(*best, grey)


def _views(page: View) -> Iterator[View]:
    """The page in all ways, the likeliest first."""
    yield page
    if max(page.grey.shape) < SMALL_SIDE:
        page = scaled(page, ENLARGED)
        yield page
    for turn in (90.0, 180.0, 270.0):
        yield turned(page, turn)


def _stronger(best: tuple[ZoneFound, View] | None, view: View) -> tuple[ZoneFound, View] | None:
    """The best zone so far, or the one of this view where it is less weak."""
    found = find_zone(view.grey)
    if found is None or (best is not None and _weakness(best[0]) <= _weakness(found)):
        return best
    return found, view


def _placed(found: ZoneFound, view: View, grey: Image) -> ZoneFound:
    """The zone with its place and angle on the page as stored."""
    corners = view.on_page(found.corners)
    (left, top), (right, low) = corners[:2]
    angle = round((degrees(atan2(low - top, right - left)) + 45) % 360 - 45, 1)
    return structs.replace(found, corners=corners, box=box_of(corners, grey.shape), angle=angle)


def _weakness(zone: ZoneFound) -> tuple[int, float]:
    """Oddities of the zone, more than any has where it is none, and its share of weak signs."""
    read = read_zone(zone.repaired or zone.lines)
    odd = NO_ZONE if isinstance(read, NoZone) else len(read.flags)
    return odd, weak_share(zone)
