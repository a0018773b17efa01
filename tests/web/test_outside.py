"""Log-in through an identity provider: it lets in whom an administrator wrote down, and gives nothing."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from oidc_issuer import CLIENT, SECRET, Issuer, issuing
from tamiz.casework import Role
from tamiz.errors import UsageError
from tamiz.web import accounts
from tamiz.web.models import JournalEntry, Officer
from tamiz.web.oidc import Provider, as_setting, read_provider
from web_world import HOST, Hire

NONCE_SIGNS = 32  # more than anybody guesses
ADDRESS = "ann@unit.example"
ANN = {"sub": "5f1c", "email": ADDRESS, "email_verified": True, "name": "Ann"}


@pytest.fixture
def issuer(settings: Settings) -> Iterator[Issuer]:
    """The unit's identity provider, where Ann is known."""
    with issuing() as found:
        found.claims = dict(ANN)
        told = Provider(
            name="Ministry",
            issuer=found.address,
            client_id=CLIENT,
            client_secret_file="-",  # noqa: S106 - of nobody
        )
        settings.OIDC = told
        settings.SOCIALACCOUNT_PROVIDERS = as_setting(told, SECRET)
        yield found


@pytest.fixture
def ann(hire: Hire) -> Officer:
    """An account with Ann's address."""
    officer = hire("ann", Role.OFFICER, factor=False)
    Officer.objects.filter(pk=officer.pk).update(email=ADDRESS)
    return officer


def come(*, change: dict[str, str] | None = None) -> Client:
    """A browser that goes to the provider and back; ``change`` is what somebody alters on the way."""
    client = Client(SERVER_NAME=HOST)
    sent = client.post(reverse("openid_connect_login")).headers["Location"]
    back = httpx.get(sent).headers["Location"]
    query = dict(httpx.URL(back).params) | (change or {})
    client.get(reverse("openid_connect_callback"), query | {"_redir": ""})
    return client


def who(client: Client) -> str:
    """The account that is logged in; empty for nobody."""
    number = client.session.get("_auth_user_id")
    return "" if number is None else Officer.objects.get(pk=number).username


@pytest.mark.usefixtures("issuer", "ann")
def test_who_was_written_down_is_let_in() -> None:
    assert who(come()) == "ann"


@pytest.mark.usefixtures("ann")
def test_the_second_time_it_is_the_providers_own_name_that_counts(issuer: Issuer) -> None:
    come()
    issuer.claims |= {"email": "married@unit.example"}

    assert who(come()) == "ann"


@pytest.mark.usefixtures("issuer", "db")
def test_nobody_else_gets_an_account() -> None:
    before = Officer.objects.count()

    assert (who(come()), Officer.objects.count()) == ("", before)


@pytest.mark.usefixtures("ann")
@pytest.mark.parametrize(
    "claims",
    [{"email_verified": False}, {"email_verified": "true"}, {"email": "eve@unit.example"},
     {"email": ""}, {"email": None}],
)  # fmt: skip
def test_an_address_that_is_not_theirs_lets_nobody_in(
    claims: dict[str, object], issuer: Issuer
) -> None:
    issuer.claims |= claims

    assert who(come()) == ""


@pytest.mark.usefixtures("ann")
def test_an_address_that_was_given_to_somebody_new_opens_no_old_account(issuer: Issuer) -> None:
    come()
    issuer.claims |= {"sub": "another"}

    assert who(come()) == ""


@pytest.mark.usefixtures("ann")
def test_two_answers_about_two_people_are_refused(issuer: Issuer) -> None:
    issuer.claims |= {"sub": "eve", "email": "eve@unit.example"}
    issuer.userinfo = dict(ANN)

    assert who(come()) == ""


@pytest.mark.usefixtures("ann")
@pytest.mark.parametrize("claims", [{"aud": "other"}, {"iss": "https://evil.example"}, {"exp": 1}])
def test_a_token_of_somebody_else_or_of_yesterday_is_refused(
    claims: dict[str, object], issuer: Issuer
) -> None:
    issuer.claims |= claims

    assert who(come()) == ""


@pytest.mark.usefixtures("ann")
@pytest.mark.parametrize(
    ("key", "algorithm"),
    [(generate_private_key(SECP256R1()), "ES256"), ("a" * 32, "HS256"), (None, "none")],
    ids=["another key", "a shared secret", "unsigned"],
)
def test_a_token_that_the_provider_did_not_sign_is_refused(
    key: object, algorithm: str, issuer: Issuer
) -> None:
    issuer.signed_with, issuer.algorithm = key, algorithm

    assert who(come()) == ""


@pytest.mark.usefixtures("ann")
def test_a_provider_that_calls_itself_otherwise_is_refused(issuer: Issuer) -> None:
    issuer.issuer = "https://evil.example"

    assert who(come()) == ""


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("name", ["openid_connect_login", "openid_connect_callback"])
def test_a_provider_that_is_not_there_is_no_fault_of_ours(name: str, settings: Settings) -> None:
    gone = Provider(name="M", issuer="http://127.0.0.1:9", client_id="t", client_secret_file="-")  # noqa: S106
    settings.OIDC, settings.SOCIALACCOUNT_PROVIDERS = gone, as_setting(gone, SECRET)
    client = Client(SERVER_NAME=HOST)

    assert client.post(reverse(name)).status_code == 403


