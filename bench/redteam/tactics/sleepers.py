"""Sleepers: nothing is known of them until a list changes."""

from redteam.details import stranger
from redteam.firms import Firm, invent_firm
from redteam.folk import country
from redteam.honest import again
from redteam.tactics.scene import Scene, Way, played
from redteam.world import Cause, Draft

TACTIC = "sleeper"


def sleeper(scene: Scene, count: int) -> list[Draft]:
    """Whoever comes onto the second edition of the list, or is tied to whom comes onto it."""
    return played(scene, count, WAYS)


def _himself(scene: Scene) -> list[Draft]:
    one = scene.man("mx", "co", "ru", "br")
    known = {"birthDate": [one.born.isoformat()], "passportNumber": [one.passport]}
    cause = Cause("name", one.name(), scene.listed.person(one, later=True, **known))
    return [scene.applies(one, TACTIC, cause, birth_date=one.born.isoformat())]


def _sponsor(scene: Scene) -> list[Draft]:
    """The sponsor's register number; the name is written short."""
    firm = _firm(scene)
    other = scene.listed.company(firm, later=True)
    told = firm.columns() | {
        "sponsor": firm.name.replace("Transportes", "Transp.").replace(" S.A.", "")
    }
    cause = Cause("sponsor_number", firm.number, other)
    return [scene.applies(scene.man("pa", "mx"), TACTIC, cause, **told)]


def _firm(scene: Scene) -> Firm:
    return invent_firm(scene.world, country(scene.world.rng.choice(("pa", "mx"))), "logistics")


def _phone(scene: Scene) -> list[Draft]:
    """His own phone is a newly listed man's of another name."""
    one, other = scene.man("ve", "co"), scene.man("co", "mx")
    key = scene.listed.person(other, later=True, phone=[one.phone])
    return [scene.applies(one, TACTIC, Cause("phone", one.phone, key), phone=one.phone)]


def _referee(scene: Scene) -> list[Draft]:
    """The officer who vouches is listed, by a longer name and with his phone."""
    officer = scene.man("co", "ec")
    key = scene.listed.person(officer, later=True, phone=[officer.phone])
    said = f"Cnel. (r) {officer.given[0].latin} {officer.family_names()}, {officer.phone}"
    cause = Cause("referees", officer.phone, key)
    return [scene.applies(scene.man(officer.country.code), TACTIC, cause, referees=said)]


def _cousin(scene: Scene) -> list[Draft]:
    """A cousin told by a byname; the phone is listed."""
    behind = scene.man("sy", "mx", "ru")
    key = scene.listed.person(behind, later=True, phone=[behind.phone])
    one = scene.man("sy", "jo", "gt")
    said = f"{stranger(scene.world, one.country)}, cousin, 00{behind.phone[1:]}"
    return [scene.applies(one, TACTIC, Cause("relatives", behind.phone, key), relatives=said)]


def _earlier_sponsor(scene: Scene) -> list[Draft]:
    """A trained man comes back without a sponsor; that of two years ago becomes listed."""
    firm = _firm(scene)
    before = scene.before.draft(scene.man("us", "mx"), **firm.columns())
    before.tactic, before.row["outcome"] = "trained_before", "trained"
    before.row["birth_date"] = before.person.born.isoformat()
    scene.world.earlier.append(before)
    now = again(scene.now, before)
    told = dict.fromkeys(firm.columns(), "")
    other = scene.listed.company(firm, later=True)
    now.row |= told
    now.tactic, now.control, now.same_as = TACTIC, "", ()
    now.causes = (Cause("sponsor", firm.name, other),)
    return [now]


WAYS = {
    "himself": Way(_himself), "sponsor": Way(_sponsor), "phone": Way(_phone), "referee": Way(_referee),
    "cousin": Way(_cousin), "earlier sponsor": Way(_earlier_sponsor),
}  # fmt: skip
