"""Forged papers: a passport that its State did not give, or gave to somebody else."""

from datetime import date

from msgspec.structs import replace

from redteam.tactics.scene import Scene, Way, played
from redteam.world import Cause, Draft

TACTIC = "forged_paper"


def forged_paper(scene: Scene, count: int) -> list[Draft]:
    """A passport that cannot be what it says."""
    return played(scene, count, WAYS)


def _valid_too_long(scene: Scene) -> list[Draft]:
    """Twelve years, where the State gives five or six."""
    one = scene.man("sv", "pa", "ve", "pe")
    issued = date(2019, scene.world.rng.randint(2, 11), 12)
    expires = issued.replace(year=issued.year + 12).isoformat()
    told = {"doc_number": one.passport, "doc_country": one.country.words[0],
            "doc_issued": issued.isoformat(), "doc_expires": expires}  # fmt: skip
    return [scene.applies(one, TACTIC, Cause("doc_expires", expires), **told)]


def _listed_number(scene: Scene) -> list[Draft]:
    """The passport of a listed man under another name."""
    true, one = scene.man("mx", "co", "ve"), scene.man("mx", "co", "ve")
    other = scene.listed.person(true, passportNumber=[true.passport])
    told = {"doc_number": true.passport, "doc_country": true.country.words[0]}
    return [scene.applies(one, TACTIC, Cause("doc_number", true.passport, other), **told)]


def _brothers_number(scene: Scene) -> list[Draft]:
    """The passport of a listed man under the name of his brother."""
    true, one = scene.man("co"), scene.man("co")
    one = replace(one, family=true.family)
    other = scene.listed.person(true, passportNumber=[true.passport])
    told = {"doc_number": true.passport, "doc_country": true.country.words[0]}
    return [scene.applies(one, TACTIC, Cause("doc_number", true.passport, other), **told)]


WAYS = {
    "valid too long": Way(_valid_too_long), "listed number": Way(_listed_number),
    "brother's number": Way(_brothers_number),
}  # fmt: skip
