"""What every page holds to: its language, its policy of content, nothing hidden, nothing inline."""

import ast
import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from msgspec.structs import replace

import tamiz.web
from tamiz.casework import Role
from tamiz.web import store
from tamiz.web.models import Case, Officer, Programme
from tamiz.wording import Language, catalogue
from web_world import HOST, PASSWORD, Enter, Hire
from web_xpath import xpath

ROOM = Path(tamiz.web.__file__).parent
TEMPLATES = sorted((ROOM / "templates").rglob("*.html"))
SEEN = ("queue", "case", "search", "jobs", "lists", "me", "purpose", "keys", "guide")


@pytest.fixture
def auditor(hire: Hire, enter: Enter) -> Client:
    return enter(hire("audits", Role.AUDITOR))


def shown(client: Client, name: str, row: Case) -> str:
    """The text of a page."""
    args = [row.pk] if name == "case" else []
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("name", [*SEEN, "audit", "people"])
@pytest.mark.parametrize("language", Language)
def test_a_page_speaks_the_readers_language(
    language: Language, name: str, auditor: Client, case_of: Case
) -> None:
    Officer.objects.update(language=language.value)

    page = html.fromstring(shown(auditor, name, case_of))

    heading = xpath(page, "//h1")[0].text_content().strip()
    assert page.get("lang") == language.value
    if name != "case":
        assert heading in set(catalogue(language).values())


@pytest.mark.parametrize("name", [*SEEN, "audit", "people"])
def test_every_page_can_be_read_in_another_language(
    name: str, auditor: Client, case_of: Case
) -> None:
    page = html.fromstring(shown(auditor, name, case_of))

    buttons = xpath(page, "//form[@class='tongues']/button/@value")
    assert buttons == ["en", "es", "uk"]


@pytest.mark.parametrize("name", [*SEEN, "audit"])
def test_nothing_stands_inline_and_nothing_comes_from_elsewhere(
    name: str, auditor: Client, case_of: Case
) -> None:
    page = html.fromstring(shown(auditor, name, case_of))

    assert (
        xpath(page, "//style | //script[not(@src)] | //@style | //@*[starts-with(name(), 'on')]")
        == []
    )
    loaded = xpath(page, "//script/@src | //link/@href | //img/@src")
    assert {one for one in loaded if not one.startswith("/static/")} == set()


def test_the_policy_of_content_allows_only_this_server(auditor: Client, case_of: Case) -> None:
    answer = auditor.get(reverse("case", args=[case_of.pk]))

    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_code_in_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert (
        re.findall(r"hx-on|js:|javascript:|\sstyle=|\son\w+=|\|safe\b|autoescape off", text) == []
    )


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_form_is_sent_to_an_address_with_a_query(path: Path) -> None:
    """What waits for a proof of who is there is found again by its path alone."""
    assert re.findall(r'action="[^"]*\?', path.read_text(encoding="utf-8")) == []


def test_what_an_applicant_wrote_runs_nowhere(auditor: Client, north: Programme) -> None:
    for row in Case.objects.filter(programme=north):
        page = html.fromstring(shown(auditor, "case", row))
        assert xpath(page, "//script[not(@src)] | //img") == []


def test_who_changes_their_account_is_told_so_in_the_language_they_chose(auditor: Client) -> None:
    told = {"language": "es", "keys_on": "on"}

    page = html.fromstring(auditor.post(reverse("me"), told, follow=True).content.decode())

    assert [one.text_content() for one in xpath(page, "//*[@role='status']")] == ["Guardado."]


def test_an_account_names_its_programmes_as_people_call_them(
    hire: Hire, enter: Enter, north: Programme
) -> None:
    client = enter(hire("works", Role.OFFICER, programmes=(north,)))

    tags = [
        one.text_content()
        for one in xpath(
            html.fromstring(client.get(reverse("me")).content.decode()),
            "//main//*[contains(@class, 'tag')]",
        )
    ]

    assert north.name in tags
    assert north.key not in tags


