"""Reads a unit's stop list, CSV."""

from tamiz.intake.stops.columns import COLUMNS
from tamiz.intake.stops.reader import Refused, read_stops

__all__ = ["COLUMNS", "Refused", "read_stops"]
