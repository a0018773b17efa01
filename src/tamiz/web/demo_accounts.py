"""Accounts for the demonstration: one of every role, passwords by chance, told at every start.

They exist only in a folder of a demonstration, and are served on loopback only.
"""

import secrets
from collections.abc import Iterator

from msgspec import Struct

from tamiz.casework import Role
from tamiz.web.accounts import give
from tamiz.web.models import Officer, Programme

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
SYLLABLES = 8  # 70 of them to choose from: 49 bits, enough for a server that nobody else reaches


class Demonstrator(Struct, frozen=True):
    """An account of the demonstration."""

    username: str
    full_name: str
    roles: tuple[Role, ...]
    language: str


class Login(Struct, frozen=True):
    """What somebody logs in with, told once."""

    username: str
    password: str
    roles: tuple[Role, ...]


DEMONSTRATORS: tuple[Demonstrator, ...] = (
    Demonstrator("officer", "Olena Petrenko", (Role.OFFICER,), "en"),
    Demonstrator("second", "Jorge Ibáñez", (Role.OFFICER,), "es"),
    Demonstrator("senior", "Ірина Шевчук", (Role.SENIOR,), "uk"),
    Demonstrator("intake", "Tomás Arce", (Role.INTAKE,), "es"),
    Demonstrator("lists", "Anna Kowalska", (Role.LIST_MANAGER,), "en"),
    Demonstrator("people", "Ruth Adeyemi", (Role.PEOPLE_ADMIN, Role.SYSTEM_ADMIN), "en"),
    Demonstrator("auditor", "Karl Lindqvist", (Role.AUDITOR,), "en"),
)


def make(programme: Programme) -> Iterator[Login]:
    """Make the accounts, or give those that are there new passwords."""
    for one in DEMONSTRATORS:
        officer, _ = Officer.objects.update_or_create(
            username=one.username,
            defaults={"full_name": one.full_name, "is_active": True},
            create_defaults={"full_name": one.full_name, "language": one.language},
        )
        give(officer, *one.roles)
        officer.programmes.set([programme])
        password = _password()
        officer.set_password(password)
        officer.save(update_fields=["password"])
        yield Login(one.username, password, one.roles)


def _password() -> str:
    syllables = [secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(SYLLABLES)]
    return "-".join("".join(syllables[at : at + 2]) for at in range(0, SYLLABLES, 2))
