"""How sensitive the course is that somebody asks for, by a table of words.

It decides how much certainty is asked for before a dossier counts as clear, never how suspicious
somebody is: the same findings of the same strength are made for every course. A unit's own rows
(``[[course]]`` of its policy) stand before ours.
"""

import tomllib
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from tamiz.normalise.text import folded

Word = Annotated[str, Meta(min_length=1)]


class Sensitivity(StrEnum):
    """What could be done with the knowledge that a course gives."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Course(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Courses whose name contains one of some words."""

    contains: Annotated[tuple[Word, ...], Meta(min_length=1)]
    sensitivity: Sensitivity


def sensitivity_of(course: str, table: tuple[Course, ...] = ()) -> Sensitivity:
    """That of a course as the applicant asks for it; medium where no row speaks of it.

    The highest among a unit's own rows that fit; where none does, the highest of ours.

    >>> sensitivity_of("Оператор FPV-дронів"), sensitivity_of("first aid"), sensitivity_of("dance")
    (<Sensitivity.HIGH: 'high'>, <Sensitivity.LOW: 'low'>, <Sensitivity.MEDIUM: 'medium'>)
    """
    return _sensitivity(course, table)


@lru_cache(maxsize=1 << 10)
def _sensitivity(course: str, table: tuple[Course, ...]) -> Sensitivity:
    text = folded(course)
    return _highest(text, table) or _highest(text, our_courses()) or Sensitivity.MEDIUM


def _highest(text: str, table: Iterable[Course]) -> Sensitivity | None:
    fitting = {row.sensitivity for row in table if any(folded(w) in text for w in row.contains)}
    return next((one for one in reversed(Sensitivity) if one in fitting), None)


@cache
def our_courses() -> tuple[Course, ...]:
    """Our own rows."""
    text = files("tamiz.checks").joinpath("courses.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text)["course"], tuple[Course, ...])
