"""Aliases and code names: another name, and the one by which comrades know him."""

from msgspec.structs import replace

from redteam.people import near_birth
from redteam.tactics.scene import Scene, Way, played
from redteam.world import Cause, Draft
from tamiz.demo.oddities import without_accents
from tamiz.demo.persons import Person

TACTIC = "alias_or_code_name"
# A code name as a list has it, as its bearer writes it, and in Cyrillic letters.
CODE_NAMES = (
    ("Águila-7", "Aguila Siete", "Агила-7"), ("Lobo-12", "Lobo Doce", "Лобо-12"),
    ("Kobra-3", "Cobra Tres", "Кобра-3"), ("Halcón-21", "Halcon 21", "Халькон-21"),
    ("Zarigüeya-44", "Zarigueya 44", "Саригуэя-44"), ("Tepezcuintle-9", "Tepezcuintle 9", "Тепескуинтле-9"),
    ("Burevisnyk-19", "Burevisnyk 19", "Буревісник-19"), ("Quebranto-5", "Quebranto 5", "Кебранто-5"),
)  # fmt: skip
LETTERS = (
    "Aguanto hambre y frío y no discuto órdenes. En mi grupo me conocen como {} y nadie se quejó.",
    "Vengo de lejos y quiero aprender lo que enseñan. Mis compañeros me llaman {} desde hace años.",
    "I keep calm when others shout. The men I was with call me {} and can vouch for me.",
)


def alias_or_code_name(scene: Scene, count: int) -> list[Draft]:
    """A name or call sign that a list or an earlier file knows."""
    return played(scene, count, WAYS)


def _two(scene: Scene) -> tuple[Person, Person]:
    """The true man, and the name under which he comes; born about as long ago."""
    true, mask = scene.man("mx", "co", "gt"), scene.man("sv", "pa", "ve", "ec")
    return true, replace(mask, born=near_birth(scene.world.rng, true.born, least=200, most=900))


def _listed_alias(scene: Scene) -> list[Draft]:
    """The mask's name is a listed alias; the list knows the year."""
    true, mask = _two(scene)
    mask = replace(mask, born=true.born)
    alias, year = [without_accents(mask.name())], [str(true.born.year)]
    cause = Cause("name", mask.name(), scene.listed.person(true, alias=alias, birthDate=year))
    return [scene.applies(mask, TACTIC, cause, birth_date=mask.born.isoformat())]


def _own_alias(scene: Scene) -> list[Draft]:
    """He gives a listed alias as his own second name."""
    true, mask = _two(scene)
    alias = scene.man("co").name()
    other = scene.listed.person(true, alias=[alias])
    said = without_accents(alias)
    return [scene.applies(mask, TACTIC, Cause("aliases", said, other), aliases=said)]


def _coded(scene: Scene, which: int) -> list[Draft]:
    true, mask = _two(scene)
    names = scene.world.rng.choice(CODE_NAMES)
    other = scene.listed.person(true, alias=[names[0]])
    return [
        scene.applies(mask, TACTIC, Cause("aliases", names[0], other), aliases=f"“{names[which]}”")
    ]


def _code_name(scene: Scene) -> list[Draft]:
    return _coded(scene, 0)


def _code_in_words(scene: Scene) -> list[Draft]:
    return _coded(scene, 1)


def _code_in_cyrillic(scene: Scene) -> list[Draft]:
    return _coded(scene, 2)


def _code_in_letter(scene: Scene) -> list[Draft]:
    """The column of aliases is empty; the letter tells how they call him."""
    true, mask = _two(scene)
    known = scene.world.rng.choice(CODE_NAMES)[0]
    other = scene.listed.person(true, alias=[known])
    letter = scene.world.rng.choice(LETTERS).format(known)
    return [
        scene.applies(mask, TACTIC, Cause("aliases", known, other), motivation=letter, aliases="")
    ]


def _code_of_refused(scene: Scene) -> list[Draft]:
    """The call sign that a refused man gave, written otherwise."""
    true, mask = _two(scene)
    names = scene.world.rng.choice(CODE_NAMES[4:])
    refused = scene.refused(true, aliases=names[0])
    return [scene.applies(mask, TACTIC, Cause("aliases", names[1], refused.key), aliases=names[1])]


WAYS = {
    "listed alias": Way(_listed_alias), "own alias": Way(_own_alias), "code name": Way(_code_name),
    "code in words": Way(_code_in_words), "code in Cyrillic": Way(_code_in_cyrillic),
    "code in the letter": Way(_code_in_letter), "code of a refused man": Way(_code_of_refused),
}  # fmt: skip
