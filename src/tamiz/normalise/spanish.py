"""How a Spanish word sounds, so that spellings by ear meet: ``Ximena``, ``Jimena``; ``Sabala``.

b and v, s, z and soft c, ll and y, x, j and soft g sound alike somewhere in the Spanish-speaking
countries, and h is silent. Two words that meet here may still be two Spanish words: the key is
asked only of words that are names already.
"""

import re
from functools import lru_cache

# In this order, on romanised words.
_RULES = (
    (re.compile("ch"), "C"), (re.compile("th"), "t"), (re.compile("ph"), "f"),
    (re.compile("[hg]u(?=[aeo])(?<!qu)|(?<![aeiou])w(?=[aeo])|^o(?=a)"), "W"),
    (re.compile("qu(?=[ei])|qu|[qk]"), "k"), (re.compile("gu(?=[ei])"), "G"),
    (re.compile("g(?=[eiy])"), "j"), (re.compile("c(?=[eiy])"), "s"), (re.compile("c"), "k"),
    (re.compile("tz|ts|z|ss"), "s"), (re.compile("^x|(?<=[aeiou])x(?=[aeiou])"), "j"),
    (re.compile("x"), "s"), (re.compile("nn|nxx|ny(?=[aeiou])|ni(?=[aou])"), "n"),
    (re.compile("ll|(?<![a-zC])i(?=[aeiou])|(?<=[aeiou])i(?=[aeiou])"), "y"),
    (re.compile("h"), ""), (re.compile("[vw]"), "b"), (re.compile("y(?![aeiou])"), "i"),
    (re.compile("n(?=[bp])"), "m"), (re.compile(r"([a-zCGW])\1+"), r"\1"),
)  # fmt: skip
SHORTEST = 4  # letters: shorter words meet too many others


@lru_cache(maxsize=1 << 16)
def spanish_sound(word: str) -> str:
    """The word as Spanish ears hear it; empty for one of fewer than four letters.

    >>> spanish_sound("baldovinos") == spanish_sound("valdobinos")
    True
    """
    if len(word) < SHORTEST:
        return ""
    for pattern, plain in _RULES:
        word = pattern.sub(plain, word)
    return word
