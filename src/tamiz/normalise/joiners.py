"""Where the invisible joiners (U+200C, U+200D) belong to ordinary writing.

Persian writes «محمد‌رضا» with a non-joiner, Indic scripts shape conjuncts with either (RFC 5892,
appendices A.1 and A.2), and an emoji of several parts is held together by a joiner (UTS 51).
"""

import unicodedata

NON_JOINER, JOINER = "\u200c", "\u200d"
_VIRAMA = 9  # the combining class of marks that take a consonant's vowel away
_SHAPERS = frozenset("\ufe0f\ufe0e\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")  # of emoji


def is_joining(text: str, at: int) -> bool:
    """Whether the joiner at this place has something to join or to keep apart."""
    before, after = _beside(text, at, -1), _beside(text, at, 1)
    if at and unicodedata.combining(text[at - 1]) == _VIRAMA:
        return True
    if text[at] == NON_JOINER:
        return _is_cursive(before) and _is_cursive(after)
    return unicodedata.category(before) == "So" and unicodedata.category(after) == "So"


def _beside(text: str, at: int, step: int) -> str:
    """The nearest character on one side that is no mark and no shaper; a space at the edge."""
    at += step
    while 0 <= at < len(text):
        if unicodedata.category(text[at]) != "Mn" and text[at] not in _SHAPERS:
            return text[at]
        at += step
    return " "


def _is_cursive(char: str) -> bool:
    """Whether a letter is of a script that joins its letters, such as Arabic."""
    return char.isalpha() and unicodedata.bidirectional(char) == "AL"
