"""A page seen otherwise: smaller, larger, turned; and where its points lie on the page."""

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from tamiz.documents.pictures.letters import Image

Points = tuple[tuple[int, int], ...]

# Whether a picture is to be mirrored, and by how many degrees then to be turned left.
_ORIENTATIONS = {
    2: (True, 0), 3: (False, 180), 4: (True, 180),
    5: (True, 90), 6: (False, 270), 7: (True, 270), 8: (False, 90),
}  # fmt: skip


class View(NamedTuple):
    """A picture, and the matrix (2, 3) that leads from its pixels to those of the page."""

    grey: Image
    back: NDArray[np.float64]

    def on_page(self, points: Points) -> Points:
        """Where points (x, y) of the view lie on the page."""
        found = np.asarray(points, np.float64) @ self.back[:, :2].T + self.back[:, 2]
        return tuple((round(float(x)), round(float(y))) for x, y in found)


def as_stored(grey: Image) -> View:
    """The page as it is."""
    return View(grey, np.eye(2, 3))


def scaled(view: View, scale: float) -> View:
    """The view smaller (averaged) or larger (cubic)."""
    if scale == 1.0:
        return view
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    grey = cv2.resize(view.grey, None, fx=scale, fy=scale, interpolation=way)
    return View(np.asarray(grey, np.uint8), _after(view.back, np.eye(2, 3) / scale))


def turned(view: View, degrees: float) -> View:
    """The view turned left (what points up then points left), nothing cut off."""
    height, width = view.grey.shape
    turns, rest = divmod(degrees, 90)
    if rest == 0:
        grey = np.ascontiguousarray(np.rot90(view.grey, int(turns)))
        forth = _quarter(int(turns) % 4, width, height)
    else:
        forth, size = _slanted(degrees, width, height)
        warped = cv2.warpAffine(view.grey, forth, size, borderMode=cv2.BORDER_REPLICATE)
        grey = np.asarray(warped, np.uint8)
    return View(grey, _after(view.back, np.asarray(cv2.invertAffineTransform(forth), np.float64)))


def oriented(view: View, orientation: int) -> View:
    """The view as EXIF's orientation (1 to 8) says that it was taken; unknown ones as stored."""
    is_mirrored, degrees = _ORIENTATIONS.get(orientation, (False, 0))
    if is_mirrored:
        last = view.grey.shape[1] - 1
        flip = np.array(((-1, 0, last), (0, 1, 0)), np.float64)
        view = View(np.ascontiguousarray(view.grey[:, ::-1]), _after(view.back, flip))
    return turned(view, degrees)


def _quarter(turns: int, width: int, height: int) -> NDArray[np.float64]:
    return np.array(
        {
            0: ((1, 0, 0), (0, 1, 0)),
            1: ((0, 1, 0), (-1, 0, width - 1)),
            2: ((-1, 0, width - 1), (0, -1, height - 1)),
            3: ((0, -1, height - 1), (1, 0, 0)),
        }[turns],
        np.float64,
    )


def _slanted(
    degrees: float, width: int, height: int
) -> tuple[NDArray[np.float64], tuple[int, int]]:
    forth = np.asarray(cv2.getRotationMatrix2D((0, 0), degrees, 1.0), np.float64)
    corners = np.array([(0, 0), (width, 0), (0, height), (width, height)]) @ forth[:, :2].T
    forth[:, 2] = -corners.min(axis=0)
    wide, high = np.ceil(corners.max(axis=0) - corners.min(axis=0)).astype(int)
    return forth, (int(wide), int(high))


def _after(last: NDArray[np.float64], first: NDArray[np.float64]) -> NDArray[np.float64]:
    """The matrix of ``first``, then ``last``."""
    return np.hstack([last[:, :2] @ first[:, :2], last[:, :2] @ first[:, 2:] + last[:, 2:]])
