"""Companies behind which one office or one person stands, to be laid together as one firm.

Who sends people under several names keeps each name small. One phone, mailbox or web domain gives
away that two names are one house; so does one director, and a referee or friend who is another
company's director or is reached at its phone.
Only sponsors send people: where somebody works they have colleagues.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from tamiz.links.graph.roster import Roster
from tamiz.links.graph.table import TieTable
from tamiz.links.graph.values import Role, Value, ValueKind, company_values, values_of
from tamiz.matching.arrays import hash_key
from tamiz.model import Dossier

MOST_NAMES = 5  # of one house: what ties more is a recruiter's or an accountant's
MOST_PEOPLE = 12  # of one name: with more a company is looked at by itself
_OF_OFFICES = frozenset({ValueKind.PHONE, ValueKind.EMAIL, ValueKind.SITE})
_VOUCHING = frozenset({Role.REFEREE, Role.ASSOCIATE})
_LEADING = frozenset({Role.DIRECTOR})
FULL_NAME = 3  # words: of two words there are namesakes


def house_of(roster: Roster, table: TieTable, company: Value) -> tuple[Value, ...]:
    """The other companies of a company's house, the nearest first; empty where it has none."""
    if company.role is not Role.SPONSOR:
        return ()
    found = {company.node: company}
    waiting = [company]
    while waiting:
        for other in _beside(roster, table, waiting.pop(0)):
            if other.node not in found:
                found[other.node] = other
                waiting.append(other)
        if len(found) > MOST_NAMES:
            return ()
    return tuple(found.values())[1:]


def _beside(roster: Roster, table: TieTable, company: Value) -> Iterator[Value]:
    """The sponsors that share an office with this one, or one person who vouches."""
    dossiers = [roster.dossier(number) for number in _people(table, company)]
    told = {
        value.node
        for one in dossiers
        for mine, values in company_values(one)
        for value in values
        if mine.node == company.node and value.kind in _OF_OFFICES
    }
    vouching = {
        value.node
        for value in chain.from_iterable(map(values_of, dossiers))
        if value.kind is ValueKind.PHONE and value.role in _VOUCHING
    }
    for node in sorted(told | vouching):
        for other, by in _few(table.companies_with(node, MOST_NAMES + 1)):
            yield from _sponsors(roster.dossier(by), other)
    whose = {
        **dict.fromkeys(told, _VOUCHING),
        **dict.fromkeys(_persons(dossiers, _VOUCHING), _LEADING),
        **dict.fromkeys(_persons(dossiers, _LEADING), _VOUCHING | _LEADING),
    }
    for node, roles in sorted(whose.items()):
        for one in table.bearers(node, MOST_PEOPLE):
            if one.role in roles:
                yield from _sponsors(roster.dossier(one.number))


def _persons(dossiers: Sequence[Dossier], roles: frozenset[Role]) -> set[str]:
    """The nodes of the persons of full name whom applicants name in these roles."""
    return {
        value.node
        for value in chain.from_iterable(map(values_of, dossiers))
        if value.kind is ValueKind.PERSON
        and value.role in roles
        and len(value.key.split()) >= FULL_NAME
    }


def _people(table: TieTable, company: Value) -> list[int]:
    """Whom a company of few people sent; nobody of a large one."""
    bearers = table.bearers(company.node, MOST_PEOPLE + 1)
    sent = sorted({one.number for one in bearers if one.role is Role.SPONSOR})
    return sent if len(bearers) <= MOST_PEOPLE else []


def _few(told: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is told of companies with one value, where they are no more than a house has."""
    return told if len({company for company, _ in told}) <= MOST_NAMES else []


def _sponsors(dossier: Dossier, company: int | None = None) -> Iterator[Value]:
    """The sponsors that an applicant names; only the one with this hash, where it is told."""
    for one, _ in company_values(dossier):
        if one.role is Role.SPONSOR and company in {None, hash_key(one.node)}:
            yield one
