"""Tokens as the command line makes, lists and revokes them."""

import pytest

from tamiz.casework import Role
from tamiz.errors import UsageError
from tamiz.web.api import tending, tokens
from tamiz.web.models import JournalEntry, Programme, Token
from web_world import Hire


def test_a_token_is_made_listed_and_revoked(north: Programme, hire: Hire) -> None:
    hire("service", Role.OFFICER, programmes=(north,))

    text = tending.made("service", "officer", "case system", ("north",), "vetting", 30)

    row = Token.objects.get()
    assert tokens.bearer(f"Bearer {text}") is not None
    assert [line.split()[:3] for line in tending.told()] == [[row.number, "service", "officer"]]
    assert tending.revoke_number(row.number)
    assert not tending.revoke_number(row.number)
    assert tokens.bearer(f"Bearer {text}") is None
    assert list(tending.told()) == []
    noted = JournalEntry.objects.order_by("seq").values_list("kind", flat=True)
    assert list(noted)[-2:] == ["token_made", "token_revoked"]


@pytest.mark.parametrize(
    ("account", "role", "programmes", "purpose"),
    [
        ("nobody", "officer", (), "vetting"),
        ("service", "king", (), "vetting"),
        ("service", "engine", (), "vetting"),
        ("service", "senior", (), "vetting"),
        ("service", "officer", ("nowhere",), "vetting"),
        ("service", "officer", (), "curiosity"),
    ],
)
def test_what_is_not_there_gets_no_token(
    account: str,
    role: str,
    programmes: tuple[str, ...],
    purpose: str,
    north: Programme,
    hire: Hire,
) -> None:
    hire("service", Role.OFFICER, programmes=(north,))

    with pytest.raises(UsageError):
        tending.made(account, role, "t", programmes, purpose, 30)

    assert not Token.objects.exists()


@pytest.mark.parametrize("number", ["", "t", "x1", "t0", "t999999999999"])
@pytest.mark.usefixtures("db")
def test_a_number_of_no_token_revokes_nothing(number: str) -> None:
    assert not tending.revoke_number(number)
