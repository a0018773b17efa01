"""``tamiz serve`` and ``tamiz cases``, as far as they go without a server."""

import importlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from tamiz.cli import commands
from tamiz.errors import UsageError


def run(*words: str) -> object:
    """What the command raises; None if it ends well."""
    return CliRunner().invoke(commands, list(words)).exception


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_name: str) -> None:
        raise ModuleNotFoundError("No module named 'django'", name="django")

    monkeypatch.setattr(importlib, "import_module", missing)

    told = run("serve", "--data", str(tmp_path))

    assert isinstance(told, UsageError)
    assert "tamiz[web]" in str(told)


def test_only_a_demonstration_is_served_as_one(tmp_path: Path) -> None:
    told = run("serve", "--demo", str(tmp_path))

    assert isinstance(told, UsageError)
    assert "no demonstration" in str(told)


def test_a_demonstration_is_not_for_a_network(tmp_path: Path) -> None:
    (tmp_path / "INVENTED.txt").touch()

    told = run("serve", "--demo", str(tmp_path), "--behind-tls")

    assert isinstance(told, UsageError)
    assert "loopback" in str(told)


def test_another_address_than_loopback_is_refused(tmp_path: Path) -> None:
    told = run("serve", "--data", str(tmp_path / "casework"), "--host", "192.0.2.7")

    assert isinstance(told, UsageError)
    assert not (tmp_path / "casework").exists()
