"""Tokens: made once, told once, kept as digests; what each may do is asked at every request."""

import hashlib
import secrets
import time
from datetime import datetime, timedelta
from threading import Lock

from django.db import transaction
from msgspec import Struct

from tamiz.casework.people import Actor, Role
from tamiz.errors import UsageError
from tamiz.web import journaling
from tamiz.web.clock import now
from tamiz.web.models import Officer, Programme, Token
from tamiz.web.visitor import Purpose, Visitor, actor
from tamiz.wording import Language

PREFIX = "tamiz_"  # so that scanners for leaked secrets know one when they see it
BYTES = 32  # of randomness: a digest without salt and stretching is enough for it
LONGEST = 200  # characters of a header that can be a token
# Seconds for which an answer of the database is trusted: a token that was revoked lives so long,
# and a thousand requests cost one query.
TRUSTED = 5.0
KNOWN_AT_ONCE = 1_000  # tokens whose answers are kept
DAYS = 90  # a token is valid for, unless told otherwise


class Bearer(Struct, frozen=True):
    """Who asks: the token's number, the account for which it acts, and until when."""

    token: str
    visitor: Visitor
    until: datetime


class _Known:
    """What the database said of tokens a moment ago."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: dict[str, tuple[float, Bearer | None]] = {}

    def get(self, digest: str) -> Bearer | None:
        """The bearer of a digest; None where there is none."""
        moment = time.monotonic()
        found = self._found.get(digest)
        if found is None or moment - found[0] > TRUSTED:
            found = moment, _asked(digest)
            with self._lock:
                if len(self._found) >= KNOWN_AT_ONCE:
                    self._found.clear()
                self._found[digest] = found
        who = found[1]
        return None if who is None or who.until <= now() else who

    def forget(self) -> None:
        """Ask anew from now on."""
        with self._lock:
            self._found.clear()


KNOWN = _Known()


def make(
    officer: Officer,
    role: Role,
    *,
    name: str,
    programmes: tuple[Programme, ...] = (),
    purpose: Purpose = Purpose.VETTING,
    days: int = DAYS,
    by: str = "tamiz",
) -> str:
    """A new token, told this once.

    Raises:
        UsageError: the account is closed, or has not this role or these programmes.
    """
    _refuse_more(officer, role, programmes)
    text = PREFIX + secrets.token_urlsafe(BYTES)
    moment = now()
    with transaction.atomic():
        row = Token.objects.create(
            digest=digest_of(text), officer=officer, name=name, role=role.value,
            purpose=purpose.value, language=officer.language, made=moment,
            until=moment + timedelta(days=days),
        )  # fmt: skip
        row.programmes.set(programmes)
        journaling.note(
            by, "token_made", token=row.number, person=officer.number, role=role.value,
            programmes=",".join(sorted(one.key for one in programmes)),
        )  # fmt: skip
    return text


def revoke(number: int, *, by: str = "tamiz") -> bool:
    """Whether there was such a token, which from now on is none."""
    with transaction.atomic():
        changed = Token.objects.filter(pk=number, revoked=None).update(revoked=now())
        if changed:
            journaling.note(by, "token_revoked", token=f"t{number}")
    KNOWN.forget()
    return bool(changed)


def bearer(header: str) -> Bearer | None:
    """Who sent the header ``Authorization``: ``Bearer TOKEN``, or as yente's clients ``ApiKey``."""
    scheme, _, text = header.partition(" ")
    if scheme.casefold() not in {"bearer", "apikey"} or not 0 < len(text) <= LONGEST:
        return None
    return KNOWN.get(digest_of(text.strip()))


def digest_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def _asked(digest: str) -> Bearer | None:
    """What the database says: valid now, for an account that is open and still has the role."""
    found = Token.objects.filter(digest=digest, revoked=None, until__gt=now())
    row = found.select_related("officer").prefetch_related("programmes").first()
    if row is None or not row.officer.is_active:
        return None
    who = _narrowed(row, actor(row.officer))
    told = Visitor(row.officer, who, Language(row.language), Purpose(row.purpose))
    return Bearer(row.number, told, row.until)


def _narrowed(row: Token, whole: Actor) -> Actor:
    """The account's rights, no more than the token's."""
    only = frozenset(one.key for one in row.programmes.all())
    return Actor(
        id=whole.id,
        roles=whole.roles & {Role(row.role)},
        compartments=whole.compartments & only if only else whole.compartments,
    )


def _refuse_more(officer: Officer, role: Role, programmes: tuple[Programme, ...]) -> None:
    whole = actor(officer)
    if role not in whole.roles:
        raise UsageError(f"{officer.number}: has not the role {role.value}, or is closed")
    outside = {one.key for one in programmes} - whole.compartments
    if outside:
        raise UsageError(f"{officer.number}: has no share in {', '.join(sorted(outside))}")
