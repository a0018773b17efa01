"""Words of a written name against the words of a zone, in their order.

A word that was written in two may stand as one and the other way round (``DE LA CRUZ`` and
``DELACRUZ``, ``AL-BASRI`` and ``ALBASRI``): States differ in it.
"""

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from tamiz.documents.zone.spellings import Word

MOST_JOINED = 3  # words that stand as one
MOST_WORDS = 20  # of either side that are compared; a field has room for 20 initials


class Aligned(IntEnum):
    """How far words agree; the worst of several counts."""

    NOT = 0
    CUT = 1  # ends are missing, or the last words
    SAME = 2


def align(
    written: Sequence[Word], zone: Sequence[str], *, may_cut: bool, may_leave_out: bool
) -> Aligned:
    """The best way to lay written words on a zone's, which must all be used."""
    if max(len(written), len(zone)) > MOST_WORDS:
        return Aligned.NOT
    places = {(0, 0): Aligned.SAME}
    for at in range(len(written) + 1):
        for to in range(len(zone) + 1):
            so_far = places.get((at, to), Aligned.NOT)
            if so_far is Aligned.NOT:
                continue
            for words, others in _steps(len(written) - at, len(zone) - to):
                joined = "".join(zone[to : to + others])
                step = _step(written[at : at + words], joined, may_cut=may_cut)
                reached = (at + words, to + others)
                places[reached] = max(places.get(reached, Aligned.NOT), min(so_far, step))
    if may_leave_out:
        return _with_words_left_out(places, len(written), len(zone))
    return places.get((len(written), len(zone)), Aligned.NOT)


def _step(words: Sequence[Word], zone: str, *, may_cut: bool) -> Aligned:
    """How words joined are a zone's word; a cut must lie in the last of them."""
    found = spells(sum(words, ()), zone)
    if found is not Aligned.CUT:
        return found
    before = sum(min(map(len, unit)) for word in words[:-1] for unit in word)
    return Aligned.CUT if may_cut and len(zone) > before else Aligned.NOT


def _with_words_left_out(
    places: dict[tuple[int, int], Aligned], written: int, zone: int
) -> Aligned:
    whole = places.get((written, zone), Aligned.NOT)
    is_reached = any(places.get((at, zone), Aligned.NOT) for at in range(written))
    return max(whole, Aligned.CUT if is_reached else Aligned.NOT)


def _steps(written: int, zone: int) -> Sequence[tuple[int, int]]:
    """How many words of either side can be one, of those that are left."""
    joined = [(count, 1) for count in range(1, MOST_JOINED + 1)]
    parted = [(1, count) for count in range(2, MOST_JOINED + 1)]
    return [(w, z) for w, z in (*joined, *parted) if w <= written and z <= zone]


@lru_cache(maxsize=1 << 12)
def spells(word: Word, zone: str) -> Aligned:
    """Whether a zone's word is one of a word's spellings, or the beginning of one."""
    places, is_beginning = {0}, False
    for unit in word:
        reached = set()
        for place in places:
            for letters in unit:
                if zone.startswith(letters, place):
                    reached.add(place + len(letters))
                elif letters.startswith(zone[place:]):
                    is_beginning = True  # the zone's word ends within these letters
        places = reached
    if len(zone) in places:
        return Aligned.SAME
    return Aligned.CUT if is_beginning else Aligned.NOT
