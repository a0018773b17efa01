"""Where listed parties sit: addresses, phones, sites and accounts, as nodes that applicants may share."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tamiz.links.graph.values import Role, Value, ValueKind
from tamiz.matching.arrays import hash_all, hash_key
from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Dossier,
    PartyType,
    RelationKind,
    SourceRecord,
)
from tamiz.normalise.accounts import account_name
from tamiz.normalise.addresses import address_key
from tamiz.normalise.contacts import email_key, phone_key
from tamiz.normalise.countries import country_names
from tamiz.normalise.domains import mail_domain, site_domain
from tamiz.normalise.keys import sounds

_HOLDERS = frozenset(
    {PartyType.ORGANISATION, PartyType.PERSON}
)  # of domains; a ship's is its agent's
_NAMED = frozenset({ContactKind.EMAIL, ContactKind.HANDLE})
_VOUCHING = frozenset({RelationKind.REFEREE, RelationKind.REFERRED_BY})
# “WA 99201” of the United States, “ON M5V 2T6” of Canada, at the end or before the country.
_STATE_AND_CODE = re.compile(
    r",\s*[A-Z]{2}(?:\s+(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d))?(?=\s*(?:,|$))"
)
_WITHOUT_COUNTRY = 2  # words that an address must have left once the country's name is taken away


def write_seats(parties: Iterable[SourceRecord], folder: Path) -> None:
    """Write the nodes of all listed parties, numbered as they come, into a new folder."""
    nodes: list[str] = []
    numbers: list[int] = []
    for number, party in enumerate(parties):
        found = dict.fromkeys(_nodes(party))
        nodes.extend(found)
        numbers.extend([number] * len(found))
    keys = hash_all(nodes)
    order = np.argsort(keys, kind="stable")
    folder.mkdir(mode=0o700)
    np.save(folder / "key.npy", keys[order])
    np.save(folder / "party.npy", np.array(numbers, np.uint32)[order])


def vouching_sites(dossier: Dossier) -> Iterator[Value]:
    """The domains at which those who vouch for an applicant have their mailboxes.

    They tie no two applicants (a university has many teachers), and may be a listed party's.
    """
    for one in dossier.relations:
        if one.kind in _VOUCHING:
            for contact in one.contacts:
                is_mailbox = contact.kind is ContactKind.EMAIL
                if is_mailbox and (domain := mail_domain(contact.value)):
                    role = Role(one.kind.value)
                    yield Value(
                        ValueKind.SITE, domain, contact.value, contact.field, role, one.name
                    )


class Seats:
    """What ``write_seats`` left, mapped; empty where no list is used."""

    def __init__(self, folder: Path) -> None:
        """Open a folder, which need not be there."""
        self._folder = folder

    def at(self, value: Value) -> list[int]:
        """The numbers of the listed parties that have a value."""
        hashed = np.uint64(hash_key(value.node))
        first = int(self._key.searchsorted(hashed))
        last = int(self._key.searchsorted(hashed, side="right"))
        return [int(number) for number in self._party[first:last]]

    @cached_property
    def _key(self) -> NDArray[np.uint64]:
        return np.asarray(self._load("key"), np.uint64)

    @cached_property
    def _party(self) -> NDArray[np.uint32]:
        return np.asarray(self._load("party"), np.uint32)

    def _load(self, name: str) -> NDArray[np.generic]:
        path = self._folder / f"{name}.npy"
        if not path.exists():
            return np.empty(0, np.uint64)
        found: NDArray[np.generic] = np.load(path, mmap_mode="r")
        return found


def _nodes(party: SourceRecord) -> Iterator[str]:
    for address in party.addresses:
        for key in _address_keys(address):
            yield f"{ValueKind.ADDRESS.value}={key}"
    for contact in party.contacts:
        kind, key = _contact(contact)
        if key:
            yield f"{kind.value}={key}"
        if contact.kind in _NAMED and (account := account_name(contact.value)):
            yield f"{ValueKind.ACCOUNT_NAME.value}={account}"
        is_mailbox = party.type in _HOLDERS and contact.kind is ContactKind.EMAIL
        if is_mailbox and (domain := mail_domain(contact.value)):
            yield f"{ValueKind.SITE.value}={domain}"


def _address_keys(address: Address) -> Iterator[str]:
    """The key, and those without country, or state and postal code, which applicants leave out."""
    short, key = address_key(_STATE_AND_CODE.sub("", address.text)), address_key(address.text)
    if short:
        yield short
    if key:
        yield key
        said = country_names(address.country or "")
        names = set(sounds([word for name in said for word in name.split()]))
        rest = [word for word in key.split() if word not in names]
        if len(rest) > _WITHOUT_COUNTRY:
            yield " ".join(rest)


def _contact(contact: Contact) -> tuple[ValueKind, str]:
    match contact.kind:
        case ContactKind.PHONE:
            return ValueKind.PHONE, phone_key(contact.value, country=contact.country)
        case ContactKind.EMAIL:
            return ValueKind.EMAIL, email_key(contact.value)
        case ContactKind.WEBSITE:
            return ValueKind.SITE, site_domain(contact.value)
        case ContactKind.HANDLE:
            return ValueKind.HANDLE, ""  # an account on which service, lists do not say
