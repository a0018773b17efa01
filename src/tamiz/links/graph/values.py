"""The values of a dossier by which applicants and companies can be tied, as keys that meet."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from tamiz.links.blanks import units_of
from tamiz.links.graph.stays import journeys, stays_of
from tamiz.model import (
    Contact,
    ContactKind,
    Dossier,
    Name,
    NameKind,
    ReferenceKind,
    Relation,
    RelationKind,
)
from tamiz.normalise.accounts import account_name, is_of_names
from tamiz.normalise.addresses import UNTOLD, address_key, village_key
from tamiz.normalise.call_signs import call_signs_told, word_and_number
from tamiz.normalise.contacts import email_key, handle_key, phone_key, phones_in
from tamiz.normalise.domains import mail_domain, site_domain
from tamiz.normalise.identifiers import identifier_key, number_key
from tamiz.normalise.keys import sound
from tamiz.normalise.kinship import without_kinship
from tamiz.normalise.names import name_words, parse_person, spell_words
from tamiz.normalise.organisations import Sort, read_organisation
from tamiz.normalise.parties import party_name
from tamiz.normalise.places import place_words
from tamiz.normalise.traders import is_trader, without_trader_words


class ValueKind(StrEnum):
    """What a value is. ``PERSON`` and ``COMPANY`` are parties, by their names.

    ``PLACE`` (of birth), ``COURSE``, ``STAY`` and ``CALL_WORD`` (of a call sign) tie nobody: how many
    have them tells what is usual.
    """

    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"
    ACCOUNT_NAME = "account_name"  # of a mailbox or account, whatever the service
    SITE = "site"
    ADDRESS = "address"
    VILLAGE = "village"
    NUMBER = "number"  # of a document, a person or a company's register
    PAYMENT = "payment"
    TRAVEL = "travel"
    STAYS = "stays"  # three journeys abroad
    TEXT = "text"  # a letter that was copied: found over all at once (``graph.letters``)
    UNIT = "unit"
    COMPANY = "company"
    PERSON = "person"
    CALL_SIGN = "call_sign"
    CALL_WORD = "call_word"
    STAY = "stay"
    PLACE = "place"
    COURSE = "course"


class Role(StrEnum):
    """Whose a value is, seen from the applicant: their own, that of a party, told in the letter."""

    OWN = "own"
    SPONSOR = "sponsor"
    EMPLOYER = "employer"
    REFEREE = "referee"
    REFERRED_BY = "referred_by"
    RELATIVE = "relative"
    ASSOCIATE = "associate"
    DIRECTOR = "director"
    SERVED_WITH = "served_with"
    LETTER = "letter"


class Value(Struct, frozen=True, array_like=True):
    """A value with its key; ``text`` and ``field`` are what was written, and where.

    ``party`` is the name of the party whose it is, as written; empty for the applicant's own.
    """

    kind: ValueKind
    key: str
    text: str
    field: str
    role: Role = Role.OWN
    party: str = ""

    @property
    def node(self) -> str:
        """The value as a node of the graph: one kind, one key."""
        return self.kind + "=" + self.key


# How many have them tells what is usual; they tie nobody.
USUAL = frozenset({ValueKind.PLACE, ValueKind.COURSE, ValueKind.STAY, ValueKind.CALL_WORD})
KEPT = 1 << 12  # parties that a process keeps: each is asked for in a row, and many name some
FEWEST_NAME_WORDS = 2  # one word names nobody in particular
_CONTACTS = {
    ContactKind.PHONE: ValueKind.PHONE,
    ContactKind.EMAIL: ValueKind.EMAIL,
    ContactKind.HANDLE: ValueKind.HANDLE,
    ContactKind.WEBSITE: ValueKind.SITE,
}
_REFERENCES = {
    ReferenceKind.PAYMENT: ValueKind.PAYMENT,
    ReferenceKind.TRAVEL: ValueKind.TRAVEL,
}
_TIES = frozenset(ValueKind) - USUAL - {ValueKind.VILLAGE}  # whatever they say
_NAMED = frozenset({ContactKind.EMAIL, ContactKind.HANDLE})
_OF_COMPANIES = frozenset({RelationKind.SPONSOR, RelationKind.EMPLOYER})
_BYNAMES = frozenset({NameKind.ALIAS, NameKind.WEAK, NameKind.CODE})
# What people give openly as what brought them together.
OPEN = frozenset({ValueKind.UNIT, ValueKind.TRAVEL, ValueKind.COMPANY, ValueKind.VILLAGE})


def is_open(value: Value) -> bool:
    """Whether it is something that brings people together: a unit, a village, a party they name.

    Who leads two sponsors does not: that is what is to be found out.
    """
    is_named = value.kind is ValueKind.PERSON and value.role not in {Role.OWN, Role.DIRECTOR}
    return value.kind in OPEN or is_named


def is_untold(value: Value) -> bool:
    """Whether it is a place of which nothing says whether it is a village or a town: it ties nobody."""
    return value.kind is ValueKind.VILLAGE and value.key.startswith(UNTOLD)


def may_tie(value: Value) -> bool:
    """Whether two who have it may be tied by it."""
    return value.kind in _TIES or (value.kind is ValueKind.VILLAGE and not is_untold(value))


def nodes_of(values: Iterable[Value]) -> list[str]:
    """The ``node`` of each of many values."""
    return [one.kind + "=" + one.key for one in values]


def values_of(dossier: Dossier) -> tuple[Value, ...]:
    """Every value of a dossier, each node once in each role."""
    found: dict[tuple[ValueKind, str, Role], Value] = {}
    for value in _own(dossier):
        if value.key:
            found.setdefault((value.kind, value.key, value.role), value)
    for relation in dossier.relations:
        for value in _of_party(relation):
            found.setdefault((value.kind, value.key, value.role), value)
    if letter := [value for value in _in_letter(dossier) if value.key]:
        told = set(nodes_of(found.values()))
        for value in letter:
            if value.node not in told:
                found.setdefault((value.kind, value.key, value.role), value)
    return tuple(found.values())


def company_values(dossier: Dossier) -> Iterator[tuple[Value, tuple[Value, ...]]]:
    """The companies that an applicant names, each with the values told of it."""
    for relation in dossier.relations:
        company = company_of(relation)
        if company is not None:
            yield company, tuple(one for one in _of_party(relation) if one != company)


@lru_cache(maxsize=KEPT)
def company_of(relation: Relation) -> Value | None:
    """The company that a sponsor or employer is; None for a person, or without a name of its own."""
    if relation.kind not in _OF_COMPANIES or is_trader(relation.name):
        return None
    key = company_key(relation.name)
    if not key:
        return None
    role = Role(relation.kind.value)
    return Value(ValueKind.COMPANY, key, relation.name, relation.field, role, relation.name)


def company_key(name: str) -> str:
    """The words that tell a company from others, in one order, without its legal form.

    >>> company_key("Altoverde Escolta, S.A."), company_key("Army")
    ('altoverde escolta', '')
    """
    words = read_organisation(name).words
    if not any(word.sort is Sort.NAME for word in words):
        return ""
    return " ".join(sorted({word.meaning for word in words if not word.aside}))


def person_key(name: Name) -> str:
    """A person's name as it sounds, its words in one order; empty if it is a single word."""
    heard = {sound(word.text) for word in parse_person(name).words}
    return " ".join(sorted(heard)) if len(heard) >= FEWEST_NAME_WORDS else ""


