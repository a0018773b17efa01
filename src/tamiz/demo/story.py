"""The planted story: parties for the watchlist, applicants for the cohort (``story.toml``)."""

from functools import cache
from importlib.resources import files
from random import Random

import msgspec
from msgspec import Struct

from tamiz.demo.applicants import Row, write_application
from tamiz.demo.peoples import Country, countries
from tamiz.demo.persons import invent_person
from tamiz.demo.watchlist import Entity, designation, entity, tie

COURSE = "drone operator (FPV)"  # what all of the planted, but not the namesakes, ask for
WEEK = "2026-06-03"
NAMES = ("name", "given_names", "family_names", "paternal_surname", "maternal_surname",
         "patronymic", "aliases", "name_original", "sponsor", "sponsor_number")  # fmt: skip


class Party(Struct, frozen=True, forbid_unknown_fields=True):
    """A listed party of the story, as FollowTheMoney properties."""

    id: str
    schema: str
    programme: str
    properties: dict[str, list[str]]
    tied_to: str = ""


class Applicant(Struct, frozen=True, forbid_unknown_fields=True):
    """An applicant of the story: the columns that matter, and whether they are honest.

    ``chapter`` names the sentence that tells what was planted. ``paper`` tells how the picture of
    their document looks and which zone is in it, if not that of the row. What ``cannot_be_read``
    must come before an officer without a concern.
    """

    key: str
    chapter: str
    country: str
    row: Row
    honest: bool = False
    cannot_be_read: bool = False
    paper: dict[str, str] = {}


class Earlier(Struct, frozen=True, forbid_unknown_fields=True):
    """An applicant of the year before: the columns that matter."""

    key: str
    country: str
    row: Row


class Story(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that is planted."""

    party: tuple[Party, ...]
    applicant: tuple[Applicant, ...]
    earlier: tuple[Earlier, ...]


@cache
def read_story() -> Story:
    """The story of ``story.toml``."""
    return msgspec.toml.decode(files("tamiz.demo").joinpath("story.toml").read_bytes(), type=Story)


def story_entities() -> list[Entity]:
    """The listed parties of the story with their designations and ties."""
    entities: list[Entity] = []
    for party in read_story().party:
        entities += [
            entity(party.id, party.schema, party.properties),
            designation(party.id, party.programme),
        ]
        entities += [tie(party.id, party.tied_to)] * bool(party.tied_to)
    return entities


def story_rows(rng: Random) -> dict[str, Row]:
    """The planted applicants' rows by their key; what the story leaves open is drawn."""
    return {one.key: _row(rng, one) for one in read_story().applicant}


def _row(rng: Random, applicant: Applicant) -> Row:
    drawn = write_application(rng, invent_person(rng, _country(applicant.country)))
    asked = {} if applicant.honest else {"course": COURSE, "applied_on": WEEK}
    files = {"doc_files": f"papers/{applicant.key}.jpg"} if applicant.paper else {}
    return drawn | dict.fromkeys(NAMES, "") | asked | files | applicant.row


def earlier_rows(rng: Random) -> list[Row]:
    """The applicants of the year before; what the story leaves open is drawn."""
    return [
        write_application(rng, invent_person(rng, _country(one.country)))
        | dict.fromkeys(NAMES, "")
        | one.row
        for one in read_story().earlier
    ]


def _country(code: str) -> Country:
    return next(one for one in countries() if one.code == code)


def story_papers() -> dict[str, bytes]:
    """The pictures of the planted applicants' documents, by their file names."""
    folder = files("tamiz.demo").joinpath("papers")
    names = (f"{one.key}.jpg" for one in read_story().applicant if one.paper)
    return {name: folder.joinpath(name).read_bytes() for name in names}
