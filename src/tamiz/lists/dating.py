"""Which date an edition bears, where the list gives one per entry or none that is a date."""

from collections.abc import Iterable
from datetime import date


def iso(text: str) -> str:
    """The day at the beginning of a text, ISO; empty if none stands there."""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""


def newest(texts: Iterable[str]) -> str:
    """The newest day among texts; those that are no date do not count."""
    return max((iso(text) for text in texts), default="")
