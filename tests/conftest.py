"""Settings that every test shares."""

import os

import pytest
from hypothesis import settings

settings.register_profile("dev", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("soak", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("TAMIZ_HYPOTHESIS", "dev"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, so that it can be run again on another one."""
    for item in items:
        if {"db", "transactional_db"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("database")
