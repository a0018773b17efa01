"""Whether a word is a family name or a given one, by how many people bear it as each (``frequencies/``).

It is asked only of names whose roles nobody tells, and only to know what relatives have in common.
"""

from functools import cache

from tamiz.matching.rarity import counts_by_kind

# How many times more people must bear a word as a family name for it to be one in the first place,
# where most have their given name: Kim Seo-won, Nguyễn Văn An.
FIRST = 2.0


def is_family(word: str) -> bool | None:
    """Whether as many bear a word (romanised) as family name as otherwise; None if no table has it."""
    given, family = _borne().get(word, (0, 0))
    return family >= given if given or family else None


def is_family_first(word: str) -> bool:
    """Whether a name that begins with this word begins with its family name."""
    given, family = _borne().get(word, (0, 0))
    return family > 0 and family >= FIRST * given


@cache
def _borne() -> dict[str, tuple[int, int]]:
    """Of each word how many of a million bear it as given and as family name, summed over origins."""
    found: dict[str, tuple[int, int]] = {}
    for word, given, family in counts_by_kind():
        before = found.get(word, (0, 0))
        found[word] = before[0] + given, before[1] + family
    return found
