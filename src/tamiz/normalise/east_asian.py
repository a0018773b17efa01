"""Chinese, Korean and Japanese writing in the Latin spelling that passports and lists use.

Han characters are read in Mandarin; a few have another reading as a family name (``单`` Shan,
``曾`` Zeng). A family name of Japan (``高橋``) is read as there; what follows it keeps the Mandarin
reading, as a given name has several in Japan and none is told. Hangul follows the Revised
Romanisation, family names their usual spelling (Kim, Lee, Park). Kana follow Hepburn.
``normalise.readings`` knows other spellings of family names.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files

from anyascii import anyascii

# Family names with a reading of their own, in both forms of writing.
_HAN_FAMILY = {
    "单": "shan", "單": "shan", "解": "xie", "曾": "zeng", "区": "ou", "區": "ou", "仇": "qiu",
    "查": "zha", "盖": "ge", "蓋": "ge", "朴": "piao", "乐": "yue", "樂": "yue", "翟": "zhai",
    "缪": "miao", "繆": "miao", "覃": "qin", "折": "she", "黑": "he", "种": "chong", "重": "chong",
    "秘": "bi", "洗": "xian", "句": "gou", "员": "yun", "貟": "yun", "牟": "mu",
}  # fmt: skip
# Family names of two characters: the rest of the name is given.
_TWO_HAN = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 東方 独孤 獨孤 慕容 皇甫 尉迟 尉遲 公孙 公孫 令狐 "
    "夏侯 端木 南宫 南宮 轩辕 軒轅 宇文 长孙 長孫 申屠 闻人 聞人 呼延 澹台 澹臺 拓跋 西门 西門 "
    "남궁 선우 황보 제갈 독고 사공 서문".split(),
)  # fmt: skip
_HANGUL_FAMILY = {
    "김": "kim", "이": "lee", "리": "ri", "박": "park", "최": "choi", "정": "jung", "강": "kang",
    "조": "cho", "윤": "yoon", "장": "jang", "임": "lim", "림": "rim", "오": "oh", "신": "shin",
    "권": "kwon", "안": "ahn", "유": "yoo", "류": "ryu", "고": "ko", "문": "moon", "백": "baek",
    "허": "heo", "심": "shim", "노": "noh", "로": "roh", "곽": "kwak", "성": "sung", "우": "woo",
    "구": "koo", "주": "joo", "공": "kong", "현": "hyun", "변": "byun", "길": "kil", "명": "myung",
    "기": "ki", "금": "keum", "국": "kook", "전": "jeon", "경": "kyung", "계": "kye", "견": "kyun",
}  # fmt: skip
_INITIAL = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
_MEDIAL = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINAL = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
_FIRST_HANGUL, _LAST_HANGUL = 0xAC00, 0xD7A3

_KANA = str.maketrans({chr(c): chr(c - 0x60) for c in range(0x30A1, 0x30F7)})
_HEPBURN = (
    (re.compile("し(?=[ゃゅょ])"), "sh"), (re.compile("ち(?=[ゃゅょぇ])"), "ch"),
    (re.compile("[じぢ](?=[ゃゅょぇ])"), "j"), (re.compile("(?<=[a-z])ゃ"), "a"),
    (re.compile("(?<=[a-z])ゅ"), "u"), (re.compile("(?<=[a-z])ょ"), "o"),
    (re.compile("(?<=[a-z])ぇ"), "e"), (re.compile("じ|ぢ"), "ji"), (re.compile("づ"), "zu"),
    (re.compile("[ー・]"), ""),
)  # fmt: skip
_DOUBLED = re.compile("っ([a-z])")
_SMALL_Y = re.compile("([きぎにひびぴみり])([ゃゅょ])")
_SMALL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}


def split_ideographic(name: str) -> tuple[str, str]:
    """The family and the given name of a Han or Hangul name without a space, in Latin letters."""
    for length in (3, 2):
        read = _japanese_families().get(name[:length])
        if read and len(name) > length:
            return read, _syllables(name[length:])
    length = 2 if name[:2] in _TWO_HAN and len(name) > 2 else 1  # noqa: PLR2004 - characters
    family = name[:length]
    usual = _HAN_FAMILY.get(family) or _HANGUL_FAMILY.get(family)
    return usual or _syllables(family), _syllables(name[length:])


@cache
def _japanese_families() -> dict[str, str]:
    """Family names of two or three characters as written, and as they are read."""
    table = files("tamiz.normalise").joinpath("japanese_families.tsv").read_text("utf-8")
    rows = (row.split("\t") for row in table.splitlines() if row and not row.startswith("#"))
    return {written: read for read, forms in rows for written in forms.split()}


def is_hangul(text: str) -> bool:
    """Whether a Hangul syllable, composed or not, is in the text."""
    return any("가" <= c <= "힣" or "\u1100" <= c <= "\u11ff" for c in text)


def is_kana(text: str) -> bool:
    """Whether a letter of Hiragana or Katakana is in the text."""
    return any("\u3041" <= c <= "\u30ff" or "\uff66" <= c <= "\uff9f" for c in text)


def romanise_hangul(word: str) -> str:
    """One word in the Revised Romanisation; a syllable by itself is a family name."""
    composed = unicodedata.normalize("NFC", word)
    return _HANGUL_FAMILY.get(composed) or _syllables(composed)


def romanise_kana(word: str) -> str:
    """One word in Hepburn romanisation, long vowels as they are written (``ou``)."""
    text = unicodedata.normalize("NFKC", word).translate(_KANA)
    text = _SMALL_Y.sub(lambda found: anyascii(found[1])[0] + _SMALL[found[2]], text)
    for kana, latin in _HEPBURN:
        text = kana.sub(latin, text)
    text = "".join(c if c.isascii() or c == "っ" else anyascii(c) for c in text).casefold()
    return _DOUBLED.sub(_doubled, text).replace("っ", "")


def _doubled(found: re.Match[str]) -> str:
    """The consonant that a small tsu doubles; Hepburn writes tch."""
    return ("t" if found[1] == "c" else found[1]) + found[1]


def _syllables(text: str) -> str:
    """Characters one after the other."""
    return "".join(_syllable(char) for char in text).casefold()


def _syllable(char: str) -> str:
    """A Hangul syllable, or any other character, in Latin letters."""
    number = ord(char) - _FIRST_HANGUL
    if not 0 <= number <= _LAST_HANGUL - _FIRST_HANGUL:
        return anyascii(char)
    initial, rest = divmod(number, len(_MEDIAL) * len(_FINAL))
    medial, final = divmod(rest, len(_FINAL))
    return _INITIAL[initial] + _MEDIAL[medial] + _FINAL[final]
