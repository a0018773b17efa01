"""A new master key: every case opens with it, and an interrupted change goes on."""

import base64
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from pytest_django import Settings

from tamiz.casework.journal import mark
from tamiz.errors import JournalError
from tamiz.web import store
from tamiz.web.jobs import files
from tamiz.web.models import Case, CaseKey, JournalEntry
from tamiz.web.place import Place, prepare
from tamiz.web.rotation import rotate
from tamiz.web.sealed_factors import Factors
from web_world import Hire


@pytest.fixture
def place(tmp_path: Path, case_of: Case, settings: Settings) -> Place:
    """A folder whose master key the cases are wrapped with."""
    made = prepare(tmp_path / "unit")
    made.master_file.chmod(0o600)
    made.master_file.write_text(_text(settings.MASTER_KEY), encoding="ascii")
    assert CaseKey.objects.filter(pk=case_of.key).exists()
    return made


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode()


def test_every_case_opens_with_the_new_key_and_none_with_the_old(
    place: Place, case_of: Case, settings: Settings
) -> None:
    before = store.load(case_of)

    done = rotate(place)

    with pytest.raises(JournalError, match="does not open with this master key"):
        store.load(case_of)
    settings.MASTER_KEY = place.master()
    assert store.load(case_of) == before
    assert done.cases == CaseKey.objects.count()


def test_one_time_codes_work_with_the_new_key(place: Place, hire: Hire, settings: Settings) -> None:
    made = TOTP.activate(hire("codes"), "JBSWY3DPEHPK3PXP").instance
    rotate(place)

    settings.MASTER_KEY = place.master()
    made.refresh_from_db()
    assert Factors().decrypt(made.data["secret"]) == "JBSWY3DPEHPK3PXP"


def test_the_old_key_is_put_away_for_backups(place: Place) -> None:
    old = place.master()

    done = rotate(place)

    assert done.put_away == f"master.key.{mark(old)}"
    assert (place.folder / done.put_away).stat().st_mode & 0o077 == 0
    assert not place.next_file.exists()


def test_the_journal_notes_it(place: Place) -> None:
    rotate(place)

    assert JournalEntry.objects.filter(kind="keys_rotated").count() == 1


def test_cut_off_after_the_rows_changed_it_goes_on(
    place: Place, case_of: Case, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_place: Place, _old: str) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(Place, "adopt_next", stop)
        with pytest.raises(KeyboardInterrupt):
            rotate(place)

    done = rotate(place)

    settings.MASTER_KEY = place.master()
    assert done.cases == 0
    assert store.load(case_of).applicant == case_of.applicant


def test_a_key_that_does_not_open_changes_nothing(place: Place, case_of: Case) -> None:
    keys = dict(CaseKey.objects.values_list("case", "key"))
    place.master_file.write_text(_text(bytes(32)), encoding="ascii")

    with pytest.raises(JournalError, match=case_of.key):
        rotate(place)

    assert dict(CaseKey.objects.values_list("case", "key")) == keys


def test_files_that_wait_for_jobs_open_with_the_new_key(place: Place, settings: Settings) -> None:
    settings.FILES = place.files
    path = place.files / "cohort-1.sealed"
    settings.MASTER_KEY = place.master()
    files.put(path, b"somebody")

    rotate(place)

    settings.MASTER_KEY = place.master()
    assert files.get(path) == b"somebody"
    files.reseal(place.files, bytes(32), place.master())  # gone on with after a cut: nothing to do
    assert files.get(path) == b"somebody"
