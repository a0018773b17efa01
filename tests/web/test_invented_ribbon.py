"""Every page says that the people in it are invented, as long as any of them are there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from msgspec.structs import replace

from output.sample_run import sample_run
from tamiz.casework import Role
from tamiz.output.folder import RUN
from tamiz.output.run import run_json
from tamiz.web import imports, paper_source
from tamiz.web.models import Case, Programme
from web_world import MOMENT, Enter, Hire, write_results

RIBBON = 'class="ribbon"'


def results(folder: Path, *, invented: bool, drop: str = "") -> Path:
    """A folder of results that says whether its people are invented."""
    write_results(folder, drop=drop)
    run = replace(sample_run(), invented=invented)
    (folder / RUN).write_bytes(run_json(run, started=MOMENT, finished=MOMENT))
    return folder


@pytest.fixture
def demo(db: None, tmp_path: Path) -> Programme:  # noqa: ARG001 - a database is needed
    """An invented programme that was screened again by something that does not know it."""
    programme = imports.programme_of("demo", "Demo")
    imports.take_in(results(tmp_path / "one", invented=True), programme)
    imports.take_in(results(tmp_path / "two", invented=False, drop="A-1"), programme)
    return programme


@pytest.fixture
def senior(hire: Hire, enter: Enter, demo: Programme) -> Client:
    return enter(hire("leads", Role.SENIOR, Role.INTAKE, programmes=(demo,)))


def a_case(programme: Programme) -> Case:
    return Case.objects.filter(programme=programme).order_by("pk")[0]


PAGES: tuple[Callable[[Programme], str], ...] = (
    *(lambda _, name=name: reverse(name) for name in ("queue", "search", "jobs", "erasures", "intake")),
    lambda demo: reverse("case", args=[a_case(demo).pk]),
    lambda _: reverse("lists"),
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_programme_goes_on_saying_so(
    page: Callable[[Programme], str], senior: Client, demo: Programme
) -> None:
    answer = senior.get(page(demo), follow=True)

    assert (answer.status_code, RIBBON in answer.content.decode()) == (200, True)


@pytest.mark.parametrize("role", [Role.INTAKE, Role.LIST_MANAGER, Role.PEOPLE_ADMIN, Role.AUDITOR])
def test_who_works_there_and_sees_no_case_reads_it_too(
    role: Role, demo: Programme, hire: Hire, enter: Enter
) -> None:
    client = enter(hire("works", role, programmes=(demo,)))

    assert RIBBON in client.get(reverse("me")).content.decode()


def test_papers_go_on_saying_so(demo: Programme) -> None:
    assert paper_source.unit(a_case(demo)).is_invented


def test_the_same_results_do_not_take_it_back(demo: Programme, tmp_path: Path) -> None:
    imports.take_in(results(tmp_path / "three", invented=False), demo)

    assert demo.is_invented


def test_who_sees_nothing_of_it_reads_nothing_of_it(
    demo: Programme, tmp_path: Path, hire: Hire, enter: Enter
) -> None:
    real = imports.programme_of("real", "Real")
    imports.take_in(results(tmp_path / "real", invented=False), real)
    officer = enter(hire("real", Role.OFFICER, programmes=(real,)))

    assert demo.is_invented
    assert RIBBON not in officer.get(reverse("queue")).content.decode()
    page = officer.get(reverse("case", args=[a_case(real).pk])).content.decode()
    assert RIBBON not in page
