"""Letters that look like those of another script."""

import pytest

from tamiz.normalise.lookalikes import latin_lookalike, looks_like


@pytest.mark.parametrize(
    ("char", "latin"), [("А", "A"), ("ѕ", "s"), ("Ρ", "P"), ("ш", "ш"), ("A", "A"), ("é", "é")]
)
def test_a_letter_may_look_like_a_latin_one(char: str, latin: str) -> None:
    assert latin_lookalike(char) == latin


@pytest.mark.parametrize(
    ("char", "script", "expected"),
    [
        ("е", "latin", True),
        ("ё", "latin", True),  # its marks aside
        ("ш", "latin", False),
        ("T", "cyrillic", True),
        ("F", "cyrillic", False),
        ("о", "greek", True),
        ("a", "arabic", False),
    ],
)
def test_looks_are_told_between_latin_cyrillic_and_greek(
    char: str, script: str, *, expected: bool
) -> None:
    assert looks_like(char, script) is expected
