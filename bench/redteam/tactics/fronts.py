"""Front companies: firms that exist to send people."""

from datetime import date, timedelta

from msgspec.structs import replace

from redteam.application import SENSITIVE
from redteam.firms import Firm, invent_firm
from redteam.folk import country
from redteam.tactics.scene import Scene, Way, partners, played, rewritten_phone
from redteam.world import Cause, Draft
from tamiz.demo.oddities import without_accents

TACTIC = "front_company"
YOUNGEST = 1996


def front_company(scene: Scene, count: int) -> list[Draft]:
    """Firms that exist on paper, whose people want the one course."""
    return played(scene, count, WAYS)


def _at_listed_address(scene: Scene) -> list[Draft]:
    """A firm some weeks old at a listed firm's address sends three."""
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
    return _week(scene, 3, told, causes, ("co", "ve", "pa"), date(2026, 5, 4))


def _two_names(scene: Scene) -> list[Draft]:
    """Two firms with one phone; both say that their people have worked there for years, and both are new."""
    drafts: list[Draft] = []
    one, two = (
        invent_firm(scene.world, country("ve"), "security", founded=date(2025, 11, 3)) for _ in "ab"
    )
    two = replace(two, phone=one.phone, site="")
    for at, firm in enumerate((one, two)):
        told = _nameless(firm) | {"service": f"2018-2023 {firm.name}, supervisor"}
        told["sponsor_contact"] = rewritten_phone(scene, one.phone) if at else one.phone
        causes = (Cause("sponsor_contact", one.phone), Cause("sponsor", firm.name))
        drafts += _week(scene, 2 - at, told, causes, ("ve", "co"), date(2026, 6, 15))
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
        drafts.append(scene.applies(one, TACTIC, *causes, **told))
    return drafts


def _one_director(scene: Scene) -> list[Draft]:
    """Three firms: two share a web domain; the director of the second vouches for the third's man."""
    rng = scene.world.rng
    firms = [invent_firm(scene.world, country(code), "security") for code in ("ve", "co", "pa")]
    host = f"{''.join(c for c in firms[0].site if c.isalpha())[3:15]}{rng.randint(10, 99)}.example"
    boss = scene.man("ve").name()
    told = (
        {"sponsor_contact": f"contacto@{host}"},
        {
            "sponsor_contact": f"{firms[1].phone}; director: {boss}",
            "associates": f"{boss} (director)",
        },
        {"sponsor_contact": f"www.valores.{host}", "referees": f"{boss}, {firms[1].phone}"},
    )
    causes = (
        (Cause("sponsor_contact", host),),
        (Cause("sponsor_contact", boss),),
        (Cause("sponsor_contact", host), Cause("referees", boss)),
    )
    day = date(2026, 4, rng.randint(1, 20))
    drafts = []
    for at, firm in enumerate(firms):
        sent = {"sponsor": firm.name, "sponsor_number": "", "sponsor_address": "", "sponsor_founded": "",
                "applied_on": (day + timedelta(days=at)).isoformat(), "course": SENSITIVE}  # fmt: skip
        one = scene.man(firm.country.code)
        drafts.append(scene.applies(one, TACTIC, *causes[at], **sent | told[at]))
    return partners(drafts)


def _listed_firm(scene: Scene) -> tuple[Firm, str]:
    """A listed firm whose site the list knows."""
    firm = invent_firm(
        scene.world, country(scene.world.rng.choice(("mx", "pa", "co"))), "logistics"
    )
    return firm, scene.listed.company(firm, site=True)


def _sent(scene: Scene, *causes: Cause, **told: str) -> list[Draft]:
    name = invent_firm(scene.world, country("gt"), "security").name
    sent = {
        "sponsor": name,
        "sponsor_number": "",
        "sponsor_address": "",
        "sponsor_founded": "",
    } | told
    return [scene.applies(scene.man("gt", "hn"), TACTIC, *causes, course=SENSITIVE, **sent)]


def _listed_number(scene: Scene) -> list[Draft]:
    """Another name with a listed firm's register number, written in another way."""
    firm, other = _listed_firm(scene)
    written = firm.number.replace("-", "").lower()
    return _sent(scene, Cause("sponsor_number", firm.number, other), sponsor_number=written)


def _listed_domain(scene: Scene) -> list[Draft]:
    """Another name; its page lies under the web domain of a listed firm."""
    firm, other = _listed_firm(scene)
    page = f"https://{firm.site}/nosotros"
    return _sent(scene, Cause("sponsor_contact", firm.site, other), sponsor_contact=page)


WAYS = {
    "at a listed address": Way(_at_listed_address, 3), "two names": Way(_two_names, 3),
    "one director": Way(_one_director, 3), "listed number": Way(_listed_number),
    "listed domain": Way(_listed_domain),
}  # fmt: skip