def _own(dossier: Dossier) -> Iterator[Value]:
    for contact in dossier.contacts:
        yield _of_contact(contact, Role.OWN, "")
    yield from _account_names(dossier)
    for address in dossier.addresses:
        yield Value(ValueKind.ADDRESS, address_key(address.text), address.text, address.field)
        yield Value(ValueKind.VILLAGE, village_key(address.text), address.text, address.field)
    for one in dossier.identity.identifiers:
        yield Value(ValueKind.NUMBER, number_key(one.number), one.number, one.field)
    for name in dossier.identity.names:
        yield Value(ValueKind.PERSON, person_key(name), name.text, name.field)
    yield from _call_signs(dossier)
    for reference in dossier.references:
        kind = _REFERENCES[reference.kind]
        yield Value(kind, identifier_key(reference.value), reference.value, reference.field)
    if dossier.stays:
        yield from _journeys(dossier)
    if dossier.history:
        yield from _units(dossier)
    for place in dossier.identity.birth_places:
        words = " ".join(sorted(place_words(place.text, place.country)))
        yield Value(ValueKind.PLACE, words, place.text, place.field)
    if dossier.course:
        course = " ".join(spell_words(dossier.course))
        yield Value(ValueKind.COURSE, course, dossier.course, "course")


def _journeys(dossier: Dossier) -> Iterator[Value]:
    stays = stays_of(dossier)
    yield from (Value(ValueKind.STAY, *one) for one in stays)
    yield from (Value(ValueKind.STAYS, *one) for one in journeys(stays))


