"""The name words of the synthetic persons: how often each given name and family name is drawn.

With the development data these are the tables of Spain's statistics office, the ranked Ukrainian
family names, and English given names; without them the words of the demonstration recombined.
"""

import csv
import json
from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from random import Random

from msgspec import Struct

from parties import SHARED
from resolve_letters import polish, without_accents
from tamiz.demo.peoples import join, people

NAMES = SHARED / "names"
RARE_GIVEN = 0.15  # share of the given names that stand outside the demonstration's common ones
OFFSET = 25  # flattens the head of Zipf's law: 1 / (rank + OFFSET); no name has a tenth of a people
OTHER_ROOTS = ("german", "italian", "french", "nordic", "polish", "hispanic")  # US family names
_FEMININE = ("ова", "ева", "єва", "іна", "їна", "ська", "цька", "зька", "ная", "ая")
_TO_FEMININE = (
    ("ський", "ська"),
    ("цький", "цька"),
    ("зький", "зька"),
    ("ий", "а"),
    ("ов", "ова"),
    ("ев", "ева"),
    ("єв", "єва"),
    ("ін", "іна"),
    ("їн", "їна"),
)


class Words(Struct, frozen=True):
    """Words and the running sum of their weights."""

    words: tuple[str, ...]
    sums: tuple[float, ...]

    def draw(self, rng: Random) -> str:
        """One word, as often as its weight says."""
        return self.words[bisect(self.sums, rng.random() * self.sums[-1])]


class Names(Struct, frozen=True):
    """Of one group: given names and family names of men and of women."""

    given: tuple[Words, Words]
    family: tuple[Words, Words]


def source() -> str:
    """Where the words come from, for the heading of a table."""
    return "frequency tables of the development data" if _shared() else "words of tamiz.demo"


@cache
def names(group: str) -> Names:
    """The words of ``ES``, ``CO``, ``UA`` (in Ukrainian letters), ``US``, ``BR`` or ``PL``."""
    match group:
        case "ES" | "CO":
            return _spanish()
        case "UA":
            return _ukrainian()
        case "PL":
            return _polish()
        case "US":
            return _american()
        case "BR":
            return _of_people("portuguese")
    raise KeyError(group)


def _shared() -> bool:
    return NAMES.is_dir()


def _spanish() -> Names:
    if not _shared():
        return _of_people("hispanic")
    accented = _accents()
    given = tuple(
        _counted(_table(f"{sex}.csv", "nombre"), accented) for sex in ("hombres", "mujeres")
    )
    family = _counted(_table("apellidos.csv", "apellido"), accented)
    return Names((given[0], given[1]), (family, family))


def _table(name: str, column: str) -> Iterator[tuple[str, float]]:
    with (NAMES / "es" / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):  # noqa: TID251 - our own development data
            yield row[column], float(row.get("frec") or row["frec_pri"])


def _counted(rows: Iterable[tuple[str, float]], accented: dict[str, str]) -> Words:
    """INE prints capitals without accents: they are put back where an accented form is known."""
    kept = [(name, weight) for name, weight in rows if weight > 0]
    words = tuple(
        " ".join(accented.get(word, word.capitalize()) for word in name.split()) for name, _ in kept
    )
    return Words(words, tuple(accumulate(weight for _, weight in kept)))


def _accents() -> dict[str, str]:
    """From bare capitals to the word with its accents: the demonstration's, else the most marked.

    The Mexican sample has some words with and without their accents, and some with one missing.
    """
    folk = people("hispanic")
    known = [word.latin for word in (*folk.male, *folk.female, *(one for one, _ in folk.family))]
    seen = [
        word
        for name in ("apellidos_paternos.csv", "nombres.csv")
        for word in (NAMES / "mx" / name).read_text(encoding="utf-8").split()
        if 0 < sum(char in _MARKED for char in word) <= MOST_MARKS
    ]
    seen.sort(key=lambda word: (sum(char in _MARKED for char in word), word))
    return {without_accents(word).upper(): word.capitalize() for word in (*seen, *known)}


