"""From dossiers, one at a time, to columns."""

from array import array

import msgspec
import numpy as np

from tamiz.links.resolve.arrays import Bag, Ints, hash64
from tamiz.links.resolve.counts import Known, counted_bag, day_counts
from tamiz.links.resolve.free_text import shingles
from tamiz.links.resolve.keys import email_key, fast_number, handle_key, number_value, phone_digits
from tamiz.links.resolve.kin import kin_share
from tamiz.links.resolve.name_words import WIDTH, NameWords
from tamiz.links.resolve.people import (
    ADDRESS,
    BAGS,
    EMAIL,
    HANDLE,
    KEYED,
    NUMBER,
    PHONE,
    PLACE,
    RELATIVE,
    STATE,
    TEXT,
    People,
)
from tamiz.links.resolve.places import PlaceWords
from tamiz.links.resolve.texts import Texts
from tamiz.links.resolve.vocabulary import potential, vocabulary
from tamiz.model import (
    Contact,
    ContactKind,
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
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
_SEX, _BOTH = {Sex.MALE: 1, Sex.FEMALE: 2}, 3
_PERSONAL = frozenset({IdentifierKind.NATIONAL, IdentifierKind.TAX})
_PADDING = [-1] * WIDTH
_NOBODY = IdentityClaim()
_OTHER_LETTERS = "\u0370"  # letters before this one are Latin


class Column:
    """Values of one kind so far, with the record of each; the same value once a record."""

    __slots__ = ("most", "owners", "values")

    def __init__(self, most: int) -> None:
        self.most = most
        self.owners, self.values = array("q"), array("Q")

    def put(self, row: int, value: int) -> None:
        """Add a value to the current record."""
        values, owners = self.values, self.owners
        at = len(values) - 1
        while at >= 0 and owners[at] == row:
            if values[at] == value or len(values) - at >= self.most:
                return
            at -= 1
        owners.append(row)
        values.append(value)

    def bag(self, records: int, kind: str, known: Known | None) -> Bag:
        """The finished column."""
        values = np.frombuffer(self.values, dtype=np.uint64)
        return counted_bag(_starts(self.owners, records), values, kind, known)


class PeopleBuilder:
    """Takes dossiers, gives columns."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._words = NameWords()
        self._places = PlaceWords()
        self._names, self._roles, self._name_owners = array("i"), array("b"), array("q")
        self._scripts = array("b")
        self._births, self._birth_owners = array("i"), array("q")
        self._sex = array("b")
        self._columns = {kind: Column(MOST_KEYED if kind in KEYED else MOST_WORDS) for kind in BAGS}
        self._registers = array("Q")
        self._register_hashes: dict[tuple[str, str, str], int] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, dossier: Dossier) -> None:
        """Read what a dossier says of who its applicant is."""
        row, claim = len(self._ids), dossier.identity
        self._ids.append(dossier.id)
        documents = dossier.documents
        bearers = [one.bearer for one in documents if one.bearer is not _NOBODY]
        claims = [claim, *(one for one in bearers if one != _NOBODY)] if bearers else [claim]
        self._add_claims(row, claims)
        for document in documents:
            if document.number and (key := fast_number(document.number)):
                self._add_number(row, number_value(key), 0)
            if document.issuing_state:
                self._columns[STATE].put(row, _state(document.issuing_state))
        if dossier.contacts:
            self._add_contacts(row, dossier.contacts)
        for address in dossier.addresses:
            for word in self._places.read(address.text):
                self._columns[ADDRESS].put(row, word)
        if dossier.relations:
            self._add_relatives(row, dossier.relations)
        if dossier.motivation:
            for shingle in shingles(dossier.motivation):
                self._columns[TEXT].put(row, shingle)

    def _add_claims(self, row: int, claims: list[IdentityClaim]) -> None:
        names: list[list[int]] = []
        days: list[int] = []
        sex = 0
        for claim in claims:
            for name in claim.names:
                self._add_name(row, name, names)
            for day in claim.birth_dates:
                self._add_birth(row, day, days)
            if claim.sex is not None and (told := _SEX.get(claim.sex, 0)):
                sex = told if sex in {0, told} else _BOTH
            self._add_claimed(row, claim)
        self._sex.append(sex if sex != _BOTH else 0)

    def _add_claimed(self, row: int, claim: IdentityClaim) -> None:
        for place in claim.birth_places:
            for word in self._places.read(place.text):
                self._columns[PLACE].put(row, word)
        for nationality in claim.nationalities:
            if nationality.country:
                self._columns[STATE].put(row, _state(nationality.country))
        for one in claim.identifiers:
            if key := fast_number(one.number):
                self._add_number(row, number_value(key), self._register(one))

    def _add_name(self, row: int, name: Name, seen: list[list[int]]) -> None:
        words, roles = self._words.read(name)
        if words and words not in seen and len(seen) < MOST_NAMES:
            seen.append(words)
            missing = WIDTH - len(words)
            self._names.extend(words + _PADDING[:missing])
            self._roles.extend(roles + _PADDING[:missing])
            self._name_owners.append(row)
            self._scripts.append(not name.text.isascii() and max(name.text) >= _OTHER_LETTERS)

    def _add_birth(self, row: int, day: PartialDate, seen: list[int]) -> None:
        """A range of years says too little to be compared."""
        packed = pack(day)
        if day.until is None and packed not in seen and len(seen) < MOST_BIRTHS:
            seen.append(packed)
            self._births.append(packed)
            self._birth_owners.append(row)

    def _add_number(self, row: int, number: int, register: int) -> None:
        column = self._columns[NUMBER]
        column.put(row, number)
        if len(column.values) > len(self._registers):
            self._registers.append(register)

    def _register(self, one: Identifier) -> int:
        """A number for the register of a personal number: one person has one number in it."""
        if one.kind not in _PERSONAL or not one.country:
            return 0
        key = (one.kind.value, one.country, one.scheme)
        if key not in self._register_hashes:
            self._register_hashes[key] = hash64("|".join(key))
        return self._register_hashes[key]

    def _add_contacts(self, row: int, contacts: tuple[Contact, ...]) -> None:
        columns = self._columns
        for one in contacts:
            kind = one.kind
            if kind is ContactKind.PHONE:
                if digits := phone_digits(one.value):
                    columns[PHONE].put(row, int(digits))
            elif kind is ContactKind.EMAIL:
                if key := email_key(one.value):
                    columns[EMAIL].put(row, hash64(key))
            elif kind is ContactKind.HANDLE and (key := handle_key(one.value)):
                columns[HANDLE].put(row, hash64(key))

    def _add_relatives(self, row: int, relations: tuple[Relation, ...]) -> None:
        for one in relations:
            if one.kind is RelationKind.RELATIVE and (key := relative_key(one.name)):
                self._columns[RELATIVE].put(row, hash64(key))

    def build(self, known: Known | None = None) -> People:
        """The columns; the builder is not to be used again.

        Args:
            known: what a larger file knows of how common words and values are; None to count them
                in this one.
        """
        records = len(self._ids)
        names = np.frombuffer(self._names, dtype=np.int32).reshape(-1, WIDTH)
        name_start = _starts(self._name_owners, records)
        births = np.frombuffer(self._births, dtype=np.int32)
        words = vocabulary(list(self._words.numbers), names, name_start, known)
        people = People(
            ids=Texts.of(self._ids),
            vocabulary=words,
            name_start=name_start,
            names=names,
            roles=np.frombuffer(self._roles, dtype=np.int8).reshape(-1, WIDTH),
            scripts=np.frombuffer(self._scripts, dtype=np.int8),
            birth_start=_starts(self._birth_owners, records),
            births=births,
            birth_count=day_counts(births, known),
            sex=np.frombuffer(self._sex, dtype=np.int8),
            bags={kind: column.bag(records, kind, known) for kind, column in self._columns.items()},
            registers=np.frombuffer(self._registers, dtype=np.uint64),
            potential=potential(words, names, name_start),
            kin_share=known.kin_share if known else 1.0,
            population=known.population if known else records,
        )
        return people if known else msgspec.structs.replace(people, kin_share=kin_share(people))


def pack(day: PartialDate) -> int:
    """A date as one number: year * 512 + month * 32 + day, 0 for what is not known."""
    return day.year * 512 + (day.month or 0) * 32 + (day.day or 0)


def relative_key(name: str) -> str:
    """A relative's name as it sounds, in any order of its words; empty if it has none."""
    return " ".join(sorted(sound(word.text) for word in parse_person(Name(text=name)).words))


def _state(code: str) -> int:
    """A country code as a number."""
    return int.from_bytes(code[:8].encode(), "little")


def _starts(owners: "array[int]", records: int) -> Ints:
    """Where each record's values begin, from the sorted owners of all values."""
    found: Ints = np.searchsorted(np.frombuffer(owners, dtype=np.int64), np.arange(records + 1))
    return found
