"""Finds the development data outside the repository; tests skip where it is missing."""

import os
from pathlib import Path

import pytest

ROOT = Path(os.environ.get("TAMIZ_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "data"


def shared_data(path: str) -> Path:
    """The path of a development file; the test skips if this machine has none."""
    found = ROOT / path
    if not found.exists():
        pytest.skip(f"development data {path!r} is not on this machine")
    return found
