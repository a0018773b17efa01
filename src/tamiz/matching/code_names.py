"""Code names of a word and a number: Zopilote-33.

How rare a word is says how many people are called so. Few people have a call sign at all, so that
one which is the same in its word and its number tells more than the two words of a family's name.
"""

from tamiz.matching.align import Alignment
from tamiz.matching.index import Index, ListedName
from tamiz.matching.levels import WHOLE
from tamiz.matching.query import Query
from tamiz.model import Name, NameKind

CALL_SIGNS = frozenset({NameKind.ALIAS, NameKind.WEAK, NameKind.CODE})
RAREST = 9.0  # bits from which the word itself is rare: thousands are called Lobo or Águila
WORDS = 2


def may_be_call_sign(name: Name) -> bool:
    """Whether a name of the subject is a code name with a number."""
    return name.kind is NameKind.CODE and any(map(str.isdigit, name.text))


def is_same_call_sign(query: Query, listed: ListedName, alignment: Alignment, index: Index) -> bool:
    """Whether two code names agree in a rare word and in their number, and have nothing besides."""
    pairs = alignment.pairs
    if not may_be_call_sign(query.name) or listed.kind not in CALL_SIGNS:
        return False
    if not len(query.near) == len(listed.words) == len(pairs) == WORDS:
        return False
    spelt = [(query.parsed.words[pair.here[0]].text, pair) for pair in pairs]
    numbers = [pair for word, pair in spelt if word.isdigit()]
    words = [pair for word, pair in spelt if not word.isdigit()]
    return (
        len(numbers) == len(words) == 1
        and index.word(listed.words[numbers[0].there[0]]).isdigit()
        and all(pair.level in WHOLE for pair in pairs)
        and words[0].bits >= RAREST
    )
