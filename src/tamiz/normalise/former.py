"""Family names that somebody bore before: “née Barr”, “Leah Vasquez (de soltera Barr)”."""

import re
import unicodedata

# These may be names themselves: Nee Ling, Max Born.
_MAY_BE_NAMES = ("nee", "né", "born", "soltera")
_WORDS = (
    "née", "née as", "born as", "maiden name", "before marriage",
    "nacida como", "nacido como", "nacida", "nacido", "apellido de soltera", "nombre de soltera",
    "de soltera",
    "дівоче прізвище", "прізвище до шлюбу", "дівоче", "уроджена", "уроджений", "до шлюбу",
    "до заміжжя", "народжена",
    "девичья фамилия", "девичья", "урождённая", "урожденная", "урождённый", "урожденный",
    "до брака", "до замужества",
)  # fmt: skip


def _one_of(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?!\w)"


_SURE, _ANY, _UNSURE = _one_of(_WORDS), _one_of(_WORDS + _MAY_BE_NAMES), _one_of(_MAY_BE_NAMES)
_REST = r"[\s:.,–—-]*(?P<name>\w[^()\[\]]*)"
_ALONE = re.compile(rf"\A\W*{_ANY}{_REST}", re.IGNORECASE)
_DOUBTFUL = re.compile(rf"\A\W*{_UNSURE}", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\s*(?:[(\[]\s*{_ANY}|[,–—]\s*{_SURE}|\s{_SURE}){_REST}[)\]]?\s*\Z", re.IGNORECASE
)
LONGEST = 300  # characters of a name that are looked at


def former_name(alias: str) -> str:
    """The name that an alias gives as borne before; empty for any other alias.

    >>> former_name("née Barr"), former_name("уроджена Коваль"), former_name("Born")
    ('Barr', 'Коваль', '')
    """
    return _name(_ALONE, alias)


def may_be_a_name(alias: str) -> bool:
    """Whether the word that says so may be a name as well, and is written like one: Nee Ling."""
    return alias[:1].isupper() and _DOUBTFUL.match(alias) is not None


def apart_from_former(name: str) -> tuple[str, str]:
    """A name, and the family name that stands behind it as borne before; empty if none.

    >>> apart_from_former("Leah Vasquez (née Barr)"), apart_from_former("Max Born")
    (('Leah Vasquez', 'Barr'), ('Max Born', ''))
    """
    former = _name(_BEHIND, name)
    rest = _BEHIND.sub("", unicodedata.normalize("NFC", name)).strip() if former else ""
    return (rest, former) if any(map(str.isalpha, rest)) else (name, "")


def _name(pattern: re.Pattern[str], text: str) -> str:
    if len(text) > LONGEST:
        return ""
    found = pattern.search(unicodedata.normalize("NFC", text))
    name = found["name"].strip(" .,") if found else ""
    return name if any(map(str.isalpha, name)) and not any(map(str.isdigit, name)) else ""
