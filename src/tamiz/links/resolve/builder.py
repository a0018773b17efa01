"""From dossiers, one at a time, to columns."""

from array import array
from collections.abc import Iterable

import numpy as np

from tamiz.links.resolve.arrays import Bag, Ints, hash64
from tamiz.links.resolve.counts import Known, counted_bag, day_counts
from tamiz.links.resolve.free_text import shingles
from tamiz.links.resolve.keys import email_key, fast_number, handle_key, phone_digits
from tamiz.links.resolve.name_words import WIDTH, NameWords
from tamiz.links.resolve.people import (
    ADDRESS,
    BAGS,
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
from tamiz.links.resolve.texts import Texts
from tamiz.links.resolve.vocabulary import vocabulary
from tamiz.model import (
    ContactKind,
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    Name,
    PartialDate,
    RelationKind,
    Sex,
)
from tamiz.normalise.keys import sound
from tamiz.normalise.names import parse_person

MOST_VALUES = 16  # of one kind in a dossier that are compared: nobody has more phones
MOST_NAMES = 6  # names of a dossier that are compared
MOST_BIRTHS = 4  # readings of the birth date
_SEX = {Sex.MALE: 1, Sex.FEMALE: 2}
_PERSONAL = frozenset({IdentifierKind.NATIONAL, IdentifierKind.TAX})
_PADDING = [-1] * WIDTH


class PeopleBuilder:
    """Takes dossiers, gives columns."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._words = NameWords()
        self._places = PlaceWords()
        self._names, self._roles = array("i"), array("b")
        self._name_ends, self._births, self._birth_ends = (
            array("q", [0]),
            array("i"),
            array("q", [0]),
        )
        self._sex = array("b")
        self._values = {kind: array("Q") for kind in BAGS}
        self._ends = {kind: array("q", [0]) for kind in BAGS}
        self._registers = array("Q")
        self._register_hashes: dict[tuple[str, str, str], int] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, dossier: Dossier) -> None:
        """Read what a dossier says of who its applicant is."""
        claim = dossier.identity
        bearers = tuple(one.bearer for one in dossier.documents if one.bearer != _NOBODY)
        claims = (claim, *bearers) if bearers else (claim,)
        self._ids.append(dossier.id)
        self._add_names(claims)
        self._add_births(claims)
        self._add_sex(claims)
        self._add_numbers(dossier, claims)
        self._add_contacts(dossier)
        self._add_places(dossier, claims)
        self._add_states(dossier, claims)
        self._put(RELATIVE, self._relatives(dossier))
        self._put(TEXT, shingles(dossier.motivation) if dossier.motivation else ())

    def _add_names(self, claims: tuple[IdentityClaim, ...]) -> None:
        seen: list[list[int]] = []
        for claim in claims:
            for name in claim.names:
                words, roles = self._words.read(name)
                if words and words not in seen and len(seen) < MOST_NAMES:
                    seen.append(words)
                    missing = WIDTH - len(words)
                    self._names.extend(words + _PADDING[:missing])
                    self._roles.extend(roles + _PADDING[:missing])
        self._name_ends.append(self._name_ends[-1] + len(seen))

    def _add_births(self, claims: tuple[IdentityClaim, ...]) -> None:
        births = self._births
        before = len(births)
        for claim in claims:
            for one in claim.birth_dates:
                if one.until is None and len(births) - before < MOST_BIRTHS:
                    packed = pack(one)
                    if packed not in births[before:]:
                        births.append(packed)
        self._birth_ends.append(len(births))

    def _add_sex(self, claims: tuple[IdentityClaim, ...]) -> None:
        told = {_SEX.get(claim.sex, 0) for claim in claims if claim.sex is not None} - {0}
        self._sex.append(told.pop() if len(told) == 1 else 0)

    def _add_numbers(self, dossier: Dossier, claims: tuple[IdentityClaim, ...]) -> None:
        found: dict[int, int] = {}
        for claim in claims:
            for one in claim.identifiers:
                if key := fast_number(one.number):
                    found.setdefault(hash64(key), self._register(one))
        for document in dossier.documents:
            if document.number and (key := fast_number(document.number)):
                found.setdefault(hash64(key), 0)
        kept = self._put(NUMBER, found)
        self._registers.extend(list(found.values())[:kept])

    def _register(self, one: Identifier) -> int:
        """A number for the register of a personal number: one person has one number in it."""
        if one.kind not in _PERSONAL or not one.country:
            return 0
        key = (one.kind.value, one.country, one.scheme)
        if key not in self._register_hashes:
            self._register_hashes[key] = hash64("|".join(key))
        return self._register_hashes[key]

    def _add_contacts(self, dossier: Dossier) -> None:
        phones, emails, handles = [], [], []
        for one in dossier.contacts:
            kind = one.kind
            if kind is ContactKind.PHONE:
                if digits := phone_digits(one.value):
                    phones.append(int(digits))
            elif kind is ContactKind.EMAIL:
                if key := email_key(one.value):
                    emails.append(hash64(key))
            elif kind is ContactKind.HANDLE and (key := handle_key(one.value)):
                handles.append(hash64(key))
        self._put(PHONE, phones)
        self._put(EMAIL, emails)
        self._put(HANDLE, handles)

    def _add_places(self, dossier: Dossier, claims: tuple[IdentityClaim, ...]) -> None:
        words: list[int] = []
        for address in dossier.addresses:
            words.extend(self._places.read(address.text))
        self._put(ADDRESS, words)
        born: list[int] = []
        for claim in claims:
            for place in claim.birth_places:
                born.extend(self._places.read(place.text))
        self._put(PLACE, born)

    def _add_states(self, dossier: Dossier, claims: tuple[IdentityClaim, ...]) -> None:
        """States are kept to tell later what is claimed differently; they are never weighed."""
        states = [one.country for claim in claims for one in claim.nationalities if one.country]
        states.extend(one.issuing_state for one in dossier.documents if one.issuing_state)
        self._put(STATE, [int.from_bytes(state.encode(), "little") for state in states])

    def _relatives(self, dossier: Dossier) -> list[int]:
        return [
            hash64(
                " ".join(
                    sorted(sound(word.text) for word in parse_person(Name(text=one.name)).words)
                )
            )
            for one in dossier.relations
            if one.kind is RelationKind.RELATIVE and one.name
        ]

    def _put(self, kind: str, values: Iterable[int]) -> int:
        """Add values of one kind to the current record, each once; how many."""
        kept = list(dict.fromkeys(values))[:MOST_VALUES] if values else ()
        ends = self._ends[kind]
        if kept:
            self._values[kind].extend(kept)
        ends.append(ends[-1] + len(kept))
        return len(kept)

    def build(self, known: Known | None = None) -> People:
        """The columns; the builder is not to be used again.

        Args:
            known: what a larger file knows of how common words and values are; None to count them
                in this one.
        """
        names = np.frombuffer(self._names, dtype=np.int32).reshape(-1, WIDTH)
        name_start = _array(self._name_ends)
        births = np.frombuffer(self._births, dtype=np.int32)
        return People(
            ids=Texts.of(self._ids),
            vocabulary=vocabulary(list(self._words.numbers), names, name_start, known),
            name_start=name_start,
            names=names,
            roles=np.frombuffer(self._roles, dtype=np.int8).reshape(-1, WIDTH),
            birth_start=_array(self._birth_ends),
            births=births,
            birth_count=day_counts(births, known),
            sex=np.frombuffer(self._sex, dtype=np.int8),
            bags={kind: self._bag(kind, known) for kind in BAGS},
            registers=np.frombuffer(self._registers, dtype=np.uint64),
            population=known.population if known else len(self._ids),
        )

    def _bag(self, kind: str, known: Known | None) -> Bag:
        values = np.frombuffer(self._values[kind], dtype=np.uint64)
        return counted_bag(_array(self._ends[kind]), values, kind, known)


_NOBODY = IdentityClaim()


def pack(day: PartialDate) -> int:
    """A date as one number: year * 512 + month * 32 + day, 0 for what is not known."""
    return day.year * 512 + (day.month or 0) * 32 + (day.day or 0)


def _array(ends: "array[int]") -> Ints:
    return np.frombuffer(ends, dtype=np.int64)
