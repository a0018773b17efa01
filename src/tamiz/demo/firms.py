"""Invents firms: names, register numbers, phones."""

from random import Random

from msgspec import Struct

from tamiz.demo.peoples import Country
from tamiz.demo.persons import fill

# Trades, and roots and ends of place words that exist on no map we know of.
TRADES = (
    "Transportes", "Logística", "Agropecuaria", "Constructora", "Importadora", "Inversiones",
    "Comercializadora", "Security", "Trading", "Consulting", "Maritime Services", "Aviation",
    "Ganadera", "Minerales", "Asesorías", "Electronics", "Timber", "Fisheries",
)  # fmt: skip
ROOTS = (
    "Vallesom", "Montequie", "Aguasere", "Puertobru", "Ríocalla", "Campoeter", "Tierranu",
    "Lunabla", "Sierrale", "Northme", "Eastwi", "Harrow", "Stillwa", "Zoren", "Verkho", "Bilotra",
    "Karme", "Sando", "Bellaro", "Piedrafi", "Oroman", "Vientogri", "Floraz", "Cuestabra",
    "Altover", "Guadale", "Nievare", "Ombuse", "Quebrador", "Tamaris",
)  # fmt: skip
ENDS = (
    "bras", "to", "na", "mas", "do", "no", "be", "nca", "ve", "re", "ck", "dene", "ter", "ka",
    "vyna", "vka", "liya", "ria", "ca", "na", "so", "ul", "va", "ñal", "mir", "lindo", "tes", "zel",
)  # fmt: skip
# Between root and end, so that two invented firms hardly ever have one name by chance.
MIDDLES = ("", "ri", "lo", "ma", "ne", "sti", "go", "ru", "li", "da", "pe", "co")
FORMS = ("S.A.", "S.A. de C.V.", "Ltda.", "S.R.L.", "LLC", "Ltd", "TOV", "Sp. z o.o.", "")


class Firm(Struct, frozen=True, kw_only=True):
    """An invented firm."""

    name: str
    number: str
    country: Country
    phone: str


def invent_place(rng: Random) -> str:
    """A place word that exists nowhere."""
    return rng.choice(ROOTS) + rng.choice(MIDDLES) + rng.choice(ENDS)


def invent_firm(rng: Random, country: Country) -> Firm:
    """A firm of ``country``: a trade, an invented place, often a second one, a legal form."""
    places = [invent_place(rng) for _ in range(rng.choice((1, 2)))]
    words = [rng.choice(TRADES), " y ".join(places), rng.choice(FORMS)]
    return Firm(
        name=" ".join(word for word in words if word),
        number=fill(rng, f"{country.code.upper()}-####-######"),
        country=country,
        phone=fill(rng, country.phone),
    )
