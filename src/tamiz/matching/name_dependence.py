"""Words of a name that tell together less than each by itself."""

from itertools import pairwise
from math import log2, prod

from tamiz.matching.align import Alignment
from tamiz.matching.compounds import told_already
from tamiz.matching.index import Index, ListedName
from tamiz.matching.levels import WHOLE
from tamiz.matching.query import Query

LEAST_TOGETHER = 0.1  # bits: less is not worth a line
Statement = tuple[str, float, tuple[int, ...], tuple[int, ...]]  # code, bits, words on each side


def compounds(
    query: Query, listed: ListedName, alignment: Alignment, index: Index
) -> list[Statement]:
    """What words lose that the word before them has told already: Miguel Ángel."""
    statements: list[Statement] = []
    for one, other in pairwise(alignment.pairs):
        if one.level not in WHOLE or other.level not in WHOLE:
            continue
        here, there = (one.here[-1], other.here[0]), (one.there[-1], other.there[0])
        if here[1] - here[0] == 1 and there[1] - there[0] == 1:
            spelt = (query.parsed.words[at].text for at in here)
            bits = max(
                told_already(*spelt), told_already(*(index.word(listed.words[at]) for at in there))
            )
            if bits := min(bits, max(other.bits, 0.0)):
                statements.append(("name.compound", -bits, here, there))
    return statements


def one_culture(
    listed: ListedName, alignment: Alignment, index: Index, told: set[int]
) -> list[Statement]:
    """What words lose that are of one culture: whoever bears one bears the others more often.

    The chance that a stranger bears all of them is the mean over cultures of the product of
    their shares there; each word was weighed by the mean of its own. ``told`` are words whose
    dependence on another has been weighed already.
    """
    pairs = [pair for pair in alignment.pairs if told.isdisjoint(pair.there)]
    if len(pairs) < 2:  # noqa: PLR2004 - one word goes together with none
        return []
    leanings = [index.leaning(listed.words[pair.there[0]]) for pair in pairs]
    products = list(map(prod, zip(*leanings, strict=True)))
    together = log2(sum(products) / len(products))
    bits = min(together, sum(pair.bits for pair in pairs))
    if bits < LEAST_TOGETHER:
        return []
    here = tuple(at for pair in pairs for at in pair.here)
    there = tuple(at for pair in pairs for at in pair.there)
    return [("name.one_culture", -bits, here, there)]
