"""How two name words agree when no index is there to say who else bears them."""

from functools import lru_cache

from msgspec import Struct
from rapidfuzz.distance import OSA

from tamiz.matching.deletions import edits_allowed
from tamiz.matching.levels import Level
from tamiz.normalise.abbreviations import is_short_for
from tamiz.normalise.forms import families_of
from tamiz.normalise.keys import outline, skeleton, sound
from tamiz.normalise.patronymics import father_of, is_daughters
from tamiz.normalise.spanish import spanish_sound

KEPT_PAIRS = 1 << 16  # comparisons of two words that are remembered, about 200 bytes each


class Likeness(Struct, frozen=True, gc=False):
    """How two words agree (no ``level``: they differ), and the share of letters that is apart."""

    level: Level | None
    apart: float


@lru_cache(maxsize=KEPT_PAIRS)
def compare_words(one: str, other: str) -> Likeness:
    """The closest level on which two romanised words agree; the order of the two is no matter."""
    if one == other:
        return Likeness(Level.EXACT, 0.0)
    edits = OSA.distance(one, other)
    spelt = edits / max(len(one), len(other))
    heard, other_heard = sound(one), sound(other)
    if heard == other_heard or _sound_spanish(one, other):
        return Likeness(Level.SOUND, spelt / 2)
    slips = OSA.distance(heard, other_heard)
    apart = (spelt + slips / max(len(heard), len(other_heard), 1)) / 2
    return Likeness(_level(one, other, edits, slips), apart)


def _sound_spanish(one: str, other: str) -> bool:
    """Whether two words sound alike in Spanish."""
    heard = spanish_sound(one)
    return heard != "" and heard == spanish_sound(other)


def _level(one: str, other: str, edits: int, slips: int) -> Level | None:
    """The closest level of two words that differ in spelling and in sound."""
    if _are_forms(one, other):
        return Level.FORM
    if (bones := skeleton(one)) and bones == skeleton(other):
        return Level.BONES
    allowed = edits_allowed(min(len(one), len(other)))
    if edits <= allowed:
        return Level.ONE_EDIT if edits == 1 else Level.TWO_EDITS
    if slips == 1 and edits_allowed(min(len(sound(one)), len(sound(other))) - 1):
        return Level.NEAR_SOUND
    rough = outline(one)
    return Level.OUTLINE if rough and rough == outline(other) else None


def _are_forms(one: str, other: str) -> bool:
    """Whether two words are forms of one name, one short for the other, or name one father."""
    if is_short_for(one, other) or is_short_for(other, one):
        return True
    if not set(families_of(one)).isdisjoint(families_of(other)):
        return True
    fathers, others = father_of(one), father_of(other)
    if not fathers or not others or is_daughters(one) is not is_daughters(other):
        return False
    families = {key for name in fathers for key in families_of(name)}
    return any(key in families for name in others for key in families_of(name))
