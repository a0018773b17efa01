"""Towns, villages and streets, in the manner of each people."""

from functools import cache
from random import Random

from redteam.folk import folk
from tamiz.demo.peoples import Country, Word

VILLAGERS = 0.35  # were born in a small place
SAINTS = (
    "San Juan", "San Pedro", "Santa Rosa", "San José", "San Antonio", "Santa Ana", "San Miguel",
    "San Carlos", "Puerto", "Villa", "Santa Bárbara", "San Isidro", "La Unión", "El Carmen",
)  # fmt: skip
OF = (
    "del Río", "de la Sierra", "del Valle", "de los Altos", "del Monte", "de las Flores", "del Sur",
    "del Norte", "de la Cruz", "del Llano", "de la Costa", "de la Loma", "del Palmar", "de la Vega",
)  # fmt: skip
ENDS = {
    "ukrainian": ("ivka=івка", "yntsi=инці", "ove=ове"), "belarusian": ("ichy=ічы", "auka=аўка"),
    "russian": ("ovo=ово", "ino=ино"), "polish": ("owo", "ice"), "czech": ("ice", "ov"),
    "german": ("dorf", "hausen"), "nordic": ("by", "vik"), "baltic": ("iai", "ava"),
    "english": (" Creek", " Falls", " Heath"), "georgian": ("isi=ისი", "eti=ეთი"),
    "armenian": ("avan=ավան", "ashen=աշեն"), "indian": ("pur", "gaon"), "romanian": ("ești", "eni"),
    "turkish": ("köy", "ova"), "italian": ("ano", "ate"), "french": ("ville", "court"),
}  # fmt: skip


@cache
def villages(of: str) -> tuple[Word, ...]:
    """Some hundred small places; none for peoples whose places we cannot make up."""
    if of in {"hispanic", "portuguese"}:
        return tuple(Word(f"{one} {other}") for one in SAINTS for other in OF)
    roots = [root for root in folk(of).roots if len(root.latin) > 2][:40]
    ends = [end.partition("=") for end in ENDS.get(of, ())]
    return tuple(
        Word(root.latin + latin, root.own + own if own else "")
        for root in roots
        for latin, _, own in ends
    )


def birth_place(rng: Random, country: Country) -> Word:
    """A city, or one of the small places of the country."""
    small = villages(country.people)
    if small and rng.random() < VILLAGERS:
        return rng.choice(small)
    return rng.choice(country.cities)


def street(rng: Random, country: Country) -> str:
    """A street and house number that hardly anybody else has by chance."""
    word = rng.choice(folk(country.people).family)[0]
    name = word.latin
    house = rng.randint(1, 240)
    flat = rng.randint(1, 90)
    ways: tuple[str, ...]
    match country.people:
        case "hispanic":
            ways = (
                f"Calle {rng.randint(1, 170)} # {rng.randint(1, 99)}-{rng.randint(1, 99)}",
                f"Carrera {rng.randint(1, 120)} # {rng.randint(1, 99)}-{rng.randint(1, 99)}, apto {flat}",
                f"Av. {name} {house}, piso {flat % 9 + 1}",
                f"Col. {name}, pasaje {rng.randint(1, 40)}, casa {house}",
            )
        case "portuguese":
            ways = (
                f"Rua {name}, {house}, ap. {flat}",
                f"Av. {name} {house * 7}",
                f"Travessa {name} {house}",
            )
        case "english":
            ways = (
                f"{house * 13} {name} St",
                f"{house} {name} Road",
                f"{house * 9} {name} Ave, Apt {flat}",
            )
        case "ukrainian" | "belarusian" | "russian":
            ways = (f"вул. {word.own}, {house}, кв. {flat}",
                    f"{name} St. {house}, fl. {flat}")  # fmt: skip
        case "german":
            ways = (f"{name}straße {house}", f"{name}weg {house}/{flat}")
        case _:
            ways = (f"{house} {name} Street, {flat}", f"{name} {house}, {flat}")
    return rng.choice(ways)


def home(rng: Random, country: Country) -> str:
    """A postal address in the country: street, town."""
    return f"{street(rng, country)}, {birth_place(rng, country).latin}"
