"""Who asks: the account, what casework calls them, their language and their purpose."""

from enum import StrEnum
from typing import Protocol

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from msgspec import Struct

from tamiz.casework.people import Act, Actor, Role, may
from tamiz.web.models import Officer
from tamiz.wording import Language


class Purpose(StrEnum):
    """Why somebody reads about applicants; it is asked for and stands beside every read."""

    VETTING = "vetting"
    SECOND_LOOK = "second_look"
    QUALITY = "quality"
    APPEAL = "appeal"
    AUDIT = "audit"


PURPOSE = "purpose"  # the key in the session


class Acting(Protocol):
    """Whoever does something: somebody who is logged in, or a form without an account."""

    @property
    def actor(self) -> Actor:
        """What casework calls them."""


class Visitor(Struct, frozen=True):
    """Somebody who is logged in; ``purpose`` is None until they said one."""

    officer: Officer
    actor: Actor
    language: Language
    purpose: Purpose | None

    def may(self, act: Act) -> bool:
        """Whether any role of theirs allows the act, whatever it is done to."""
        return may(self.actor, act)


def visitor(request: HttpRequest) -> Visitor:
    """Who asks; only for pages that need an account."""
    officer = request.user
    if not isinstance(officer, Officer):
        raise TypeError("nobody is logged in; the page must not be open to all")
    told = request.session.get(PURPOSE, "")
    return Visitor(
        officer=officer,
        actor=actor(officer),
        language=Language(officer.language),
        purpose=Purpose(told) if told in set(Purpose) else None,
    )


def actor(officer: Officer) -> Actor:
    """What casework knows of an account: number, roles, compartments; nothing of a closed one."""
    prefetch_related_objects([officer], "given", "programmes")  # once a request, however many ask
    if not officer.is_active:
        return Actor(id=officer.number, roles=frozenset())
    return Actor(
        id=officer.number,
        roles=frozenset(Role(given.role) for given in officer.given.all()),
        compartments=frozenset(programme.key for programme in officer.programmes.all()),
    )
