"""The style sheet: readable in both colour schemes."""

import re
from importlib.resources import files

import pytest

LEAST = 4.5  # WCAG 2.2 AA, contrast of text
PAIRS = (
    ("ink", "paper"),
    ("ink", "panel"),
    ("quiet", "paper"),
    ("quiet", "panel"),
    ("link", "paper"),
    ("link", "panel"),
    ("escalate-ink", "escalate"),
    ("escalate-ink", "paper"),
    ("review-ink", "review"),
    ("clear-ink", "clear"),
)
STYLE = files("tamiz.output").joinpath("css/report.css").read_text(encoding="utf-8")
SCHEMES = [
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, flags=re.DOTALL)
]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(scheme: int, text: str, ground: str) -> None:
    light, dark = sorted(luminance(SCHEMES[scheme][name]) for name in (text, ground))[::-1]

    assert (light + 0.05) / (dark + 0.05) >= LEAST


def test_nothing_is_loaded_by_the_style_sheet() -> None:
    assert "url(" not in STYLE
    assert "@import" not in STYLE
