"""Tactics that leave a tie: a handler, a payer, a relative, a booking, a referee."""

from redteam.details import account, booking, stranger
from redteam.firms import invent_firm
from redteam.folk import country
from redteam.places import home
from redteam.tactics.scene import Scene, Way, partners, played, rewritten_phone
from redteam.world import Cause, Draft
from tamiz.demo.oddities import without_accents


def handler_phone(scene: Scene, count: int) -> list[Draft]:
    """The handler's phone, given as somebody else's."""
    return played(scene, count, HANDLERS)


def _three_kin(scene: Scene) -> list[Draft]:
    """Men of several States who name different people, all with the handler's phone."""
    phone = scene.man("co").phone
    drafts = []
    for at, code in enumerate(scene.world.rng.sample(("co", "ec", "br", "pe", "gt", "ge"), 3)):
        one = scene.man(code)
        written = phone if at == 0 else rewritten_phone(scene, phone)
        kin = ("tío", "primo", "amigo", "padrino")[at % 4]
        said = f"{stranger(scene.world, one.country)}, {kin}, {written}"
        field = scene.world.rng.choice(("relatives", "referees", "associates"))
        drafts.append(scene.applies(one, "handler_phone", Cause(field, phone), **{field: said}))
    return partners(drafts)


def _in_the_letter(scene: Scene) -> list[Draft]:
    """A listed man's phone stands in the letter and nowhere else."""
    behind = scene.man("tr", "mx", "co")
    other = scene.listed.person(behind, phone=[behind.phone])
    told = (
        f"Aprendo rápido. Si me pasa algo llamen a mi hermano al {behind.phone}, él paga todo.",
        f"I learn fast. If anything happens call my brother on {behind.phone}, he pays for my trip.",
    )
    at = scene.world.rng.randrange(2)
    one = scene.man(*(("co", "ec"), ("kz", "ge"))[at])
    return [
        scene.applies(
            one, "handler_phone", Cause("motivation", behind.phone, other), motivation=told[at]
        )
    ]


def _listed_uncle(scene: Scene) -> list[Draft]:
    """An uncle with another name, and a listed man's phone as people at home would dial it."""
    behind = scene.man("co", "ve", "ec")
    other = scene.listed.person(behind, phone=[behind.phone])
    one = scene.man(behind.country.code)
    dialled = behind.phone.split(" ", 1)[1]
    said = f"{stranger(scene.world, one.country)}, tío, {dialled}"
    told = {"relatives": said, "country": one.country.code.upper()}
    return [scene.applies(one, "handler_phone", Cause("relatives", behind.phone, other), **told)]


def _refused_referee(scene: Scene) -> list[Draft]:
    """The referee's number was a refused man's own."""
    old = scene.refused(behind := scene.man("co", "br", "ge"), phone=behind.phone)
    one = scene.man("br", "pe")
    said = f"{stranger(scene.world, one.country)}, {rewritten_phone(scene, behind.phone)}"
    cause = Cause("referees", behind.phone, old.key)
    return [scene.applies(one, "handler_phone", cause, referees=said)]


HANDLERS = {
    "three kin": Way(_three_kin, 3), "in the letter": Way(_in_the_letter),
    "listed uncle": Way(_listed_uncle), "refused referee": Way(_refused_referee),
}  # fmt: skip


def shared_payment(scene: Scene, count: int) -> list[Draft]:
    """One account for people who do not know one another."""
    return played(scene, count, PAYMENTS)


def _payer_of_refused(scene: Scene) -> list[Draft]:
    """The account that paid for a man who was refused pays for another."""
    paid = account(scene.world, country("pa"))
    old = scene.refused(scene.man("co", "mx"), payment_reference=paid)
    cause = Cause("payment_reference", paid, old.key)
    told = {"payment_reference": paid.replace(" ", "")}
    return [scene.applies(scene.man("ec", "pe", "cl"), "shared_payment", cause, **told)]


def _ring(scene: Scene) -> list[Draft]:
    """One account pays for three strangers of three States; two of them share a flat."""
    paid, flat = account(scene.world, country("pl")), home(scene.world.rng, country("pl"))
    drafts = []
    for at, code in enumerate(scene.world.rng.sample(("ge", "mx", "br", "ma", "co"), 3)):
        told = {"payment_reference": paid if at else paid.replace(" ", "")}
        told |= {"address": flat, "country": "PL"} if at < 2 else {}
        cause = Cause("payment_reference", paid)
        drafts.append(scene.applies(scene.man(code), "shared_payment", cause, **told))
    return partners(drafts)


PAYMENTS = {"payer of a refused man": Way(_payer_of_refused), "ring": Way(_ring, 3)}


def refused_relative(scene: Scene, count: int) -> list[Draft]:
    """A relative whom he names is a man whom the programme must not take."""
    return played(scene, count, RELATIVES)


def _brother(scene: Scene, *, phone: bool) -> list[Draft]:
    """The brother-in-law was refused: told with his phone, or by his name alone."""
    brother = scene.man("co", "ve")
    old = scene.refused(brother, phone=brother.phone)
    said = f"{brother.name()}, cuñado" + f", {rewritten_phone(scene, brother.phone)}" * phone
    cause = Cause("relatives", brother.name(), old.key)
    return [scene.applies(scene.man("co", "ve"), "refused_relative", cause, relatives=said)]


def _listed_cousin(scene: Scene) -> list[Draft]:
    cousin = scene.man("co", "mx", "ve")
    other = scene.listed.person(cousin)
    said = f"{cousin.name()}, primo"
    cause = Cause("relatives", cousin.name(), other)
    return [scene.applies(scene.man("co", "ve"), "refused_relative", cause, relatives=said)]


RELATIVES = {
    "with a phone": Way(lambda scene: _brother(scene, phone=True)),
    "by name alone": Way(lambda scene: _brother(scene, phone=False)),
    "listed cousin": Way(_listed_cousin),
}


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
