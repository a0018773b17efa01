"""From dossiers, one at a time, to columns."""

from array import array
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from tamiz.links.resolve.arrays import hash64
from tamiz.links.resolve.columns import Column, Numbers, Written, starts
from tamiz.links.resolve.counts import Known, day_counts
from tamiz.links.resolve.free_text import shingles
from tamiz.links.resolve.keys import email_values, handle_values, phone_values
from tamiz.links.resolve.kin import kin_share
from tamiz.links.resolve.name_words import WIDTH, NameWords
from tamiz.links.resolve.people import (
    ADDRESS,
    EMAIL,
    HANDLE,
    NUMBER,
    PHONE,
    PLACE,
    RELATIVE,
    STATE,
    TEXT,
    People,
)
from tamiz.links.resolve.places import PlaceWords
from tamiz.links.resolve.score import reach
from tamiz.links.resolve.texts import Texts
from tamiz.links.resolve.vocabulary import potential, vocabulary
from tamiz.model import (
    Contact,
    ContactKind,
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    IdentityEvidence,
    Name,
    PartialDate,
    Relation,
    RelationKind,
    Sex,
)
from tamiz.normalise.keys import sound
from tamiz.normalise.names import parse_person

# Values of one kind in a dossier that are compared: nobody has more phones, few addresses more words.
MOST_KEYED, MOST_WORDS = 8, 16
MOST_NAMES = 4  # names of a dossier that are compared: each is aligned with each of another
MOST_BIRTHS = 4  # readings of the birth date
MOST_READ = 100  # phones, papers, addresses … of a dossier that are looked at
AT_ONCE = 4096  # dossiers whose phones, numbers … are read together
_SEX, _BOTH = {Sex.MALE: 1, Sex.FEMALE: 2}, 3
_PERSONAL = frozenset({IdentifierKind.NATIONAL, IdentifierKind.TAX})
_PHONE, _EMAIL, _HANDLE = ContactKind.PHONE, ContactKind.EMAIL, ContactKind.HANDLE
_NOBODY = IdentityEvidence().bearer  # the very one of documents that tell of no bearer
_OTHER_LETTERS = "\u0370"  # letters before this one are Latin


