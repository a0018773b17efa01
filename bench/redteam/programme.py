"""Puts the programme together and writes it: cohort, earlier cohort, two editions of the list, truth."""

import csv
from collections.abc import Iterable
from pathlib import Path
from random import Random

import msgspec
from msgspec import Struct

from redteam.application import COLUMNS, EARLIER, NOW, Desk
from redteam.controls import controls
from redteam.details import stranger
from redteam.earlier import (
    RELATIVES,
    RETURN,
    TWICE,
    brothers_of_refused,
    earlier_applicants,
    returning,
    twice,
)
from redteam.firms import KINDS, Market, invent_firm
from redteam.folk import all_countries, weight_of
from redteam.honest import honest_applicants
from redteam.lives import mistype_dates
from redteam.spread import nationalities
from redteam.tactics import Scene, plant
from redteam.watchlist import invent_watchlist
from redteam.world import Cause, Draft, Entity, World

EARLIER_SHARE = 0.4  # earlier applications for each of the cohort: 20,000 for 50,000
INFILTRATORS = 60
SPONSORS, EMPLOYERS, RECRUITERS = 0.05, 0.5, 0.08  # for each unit of a country's weight


class Label(Struct, frozen=True, kw_only=True):
    """The truth about one application: a line of ``labels.jsonl``.

    ``due`` says why an honest person ought to be looked at; a review of them is no mistake.
    """

    id: str
    file: str
    honest: bool
    nationality: str
    origin: str
    tactic: str = ""
    control: str = ""
    due: str = ""
    note: str = ""
    same_as: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()


class Range(Struct, frozen=True, kw_only=True):
    """Where a programme was written."""

    cohort: Path
    earlier: Path
    watchlist: Path
    second_watchlist: Path
    labels: Path


def paths(folder: Path) -> Range:
    """The files of a range in a folder."""
    return Range(
        cohort=folder / "cohort.csv",
        earlier=folder / "earlier.csv",
        watchlist=folder / "watchlist-1.ftm.json",
        second_watchlist=folder / "watchlist-2.ftm.json",
        labels=folder / "labels.jsonl",
    )


def write_range(
    folder: Path, *, seed: int, applicants: int, infiltrators: int = INFILTRATORS
) -> Range:
    """Invent a programme of so many honest applicants and write it; the seed decides every byte."""
    world = invent_world(seed, applicants, infiltrators)
    folder.mkdir(parents=True, exist_ok=True)
    found = paths(folder)
    _write_entities(found.watchlist, world.listed)
    _write_entities(found.second_watchlist, [*world.listed, *world.added])
    ids = _numbered(world)
    _write_table(found.cohort, world.cohort, ids)
    _write_table(found.earlier, world.earlier, ids)
    with found.labels.open("wb") as file:
        for name, drafts in (("cohort", world.cohort), ("earlier", world.earlier)):
            file.writelines(msgspec.json.encode(_label(one, name, ids)) + b"\n" for one in drafts)
    return found


def invent_world(seed: int, applicants: int, infiltrators: int) -> World:
    """Everybody and everything, in memory."""
    world = World(Random(seed))
    market = _market(world)
    now, before = Desk(world, market, NOW, "A"), Desk(world, market, EARLIER, "E")
    world.earlier = earlier_applicants(before, round(applicants * EARLIER_SHARE))
    planted = controls(now, world.earlier)
    again = round(applicants * (TWICE + RETURN + RELATIVES))
    alone = honest_applicants(now, applicants - again - len(planted))
    mistype_dates(now, alone)
    like = nationalities(alone)
    back = returning(now, world.earlier, applicants, like)
    back += brothers_of_refused(now, world.earlier, applicants, like)
    world.apply([*alone, *back, *planted, *twice(now, alone)])
    listed = invent_watchlist(world, alone)
    scene = Scene(world=world, now=now, before=before, listed=listed)
    world.apply(plant(scene, infiltrators))
    world.rng.shuffle(world.cohort)
    world.rng.shuffle(world.earlier)
    return world


def _market(world: World) -> Market:
    """Sponsors, employers and recruiters of every country."""
    rng = world.rng
    market = Market({}, {}, {})
    for where in all_countries():
        many = range(max(round(weight_of(where) * SPONSORS), 2))
        market.sponsors[where.code] = [
            invent_firm(world, where, rng.choice(list(KINDS))) for _ in many
        ]
        many = range(max(round(weight_of(where) * EMPLOYERS), 8))
        kinds = ("security", "logistics", "university")
        market.employers[where.code] = [
            invent_firm(world, where, rng.choice(kinds)).name for _ in many
        ]
        many = range(max(round(weight_of(where) * RECRUITERS), 4))
        market.recruiters[where.code] = [
            f"{stranger(world, where)}, {world.unused(where.phone)}" for _ in many
        ]
    return market


def _numbered(world: World) -> dict[str, str]:
    """The number of each application, by its key; and none for listed parties."""
    now = {one.key: f"A{at:06}" for at, one in enumerate(world.cohort, start=1)}
    return now | {one.key: f"E{at:06}" for at, one in enumerate(world.earlier, start=1)}


def _label(one: Draft, file: str, ids: dict[str, str]) -> Label:
    return Label(
        id=ids[one.key],
        file=file,
        honest=not one.tactic,
        nationality=one.person.country.code,
        origin=one.person.country.people,
        tactic=one.tactic,
        control=one.control,
        due=one.due,
        note=one.note,
        same_as=tuple(ids[key] for key in one.same_as),
        causes=tuple(
            Cause(cause.field, cause.value, ids.get(cause.other, cause.other))
            for cause in one.causes
        ),
    )


def read_labels(path: Path) -> list[Label]:
    """The truth about all applications."""
    with path.open("rb") as file:
        return [msgspec.json.decode(line, type=Label) for line in file]


def _write_entities(path: Path, entities: Iterable[Entity]) -> None:
    path.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in entities))


def _write_table(path: Path, drafts: list[Draft], ids: dict[str, str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for one in drafts:
            row = one.row | {"id": ids[one.key]}
            writer.writerow([row[column] for column in COLUMNS])
