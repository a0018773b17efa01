"""Two programmes with cases, and whoever is needed to work on them."""

import importlib
import sys
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker, Settings

from tamiz.web import clock as real
from tamiz.web import imports
from tamiz.web.clock import now
from tamiz.web.models import Case, Programme
from web_shelf import Shelf
from web_tour import lay_out, set_out
from web_world import Clock, Enter, Hire, entered, hired, write_results


@pytest.fixture(autouse=True)
def _fast_passwords(settings: Settings) -> None:
    """Scrypt takes 0.1 s by design; nobody attacks these."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _files(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder for files of jobs and uploads."""
    settings.FILES = tmp_path_factory.mktemp("files")
    settings.FILE_UPLOAD_TEMP_DIR = settings.FILES


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of all pages, which stands still until a test moves it."""
    made = Clock()
    importlib.import_module("tamiz.web.urls")  # what is imported later would keep this clock
    for name, room in list(sys.modules.items()):
        if name.startswith("tamiz.web.") and room is not real and getattr(room, "now", None) is now:
            monkeypatch.setattr(room, "now", made)
    return made


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """What ``tamiz screen --out`` leaves behind."""
    return write_results(tmp_path / "out")


@pytest.fixture
def north(db: None, results: Path) -> Programme:
    """A programme with cases."""
    programme = imports.programme_of("north", "North 2026")
    imports.take_in(results, programme)
    return programme


@pytest.fixture
def south(db: None, results: Path) -> Programme:
    """Another one, with the same applicants."""
    programme = imports.programme_of("south", "South 2026")
    imports.take_in(results, programme)
    return programme


@pytest.fixture
def case_of(north: Programme) -> Case:
    """The most urgent case of the north."""
    return Case.objects.filter(programme=north, is_open=True).order_by("rank", "id")[0]


@pytest.fixture
def hire(db: None) -> Hire:
    """Makes an account: ``hire("ann", Role.OFFICER, programmes=[north])``."""
    return hired


@pytest.fixture
def enter() -> Enter:
    """Makes a browser in which somebody is logged in."""
    return entered


@pytest.fixture(scope="module")
def tour(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Shelf:  # fmt: skip
    """Every page as it is answered, to be opened without a server."""
    with django_db_blocker.unblock(), transaction.atomic():
        laid = lay_out(set_out(tmp_path_factory.mktemp("tour")))
        transaction.set_rollback(True)
    return laid
