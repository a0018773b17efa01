"""Borrowed identities: the papers of somebody else, or the whole person."""

from msgspec.structs import replace

from redteam.details import email, relative
from redteam.folk import country
from redteam.national import personal_number
from redteam.people import invent
from redteam.tactics.scene import Scene, Way, played
from redteam.world import Cause, Draft, Row

TACTIC = "borrowed_identity"
PAPERS = ("doc_number", "doc_country", "doc_issued", "doc_expires")
VICTIM = "identity_borrowed"


def borrowed_identity(scene: Scene, count: int) -> list[Draft]:
    """A genuine paper of somebody who did not give it."""
    return played(scene, count, WAYS)


def _honest(scene: Scene, *codes: str) -> Draft:
    """An honest applicant of this year, one of these States where some are told."""
    return scene.world.rng.choice([
        one
        for one in scene.world.cohort
        if not one.control and one.row["doc_number"] and (not codes or one.person.country.code in codes)
    ])  # fmt: skip


def _trained(scene: Scene) -> Draft:
    return scene.world.rng.choice([
        one
        for one in scene.world.earlier
        if one.row["outcome"] == "trained" and one.row["doc_number"]
    ])  # fmt: skip


def _papers(victim: Draft) -> Row:
    return {column: victim.row[column] for column in PAPERS}


def _cause(victim: Draft) -> Cause:
    return Cause("doc_number", victim.row["doc_number"], victim.key)


def _whole_person(scene: Scene) -> list[Draft]:
    """Name, date and passport of an honest applicant; his own phone and kin."""
    victim = _honest(scene)
    victim.control = VICTIM
    thief = replace(victim.person, phone=scene.man(victim.person.country.code).phone)
    draft = scene.applies(thief, TACTIC, _cause(victim), **_papers(victim))
    draft.row["relatives"] = relative(scene.world, thief)
    return [draft]


def _passport_of_alumnus(scene: Scene) -> list[Draft]:
    """Another name on the passport of a man who was trained."""
    victim = _trained(scene)
    thief = replace(scene.man(victim.person.country.code), passport=victim.person.passport)
    return [scene.applies(thief, TACTIC, _cause(victim), **_papers(victim))]


def _whole_alumnus(scene: Scene) -> list[Draft]:
    """A trained man in name, date and passport; born elsewhere, and nobody knows his phone."""
    victim = _trained(scene)
    of = victim.person
    towns = [one for one in of.country.cities if one.latin != victim.row["birth_place"]]
    thief = replace(
        of, city=scene.world.rng.choice(towns), phone=scene.world.unused(of.country.phone)
    )
    told = _papers(victim) | {
        "birth_place": thief.city.latin, "email": email(scene.world, thief), "handle": "",
        "relatives": relative(scene.world, thief), "personal_number": "",
    }  # fmt: skip
    return [scene.applies(thief, TACTIC, _cause(victim), **told)]


def _letter_for_digit(scene: Scene) -> list[Draft]:
    """The number of an honest man's passport, one nought of it typed as the letter O."""
    pool = [
        one
        for one in scene.world.cohort
        if not one.control and one.person.country.code in {"ec", "ve", "co", "ge", "pa"}
        and "0" in one.row["doc_number"][2:]
    ]  # fmt: skip
    victim = scene.world.rng.choice(pool)
    victim.control = VICTIM
    at = victim.row["doc_number"].index("0", 2)
    typed = f"{victim.row['doc_number'][:at]}O{victim.row['doc_number'][at + 1 :]}"
    thief = scene.man(victim.person.country.code)
    return [scene.applies(thief, TACTIC, _cause(victim), **_papers(victim) | {"doc_number": typed})]


def _personal_number(scene: Scene) -> list[Draft]:
    """The personal number of an honest applicant."""
    victim = _honest(scene, "co", "ar", "pe", "cl")
    victim.control = VICTIM
    number = victim.row["personal_number"] or personal_number(scene.world, victim.person)
    victim.row["personal_number"] = number
    cause = Cause("personal_number", number, victim.key)
    thief = invent(scene.world, country(victim.person.country.code), man=True)
    return [scene.applies(thief, TACTIC, cause, personal_number=number)]


def _name_in_passport(scene: Scene) -> list[Draft]:
    """The passport is printed with another man's name."""
    one, owner = scene.man("mx", "co"), scene.man("mx", "co")
    printed = f"{owner.family_names()}, {owner.given_names()}"
    return [scene.applies(one, TACTIC, Cause("doc_name", printed), doc_name=printed)]


WAYS = {
    "whole person": Way(_whole_person), "passport of an alumnus": Way(_passport_of_alumnus),
    "whole alumnus": Way(_whole_alumnus), "letter for a digit": Way(_letter_for_digit),
    "personal number": Way(_personal_number), "name in the passport": Way(_name_in_passport),
}  # fmt: skip
