"""Pictures of documents on a case's page: made anew, sealed, shown to who may see the case."""

import io
import shutil
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html
from PIL import Image as Pictures
from pytest_django import Settings

from documents.pictures.test_picture_reading import DATA
from tamiz.casework import Role
from tamiz.output.results import Order, screen_file
from tamiz.screening import load_policy
from tamiz.web import imports, store
from tamiz.web.jobs import work
from tamiz.web.jobs.work import work_once
from tamiz.web.models import Case, CaseKey, CasePicture, Job, JournalEntry, Programme
from web_world import Enter, Hire
from worlds import DAY, TODAY, store_with, table

ROW = {
    "id": "A1", "name": "Xenia Wexley", "birth_date": "1971-10-06", "sex": "F",
    "nationalities": "SLV", "doc_type": "passport", "doc_number": "15E7G9GHH", "doc_country": "SLV",
    "doc_files": "scan.jpg", "applied_on": "2026-08-01",
}  # fmt: skip


@pytest.fixture(scope="module")
def screened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cohort of one with a scan, and what screening left of it."""
    folder = tmp_path_factory.mktemp("scans")
    (folder / "scan.jpg").write_bytes((DATA / "clean.jpg").read_bytes())
    order = Order(
        cohort=table(folder / "applicants.csv", [ROW]), out=folder / "out",
        store=store_with(folder), policy=load_policy(), today=TODAY, software="tamiz test",
    )  # fmt: skip
    screen_file(order, clock=lambda: DAY)
    return folder


@pytest.fixture
def scans(db: None, screened: Path) -> Programme:  # noqa: ARG001 - a database is needed
    programme = imports.programme_of("scans", "Scans 2026")
    imports.take_in(screened / "out", programme, cohort=screened / "applicants.csv")
    return programme


@pytest.fixture
def officer(hire: Hire, enter: Enter, scans: Programme) -> Client:
    return enter(hire("looks", Role.OFFICER, programmes=(scans,)))


def case(programme: Programme) -> Case:
    return Case.objects.get(programme=programme)


def pictures(client: Client, row: Case) -> list[str]:
    page = html.fromstring(client.get(reverse("case", args=[row.pk])).content.decode())
    return [str(one.get("href")) for one in page.iterfind(".//image")]


def test_the_page_shows_the_zone_and_the_whole(officer: Client, scans: Programme) -> None:
    shown = pictures(officer, case(scans))

    assert len(shown) == 2
    answer = officer.get(shown[0])
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert Pictures.open(io.BytesIO(answer.content)).format == "JPEG"


def test_no_byte_of_the_applicants_file_is_served(
    officer: Client, scans: Programme, screened: Path
) -> None:
    served = officer.get(pictures(officer, case(scans))[0]).content

    assert served != (screened / "scan.jpg").read_bytes()
    assert b"Exif" not in served


def test_what_is_kept_is_sealed_under_the_key_of_the_case(scans: Programme) -> None:
    kept = CasePicture.objects.get(case=case(scans))

    assert not kept.jpeg.startswith("/9j/")  # a JPEG in base64
    CaseKey.objects.filter(pk=case(scans).key).delete()
    assert kept.jpeg  # and yet nobody opens it any more


def test_an_erased_case_shows_no_picture(officer: Client, scans: Programme) -> None:
    where = pictures(officer, case(scans))[0]
    CaseKey.objects.filter(pk=case(scans).key).delete()

    assert officer.get(where).status_code == 404


def test_looking_is_noted_before_it_is_shown(officer: Client, scans: Programme) -> None:
    officer.get(pictures(officer, case(scans))[0])

    entry = JournalEntry.objects.get(kind="picture_read")
    assert f'"case\\":\\"{case(scans).key}' in entry.line


def test_a_picture_of_another_programme_is_not_there(
    officer: Client, scans: Programme, hire: Hire, enter: Enter, south: Programme
) -> None:
    where = pictures(officer, case(scans))[0]
    other = enter(hire("elsewhere", Role.OFFICER, programmes=(south,)))

    assert other.get(where).status_code == 404
    assert not JournalEntry.objects.filter(kind="picture_read").exists()


@pytest.mark.parametrize(
    "query", ["", "?file=x", "?file=x&page=y", "?page=1", f"?file=x&page={'9' * 40}"]
)
def test_a_malformed_address_is_refused(officer: Client, scans: Programme, query: str) -> None:
    assert officer.get(reverse("picture", args=[case(scans).pk]) + query).status_code == 400


def test_taking_in_again_opens_no_file_twice(scans: Programme, screened: Path) -> None:
    before = list(CasePicture.objects.values_list("pk", "jpeg"))

    imports.take_in(screened / "out", scans, cohort=screened / "applicants.csv")

    assert list(CasePicture.objects.values_list("pk", "jpeg")) == before


@pytest.mark.usefixtures("db")
def test_without_the_cohort_the_page_says_that_there_is_no_picture(
    screened: Path, hire: Hire, enter: Enter
) -> None:
    programme = imports.programme_of("bare", "Bare 2026")
    imports.take_in(screened / "out", programme)
    client = enter(hire("looks", Role.OFFICER, programmes=(programme,)))

    page = client.get(reverse("case", args=[case(programme).pk])).content.decode()

    assert "The picture is not here" in page


@pytest.mark.usefixtures("db")
def test_a_file_that_is_no_longer_the_one_screened_is_not_shown(
    screened: Path, tmp_path: Path
) -> None:
    programme = imports.programme_of("changed", "Changed 2026")
    cohort = tmp_path / "applicants.csv"
    cohort.write_bytes((screened / "applicants.csv").read_bytes())
    (tmp_path / "scan.jpg").write_bytes((DATA / "second.jpg").read_bytes())

    imports.take_in(screened / "out", programme, cohort=cohort)

    assert not CasePicture.objects.exists()


@pytest.fixture
def lists(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The lists that jobs screen against; a database in memory is one thread's."""
    monkeypatch.setattr(work, "BEAT", 3_600)
    settings.LIST_STORE = store_with(tmp_path).root


