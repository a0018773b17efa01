"""Groups designated as foreign terrorist organisations by the United States since 2025.

Members of such a group are often listed under another programme (SDNTK, ILLICIT-DRUGS-EO14059)
and only *linked to* it; an officer who reads the tie should see what the group itself is. The
facts stand in ``designated_groups.toml`` with the number of the notice and where it was read.
"""

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources

import msgspec
from msgspec import Struct

_ACRONYM = re.compile(r"\s*\([^()]*\)\s*\Z")
_WORDS = re.compile(r"[^\W_]+")


class Group(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One designated group.

    ``date`` is when the designation took effect; where ``date_is`` says ``announced``, it is the
    day of the announcement, some days before. ``notice`` is empty where it was not verified.
    """

    name: str
    aliases: tuple[str, ...]
    designation: str
    date: str
    notice: str
    source: str
    date_is: str = "effective"


def designation(name: str) -> Group | None:
    """The group of exactly this name or alias, whatever its case, accents and punctuation.

    An acronym in brackets behind the name is passed over: ``SINALOA CARTEL (CDS)``.
    """
    names = _by_name()
    return names.get(_folded(name)) or names.get(_folded(_ACRONYM.sub("", name)))


@cache
def groups() -> tuple[Group, ...]:
    """All designated groups, in the order of their designation."""
    page = resources.files("tamiz.lists").joinpath("designated_groups.toml")
    table = tomllib.loads(page.read_text(encoding="utf-8"))
    return msgspec.convert(table["group"], tuple[Group, ...])


@cache
def _by_name() -> dict[str, Group]:
    """The groups under each of their folded names."""
    return {_folded(name): group for group in groups() for name in (group.name, *group.aliases)}


def _folded(name: str) -> str:
    """A name without case, accents and punctuation; apostrophes vanish (``Kata'ib``)."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_WORDS.findall(re.sub(r"['’‘ʿʾ`]", "", letters)))
