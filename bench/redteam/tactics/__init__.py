"""The tactics of infiltrators, each planted with the value that gives it away."""

from redteam.tactics.plan import TACTICS, plant
from redteam.tactics.scene import Scene

__all__ = ["TACTICS", "Scene", "plant"]
