"""Names that papers shorten in a way of their own: ``Ma. Gpe. Hdez.`` for María Guadalupe Hernández."""

from functools import cache
from importlib.resources import files


def is_short_for(short: str, name: str) -> bool:
    """Whether a romanised word is a usual abbreviation of a romanised name.

    >>> is_short_for("hdez", "hernandez"), is_short_for("ma", "manuel")
    (True, False)
    """
    return name in _names().get(short, ())


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """For each abbreviation the names that it stands for."""
    text = files("tamiz.normalise").joinpath("abbreviations.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    found: dict[str, tuple[str, ...]] = {}
    for name, shorts in rows[1:]:
        for short in shorts.split():
            found[short] = (*found.get(short, ()), name)
    return found
