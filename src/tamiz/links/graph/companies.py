"""What the applicants of a cohort tell together of a company that sponsors or employs them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from tamiz.links.graph.roster import Roster
from tamiz.links.graph.table import TieTable
from tamiz.links.graph.values import Role, Value, ValueKind, company_key, company_values
from tamiz.matching.arrays import hash_key
from tamiz.model import Dossier, PartialDate, RelationKind
from tamiz.normalise.keys import sound
from tamiz.normalise.names import spell_words

MOST_PEOPLE = 200  # of one company that are looked at: a front has fewer
MOST_ON_DOMAIN = 12  # companies with one web domain: of more it is a provider's that we do not know
MOST_SHARING = 20  # companies with one value that are looked at: more is a tower of offices
MOST_TIMES = 5  # the people of another company with its register number
BURST = 14  # days within which people who were sent together apply
_NUMBERS = frozenset({ValueKind.NUMBER})
_OF_HOUSES = frozenset({ValueKind.PHONE, ValueKind.EMAIL, ValueKind.SITE, ValueKind.ADDRESS})


class SharedSeat(Struct, frozen=True):
    """A phone, address or site that another company has too: who says so, and what it is called."""

    here: Value
    there: Value
    company: str
    by: str


class CompanyProfile(Struct, frozen=True):
    """A company as its people tell of it.

    ``people`` are their numbers, ``founded`` the earliest year told, ``first_use`` the first day on
    which anybody came with it, ``burst`` the most people within ``BURST`` days, ``course`` what most
    ask for, ``asking`` how many of them, and ``usual`` the share of all applicants who do.
    ``seats`` are what other companies share with it, ``doubles`` companies of another name altogether
    with its register number. ``house`` are the names of other companies that are counted in.
    """

    name: str
    people: tuple[int, ...]
    numbers: tuple[str, ...]
    founded: PartialDate | None
    first_use: date | None
    burst: int
    course: str
    asking: int
    usual: float
    seats: tuple[SharedSeat, ...]
    doubles: tuple[SharedSeat, ...] = ()
    house: tuple[str, ...] = ()


def profile_of(
    roster: Roster, table: TieTable, company: Value, house: Sequence[Value] = ()
) -> CompanyProfile:
    """What all who name a company, or another of its house, tell of it together."""
    nodes = {company.node, *(one.node for one in house)}
    people = sorted({number for node in nodes for number in _people(table, node)})
    dossiers = [roster.dossier(number) for number in people]
    told = [values for one in dossiers for mine, values in company_values(one)
            if mine.node in nodes]  # fmt: skip
    days = sorted(day for one in dossiers if (day := applied_day(one)) is not None)
    course, asking = _course(dossiers)
    return CompanyProfile(
        name=company.text,
        people=tuple(people),
        numbers=tuple(sorted({value.text for values in told for value in values
                              if value.kind is ValueKind.NUMBER})),
        founded=min(_founded(dossiers, nodes), key=PartialDate.text, default=None),
        first_use=days[0] if days else None,
        burst=_burst(days),
        course=course,
        asking=asking,
        usual=_usual(table, course) / max(len(roster), 1),
        seats=tuple(_seats(roster, table, company, _values(told, _OF_HOUSES))),
        doubles=tuple(_doubles(roster, table, company, len(people), _values(told, _NUMBERS))),
        house=tuple(one.text for one in house),
    )  # fmt: skip


def applied_day(dossier: Dossier) -> date | None:
    """The day of an application, where it is told to the day."""
    for one in dossier.applied_on[:1]:
        if one.month and one.day:
            return date(one.year, one.month, one.day)
    return None


def _people(table: TieTable, node: str) -> list[int]:
    bearers = table.bearers(node, MOST_PEOPLE)
    return sorted({one.number for one in bearers})


def _founded(dossiers: Sequence[Dossier], nodes: set[str]) -> Iterator[PartialDate]:
    for one in dossiers:
        for relation in one.relations:
            if relation.kind is RelationKind.SPONSOR and relation.founded is not None:
                mine = next((v for v, _ in company_values(one) if v.text == relation.name), None)
                if mine is not None and mine.node in nodes:
                    yield relation.founded


def _burst(days: Sequence[date]) -> int:
    """The most of these days, sorted, that lie within ``BURST`` days."""
    return max((sum(0 <= (day - first).days < BURST for day in days) for first in days), default=0)


def _course(dossiers: Sequence[Dossier]) -> tuple[str, int]:
    """The course that most ask for, as one of them writes it, and how many do."""
    asked = [(" ".join(spell_words(one.course)), one.course) for one in dossiers if one.course]
    if not asked:
        return "", 0
    key, count = Counter(key for key, _ in asked).most_common(1)[0]
    return next(text for folded, text in asked if folded == key), count


def _usual(table: TieTable, course: str) -> int:
    """How many of all applicants ask for a course."""
    return table.rows(f"{ValueKind.COURSE.value}={' '.join(spell_words(course))}")


def _values(told: Sequence[Sequence[Value]], kinds: frozenset[ValueKind]) -> dict[str, Value]:
    return {value.node: value for values in told for value in values if value.kind in kinds}


def _is_other_name(one: str, other: str) -> bool:
    """Whether two names of companies have no word in common: else it is one, spelt otherwise."""
    here, there = (set(map(sound, company_key(name).split())) for name in (one, other))
    return here.isdisjoint(there)


def _doubles(
    roster: Roster, table: TieTable, company: Value, people: int, mine: dict[str, Value]
) -> Iterator[SharedSeat]:
    """Companies of another name with its register number, as most of the people of both tell it.

    One clerk's slip gives hundreds a number that is not theirs: theirs is what most tell, and few
    who come with another name make no front of a company of many.
    """
    for node, value in mine.items():
        told: defaultdict[int, set[int]] = defaultdict(set)
        for one, by in table.companies_with(node, MOST_PEOPLE):
            told[one].add(by)
        own = len(told.pop(hash_key(company.node), ()))
        for one, tellers in told.items():
            found = _other(roster, one, min(tellers), node)
            if found is None or not _is_other_name(company.text, found[0].text):
                continue
            theirs = len(_people(table, found[0].node))
            if 2 * own >= people and 2 * len(tellers) >= theirs and own <= MOST_TIMES * theirs:
                yield SharedSeat(value, found[1], found[0].text, roster.told(min(tellers)).id)


def _seats(
    roster: Roster, table: TieTable, company: Value, mine: dict[str, Value]
) -> Iterator[SharedSeat]:
    """Other companies with a value of this one, each value once."""
    for node, value in mine.items():
        if is_providers(table, value):
            continue
        sharing = table.companies_with(node, MOST_SHARING)
        if len({other for other, _ in sharing}) == 1:
            continue  # of a house each has values of its own
        for other, by in sharing:
            if other != hash_key(company.node) and (found := _other(roster, other, by, node)):
                yield SharedSeat(value, found[1], found[0].text, roster.told(by).id)
                break


def is_providers(table: TieTable, value: Value) -> bool:
    """Whether a web domain is so many companies' that it tells of none of them."""
    if value.kind is not ValueKind.SITE:
        return False
    told = table.companies_with(value.node, MOST_PEOPLE)
    return len({company for company, _ in told}) > MOST_ON_DOMAIN


def _other(roster: Roster, company: int, by: int, node: str) -> tuple[Value, Value] | None:
    """A company by the hash of its node, and its value of a node, as somebody tells of it."""
    for one, values in company_values(roster.dossier(by)):
        if hash_key(one.node) == company and one.role in {Role.SPONSOR, Role.EMPLOYER}:
            for value in values:
                if value.node == node:
                    return one, value
    return None