def _units(dossier: Dossier) -> Iterator[Value]:
    for unit in sorted(units_of(dossier)):
        yield Value(ValueKind.UNIT, unit, unit, "service")


def _account_names(dossier: Dossier) -> Iterator[Value]:
    """What the applicant calls mailboxes and accounts, unless it is their own name."""
    called = [(account_name(one.value), one) for one in dossier.contacts if one.kind in _NAMED]
    told = [(key, one) for key, one in called if key]
    if not told:
        return
    words = {word for name in dossier.identity.names for word in name_words(name)}
    for key, one in told:
        if not is_of_names(key, words):
            yield Value(ValueKind.ACCOUNT_NAME, key, one.value, one.field)


def _call_signs(dossier: Dossier) -> Iterator[Value]:
    """Call signs with their numbers, among names, in letter and observations; of bynames the word alone."""
    told = [(one.text, one.field) for one in dossier.identity.names if one.kind in _BYNAMES]
    if dossier.motivation or dossier.observations:
        told += call_signs_told(dossier)
    for text, field in told:
        word, number = word_and_number(text)
        yield Value(ValueKind.CALL_WORD, word, text, field)
        if number:
            yield Value(ValueKind.CALL_SIGN, f"{word} {number}", text, field)


def _in_letter(dossier: Dossier) -> Iterator[Value]:
    """Phones that the letter tells of somebody; what is told elsewhere as well is not looked at."""
    for phone in phones_in(dossier.motivation):
        yield Value(ValueKind.PHONE, phone_key(phone), phone, "motivation", Role.LETTER)


@lru_cache(maxsize=KEPT)
def _of_party(relation: Relation) -> tuple[Value, ...]:
    """The party itself, and what is told of it, as far as it has a key."""
    return tuple(value for value in _told_of(relation) if value.key)


def _told_of(relation: Relation) -> Iterator[Value]:
    if relation.kind is RelationKind.SERVED_WITH:
        return
    role, party = Role(relation.kind.value), relation.name
    company = company_of(relation)
    if company is not None:
        yield company
    if relation.is_organisation is not True and party:
        name = Name(text=party_name(relation))
        yield Value(ValueKind.PERSON, person_key(name), party, relation.field, role, party)
    number = number_key(relation.number)
    yield Value(ValueKind.NUMBER, number, relation.number, relation.field, role, party)
    for contact in relation.contacts:
        yield _of_contact(contact, role, party)
        if company is not None and contact.kind is ContactKind.EMAIL:
            domain = mail_domain(contact.value)
            yield Value(ValueKind.SITE, domain, contact.value, contact.field, role, party)
    for address in relation.addresses:
        key = address_key(address.text)
        yield Value(ValueKind.ADDRESS, key, address.text, address.field, role, party)


def _of_contact(contact: Contact, role: Role, party: str) -> Value:
    kind = _CONTACTS[contact.kind]
    match kind:
        case ValueKind.PHONE:
            key = phone_key(contact.value, country=contact.country)
        case ValueKind.EMAIL:
            key = email_key(contact.value)
        case ValueKind.HANDLE:
            key = handle_key(contact.value)
        case _:
            key = site_domain(contact.value)
    return Value(kind, key, contact.value, contact.field, role, party)


def party_nodes(name: str) -> frozenset[str]:
    """The nodes under which a party's name may stand, as a company and as a person."""
    person = Name(text=without_kinship(without_trader_words(name)))
    keys = ((ValueKind.COMPANY, company_key(name)), (ValueKind.PERSON, person_key(person)))
    return frozenset(f"{kind.value}={key}" for kind, key in keys if key)
