"""The table of weights as typed values; ``weights.toml`` is the table itself."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct


class Decision(Struct, frozen=True, forbid_unknown_fields=True):
    """What a pair must reach; ``partners`` makes the prior with the number of records."""

    partners: float
    threshold: float
    kept: float


class Weights(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole table: bits by feature and level."""

    version: str
    decision: Decision
    word: dict[str, float]
    name: dict[str, float]
    birth: dict[str, float]
    sex: dict[str, float]
    kin: dict[str, float]
    value: dict[str, float]
    place: dict[str, float]
    origin: dict[str, float]


@cache
def weights() -> Weights:
    """The weights that come with this version of Tamiz."""
    text = files("tamiz.links.resolve").joinpath("weights.toml").read_bytes()
    return msgspec.toml.decode(text, type=Weights)
