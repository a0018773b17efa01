"""Postal addresses as keys that compare, whatever the order of their parts and their abbreviations."""

import re
from functools import lru_cache

from tamiz.normalise.keys import sounds
from tamiz.normalise.names import PARTICLES, spell_words
from tamiz.normalise.places import GENERIC

LONGEST = 300  # characters of an address that are read
FEWEST_WORDS = 3  # a street or a town alone is no address
UNTOLD = "?"  # before the key of a place of which nothing says whether it is a village or a town
_VILLAGE_AND_TOWN = 2  # parts, and words: there is an El Progreso in every department
MOST_WORDS = 12  # an address of more is a description of the way

# What streets, houses and flats are called: written, shortened or left out at will. Cyrillic words
# stand as ``spell_words`` romanises them, and as people do.
CALLED = frozenset(
    "street st str road rd avenue ave av avenida lane ln drive dr boulevard blvd square sq calle c "
    "cl carrera cra kr carretera camino paseo plaza pza colonia col barrio urb urbanizacion sector "
    "edificio edif apartamento apto apt apartment flat piso puerta casa house no num numero nro "
    "rua travessa bairro via viale piazza rue platz strasse weg "
    "vulitsia vulytsia vulytsya vulitsa vul ulitsa ulica ul bulvar bulv bul prospekt prosp provulok "
    "prov pereulok per ploshcha ploshchad pl shose shosse naberezhna nab budinok budynok bud dim dom "
    "kvartyra kvartira kv korpus korp office of ofis oficina ofic local floor fl suite ste unit misto m selo "
    "smt gorod g city".split(),
)
# What the town beside a village is the town of, written or left out.
_DISTRICTS = frozenset(
    "district distrito raion rayon oblast municipio departamento provincia".split()
)
_STREETS = CALLED - frozenset("misto m selo smt gorod g city c".split())
# What villages are called in an address without streets, and shortened only before their name.
_VILLAGES = frozenset(
    "село селище хутір аул деревня посёлок поселок vereda aldea caserio caserío corregimiento ejido "
    "pueblo village vill barangay kampung desa qishloq kishlak köy köyü wieś povoado".split(),
)
_SHORTENED = frozenset("с сел смт х д дер пос brgy".split())
_PARTS = re.compile(r"[,;/\n]")


@lru_cache(maxsize=1 << 14)
def address_key(text: str) -> str:
    """The words of an address, as they sound, in one order; empty if too little to find a house by.

    A house has a number, and two words beside it. Київ, Kyiv and Киев sound alike.

    >>> address_key("Calle 12 # 45, Barrio Norte, Cali"), address_key("Cali")
    ('12 45 kali nurti', '')
    """
    words = {_bare(word) for word in spell_words(text[:LONGEST])} - CALLED - PARTICLES - {""}
    has_number = any(word[0].isdigit() for word in words)
    if not has_number or not FEWEST_WORDS <= len(words) <= MOST_WORDS:
        return ""
    return _in_order(words) if words - GENERIC else ""


def _in_order(words: set[str]) -> str:
    """Words as they sound, in one order; a number is no word: 770 is not heard as 70."""
    numbered = {word for word in words if any(map(str.isdigit, word))}
    return " ".join(sorted({*sounds(sorted(words - numbered)), *numbered}))


@lru_cache(maxsize=1 << 14)
def village_key(text: str) -> str:
    """The words, as they sound, of a village and what it is near to.

    Of a house only where a part says that it is in a village, whatever its street and number.

    ``?`` and the words where nothing says that it is a village: only how many live there does.

    >>> village_key("с. Судак, Київ") == village_key("Sudak village, Kyiv")
    True
    >>> village_key("San Miguel, El Salvador"), village_key("Lviv")
    ('?mihil salvadur san', '')
    """
    parts = [part.split() for part in _PARTS.split(text[:LONGEST].casefold())]
    bare = [[word.strip(".") for word in part] for part in parts if part]
    if any(map(str.isdigit, text)):
        bare = [part for part in bare if not _is_of_house(part)]
        if not any(map(_called, bare)):
            return ""
    if len(bare) < _VILLAGE_AND_TOWN:
        return ""
    kept = " ".join(word for part in bare for word in _named(part))
    words = {word for word in spell_words(kept) if len(word) > 1} - CALLED - PARTICLES - _DISTRICTS
    if len(words - GENERIC) < _VILLAGE_AND_TOWN:
        return ""
    return _in_order(words) if any(map(_called, bare)) else UNTOLD + _in_order(words)


def _called(part: list[str]) -> bool:
    """Whether a part of an address says that it is a village."""
    return len(part) > 1 and (part[0] in _SHORTENED or not _VILLAGES.isdisjoint(part))


def _is_of_house(part: list[str]) -> bool:
    """Whether a part of an address has a number, or is a street: a village has several."""
    if any(map(str.isdigit, "".join(part))):
        return True
    ends = {word for end in (part[0], part[-1]) for word in spell_words(end)}
    return not _called(part) and not ends.isdisjoint(_STREETS)


def _named(part: list[str]) -> list[str]:
    """A part without the words for a village."""
    part = part[1:] if part[0] in _SHORTENED else part
    return [word for word in part if word not in _VILLAGES]


def _bare(word: str) -> str:
    """A number without the noughts in front of it, any other word as it is."""
    return word.lstrip("0") if word.isdigit() else word