_MARKED, MOST_MARKS = "áéíóúñ", 2  # Núñez has two


def _ukrainian() -> Names:
    folk = people("ukrainian")
    common = ([word.own for word in folk.male], [word.own for word in folk.female])
    if not _shared():
        men = [a.own for a, _ in folk.family] + [
            join(root, end[0]).own for root in folk.roots for end in folk.ends
        ]
        return Names((_ranked(common[0]), _ranked(common[1])), _both(men))
    text = (NAMES / "ua" / "given-names-genders.json").read_text(encoding="utf-8")
    sexes: dict[str, str] = json.loads(text)
    rare = [[n.capitalize() for n, sex in sexes.items() if sex == wanted] for wanted in _SEXES]
    given = tuple(_with_rare(often, seldom) for often, seldom in zip(common, rare, strict=True))
    return Names((given[0], given[1]), _both(_ukrainian_families()))


_SEXES = ("masculine", "feminine")


def _ukrainian_families() -> list[str]:
    lines = (NAMES / "ua" / "family-names.csv").read_text(encoding="utf-8").split("\n")[1:]
    return [
        line.strip().title().replace("'", "’")
        for line in lines
        if len(line) > 2 and not line.endswith(_FEMININE)
    ]


def _both(men: list[str]) -> tuple[Words, Words]:
    return _ranked(men), _ranked([_feminine(name) for name in men])


def _feminine(name: str) -> str:
    for man, woman in _TO_FEMININE:
        if name.endswith(man):
            return name.removesuffix(man) + woman
    return name


def _polish() -> Names:
    """Beside Poland's own, the Ukrainian names in -ський and -ук as Poles write them."""
    own = _of_people("polish")
    if not _shared():
        return own
    more = [n for n in _ukrainian_families() if n.endswith(("ський", "цький", "ук", "ак", "ик"))]
    men = _ranked((*own.family[0].words, *(polish(name) for name in more)))
    women = _ranked((*own.family[1].words, *(polish(_feminine(name)) for name in more)))
    return Names(own.given, (men, women))


def _american() -> Names:
    own = _of_people("english")
    more = [word for folk in OTHER_ROOTS for word in _of_people(folk).family[0].words]
    family = _ranked((*own.family[0].words, *(without_accents(word) for word in more)))
    if not _shared():
        return Names(own.given, (family, family))
    lines = (NAMES / "nicknames_en.csv").read_text(encoding="utf-8").split("\n")[1:]
    rare = sorted({line.split(",")[0].strip().capitalize() for line in lines if line.strip()})
    given = tuple(_with_rare(words.words, rare) for words in own.given)
    return Names((given[0], given[1]), (family, family))


def _of_people(name: str) -> Names:
    """The demonstration's words of a people, roots and ends put together to rarer names."""
    folk = people(name)
    made = [(join(root, end[0]), join(root, end[1])) for root in folk.roots for end in folk.ends]
    families = [*folk.family, *made]
    return Names(
        (_ranked([w.latin for w in folk.male]), _ranked([w.latin for w in folk.female])),
        (_ranked([man.latin for man, _ in families]), _ranked([her.latin for _, her in families])),
    )


def _ranked(words: Iterable[str]) -> Words:
    ordered = tuple(dict.fromkeys(words)) if not isinstance(words, list) else tuple(words)
    return Words(ordered, tuple(accumulate(1 / (rank + OFFSET) for rank in range(len(ordered)))))


def _with_rare(common: Iterable[str], rare: Iterable[str]) -> Words:
    """Common words by rank, and the others evenly with ``RARE_GIVEN`` of the weight."""
    often = _ranked(list(common))
    seldom = [word for word in rare if word not in set(often.words)]
    each = often.sums[-1] * RARE_GIVEN / (1 - RARE_GIVEN) / max(1, len(seldom))
    more = (often.sums[-1] + each * (at + 1) for at in range(len(seldom)))
    return Words((*often.words, *seldom), (*often.sums, *more))
