"""False nationality: another State's passport, and the State of before in one thing beside it."""

from datetime import date

from msgspec.structs import replace
from stdnum.mx import curp

from redteam.application import passport
from redteam.details import stranger
from redteam.folk import country
from redteam.national import personal_number
from redteam.people import invent
from redteam.tactics.scene import Scene, Way, of_state, played
from redteam.tactics.spelling import respelt
from redteam.world import Cause, Draft
from tamiz.demo.oddities import without_accents
from tamiz.demo.persons import Person

TACTIC = "false_nationality"
MASKS = ("sv", "pa", "ve", "gt", "ec")
VOWELS = "AEIOU"


def false_nationality(scene: Scene, count: int) -> list[Draft]:
    """A man with another State's passport."""
    return played(scene, count, WAYS)


def _mask(scene: Scene, true: Person) -> Person:
    """The true man's names as the clerks of the other State spell them."""
    return of_state(scene, respelt(scene.world.rng, true, changes=1), scene.world.rng.choice(MASKS))


def _as_himself(scene: Scene, mask: Person, true: Person, other: str) -> list[Draft]:
    born = true.born.isoformat()
    causes = (Cause("name", true.name(), other), Cause("birth_date", born, other))
    return [scene.applies(mask, TACTIC, *causes, birth_date=born)]


def _listed(scene: Scene) -> list[Draft]:
    true = scene.man("mx", "co", "hn")
    other = scene.listed.person(true, birthDate=[true.born.isoformat()])
    return _as_himself(scene, _mask(scene, true), true, other)


def _refused(scene: Scene) -> list[Draft]:
    true = scene.man("mx", "co", "hn")
    return _as_himself(scene, _mask(scene, true), true, scene.refused(true).key)


def _half_a_name(scene: Scene) -> list[Draft]:
    """A listed man without his second surname, day and month of birth the other way round."""
    true = scene.man("mx", "co")
    true = replace(true, born=true.born.replace(day=true.born.month % 12 + 1))
    other = scene.listed.person(true, birthDate=[true.born.isoformat()])
    mask = replace(
        of_state(scene, true, "sv"), given=true.given[:1], family=true.family[:1], shape="plain"
    )
    turned = date(true.born.year, true.born.day, true.born.month).isoformat()
    causes = (Cause("name", true.name(), other), Cause("birth_date", turned, other))
    return [scene.applies(mask, TACTIC, *causes, birth_date=turned)]


def _number_of_home(scene: Scene) -> list[Draft]:
    """A Salvadoran with the personal number that Mexico gives to those born in its States."""
    one = scene.man("sv")
    number = mexican_number(one)
    return [scene.applies(one, TACTIC, Cause("personal_number", number), personal_number=number)]


def mexican_number(one: Person) -> str:
    """A CURP with a right check digit, for somebody born in Sinaloa."""
    first, second = (without_accents(word.latin).upper() for word in one.family)
    vowel = next((char for char in first[1:] if char in VOWELS), "X")
    inner = (
        _consonant(word) for word in (first, second, without_accents(one.given[0].latin).upper())
    )
    head = f"{first[0]}{vowel}{second[0]}{without_accents(one.given[0].latin)[0].upper()}"
    sign = "A" if one.born.year >= 2000 else "0"
    body = f"{head}{one.born:%y%m%d}HSL{''.join(inner)}{sign}"
    return body + curp.calc_check_digit(body)


def _consonant(word: str) -> str:
    return next(
        (char for char in word[1:] if char.isascii() and char.isalpha() and char not in VOWELS), "X"
    )


def _served_at_home(scene: Scene) -> list[Draft]:
    """Venezuelan papers; a Colombian phone and personal number, service in Colombia's army."""
    one = replace(scene.man("ve"), born=date(scene.world.rng.randint(1985, 1996), 5, 20))
    home = scene.man("co")
    since = one.born.year + 19
    served = (
        f"{since}-{since + 5} Ejército Nacional de Colombia, Brigada Móvil 17, soldado profesional"
    )
    told = {
        "birth_date": one.born.isoformat(), "phone": home.phone, "service": served,
        "personal_number": personal_number(scene.world, home), "country": "VE", "travel": "",
    }  # fmt: skip
    return [
        scene.applies(one, TACTIC, Cause("service", served), Cause("phone", home.phone), **told)
    ]


def _office_of_home(scene: Scene) -> list[Draft]:
    """A Salvadoran passport said to be of an office that only Mexico has; a Mexican phone."""
    one, home = scene.man("sv"), scene.man("mx")
    office = "Secretaría de Relaciones Exteriores, Oficina de Pasaportes Naucalpan"
    told = {"doc_authority": office, "phone": home.phone, "country": "SV"}
    return [scene.applies(one, TACTIC, Cause("doc_authority", office), **told)]


def _form_of_home(scene: Scene) -> list[Draft]:
    """A passport number in Colombia's form under Venezuela's name; everybody to call is there."""
    home = invent(scene.world, country("co"), man=True)
    one = replace(scene.man("ve"), passport=home.passport, phone=home.phone)
    mother = f"{stranger(scene.world, home.country, woman=True)}, madre"
    told = passport(scene.world.rng, one, scene.now.period.last) | {
        "doc_number": home.passport, "phone": home.phone, "country": "CO",
        "relatives": f"{mother}, {scene.world.unused(home.country.phone)}",
    }  # fmt: skip
    del told["doc_issued"], told["doc_expires"]
    return [scene.applies(one, TACTIC, Cause("doc_number", home.passport), **told)]


def _lived_at_home(scene: Scene) -> list[Draft]:
    """A Panamanian who got his passport in Culiacán, lived there for nine years and has its phone."""
    one = replace(scene.man("pa"), born=date(scene.world.rng.randint(1984, 1993), 11, 3))
    phone, stay = scene.world.unused("+52 667 ### ####"), "2016-01 - 2024-11 México"
    told = {
        "birth_date": one.born.isoformat(), "phone": phone, "travel": stay, "country": "PA", "service": "",
        "doc_authority": "Consulado de Panamá en Culiacán", "employer": "", "occupation": "voluntario",
    }  # fmt: skip
    return [scene.applies(one, TACTIC, Cause("travel", stay), Cause("phone", phone), **told)]


WAYS = {
    "listed": Way(_listed), "refused": Way(_refused), "half a name": Way(_half_a_name),
    "number of home": Way(_number_of_home), "served at home": Way(_served_at_home),
    "office of home": Way(_office_of_home), "form of home": Way(_form_of_home),
    "lived at home": Way(_lived_at_home),
}  # fmt: skip
