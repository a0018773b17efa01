"""Whether one listed name is a short form of another: then the other says what the short one leaves out.

Lists give *Alina Smirnova* beside *Alina Olegovna Smirnova*. An Alina Ivanovna Smirnova has every
word of the one, and another patronymic than the other.
"""

from collections.abc import Iterable

from tamiz.matching.index import Index, ListedName
from tamiz.matching.name_evidence import NameComparison
from tamiz.matching.name_order import natural_order, roles_of, stands_across
from tamiz.model import NameKind
from tamiz.normalise.keys import sound

_SOMEWHERE = "name.conflict"
_ONE_PLACE = frozenset({"name.conflict_given", "name.conflict_family", "name.conflict_patronymic"})


def fuller_forms(short: ListedName, names: Iterable[ListedName], index: Index) -> list[ListedName]:
    """The names of one party that have every word of another, as it sounds, and more."""
    words = _heard(short, index)
    return [one for one in names if one.kind is not NameKind.WEAK and words < _heard(one, index)]


def contradicts(fuller: NameComparison) -> bool:
    """Whether a word of the subject stands where a fuller name has another.

    Where roles are not told, a place is told by the words that agree before it.
    """
    query, listed, alignment = fuller.query, fuller.listed, fuller.alignment
    ranks = natural_order(roles_of(query)), natural_order(listed.roles)
    return any(
        code in _ONE_PLACE
        or (code == _SOMEWHERE and not stands_across(ranks, (here[0], there[0]), alignment))
        for code, _, here, there in fuller.statements
    )


def _heard(name: ListedName, index: Index) -> frozenset[str]:
    return frozenset(sound(index.word(word)) for word in name.words)
