"""Mandarin names in the two romanisations that documents use: pinyin and Wade-Giles.

``Xi Jinping`` and ``Hsi Chin-ping``, ``Zhang Guotao`` and ``Chang Kuo-t'ao`` are the same.
"""

import re
from functools import lru_cache

# A syllable of either romanisation, its apostrophe gone. Words that are not made of such
# syllables throughout are no Mandarin, and are not folded.
_INITIAL = "zh|ch|sh|hs|ts|tz|sz|ss|b|p|m|f|d|t|n|l|g|k|h|j|q|x|r|z|c|s|w|y|"
_FINAL = (
    "iang|iong|uang|ieh|ueh|iung|ian|ien|iao|iau|uai|uan|uen|ang|eng|ing|ong|ung|erh|ai|ei|ao|au|"
    "ou|an|en|in|un|on|ia|ie|iu|io|ua|uo|ui|ue|ih|eh|er|a|o|e|i|u"
)
_WORD = re.compile(rf"(?:(?:{_INITIAL})(?:{_FINAL}))+\Z")
_FOLDS = (
    (re.compile("^hs|^x|^sh(?=i|ih)|(?<=[aeioung])hs|(?<=[aeioung])x"), "S"),
    (re.compile("zh|ch|j|q|ts|tz|c|z"), "C"),
    (re.compile("sh|sz|ss|s"), "S"),
    (re.compile("b"), "p"), (re.compile("d"), "t"), (re.compile("g(?!$)(?![ptkCSmlfhwyr])"), "k"),
    (re.compile("ung"), "ong"), (re.compile("ien"), "ian"), (re.compile("ieh|ueh"), "ie"),
    (re.compile("ih|u(?=$)|erh"), "i"), (re.compile("uo|oh"), "o"), (re.compile("r|j"), "r"),
)  # fmt: skip
MOST_LETTERS = 14  # of a word: no given name is longer


@lru_cache(maxsize=1 << 14)
def mandarin_key(word: str) -> str:
    """The word with what the two romanisations write differently made equal; empty if no Mandarin.

    >>> mandarin_key("jinping") == mandarin_key("chinping"), mandarin_key("garcia")
    (True, '')
    """
    if len(word) > MOST_LETTERS or _WORD.match(word) is None:
        return ""
    for pattern, plain in _FOLDS:
        word = pattern.sub(plain, word)
    return word
