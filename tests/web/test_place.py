"""The folder of a unit, its keys, and the doors that stay shut."""

import stat
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from waitress.proxy_headers import proxy_headers_middleware

from tamiz.casework import DEFAULT, Role
from tamiz.errors import UsageError
from tamiz.web import accounts
from tamiz.web.database import database
from tamiz.web.models import Invitation, JournalEntry, Officer
from tamiz.web.place import Place, policy_of, prepare
from tamiz.web.server import Serving, refuse_open_door, through_proxy
from web_world import HOST, PASSWORD, Enter, Hire


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_folder_and_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    place = prepare(tmp_path / "new")

    assert [mode(p) for p in (place.folder, place.key_file, place.master_file)] == [
        0o700, 0o600, 0o600,
    ]  # fmt: skip


def test_keys_that_are_there_stay(tmp_path: Path) -> None:
    first = prepare(tmp_path)
    keys = (first.key(), first.master())

    again = prepare(tmp_path)

    assert (again.key(), again.master()) == keys
    assert len(keys[1]) == 32


@pytest.mark.parametrize("name", ["secret.key", "master.key"])
def test_a_key_that_others_may_read_is_refused(name: str, tmp_path: Path) -> None:
    place = prepare(tmp_path)
    (tmp_path / name).chmod(0o640)

    with pytest.raises(UsageError, match="others may read"):
        place.key() if name == "secret.key" else place.master()


def test_a_key_that_is_gone_is_not_made_anew_in_silence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not there"):
        Place(tmp_path).master()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").touch()

    with pytest.raises(UsageError, match="a file"):
        prepare(tmp_path / "x")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "vetting.example"])  # noqa: S104 - refused
def test_passwords_never_go_over_a_network_in_the_clear(host: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="behind-tls"):
        refuse_open_door(Serving(folder=tmp_path, host=host))


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.8.8"])
def test_this_machine_is_served(host: str, tmp_path: Path) -> None:
    refuse_open_door(Serving(folder=tmp_path, host=host))


def test_a_postgresql_is_told_by_its_address() -> None:
    told = database("postgresql://ann:a%40b@db.example:6432/tamiz", None)

    assert (told["USER"], told["PASSWORD"], told["HOST"], told["PORT"], told["NAME"]) == (
        "ann", "a@b", "db.example", "6432", "tamiz",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("host", "mode"),
    [("db.example", "verify-full"), ("10.0.0.7", "verify-full"), ("127.0.0.1", None),
     ("localhost", None), ("[::1]", None), ("", None)],
)  # fmt: skip
def test_a_database_over_a_network_is_reached_by_checked_tls_only(
    host: str, mode: str | None
) -> None:
    told = database(f"postgresql://ann:x@{host}/tamiz", None)["OPTIONS"]

    assert isinstance(told, dict)
    assert told.get("sslmode") == mode


@pytest.mark.parametrize("mode", ["disable", "prefer", "require", "verify-ca"])
def test_less_than_that_is_refused(mode: str) -> None:
    with pytest.raises(UsageError, match="verify-full"):
        database(f"postgresql://ann:x@db.example/tamiz?sslmode={mode}", None)


def test_a_units_own_authority_may_vouch_for_the_database() -> None:
    told = database("postgresql://a:x@db.example/t?sslrootcert=/etc/tamiz/ca.pem", None)["OPTIONS"]

    assert told == {"sslmode": "verify-full", "sslrootcert": "/etc/tamiz/ca.pem"}


@pytest.mark.parametrize("address", ["mysql://x/y", "postgresql://host", "tamiz.db"])
def test_another_address_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(UsageError) as told:
        database(address, None)

    assert address not in str(told.value)


@pytest.fixture
def link(hire: Hire) -> str:
    hire("without a role")  # the tables are there; nobody is an administrator
    return reverse("first", args=[accounts.invite(None)])


FORM = {"username": "ada", "full_name": "Ada", "password": PASSWORD, "again": PASSWORD}


