"""Text search over the names of lists: every word of the question stands in the name.

Folded as names are in the index, so that scripts and spellings of letters meet; the last word may
be a beginning. Those with the fewest other words come first.
"""

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.build import parse_name
from tamiz.model import Name, PartyType
from tamiz.web.api.lists import Lists

MOST_WORDS = 12  # of a question; names have fewer
_Numbers = NDArray[np.int64]


def records_with(
    found: Lists, text: str, sources: frozenset[str] | None, *, is_beginning: bool = False
) -> list[int]:
    """The numbers of the records one of whose names has every word; all records without a word."""
    index = found.index
    if not text.strip():
        return [int(at) for at in np.flatnonzero(_from(found, sources))]
    names: dict[int, int] = {}
    for kind in (PartyType.PERSON, PartyType.ORGANISATION):
        words = [word.text for word in parse_name(Name(text=text), kind).words][:MOST_WORDS]
        for name in _names_with(found, words, is_beginning=is_beginning).tolist():
            record = int(index.name_record[name])
            spare = int(index.name_lengths[name])
            names[record] = min(spare, names.get(record, spare))
    eligible = _from(found, sources)
    return sorted((at for at in names if eligible[at]), key=lambda at: (names[at], at))


def _names_with(found: Lists, words: list[str], *, is_beginning: bool) -> _Numbers:
    """The names in which each of the words stands."""
    names: _Numbers | None = None
    for at, word in enumerate(words):
        numbers = found.index.find_words((("word", (word,)),))[1].tolist()
        if is_beginning and at == len(words) - 1:
            numbers = found.words_from(word)
        here, _ = found.index.postings(np.array(numbers, dtype=np.int64))
        names = here.astype(np.int64) if names is None else np.intersect1d(names, here)
    return np.empty(0, dtype=np.int64) if names is None else np.unique(names)


def _from(found: Lists, sources: frozenset[str] | None) -> NDArray[np.bool_]:
    """For each record whether it is of one of the sources."""
    return found.index.of_type(frozenset(PartyType), sources)
