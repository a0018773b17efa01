"""Names of organisations as comparable words: what they are called, what they are, in which form.

``ООО «Банк Дако»`` and ``Dako Bank, LLC`` share the rare word ``dako``, the word of kind that
means bank, and the legal form of limited liability. Which words are of what sort stands in
``legal_forms.tsv`` and ``trade_words.tsv``.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct
from rapidfuzz.distance import OSA

from tamiz.normalise.countries import country_code
from tamiz.normalise.names import MOST_CHARACTERS, MOST_WORDS, spell_words
from tamiz.normalise.numerals import joined_tens, number_of

LONGEST_FORM = 7  # words of a legal form: Obshchestvo s ogranichennoi otvetstvennostiu has four
SPELT_OUT = 10  # letters from which a legal form may be misspelt and is one anywhere in a name
FORM_EDITS = 2  # typing errors in a legal form that is spelt out
SHORTEST_COUNTRY = 4  # letters: shorter words are codes, which names use for other things

LIGHT = frozenset(
    "the of and for a an in on at by to de del la las los el y e et und fur der die das des "
    "du da do dos von van i ta dlia v na al ul".split(),
)
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_ALIAS = re.compile(r"\s*(?:/|;|\b[af][./]?k[./]?a\b\.?|\balias\b)\s*", re.IGNORECASE)
SHORTEST_NAME = 4  # characters beside a stroke: A/S is no two names
Spelt = tuple[str, bool]  # a word in ASCII, and whether it stands in brackets
_SIGNS = str.maketrans({"&": " and ", "%": " percent ", "+": " plus ", "№": " ", "#": " "})
_DOTTED = re.compile(r"\b[^\W\d_](?:\.\s?[^\W\d_]\b)+\.?")
_CAMEL = re.compile(r"(?<=[a-zа-яёіїєґ])(?=[A-ZА-ЯЁІЇЄҐ]{2,}\b)")


class Sort(StrEnum):
    """What a word says of the organisation that it names."""

    NAME = "name"
    KIND = "kind"
    TRADE = "trade"
    PLACE = "place"
    NUMBER = "number"


class OrganisationWord(Struct, frozen=True, gc=False):
    """A word in ASCII, its sort, and its meaning: words of one meaning are one word.

    ``aside``: it stands in brackets, as what only explains a name does.
    """

    text: str
    sort: Sort
    meaning: str
    aside: bool = False


class OrganisationName(Struct, frozen=True, gc=False):
    """The words of a name in written order, and the kinds of the legal forms that it states."""

    words: tuple[OrganisationWord, ...]
    forms: tuple[str, ...]


@lru_cache(maxsize=1 << 12)
def read_organisation(text: str) -> OrganisationName:
    """The words and legal forms of a name as written; no words if nothing can be spelt."""
    spelt = _spelt(text)
    forms: list[str] = []
    kept = list(_without_forms(spelt, forms))
    last = len(kept) - 1
    words = [one for at, one in enumerate(kept) if not _is_light(one[0], last=at == last)]
    told = tuple(organisation_word(word, aside=aside) for word, aside in words or kept or spelt)
    return OrganisationName(told, tuple(dict.fromkeys(forms)))


def names_in(text: str) -> tuple[str, ...]:
    """The names that a text gives: itself, and those that a stroke or "alias" sets apart.

    >>> names_in("Al-Qa'ida/Islamic Army")
    ("Al-Qa'ida/Islamic Army", "Al-Qa'ida", 'Islamic Army')
    """
    parts = [part.strip() for part in _ALIAS.split(text[:MOST_CHARACTERS])]
    told = [part for part in parts if len(part) >= SHORTEST_NAME]
    return (text, *told) if len(told) > 1 else (text,)


def _spelt(text: str) -> list[Spelt]:
    """The words in ASCII; initials with stops are one word, signs are said."""
    text = _CAMEL.sub(" ", text[:MOST_CHARACTERS]).translate(_SIGNS)
    text = _DOTTED.sub(lambda found: f" {re.sub('[. ]', '', found.group())} ", text)
    words = [
        (word, at % 2 == 1)
        for at, piece in enumerate(_BRACKETS.split(text))
        for word in joined_tens(list(spell_words(piece)))
    ]
    return words[:MOST_WORDS]


def _is_light(word: str, *, last: bool) -> bool:
    """Whether a word only connects others; an "i" at the end is a number."""
    return word in LIGHT and not (last and number_of(word))


def _without_forms(words: list[Spelt], forms: list[str]) -> Iterator[Spelt]:
    """The words that belong to no legal form; the forms' kinds are added to ``forms``."""
    at, texts = 0, [word for word, _ in words]
    while at < len(words):
        length, kind = _form_at(texts, at)
        if length:
            forms.append(kind)
            at += length
        else:
            yield words[at]
            at += 1


