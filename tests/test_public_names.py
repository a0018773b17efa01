"""What ``import tamiz`` offers: all of it, and nothing loaded before it is asked for."""

import subprocess
import sys

import pytest

import tamiz


@pytest.mark.parametrize("name", tamiz.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(tamiz, name).__name__ == name


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        tamiz.nothing  # noqa: B018


def test_matching_loads_no_parser_of_lists() -> None:
    code = "import sys, tamiz.matching; print('lxml' in sys.modules, 'httpx' in sys.modules)"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.split() == ["False", "False"]
