"""Forces and units, and ranks, by when they existed: ``tables/units.tsv`` and ``ranks.tsv``.

Facts that anybody can look up, with their source, known to the year. Several rows of one ``unit``
are several times of its life. ``names`` mean the unit wherever they stand; ``names_in_country``
only where the country is told beside it (there are many national guards). ``is_loose``: the name
is also used for what stood there before, or for something alike, so that it is a hint at most.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from tamiz.checks.background.phrases import LONGEST, Phrases
from tamiz.checks.documents.tables import Row, read_rows
from tamiz.normalise.text import folded

FIRST_YEAR, LAST_YEAR = 1, 9999  # of a unit that has always been, or still is


# “47th”, “47-ма”, “47ª”: the number alone is looked for.
_ORDINAL = re.compile(r"\b(\d{1,3})-?(?:st|nd|rd|th|a|o|ma|ма|а|та|ша|га|го|ої)\b")


class Unit(NamedTuple):
    """A force, unit or rank: its name, country, and the years of its life (first and last)."""

    name: str
    country: str
    years: tuple[tuple[int, int], ...]
    is_loose: bool
    source: str

    def shown(self) -> str:
        """Its years: ``1991-2000, 2014-``."""
        return ", ".join(
            f"{'' if first == FIRST_YEAR else first}-{'' if last == LAST_YEAR else last}"
            for first, last in self.years
        )


@lru_cache(maxsize=1 << 13)
def units_in(text: str, country: str | None) -> tuple[Unit, ...]:
    """The units that a text about a country (None: not known) speaks of."""
    return _found(text, country, "units")


@lru_cache(maxsize=1 << 13)
def ranks_in(text: str, country: str | None) -> tuple[Unit, ...]:
    """The ranks of the table that a text speaks of; of a country that is not known, none."""
    return _found(text, country, "ranks")


def _found(text: str, country: str | None, name: str) -> tuple[Unit, ...]:
    phrases, units = _index(name)
    text = _ORDINAL.sub(r"\1", folded(text[:LONGEST]))
    topics = dict.fromkeys(hit.topic for hit in phrases.find(text))
    fitting = (units[topic.removeprefix("?")] for topic in topics if _fits(topic, units, country))
    return tuple(dict.fromkeys(fitting))


def _fits(topic: str, units: dict[str, Unit], country: str | None) -> bool:
    """Whether a name means its unit here; one that others bear too begins with ``?``."""
    of = units[topic.removeprefix("?")].country
    return country == of if topic.startswith("?") else country in {None, of}


@cache
def _index(name: str) -> tuple[Phrases, dict[str, Unit]]:
    rows = read_rows(files("tamiz.checks.background").joinpath("tables", f"{name}.tsv"))
    lists: dict[str, list[str]] = {}
    by_name: dict[str, list[Row]] = {}
    for row in rows:
        by_name.setdefault(row["unit"], []).append(row)
        lists.setdefault(row["unit"], []).extend(_names(row["names"]))
        lists.setdefault(f"?{row['unit']}", []).extend(_names(row["names_in_country"]))
    return Phrases(lists), {unit: _unit(of) for unit, of in by_name.items()}


def _names(cell: str) -> list[str]:
    return [name for name in cell.split("|") if name]


def _unit(rows: list[Row]) -> Unit:
    first = rows[0]
    return Unit(
        name=first["unit"],
        country=first["country"],
        years=tuple(
            (int(row["founded"] or FIRST_YEAR), int(row["dissolved"] or LAST_YEAR)) for row in rows
        ),
        is_loose=any(row["loose"] == "yes" for row in rows),
        source="; ".join(dict.fromkeys(row["source"] for row in rows)),
    )
