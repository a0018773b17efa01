"""What papers say, in one language: sentences, values, days."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo

from msgspec import Struct

from tamiz.normalise.text import visible
from tamiz.wording import Language, catalogue, say

# Signs of a value, as in the report, and of what a list says or an officer writes; the rest of it
# stands in the attached case.json.
LONGEST_VALUE, LONGEST_TEXT = 300, 10_000
_ISOLATE, _END = (
    "\u2068",
    "\u2069",
)  # whatever a value's direction, what stands around it keeps its own


class Unit(Struct, frozen=True, kw_only=True):
    """Who gives the papers: the programme, where to write (lines), its time zone.

    ``people`` are names of officers by their numbers, for papers that stay in the unit.
    """

    programme: str
    contact: tuple[str, ...] = ()
    zone: tzinfo = UTC
    people: Mapping[str, str] = {}
    is_invented: bool = False


class Voice(Struct, frozen=True):
    """Speaks one language, for one unit."""

    language: Language
    unit: Unit

    def say(self, code: str, /, **gaps: object) -> str:
        """The sentence ``papers.CODE``."""
        return say(f"papers.{code}", self.language, **gaps)

    def word(self, code: str) -> str:
        """A word by its whole code; the code's last part where there is none."""
        return catalogue(self.language).get(code, code.rpartition(".")[2])

    def person(self, number: str) -> str:
        """An officer: their name and number, or the number alone."""
        name = self.unit.people.get(number, "")
        return f"{shown(name)} ({number})" if name else shown(number)

    def day(self, at: datetime) -> str:
        """A day in words, where the unit is."""
        here = at.astimezone(self.unit.zone)
        return self.say("day", day=here.day, month=self.say(f"month.{here.month}"), year=here.year)

    def moment(self, at: datetime) -> str:
        """A day with the time and its zone."""
        here = at.astimezone(self.unit.zone)
        return self.say("moment", day=self.day(at), time=f"{here:%H:%M}", zone=here.tzname() or "")


def shown(text: str, longest: int = LONGEST_VALUE) -> str:
    """A value from outside: nothing hidden in it, its direction kept to itself, not too long."""
    cut = text if len(text) <= longest else f"{text[:longest]}…"
    return f"{_ISOLATE}{visible(' '.join(cut.split()))}{_END}" if cut else ""


def written(text: str) -> str:
    """What somebody wrote, or a list says, in one paragraph."""
    return shown(text, LONGEST_TEXT)


def paragraphs(text: str) -> list[str]:
    """What somebody wrote, line by line, whole."""
    return [
        f"{_ISOLATE}{visible(line.strip())}{_END}" for line in text.splitlines() if line.strip()
    ]
