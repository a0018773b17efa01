"""Honest people who look like a tactic: they say what each finding costs."""

from datetime import date

from redteam.application import SENSITIVE, Desk
from redteam.details import booking, stranger
from redteam.firms import invent_firm
from redteam.folk import country, draw_country
from redteam.neighbours import friends_abroad
from redteam.people import invent
from redteam.places import home
from redteam.world import Draft

SMALL_FIRM, EMBASSY, HOSTEL, STRANGER_FLIGHT, EXPERT = 3, 30, 12, 9, 12


def controls(desk: Desk, earlier: list[Draft]) -> list[Draft]:
    """All honest controls, each named on its label."""
    return [
        *_genuine_firm(desk), *_young_firm(desk), *_embassy(desk), *_hostel(desk), *_strangers(desk),
        *_hobbyists(desk), *_medics(desk), *_agent_pays(desk, earlier), *_nameless_parish(desk),
        *friends_abroad(desk),
    ]  # fmt: skip


def _people(desk: Desk, count: int, code: str = "", **told: str) -> list[Draft]:
    rng = desk.world.rng
    where = [country(code) if code else draw_country(rng) for _ in range(count)]
    return [desk.draft(invent(desk.world, one), **told) for one in where]


def _named(drafts: list[Draft], control: str) -> list[Draft]:
    for one in drafts:
        one.control = control
    return drafts


def _genuine_firm(desk: Desk) -> list[Draft]:
    """A security firm of 1998 sends forty men over the year, most to the drone course."""
    where = country("co")
    firm = invent_firm(desk.world, where, "security", founded=date(1998, 5, 12))
    drafts = _people(desk, 24, "co", **firm.columns(), course=SENSITIVE)
    drafts += _people(desk, 16, "co", **firm.columns())
    return _named(drafts, "genuine_security_firm")


def _young_firm(desk: Desk) -> list[Draft]:
    """A firm of last year, registered, that vouches for its three people."""
    where = draw_country(desk.world.rng)
    firm = invent_firm(desk.world, where, "logistics", founded=date(2025, 3, 4))
    return _named(_people(desk, SMALL_FIRM, where.code, **firm.columns()), "young_firm")


def _nameless_parish(desk: Desk) -> list[Draft]:
    """Parishes have no register number; each sends two to five people in different months."""
    drafts: list[Draft] = []
    for _ in range(6):
        where = draw_country(desk.world.rng)
        firm = invent_firm(desk.world, where, "church")
        told = firm.columns() | {"sponsor_number": ""}
        drafts += _people(desk, desk.world.rng.randint(2, 5), where.code, **told)
    return _named(drafts, "sponsor_without_number")


def _embassy(desk: Desk) -> list[Draft]:
    """Thirty Colombians give the consulate as their emergency contact."""
    phone = desk.world.unused("+380 44 ### ## ##")
    return _named(
        _people(desk, EMBASSY, "co", relatives=f"Consulado de Colombia, {phone}"), "embassy_phone"
    )


def _hostel(desk: Desk) -> list[Draft]:
    """Twelve people of many countries live in one hostel near the school."""
    where = country("pl")
    return _named(
        _people(desk, HOSTEL, "", address=home(desk.world.rng, where), country="PL"), "hostel"
    )


def _strangers(desk: Desk) -> list[Draft]:
    """A travel agent put nine strangers on one booking."""
    return _named(
        _people(desk, STRANGER_FLIGHT, "", travel_reference=booking(desk.world)), "one_booking"
    )


def _hobbyists(desk: Desk) -> list[Draft]:
    """They say that they fly, and the instructor says so, too."""
    told = {"skill": "FPV hobby pilot, four years", "observations": "2026-06-10 instructor: flies well",
            "course": SENSITIVE}  # fmt: skip
    return _named(_people(desk, EXPERT, "", **told), "declared_expert")


def _medics(desk: Desk) -> list[Draft]:
    """Aid workers who ask for first aid and combat medicine."""
    told = {"course": "combat medic", "occupation": "humanitarian aid worker",
            "motivation": "I come as an aid worker and want to treat the wounded."}  # fmt: skip
    return _named(_people(desk, EXPERT, "", **told), "aid_worker")


def _agent_pays(desk: Desk, earlier: list[Draft]) -> list[Draft]:
    """A travel agent's account paid for eight people, one of whom was refused for a formality."""
    where = draw_country(desk.world.rng)
    agent = f"agent {stranger(desk.world, where)} {desk.world.unused('####-####', 'bank')}"
    drafts = _people(desk, 8, "", payment_reference=agent)
    formal = [one for one in earlier if one.note == "formality"]
    for one in desk.world.rng.sample(formal, min(1, len(formal))):
        one.row["payment_reference"] = agent
    return _named(drafts, "agent_pays")
