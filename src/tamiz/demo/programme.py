"""Writes the invented programme to disk: the table of applicants and the watchlist."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import msgspec
from msgspec import Struct

from tamiz.demo.applicants import COLUMNS, Row, invent_applicants
from tamiz.demo.story import earlier_rows, story_entities, story_papers, story_rows
from tamiz.demo.watchlist import Entity, invent_watchlist

HONEST = 1_985  # with the story's people about 2,000
PERSONS, FIRMS, GROUPS = 2_200, 737, 60  # with the story's parties 3,000
SEED = 2026
EARLIER = 300  # applicants of the year before
TABLE = (
    *COLUMNS,
    "skill",
)  # told by some; nothing is drawn for it, so that all else stays as it was
SKILLS = ("beginner", "some practice", "principiante", "none", "початківець")
TELL = 4  # one honest applicant in so many says how much they know already
ENDED = ("trained", "trained", "accepted", "withdrawn")  # how their applications ended


class Programme(Struct, frozen=True, kw_only=True):
    """What was written, and which applicant id each planted person got."""

    applicants: Path
    earlier: Path
    watchlist: Path
    planted: dict[str, str]


def write_programme(folder: Path, *, seed: int = SEED, honest: int = HONEST) -> Programme:
    """Write applicants, their papers and the watchlist into ``folder``; the seed decides all."""
    rng = Random(seed)
    watchlist = folder / "watchlist.ftm.json"
    entities = invent_watchlist(rng, persons=PERSONS, firms=FIRMS, groups=GROUPS)
    _write_entities(watchlist, [*story_entities(), *entities])
    people = _with_skill(invent_applicants(rng, honest))
    rows, planted = _shuffled(rng, people, story_rows(rng))
    applicants = folder / "applicants.csv"
    _write_table(applicants, rows, TABLE, _broken(rows))
    _write_papers(folder / "papers")
    earlier = folder / "applicants-2025.csv"
    _write_earlier(earlier, Random(seed))
    return Programme(applicants=applicants, earlier=earlier, watchlist=watchlist, planted=planted)


def _write_earlier(path: Path, rng: Random) -> None:
    """Last year's applicants with how each application ended."""
    honest = [
        row | {"id": f"B-{at:04d}", "outcome": rng.choice(ENDED)}
        for at, row in enumerate(invent_applicants(rng, EARLIER), start=1)
    ]
    _write_table(path, [*honest, *earlier_rows(rng)], (*COLUMNS, "outcome"))


def _with_skill(rows: list[Row]) -> list[Row]:
    return [
        row if at % TELL else row | {"skill": SKILLS[at // TELL % len(SKILLS)]}
        for at, row in enumerate(rows)
    ]


def _shuffled(
    rng: Random,
    honest: list[Row],
    story: dict[str, Row],
) -> tuple[list[Row], dict[str, str]]:
    """All rows in one random order, numbered; and the numbers of the planted ones."""
    rows: list[tuple[str, Row]] = [("", row) for row in honest] + list(story.items())
    rng.shuffle(rows)
    numbered = [(key, row | {"id": f"A{at:05d}"}) for at, (key, row) in enumerate(rows, start=1)]
    return [row for _, row in numbered], {key: row["id"] for key, row in numbered if key}


def _write_papers(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, picture in story_papers().items():
        (folder / name).write_bytes(picture)


def _write_entities(path: Path, entities: Iterable[Entity]) -> None:
    encoded = (msgspec.json.encode(one) + b"\n" for one in entities)
    path.write_bytes(b"".join(encoded))


def _write_table(
    path: Path, rows: list[Row], columns: Sequence[str], broken: Sequence[Sequence[str]] = ()
) -> None:
    """The table as an office would save it: UTF-8 with a mark; ``broken`` rows come last."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows([row.get(column, "") for column in columns] for row in rows)
        writer.writerows(broken)


def _broken(rows: list[Row]) -> list[list[str]]:
    """Rows that cannot be screened: nobody named, a repeated id, cells that slipped."""
    nobody = {"id": "A90001", "birth_date": "1990-01-01", "nationalities": "COL"}
    cells = [[row.get(column, "") for column in TABLE] for row in (nobody, rows[0])]
    slipped = [rows[1].get(column, "") for column in TABLE] + ["", "see", "paper", "form"]
    slipped[0] = "A90002"
    return [*cells, slipped]