def test_the_first_link_makes_an_administrator_once(link: str) -> None:
    for _ in range(2):
        Client(SERVER_NAME=HOST).post(link, {**FORM, "username": "ada"})

    assert Officer.objects.filter(username="ada").count() == 1
    assert accounts.has_administrator()
    assert Client(SERVER_NAME=HOST).get(link).status_code == 404


def test_a_first_link_is_dead_once_there_is_an_administrator(link: str, hire: Hire) -> None:
    hire("admin", Role.PEOPLE_ADMIN)

    assert Client(SERVER_NAME=HOST).get(link).status_code == 404


@pytest.mark.parametrize(
    ("change", "problem"),
    [({"again": "another-password-9"}, "differ"), ({"password": "short", "again": "short"}, "12"),
     ({"username": "a b"}, "valid"), ({"username": "ada\n"}, "valid"),
     ({"password": "password1234", "again": "password1234"},
     "common")],
)  # fmt: skip
def test_a_weak_or_mistyped_password_makes_nobody(
    change: dict[str, str], problem: str, link: str
) -> None:
    page = Client(SERVER_NAME=HOST).post(link, {**FORM, **change}).content.decode()

    assert problem in page
    assert not accounts.has_administrator()


def test_a_link_stands_nowhere_in_the_clear(link: str) -> None:
    token = link.rstrip("/").rpartition("/")[2]

    assert token not in str(list(Invitation.objects.values()))


def test_a_request_that_is_too_large_is_refused(link: str) -> None:
    answer = Client(SERVER_NAME=HOST).post(link, {**FORM, "full_name": "x" * 1_100_000})

    assert answer.status_code == 400
    assert not accounts.has_administrator()


def test_another_host_name_is_refused(link: str) -> None:
    assert Client(SERVER_NAME="evil.example").get(link).status_code == 400


def test_a_unit_works_by_its_own_policy(tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text("lock_minutes = 7\n", encoding="utf-8")

    assert policy_of(str(file)).lock_minutes == 7
    assert policy_of("") == DEFAULT


def test_a_policy_that_is_not_there_is_not_the_default(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        policy_of(str(tmp_path / "policy.toml"))


@pytest.mark.parametrize(
    ("proxy", "who"), [("127.0.0.1", "203.0.113.9"), ("10.0.0.7", "127.0.0.1")]
)
def test_whoever_comes_through_the_proxy_is_counted_by_their_own_address(
    proxy: str, who: str
) -> None:
    met: list[str] = []

    def app(environ: dict[str, str], _start: object) -> list[bytes]:
        met.append(environ["REMOTE_ADDR"])
        return []

    told = through_proxy(Serving(folder=Path("x"), behind_tls=True, proxy=proxy))
    request = {
        "REMOTE_ADDR": "127.0.0.1", "REMOTE_HOST": "127.0.0.1", "REMOTE_PORT": "1", "SERVER_PORT": "80",
        "wsgi.url_scheme": "http", "HTTP_X_FORWARDED_FOR": "192.0.2.66, 203.0.113.9",
    }  # fmt: skip
    proxy_headers_middleware(app, **told)(request, lambda *_: None)

    assert met == [who]


def test_without_a_proxy_no_header_is_believed() -> None:
    assert through_proxy(Serving(folder=Path("x"))) == {}


@pytest.mark.django_db
def test_the_first_administrator_and_their_roles_stand_in_the_journal() -> None:
    officer = accounts.accept(accounts.invite(None), password=PASSWORD, username="ann")

    assert officer is not None
    noted = JournalEntry.objects.get(kind="person_set")
    assert officer.number in noted.line
    assert "people_admin,system_admin" in noted.line


def test_a_changed_password_stands_in_the_journal(hire: Hire, enter: Enter) -> None:
    other = "muru-tifa-bado-keli"
    form = {"oldpassword": PASSWORD, "password1": other, "password2": other}

    enter(hire("ann")).post(reverse("account_change_password"), form)

    assert JournalEntry.objects.filter(kind="password_set").count() == 1