@pytest.fixture
def brought(screened: Path, tmp_path: Path) -> Path:
    """The cohort with its scan in a folder of this test's, which may lose it."""
    return Path(shutil.copytree(screened, tmp_path / "brought"))


@pytest.fixture
def kept(db: None, brought: Path) -> Programme:  # noqa: ARG001 - a database is needed
    programme = imports.programme_of("kept", "Kept 2026")
    imports.take_in(brought / "out", programme, cohort=brought / "applicants.csv", keep=True)
    return programme


def screen_again(programme: Programme, hire: Hire, enter: Enter) -> None:
    manager = enter(hire("lists", Role.LIST_MANAGER, programmes=(programme,)))
    manager.post(reverse("again"), {"programme": programme.key})
    assert work_once("w")
    assert Job.objects.get().problem == ""


def unread(row: Case) -> list[str]:
    """The reasons why files of documents were not read, as the findings have them."""
    return [
        evidence.code
        for one in store.load(row).findings.values() if one.check == "document_files"
        for evidence in one.evidence
    ]  # fmt: skip


@pytest.mark.usefixtures("lists")
def test_a_job_that_screens_again_finds_the_pictures_where_they_lay(
    kept: Programme, hire: Hire, enter: Enter
) -> None:
    screen_again(kept, hire, enter)

    officer = enter(hire("looks", Role.OFFICER, programmes=(kept,)))
    assert unread(case(kept)) == []
    assert len(pictures(officer, case(kept))) == 2


@pytest.mark.usefixtures("lists")
def test_the_same_file_brought_by_a_page_still_has_its_pictures(
    kept: Programme, brought: Path, hire: Hire, enter: Enter
) -> None:
    officer = enter(hire("looks", Role.OFFICER, programmes=(kept,)))
    file = SimpleUploadedFile("again.csv", (brought / "applicants.csv").read_bytes())
    officer.post(reverse("screen"), {"programme": kept.key, "cohort": file})
    work_once("w")
    Job.objects.all().delete()
    screen_again(kept, hire, enter)

    assert unread(case(kept)) == []


@pytest.mark.usefixtures("lists")
def test_a_picture_that_is_not_there_any_more_is_told_not_lost(
    kept: Programme, brought: Path, hire: Hire, enter: Enter
) -> None:
    (brought / "scan.jpg").unlink()

    screen_again(kept, hire, enter)

    assert unread(case(kept)) == ["document.files.missing"]


@pytest.mark.usefixtures("lists")
def test_another_file_does_not_take_the_pictures_of_the_one_before(
    kept: Programme, brought: Path, hire: Hire, enter: Enter
) -> None:
    """Its ``scan.jpg`` may be somebody else's."""
    officer = enter(hire("looks", Role.OFFICER, programmes=(kept,)))
    other = (brought / "applicants.csv").read_bytes().replace(b"Wexley", b"Wexford")
    file = SimpleUploadedFile("other.csv", other)
    officer.post(reverse("screen"), {"programme": kept.key, "cohort": file})
    work_once("w")

    assert unread(case(kept)) == ["document.files.missing"]
