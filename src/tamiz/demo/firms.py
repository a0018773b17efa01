"""Invents firms: names, register numbers, phones."""

from random import Random

from msgspec import Struct

from tamiz.demo.peoples import Country
from tamiz.demo.persons import fill

# Trades, invented place words and legal forms; the place words exist on no map we know of.
TRADES = (
    "Transportes", "Logística", "Agropecuaria", "Constructora", "Importadora", "Inversiones",
    "Comercializadora", "Security", "Trading", "Consulting", "Maritime Services", "Aviation",
    "Ganadera", "Minerales", "Asesorías", "Electronics", "Timber", "Fisheries",
)  # fmt: skip
PLACES = (
    "Vallesombra", "Montequieto", "Aguaserena", "Puertobrumas", "Ríocallado", "Campoeterno",
    "Tierranube", "Lunablanca", "Sierraleve", "Northmere", "Eastwick Vale", "Harrowdene",
    "Stillwater Ford", "Zorenka", "Verkhovyna Dol", "Bilotravka", "Karmeliya", "Sandoria",
    "Bellaroca", "Piedrafina", "Oromanso", "Vientogris", "Florazul", "Cuestabrava",
)  # fmt: skip
FORMS = ("S.A.", "S.A. de C.V.", "Ltda.", "S.R.L.", "LLC", "Ltd", "TOV", "Sp. z o.o.", "")


class Firm(Struct, frozen=True, kw_only=True):
    """An invented firm."""

    name: str
    number: str
    country: Country
    phone: str


def invent_firm(rng: Random, country: Country) -> Firm:
    """A firm of ``country``: a trade, an invented place, often a second one, a legal form."""
    places = rng.sample(PLACES, rng.choice((1, 2)))
    words = [rng.choice(TRADES), " y ".join(places), rng.choice(FORMS)]
    return Firm(
        name=" ".join(word for word in words if word),
        number=fill(rng, f"{country.code.upper()}-####-######"),
        country=country,
        phone=fill(rng, country.phone),
    )
