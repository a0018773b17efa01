"""The portrait on a page as 128 numbers (dlib's face recognition): the extra ``face``, off by default.

These numbers are biometric data (GDPR, article 9): they are made only where a unit's policy asks
for it, kept only while a run lasts, and never written into a result. Two portraits of one person
lie below ``SAME`` apart; between ``SAME`` and ``LOOK`` strangers do, too, and more often among
faces that the network has seldom seen. Nothing is decided by it: a human looks at both.
"""

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from tamiz.documents.pictures.letters import Image

SAME, LOOK = 0.40, 0.50  # of the distance; the library's own limit is 0.6, too wide for a cohort
NUMBERS = 128
LONGEST_SIDE = 1_000  # pixels in which a face is looked for: a portrait is 200 high
DECIMALS = 4
_MODELS = ("shape_predictor_5_face_landmarks.dat", "dlib_face_recognition_resnet_model_v1.dat")

Face = tuple[float, ...]


@cache
def is_installed() -> bool:
    """Whether the extra is there, its models with it."""
    folder = _folder()
    return (
        find_spec("dlib") is not None
        and folder is not None
        and all((folder / name).is_file() for name in _MODELS)
    )


def face_on(grey: Image, angle: float) -> Face:
    """The largest face of a page; empty where there is none. ``angle`` is that of its zone."""
    turns = round(angle / 90) % 4
    upright = np.rot90(grey, -turns)
    scale = min(1.0, LONGEST_SIDE / max(upright.shape))
    small = cv2.resize(upright, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    detect, shape, describe = _models()
    found = max(detect(small, 1), key=lambda one: one.area(), default=None)
    if found is None:
        return ()
    colours = np.ascontiguousarray(np.stack([small] * 3, axis=2))
    numbers = describe(colours, shape(colours, found))
    return tuple(round(float(number), DECIMALS) for number in numbers)


@cache
def _models() -> tuple[Callable[..., Any], Callable[..., Any], Callable[..., Any]]:
    import dlib  # noqa: PLC0415 - an extra

    folder = _folder()
    if folder is None:
        raise ImportError("face_recognition_models")
    landmarks, network = (str(folder / name) for name in _MODELS)
    describe = dlib.face_recognition_model_v1(network).compute_face_descriptor
    return dlib.get_frontal_face_detector(), dlib.shape_predictor(landmarks), describe


def _folder() -> Path | None:
    """Where the models lie; the package itself is not imported."""
    found = find_spec("face_recognition_models")
    return None if found is None or found.origin is None else Path(found.origin).parent / "models"
