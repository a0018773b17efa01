"""Which words of a name are given and which are family names, where its source does not say.

Public counts tell how many people bear a word as a given and as a family name; the order of the
words tells the rest. What is told here only helps to compare two names: it is no claim about them.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from math import log2

from tamiz.model import Role
from tamiz.normalise.names import Word
from tamiz.normalise.patronymics import is_patronymic

COLUMNS = ("given", "family")  # of the tables of one origin
SURE = 0.95  # no count is surer than this that a word is a given name
FAMILY_FIRST = 2.0  # bits against a family name that stands first with no comma after it
TABLES = ".tsv"


@cache
def _counts() -> dict[str, list[float]]:
    """For each word the share of people who bear it as a given and as a family name, summed."""
    found: dict[str, list[float]] = {}
    for head, rows in _tables():
        places = [head.index(column) for column in COLUMNS]
        for row in rows:
            counts = found.setdefault(row[0], [0.0, 0.0])
            for at, place in enumerate(places):
                counts[at] += float(row[place] or 0) if place < len(row) else 0.0
    return found


def _tables() -> Iterator[tuple[list[str], list[list[str]]]]:
    """The heading and rows of every table that counts people by kind of name."""
    for path in files("tamiz.matching").joinpath("frequencies").iterdir():
        if not path.name.endswith(TABLES):
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        if set(COLUMNS) <= set(rows[0]):
            yield rows[0], rows[1:]


def givenness(word: str) -> float:
    """How likely a word of a person's name is a given name; a half if no table has it."""
    given, family = _counts().get(word, (0.0, 0.0))
    if given + family == 0:
        return 0.5
    return min(max(given / (given + family), 1 - SURE), SURE)


def is_given(word: str) -> bool:
    """Whether a word is borne as a given name, rarely or often, and no less than as another."""
    given, family = _counts().get(word, (0.0, 0.0))
    return given > 0 and given >= family


def is_family(word: str) -> bool:
    """Whether a word is hardly ever a given name."""
    return givenness(word) <= 1 - SURE


def roles_of(words: tuple[Word, ...]) -> tuple[Role, ...]:
    """The role of each word: as told, else the likeliest by counts and order."""
    told = [word.role for word in words]
    if None not in told:
        return tuple(role for role in told if role is not None)
    patronymics = {at for at in range(1, len(words)) if is_patronymic(words[at].text)}
    if len(words) - len(patronymics) < 2:  # noqa: PLR2004 - Ivan Petrovich: his family name
        patronymics = set()
    others = [at for at in range(len(words)) if at not in patronymics]
    given = _given([givenness(words[at].text) for at in others])
    roles = dict.fromkeys(patronymics, Role.PATRONYMIC)
    roles |= {at: Role.GIVEN if own else Role.FAMILY for at, own in zip(others, given, strict=True)}
    return tuple(roles[at] for at in range(len(words)))


def _given(chances: list[float]) -> list[bool]:
    """Which words are given names: some at the beginning, or some at the end."""
    if len(chances) == 1:
        return [chances[0] >= SURE]
    count = len(chances)
    given_first = ([at < cut for at in range(count)] for cut in range(1, count))
    family_first = ([at >= cut for at in range(count)] for cut in range(1, count))
    ranked = [(_fit(one, chances), one) for one in given_first]
    ranked += [(_fit(one, chances) - FAMILY_FIRST, one) for one in family_first]
    return max(ranked, key=lambda found: found[0])[1]


def _fit(given: list[bool], chances: list[float]) -> float:
    """The bits by which counts speak for this reading; of equal ones the more even is likelier."""
    bits = sum(
        log2(chance if own else 1 - chance) for own, chance in zip(given, chances, strict=True)
    )
    return bits - 0.1 * abs(2 * sum(given) - len(given))