@pytest.mark.parametrize("name", [*SEEN, "audit", "people", "intake"])
def test_no_label_ends_in_a_colon(
    name: str, hire: Hire, enter: Enter, north: Programme, case_of: Case
) -> None:
    roles = {"people": Role.PEOPLE_ADMIN, "audit": Role.AUDITOR}
    client = enter(hire("asks", roles.get(name, Role.SENIOR), programmes=(north,)))

    page = html.fromstring(shown(client, name, case_of))

    labels = [one.text_content().strip() for one in xpath(page, "//label | //legend")]
    assert [one for one in labels if one.endswith(":")] == []


@pytest.mark.parametrize("name", [*SEEN, "audit", "people"])
def test_every_page_leads_to_how_to_work_here(name: str, auditor: Client, case_of: Case) -> None:
    page = html.fromstring(shown(auditor, name, case_of))

    assert len(xpath(page, f"//header//a[@href='{reverse('guide')}']")) == 1


@pytest.mark.parametrize(("one_in", "told"), [(20, True), (0, False)])
@pytest.mark.django_db
def test_who_has_no_account_can_read_how_to_work_here(
    client: Client, one_in: int, monkeypatch: pytest.MonkeyPatch, *, told: bool
) -> None:
    monkeypatch.setattr(store, "POLICY", replace(store.POLICY, quality_one_in=one_in))

    answer = client.get(reverse("guide"), headers={"host": HOST})

    assert ("one case in 20" in answer.content.decode()) is told


def test_names_keep_their_own_direction(auditor: Client, north: Programme) -> None:
    row = Case.objects.filter(programme=north, name__contains="سلمان")[0]

    heading = xpath(html.fromstring(shown(auditor, "case", row)), "//h1/bdi")

    assert heading[0].text_content() == row.name


@pytest.mark.parametrize("name", [*SEEN, "audit", "people"])
def test_every_field_has_a_label_and_every_id_is_one(
    name: str, auditor: Client, case_of: Case
) -> None:
    page = html.fromstring(shown(auditor, name, case_of))
    ids = xpath(page, "//@id")
    fields = xpath(page, "//input[not(@type='hidden')] | //select | //textarea")

    unnamed = [f.get("name") for f in fields if not xpath(f, "ancestor::label")
               and not xpath(page, f"//label[@for='{f.get('id')}']")]  # fmt: skip
    assert unnamed == []
    assert len(ids) == len(set(ids))


def test_cases_are_asked_for_in_one_place_only() -> None:
    asked = []
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "objects":
                name = getattr(node.value, "id", "")
                asked += [path.stem] if name in {"Case", "Row", "CaseFinding"} else []

    # The others act on a case that was found by the rule, or on all cases of a run.
    found_before = {"store", "projection", "appeals", "erasing", "filing", "restoring"}
    of_programme = {"renewal", "imports", "groups", "observed", "weighing"}  # for nobody to see
    assert set(asked) <= {"visibility"} | of_programme | found_before


def test_somebody_logs_in_and_out(hire: Hire, client: Client) -> None:
    hire("comes", Role.OFFICER, factor=False)
    where = reverse("account_login")

    answer = client.post(where, {"login": "comes", "password": PASSWORD}, headers={"host": HOST})

    assert answer.headers["Location"] == reverse("queue")


def test_wrong_passwords_are_counted_whatever_port_is_asked_for(hire: Hire, client: Client) -> None:
    hire("guessed", Role.OFFICER, factor=False)
    where = reverse("account_login")
    for port in range(5):
        told = {"login": "guessed", "password": "wrong"}
        client.post(where, told, headers={"host": f"{HOST}:{8000 + port}"})

    client.post(where, {"login": "guessed", "password": PASSWORD}, headers={"host": HOST})

    assert "_auth_user_id" not in client.session


def test_five_wrong_passwords_close_the_door(hire: Hire, client: Client) -> None:
    hire("guessed", Role.OFFICER, factor=False)
    where = reverse("account_login")
    for _ in range(5):
        client.post(where, {"login": "guessed", "password": "wrong"}, headers={"host": HOST})

    answer = client.post(where, {"login": "guessed", "password": PASSWORD}, headers={"host": HOST})

    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session