@pytest.mark.usefixtures("ann", "issuer")
@pytest.mark.parametrize("change", [{"state": "forged"}, {"code": "stolen"}, {"error": "denied"}])
def test_an_answer_that_was_tampered_with_is_refused(change: dict[str, str]) -> None:
    assert who(come(change=change)) == ""


@pytest.mark.usefixtures("ann", "issuer")
def test_somebody_elses_answer_is_refused() -> None:
    mine, theirs = Client(SERVER_NAME=HOST), Client(SERVER_NAME=HOST)
    sent = theirs.post(reverse("openid_connect_login")).headers["Location"]
    query = dict(httpx.URL(httpx.get(sent).headers["Location"]).params)

    mine.get(reverse("openid_connect_callback"), query | {"_redir": ""})

    assert who(mine) == ""


@pytest.mark.usefixtures("ann")
def test_the_code_is_bound_to_who_asked_for_it(issuer: Issuer) -> None:
    come()

    assert issuer.asked[0]["code_challenge_method"] == "S256"
    assert len(issuer.asked[0]["code_challenge"]) == 43


def test_roles_never_come_from_the_token(issuer: Issuer, ann: Officer) -> None:
    issuer.claims |= {"roles": ["senior"], "groups": ["people_admin"], "is_superuser": True}

    come()

    assert [given.role for given in ann.given.all()] == [Role.OFFICER.value]
    assert not Officer.objects.get(pk=ann.pk).is_superuser


@pytest.mark.usefixtures("issuer")
def test_a_closed_account_stays_closed(ann: Officer) -> None:
    come()
    Officer.objects.filter(pk=ann.pk).update(is_active=False)

    assert who(come()) == ""


@pytest.mark.usefixtures("issuer")
def test_a_link_that_waits_ends_with_it(ann: Officer) -> None:
    token = accounts.invite(ann)

    come()

    assert accounts.invitation(token) is None


@pytest.mark.usefixtures("issuer")
def test_a_second_factor_of_ours_is_asked_for_as_well(hire: Hire) -> None:
    officer = hire("ann", Role.SENIOR)
    Officer.objects.filter(pk=officer.pk).update(email=ADDRESS)

    assert who(come()) == ""


@pytest.mark.usefixtures("issuer")
def test_what_the_provider_says_of_people_is_not_kept(ann: Officer) -> None:
    come()
    come()

    assert SocialAccount.objects.get(user=ann).extra_data == {}


@pytest.mark.usefixtures("issuer", "ann")
def test_it_stands_in_the_journal() -> None:
    come()

    kinds = JournalEntry.objects.order_by("seq").values_list("kind", flat=True)
    assert list(kinds)[-2:] == ["login_tied", "logged_in"]


@pytest.mark.usefixtures("db")
def test_without_a_provider_the_addresses_are_not_there() -> None:
    client = Client(SERVER_NAME=HOST)

    assert client.post(reverse("openid_connect_login")).status_code == 404
    assert client.get(reverse("openid_connect_callback")).status_code == 404


GOOD = 'name = "M"\nissuer = "https://m.example"\nclient_id = "t"\nclient_secret_file = "s"\n'


def written(folder: Path, text: str, *, mode: int = 0o600) -> Path:
    """A settings file and the secret beside it."""
    (folder / "s").write_text("secret\n")
    (folder / "s").chmod(mode)
    (folder / "oidc.toml").write_text(text)
    return folder / "oidc.toml"


def test_a_settings_file_is_read(tmp_path: Path) -> None:
    provider, secret = read_provider(written(tmp_path, GOOD))

    assert (provider.origin, secret) == ("https://m.example", "secret")


@pytest.mark.parametrize(
    ("text", "mode", "problem"),
    [(GOOD, 0o644, "others may read"), (GOOD.replace("https", "http"), 0o600, "https"),
     (GOOD.replace("name", "nome"), 0o600, "nome"), ("", 0o600, "name"),
     (GOOD.replace('"s"', '"t"'), 0o600, "not there")],
)  # fmt: skip
def test_a_settings_file_that_opens_doors_is_refused(
    text: str, mode: int, problem: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=problem):
        read_provider(written(tmp_path, text, mode=mode))


@pytest.mark.usefixtures("ann")
def test_every_log_in_has_a_nonce_of_its_own(issuer: Issuer) -> None:
    come()
    come()

    first, second = (asked["nonce"] for asked in issuer.asked)
    assert len(first) >= NONCE_SIGNS
    assert first != second


@pytest.mark.usefixtures("ann")
@pytest.mark.parametrize("nonce", ["of-another-log-in", "", None])
def test_a_token_of_another_log_in_is_refused(nonce: str | None, issuer: Issuer) -> None:
    issuer.claims |= {"nonce": nonce}

    assert who(come()) == ""