def _form_at(words: list[str], at: int) -> tuple[int, str]:
    """How many words from here are a legal form, and its kind; 0 if none."""
    for length in range(min(LONGEST_FORM, len(words) - at), 0, -1):
        text = "".join(words[at : at + length])
        kind = form_kind(text)
        if kind and (len(text) >= SPELT_OUT or _is_at_edge(words, at, length)):
            return length, kind
    return 0, ""


def _is_at_edge(words: list[str], at: int, length: int) -> bool:
    """Whether a short form stands where forms stand: first, last, or beside another form."""
    if at == 0:
        return len(words) > length
    rest = words[at + length :]
    return not rest or all(form_kind(word) for word in rest) or form_kind("".join(rest)) != ""


@lru_cache(maxsize=1 << 14)
def form_kind(text: str) -> str:
    """The kind of the legal form that this is, written as one word; empty if it is none."""
    forms = _forms()
    kind = forms.get(text, "")
    if kind or len(text) < SPELT_OUT:
        return kind
    near = _forms_as_long_as(len(text))
    return next((forms[form] for form in near if _is_misspelt(text, form)), "")


@cache
def _forms_as_long_as(length: int) -> tuple[str, ...]:
    """The forms spelt out that a word of so many letters may be, misspelt."""
    spelt = (form for form in _forms() if len(form) >= SPELT_OUT)
    return tuple(form for form in spelt if abs(len(form) - length) <= FORM_EDITS)


def _is_misspelt(text: str, form: str) -> bool:
    return OSA.distance(text, form, score_cutoff=FORM_EDITS) <= FORM_EDITS


@lru_cache(maxsize=1 << 14)
def organisation_word(word: str, *, aside: bool = False) -> OrganisationWord:
    """A word with its sort and meaning."""
    number = number_of(word)
    if number:
        return OrganisationWord(word, Sort.NUMBER, number, aside)
    sort, meaning = _known().get(word, (Sort.NAME, ""))
    if not meaning and len(word) >= SHORTEST_COUNTRY and (code := country_code(word)):
        return OrganisationWord(word, Sort.PLACE, f"country {code}", aside)
    return OrganisationWord(word, sort, meaning or word, aside)


@cache
def _forms() -> dict[str, str]:
    """Every legal form written as one word in ASCII, and its kind."""
    return {
        "".join(spell_words(spelling)): kind
        for kind, spellings in _rows("legal_forms.tsv")
        for spelling in spellings.split("|")
    }


@cache
def _known() -> dict[str, tuple[Sort, str]]:
    """The words of the table, their sort and their meaning: the first word of the row."""
    found: dict[str, tuple[Sort, str]] = {}
    for sort, words in _rows("trade_words.tsv"):
        spelt = ["".join(spell_words(word.replace("+", " "))) for word in words.split()]
        for word in spelt:
            found.setdefault(word, (Sort(sort), spelt[0]))
    return found


def _rows(name: str) -> list[tuple[str, str]]:
    """The two columns of a table, without comments and heading."""
    lines = files("tamiz.normalise").joinpath(name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(sort, words) for sort, words in rows[1:]]
