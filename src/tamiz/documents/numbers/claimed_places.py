"""Birthplaces: the place that a number codes against the places claimed, after normalisation."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from tamiz.documents.numbers.difference import Difference, Grade
from tamiz.documents.numbers.places import ABROAD, ANY, NumberPlace, place_table
from tamiz.documents.numbers.reading import Part, Says
from tamiz.model import Place
from tamiz.normalise.countries import country_names

_BETWEEN = re.compile(r"[,;/()|]|\s-\s")
# Words before or after a name that say what it is the name of.
_KINDS = re.compile(
    r"(?:(?:departamento|dpto|depto|provincia|estado|municipio|ciudad|distrito|judetul|county of"
    r"|state of|province of|department of|city of)(?: de| del| d)? )"
    r"|(?: (?:state|province|department|county|region|oblast|city))\Z"
)
LONGEST = 200  # characters of a claimed place: more is a story


def place_conflict(state: str, says: Says, claimed: tuple[Place, ...]) -> Difference | None:
    """The difference if every claimed place is another one of the number's table.

    A place that the table does not have, or one in another country, is not compared here.
    """
    coded = says.place
    if coded is None or not says.place_is_birth or coded.region in {ABROAD, ANY} or not claimed:
        return None
    details = [_detail(state, coded, place) for place in claimed]
    if not all(details):
        return None
    detail = min(str(one) for one in details)  # "other_municipality" before "other_region"
    return Difference(
        Part.BIRTH_PLACE,
        detail,
        coded.name if coded.name == coded.region else f"{coded.name}, {coded.region}",
        "; ".join(place.text for place in claimed),
        Grade.B if detail == "other_region" else Grade.C,
        claimed[0].field,
    )


def _detail(state: str, coded: NumberPlace, claimed: Place) -> str:
    """How a claimed place differs from the coded one; empty if it does not, or nobody can tell."""
    if claimed.country not in {None, state}:
        return ""
    found = [_index(coded.table).get(part, frozenset()) for part in _parts(claimed.text, state)]
    known = [codes for codes in found if codes]
    # A town and its region together mean the town; two that have nothing in common mean either.
    meant = frozenset.intersection(*known) or frozenset.union(*known) if known else frozenset()
    if not meant or coded.code in meant:
        return ""
    table = place_table(coded.table)
    is_near = any(table[code].region == coded.region for code in meant)
    return "other_municipality" if is_near else "other_region"


def _parts(text: str, state: str) -> Iterator[str]:
    """The parts of a claimed place as they may stand in a table, without the country's name."""
    parts = [folded for part in _BETWEEN.split(text[:LONGEST]) if (folded := _fold(part))]
    if parts and parts[-1] in _country_words(state):
        del parts[-1]
    for part in parts:
        yield part
        plain = _KINDS.sub("", part).strip()
        if plain and plain != part and part not in _OWN_NAMES:
            yield plain


# Names in which a word of _KINDS is part of the name: the State of Mexico is not Mexico.
_OWN_NAMES = frozenset({"estado de mexico", "state of mexico", "mexico city", "ciudad de mexico"})


@cache
def _index(table: str) -> dict[str, frozenset[str]]:
    """Folded name of a place or region to the codes that it may mean."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, place in place_table(table).items():
        if place.region in {ABROAD, ANY}:
            continue
        for name in (place.name, place.region, *place.also):
            found[_fold(name)].add(code)
    return {name: frozenset(codes) for name, codes in found.items() if name}


@cache
def _country_words(state: str) -> frozenset[str]:
    return frozenset(_fold(name) for name in country_names(state))


@lru_cache(maxsize=1 << 14)
def _fold(text: str) -> str:
    """Small letters and digits without marks, one space between words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())