class PeopleBuilder:
    """Takes dossiers, gives columns."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._words = NameWords()
        self._places = PlaceWords()
        self._names, self._roles, self._name_owners = array("i"), array("b"), array("q")
        self._name_sizes, self._scripts = array("b"), array("b")
        self._births, self._birth_owners = array("i"), array("q")
        self._sex = array("b")
        self._numbers = Numbers(MOST_KEYED)
        self._phones = Written(MOST_KEYED, phone_values)
        self._emails = Written(MOST_KEYED, email_values)
        self._handles = Written(MOST_KEYED, handle_values)
        self._addresses, self._birth_places = Column(MOST_WORDS), Column(MOST_WORDS)
        self._relatives, self._texts, self._states = (Column(MOST_WORDS) for _ in range(3))
        self._columns = {
            NUMBER: self._numbers, PHONE: self._phones, EMAIL: self._emails, HANDLE: self._handles,
            ADDRESS: self._addresses, PLACE: self._birth_places, RELATIVE: self._relatives,
            TEXT: self._texts, STATE: self._states,
        }  # fmt: skip
        self._registers: dict[tuple[str, str, str], int] = {}
        self._codes: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, dossier: Dossier) -> None:
        """Read what a dossier says of who its applicant is."""
        row = len(self._ids)
        self._ids.append(dossier.id)
        documents = dossier.documents
        self._add_claims(row, _claims(dossier.identity, documents))
        if documents:
            self._add_documents(row, documents)
        self._add_contacts(row, dossier.contacts)
        for address in dossier.addresses[:MOST_READ]:
            for word in self._places.read(address.text):
                self._addresses.put(row, word)
        if dossier.relations:
            self._add_relatives(row, dossier.relations[:MOST_READ])
        if dossier.motivation:
            for shingle in shingles(dossier.motivation):
                self._texts.put(row, shingle)
        if len(self._ids) % AT_ONCE == 0:
            for column in self._columns.values():
                column.settle()

    def _add_documents(self, row: int, documents: tuple[IdentityEvidence, ...]) -> None:
        for document in documents[:MOST_READ]:
            if document.number:
                self._numbers.ask_in(row, document.number, 0)
            if document.issuing_state:
                self._states.put(row, self._state(document.issuing_state))

    def _add_claims(self, row: int, claims: list[IdentityClaim]) -> None:
        names: list[list[int]] = []
        days: list[int] = []
        sex = 0
        for claim in claims[:MOST_READ]:
            for name in claim.names:
                self._add_name(row, name, names)
            for day in claim.birth_dates:
                self._add_birth(row, day, days)
            if claim.sex is not None and (told := _SEX.get(claim.sex, 0)):
                sex = told if sex in {0, told} else _BOTH
            self._add_claimed(row, claim)
        self._sex.append(sex if sex != _BOTH else 0)

    def _add_claimed(self, row: int, claim: IdentityClaim) -> None:
        for place in claim.birth_places[:MOST_READ]:
            for word in self._places.read(place.text):
                self._birth_places.put(row, word)
        for nationality in claim.nationalities[:MOST_READ]:
            if nationality.country:
                self._states.put(row, self._state(nationality.country))
        for one in claim.identifiers[:MOST_READ]:
            self._numbers.ask_in(row, one.number, self._register(one))

    def _add_name(self, row: int, name: Name, seen: list[list[int]]) -> None:
        words, roles = self._words.read(name)
        if words and words not in seen and len(seen) < MOST_NAMES:
            seen.append(words)
            self._names.extend(words)
            self._roles.extend(roles)
            self._name_sizes.append(len(words))
            self._name_owners.append(row)
            text = name.text
            self._scripts.append(not text.isascii() and max(text) >= _OTHER_LETTERS)

    def _add_birth(self, row: int, day: PartialDate, seen: list[int]) -> None:
        """A range of years says too little to be compared."""
        packed = pack(day)
        if day.until is None and packed not in seen and len(seen) < MOST_BIRTHS:
            seen.append(packed)
            self._births.append(packed)
            self._birth_owners.append(row)

    def _register(self, one: Identifier) -> int:
        """A number for the register of a personal number: one person has one number in it."""
        if one.kind not in _PERSONAL or not one.country:
            return 0
        key = (one.kind.value, one.country, one.scheme)
        if key not in self._registers:
            self._registers[key] = hash64("|".join(key))
        return self._registers[key]

    def _state(self, code: str) -> int:
        """A country code as a number."""
        found = self._codes.get(code)
        if found is None:
            found = self._codes[code] = int.from_bytes(code[:8].encode(), "little")
        return found

    def _add_contacts(self, row: int, contacts: tuple[Contact, ...]) -> None:
        for one in contacts[:MOST_READ]:
            kind = one.kind
            if kind is _PHONE:
                self._phones.ask(row, one.value)
            elif kind is _EMAIL:
                self._emails.ask(row, one.value)
            elif kind is _HANDLE:
                self._handles.ask(row, one.value)

    def _add_relatives(self, row: int, relations: tuple[Relation, ...]) -> None:
        for one in relations:
            if one.kind is RelationKind.RELATIVE and (key := relative_key(one.name)):
                self._relatives.put(row, hash64(key))

    def build(self, known: Known | None = None) -> People:
        """The columns; the builder is not to be used again.

        Args:
            known: what a larger file knows of how common words and values are; None to count them
                in this one.
        """
        records = len(self._ids)
        sizes = np.frombuffer(self._name_sizes, dtype=np.int8)
        names = _wide(np.frombuffer(self._names, dtype=np.int32), sizes)
        name_start = starts(np.frombuffer(self._name_owners, dtype=np.int64), records)
        births = np.frombuffer(self._births, dtype=np.int32)
        words = vocabulary(list(self._words.numbers), names, name_start, known)
        population = known.population if known else records
        bags = {kind: column.bag(records, kind, known) for kind, column in self._columns.items()}
        people = People(
            ids=Texts.of(self._ids),
            vocabulary=words,
            name_start=name_start,
            names=names,
            name_sizes=sizes,
            roles=_wide(np.frombuffer(self._roles, dtype=np.int8), sizes),
            scripts=np.frombuffer(self._scripts, dtype=np.int8),
            birth_start=starts(np.frombuffer(self._birth_owners, dtype=np.int64), records),
            births=births,
            birth_count=day_counts(births, known),
            sex=np.frombuffer(self._sex, dtype=np.int8),
            bags=bags,
            registers=self._numbers.registers(),
            potential=potential(words, names, name_start),
            reach=reach(bags, population),
            kin_share=known.kin_share if known else 1.0,
            population=population,
        )
        return people if known else msgspec.structs.replace(people, kin_share=kin_share(people))


def _claims(claim: IdentityClaim, documents: tuple[IdentityEvidence, ...]) -> list[IdentityClaim]:
    """The applicant's own claim, and what documents say of their bearers."""
    bearers = [one.bearer for one in documents if one.bearer is not _NOBODY]
    return [claim, *(one for one in bearers if one != _NOBODY)] if bearers else [claim]


def _wide(values: NDArray[Any], sizes: NDArray[np.int8]) -> NDArray[Any]:
    """Rows of ``WIDTH`` of the values of each name, -1 where there is no further one."""
    found = np.full((len(sizes), WIDTH), -1, dtype=values.dtype)
    found[np.arange(WIDTH) < sizes[:, None]] = values
    return found


def pack(day: PartialDate) -> int:
    """A date as one number: year * 512 + month * 32 + day, 0 for what is not known."""
    return day.year * 512 + (day.month or 0) * 32 + (day.day or 0)


def relative_key(name: str) -> str:
    """A relative's name as it sounds, in any order of its words; empty if it has none."""
    return " ".join(sorted(sound(word.text) for word in parse_person(Name(text=name)).words))
