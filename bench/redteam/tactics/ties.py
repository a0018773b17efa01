"""Tactics that leave a tie: a front firm, a handler, a payer, a relative, a booking, a referee."""

from datetime import date, timedelta

from msgspec.structs import replace

from redteam.application import SENSITIVE
from redteam.details import account, booking, stranger
from redteam.firms import Firm, invent_firm
from redteam.folk import country
from redteam.tactics.scene import Scene, rewritten_phone
from redteam.world import Cause, Draft
from tamiz.demo.oddities import without_accents

YOUNGEST = 1996


def front_company(scene: Scene, count: int) -> list[Draft]:
    """Firms without a register number, some weeks old, whose people come in one week for one course.

    The first has the address of a listed firm; two others share a phone under two names.
    """
    first = max(count * 4 // 7, 1)
    return _at_listed_address(scene, first) + _two_names(scene, count - first)


def _at_listed_address(scene: Scene, count: int) -> list[Draft]:
    listed = invent_firm(scene.world, country("pa"), "security", founded=date(2011, 4, 6))
    other = scene.listed.company(listed)
    front = invent_firm(scene.world, country("pa"), "security", founded=date(2026, 1, 19))
    address = without_accents(listed.address).replace("Calle", "Cll").replace("Carrera", "Kra")
    told = front.columns() | {
        "sponsor_number": "",
        "sponsor_address": address,
        "sponsor_founded": "2026-01-19",
    }
    causes = (Cause("sponsor_address", listed.address, other), Cause("sponsor", front.name))
    return _week(scene, count, told, causes, ("co", "ve", "pa"), date(2026, 5, 4))


def _two_names(scene: Scene, count: int) -> list[Draft]:
    """Both say that their people have worked there for years, and both are new."""
    drafts: list[Draft] = []
    one, two = (
        invent_firm(scene.world, country("ve"), "security", founded=date(2025, 11, 3)) for _ in "ab"
    )
    two = replace(two, phone=one.phone, site="")
    for at, firm in enumerate((one, two)):
        told = _nameless(firm) | {"service": f"2018-2023 {firm.name}, supervisor"}
        told["sponsor_contact"] = rewritten_phone(scene, one.phone) if at else one.phone
        causes = (Cause("sponsor_contact", one.phone), Cause("sponsor", firm.name))
        drafts += _week(scene, (count + 1 - at) // 2, told, causes, ("ve", "co"), date(2026, 6, 15))
    return drafts


def _nameless(firm: Firm) -> dict[str, str]:
    return firm.columns() | {"sponsor_number": "", "sponsor_founded": "2025-11-03"}


def _week(
    scene: Scene,
    count: int,
    told: dict[str, str],
    causes: tuple[Cause, ...],
    codes: tuple[str, ...],
    day: date,
) -> list[Draft]:
    """So many men of one sponsor within a week, all for the one course."""
    drafts = []
    for _ in range(count):
        applied = day + timedelta(days=scene.world.rng.randrange(6))
        told = told | {"applied_on": applied.isoformat(), "course": SENSITIVE}
        one = scene.man(*codes)
        if one.born.year > YOUNGEST:  # the firm's story needs a grown man in 2018
            one = replace(one, born=one.born.replace(year=YOUNGEST, day=min(one.born.day, 28)))
        drafts.append(scene.applies(one, "front_company", *causes, **told))
    return drafts


def handler_phone(scene: Scene, count: int) -> list[Draft]:
    """Men of several States who name different people, all with the handler's phone."""
    phone = scene.man("co").phone
    drafts = []
    for at in range(count):
        one = scene.man(("co", "ec", "br", "pe", "gt")[at % 5])
        written = phone if at == 0 else rewritten_phone(scene, phone)
        kin = ("tío", "primo", "amigo", "padrino")[at % 4]
        said = f"{stranger(scene.world, one.country)}, {kin}, {written}"
        field = ("relatives", "referees")[at % 2]
        drafts.append(scene.applies(one, "handler_phone", Cause(field, phone), **{field: said}))
    return _partners(drafts)


def _partners(drafts: list[Draft]) -> list[Draft]:
    """Each of a group may be given away by any other of it."""
    for one in drafts:
        value = one.causes[0]
        others = (Cause(value.field, value.value, two.key) for two in drafts if two is not one)
        one.causes = (*one.causes, *others)
    return drafts


def shared_payment(scene: Scene, count: int) -> list[Draft]:
    """The account that paid for a man who was refused pays for another."""
    drafts = []
    for _ in range(count):
        paid = account(scene.world, country("pa"))
        old = scene.refused(scene.man("co", "mx"), payment_reference=paid)
        cause = Cause("payment_reference", paid, old.key)
        written = paid.replace(" ", "")
        drafts.append(
            scene.applies(
                scene.man("ec", "pe", "cl"), "shared_payment", cause, payment_reference=written
            )
        )
    return drafts


def refused_relative(scene: Scene, count: int) -> list[Draft]:
    """A relative whom he names is a man who was refused, by phone or by name alone."""
    drafts = []
    for at in range(count):
        brother = scene.man("co", "ve")
        old = scene.refused(brother, phone=brother.phone)
        said = f"{brother.name()}, cuñado" + (
            f", {rewritten_phone(scene, brother.phone)}" if at % 2 == 0 else ""
        )
        cause = Cause("relatives", brother.name(), old.key)
        drafts.append(
            scene.applies(scene.man("co", "ve"), "refused_relative", cause, relatives=said)
        )
    return drafts


def listed_booking(scene: Scene, count: int) -> list[Draft]:
    """Two on one booking: one is sent by a listed firm under a worn name, the other by nobody."""
    drafts: list[Draft] = []
    while len(drafts) < count:
        firm = invent_firm(scene.world, country("mx"), "logistics")
        other = scene.listed.company(firm)
        flight = booking(scene.world)
        worn = (
            without_accents(firm.name)
            .upper()
            .replace(" S.A.", "")
            .replace("TRANSPORTES", "TRANSP.")
        )
        sent = scene.applies(
            scene.man("mx", "gt"), "listed_booking", Cause("sponsor", firm.name, other),
            sponsor=worn, sponsor_contact=rewritten_phone(scene, firm.phone), travel_reference=flight,
        )  # fmt: skip
        causes = (
            Cause("travel_reference", flight, sent.key),
            Cause("travel_reference", flight, other),
        )
        drafts += [
            sent,
            scene.applies(
                scene.man("sv", "hn"), "listed_booking", *causes, travel_reference=flight
            ),
        ]
    return drafts[:count]


def listed_referee(scene: Scene, count: int) -> list[Draft]:
    """The man who vouches has another name, and the phone of a listed man."""
    drafts = []
    for _ in range(count):
        behind = scene.man("mx", "co")
        other = scene.listed.person(behind, phone=[behind.phone])
        one = scene.man("co", "sv", "gt")
        said = f"{stranger(scene.world, one.country)}, {rewritten_phone(scene, behind.phone)}"
        cause = Cause("referees", behind.phone, other)
        drafts.append(scene.applies(one, "listed_referee", cause, referees=said))
    return drafts


def sleeper(scene: Scene, count: int) -> list[Draft]:
    """Nothing is known of him until the list changes."""
    drafts = []
    for _ in range(count):
        one = scene.man("mx", "co", "ru", "br")
        other = scene.listed.person(
            one, later=True, birthDate=[one.born.isoformat()], passportNumber=[one.passport]
        )
        cause = Cause("name", one.name(), other)
        drafts.append(scene.applies(one, "sleeper", cause, birth_date=one.born.isoformat()))
    return drafts
