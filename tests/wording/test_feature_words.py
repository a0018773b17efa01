"""Each thing that a piece of evidence is about has a word in every language."""

import re
from pathlib import Path

import pytest

import tamiz
from tamiz.wording import Language, catalogue

PACKAGE = Path(tamiz.__file__).parent
ROOMS = ("checks", "links", "matching")
FEATURES = sorted(
    {
        name
        for room in ROOMS
        for path in (PACKAGE / room).rglob("*.py")
        for name in re.findall(r'feature="([a-z_]+)"', path.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_has_its_word(feature: str, language: Language) -> None:
    assert f"report.feature.{feature}" in catalogue(language)
