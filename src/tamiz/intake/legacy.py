"""Which of the encodings before Unicode a table was saved in, told by the language it gives.

Every byte means some letter in each of them; only one reading gives words. A text is read in all
of them, and each reading is weighed against the alphabets of the languages that were written in
that encoding. General detectors take Spanish ``ñ`` for Polish ``ń`` on tables of names; a test
holds this one to tables in each language.
"""

import re
from collections import Counter

from charset_normalizer import from_bytes

_WEIGHED = 64 * 1024  # bytes of the beginning that are weighed
_CYRILLIC = ("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
             "абвгдеёжзійклмнопрстуўфхцчшыьэюя", "абвгдежзийклмнопрстуфхцчшщъьюя",
             "абвгдђежзијклљмнњопрстћуфхцчџш")  # fmt: skip
# Encoding to the letters, beyond ASCII, of its languages: of two that fit alike, the first wins.
_ALPHABETS = {
    "cp1252": ("áéíóúüñ", "àâæçéèêëîïôœùûüÿ", "äöüß", "áâãàçéêíóôõúü", "àèéìòù", "åäöæøéü",
               "áéëíïóöü"),
    "cp1251": _CYRILLIC,
    "koi8_u": _CYRILLIC[:1],
    "koi8_r": _CYRILLIC[1:2],
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ",
               "čćđšž"),
    "cp1254": ("âçğîıi̇öşüû",),
    "cp1253": ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",),
}  # fmt: skip
# Half of all letters of a text in Cyrillic, in Greek.
_COMMON = frozenset("оаеиінтрсвαοιετνσηρ")
_TURNED = re.compile(r"[а-яёіїєґα-ωάέήίόύώ][А-ЯЁІЇЄҐΑ-Ω]|[A-Za-z][Ͱ-ӿ]|[Ͱ-ӿ][A-Za-z]")
_PUNCTUATION = frozenset("“”„‘’«»–—…№´°ºª¿¡€§©®\xa0")
_STRANGE = -3  # weight of a letter, sign or neighbourhood that the language does not have


def legacy_encoding(head: bytes) -> str:
    """The likeliest encoding of a text that is neither UTF-8 nor UTF-16."""
    head = head[:_WEIGHED]
    weights = {encoding: _weight(head, encoding) for encoding in _ALPHABETS}
    best = max(weights, key=lambda encoding: weights[encoding])
    if weights[best] >= 0:
        return best
    guess = from_bytes(head).best()
    is_usable = guess is not None and not guess.encoding.startswith(("utf_16", "utf_32"))
    return guess.encoding if guess is not None and is_usable else "cp1252"


def _weight(head: bytes, encoding: str) -> int:
    """How well the text reads in the best of the encoding's languages."""
    text = head.decode(encoding, errors="replace")
    beyond = Counter(char for char in text.lower() if char > "\x7f" and char not in _PUNCTUATION)
    turned = _STRANGE * len(_TURNED.findall(text))
    return turned + max(
        sum(count * _letter(char, alphabet) for char, count in beyond.items())
        for alphabet in _ALPHABETS[encoding]
    )


def _letter(char: str, alphabet: str) -> int:
    if char not in alphabet:
        return _STRANGE
    return 2 if char in _COMMON else 1
