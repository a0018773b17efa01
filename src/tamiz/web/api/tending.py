"""What the command line does with tokens."""

from collections.abc import Iterator

from tamiz.casework.people import Role
from tamiz.errors import UsageError
from tamiz.web.api import tokens
from tamiz.web.clock import now
from tamiz.web.models import Officer, Programme, Token
from tamiz.web.models.people import GIVEN
from tamiz.web.visitor import Purpose


def made(
    account: str, role: str, name: str, programmes: tuple[str, ...], purpose: str, days: int
) -> str:
    """A new token for an account, by the names that people type.

    Raises:
        UsageError: no such account, role, programme or purpose; or not the account's.
    """
    officer = Officer.objects.filter(username=account).first()
    if officer is None:
        raise UsageError(f"{account}: no such account; a people administrator makes one")
    _refuse(role, [one.value for one in GIVEN], "role")
    _refuse(purpose, [one.value for one in Purpose], "purpose")
    found = tuple(Programme.objects.filter(key__in=programmes))
    if unknown := sorted(set(programmes) - {one.key for one in found}):
        raise UsageError(f"{unknown[0]}: no such programme")
    return tokens.make(
        officer, Role(role), name=name, programmes=found, purpose=Purpose(purpose), days=days
    )


def told() -> Iterator[str]:
    """A line for each valid token."""
    valid = Token.objects.filter(revoked=None, until__gt=now()).select_related("officer")
    for row in valid.order_by("pk"):
        yield f"{row.number}  {row.officer.username}  {row.role}  until {row.until:%Y-%m-%d}  {row.name}"


def revoke_number(number: str) -> bool:
    """Whether there was such a valid token."""
    digits = number.removeprefix("t")
    return digits.isdecimal() and tokens.revoke(int(digits))


def _refuse(word: str, known: list[str], kind: str) -> None:
    if word not in known:
        raise UsageError(f"{word}: no such {kind}; expected one of {', '.join(known)}")
