"""Runs of blank passports: numbers of one stolen packet among men who claim to be strangers."""

from datetime import date, timedelta

from msgspec.structs import replace

from redteam.application import NOW, weekday
from redteam.honest import following
from redteam.tactics.scene import Scene
from redteam.world import Cause, Draft, Row
from tamiz.demo.peoples import Country

TACTIC = "blank_run"
YEARS = 5
LUCKY = "honest_in_a_run"  # whose genuine number lies between two of the stolen ones


def blank_run(scene: Scene, count: int) -> list[Draft]:
    """So many passports of one packet, in one of three ways."""
    name, steps, weeks = scene.world.rng.choice((
        ("in a row", (1, 1, 2), 2), ("honest numbers between", (2, 3), 2), ("years apart", (1, 2), 260),
    ))  # fmt: skip
    drafts = _run(scene, count, steps, weeks)
    for one in drafts:
        one.note = name
        one.causes = tuple(
            Cause("doc_number", two.row["doc_number"], two.key) for two in drafts if two is not one
        )
    if name == "honest numbers between":
        _between(scene, drafts[0])
    return drafts


def _run(scene: Scene, count: int, steps: tuple[int, ...], weeks: int) -> list[Draft]:
    rng = scene.world.rng
    code = rng.choice(("ve", "pa", "gt"))
    number = scene.man(code).passport
    first = NOW.first - timedelta(days=rng.randint(90, 300))
    drafts: list[Draft] = []
    for _ in range(count):
        one = replace(scene.man(code), passport=number)
        scene.world.taken.add(code + number)
        day = first - timedelta(days=rng.randrange(weeks * 6))
        drafts.append(scene.applies(one, TACTIC, **_papers(one.country, number, day)))
        number = following(number, rng.choice(steps))
    return drafts


def _papers(where: Country, number: str, day: date) -> Row:
    issued = weekday(day)
    issued = issued.replace(day=min(issued.day, 28))
    expires = issued.replace(year=issued.year + min(where.validity, YEARS))
    return {
        "doc_type": "passport", "doc_number": number, "doc_country": where.words[0],
        "doc_issued": issued.isoformat(), "doc_expires": expires.isoformat(),
    }  # fmt: skip


def _between(scene: Scene, first: Draft) -> None:
    """An honest man of that State got the number after the first one, in those days."""
    code = first.person.country.code
    pool = [
        one for one in scene.world.cohort if one.person.country.code == code and not one.control
    ]
    number = following(first.row["doc_number"], 1)
    if pool and code + number not in scene.world.taken:
        scene.world.taken.add(code + number)
        honest = scene.world.rng.choice(pool)
        honest.control, honest.person = LUCKY, replace(honest.person, passport=number)
        kept = ("doc_issued", "doc_expires", "doc_country")
        honest.row |= {column: first.row[column] for column in kept} | {"doc_number": number}
