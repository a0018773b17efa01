"""An open index: listed parties on disk, shared by every process that maps the file."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from tamiz.matching.arrays import hash_all, hash_key, hash_marked
from tamiz.matching.build import NAME_KINDS, PARTY_TYPES, ROLES, IndexMeta
from tamiz.matching.container import Container
from tamiz.matching.lookup import Lookup
from tamiz.matching.spans import spread
from tamiz.matching.texts import Texts
from tamiz.model import Edition, NameKind, PartyType, Role, SourceRecord
from tamiz.model.closing import Closing

_record = msgspec.msgpack.Decoder(SourceRecord)


class ListedName:
    """One name of a listed party as the index holds it: word ids, roles, kind.

    ``position`` is its place among the record's names.
    """

    __slots__ = ("kind", "number", "position", "roles", "words")

    def __init__(
        self,
        number: int,
        position: int,
        kind: NameKind,
        words: list[int],
        roles: list[Role | None],
    ) -> None:
        self.number, self.position, self.kind = number, position, kind
        self.words, self.roles = words, roles


class Index(Closing):
    """Reads an index file. Open one a process; threads may share it, nothing is written."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self.meta = msgspec.json.decode(container.meta, type=IndexMeta)
        self.sha256 = container.sha256
        self._shares: dict[PartyType, NDArray[np.float32]] = {}

    @classmethod
    def open(cls, path: Path) -> Self:
        """Map the file at ``path``; IndexFileError if it is damaged or of another format."""
        return cls(Container(path))

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions of the lists that the index was built from."""
        return self.meta.editions

    def __len__(self) -> int:
        return len(self.record_type)

    def __iter__(self) -> Iterator[SourceRecord]:
        return (self.record_at(number) for number in range(len(self)))

    def record_at(self, number: int) -> SourceRecord:
        """The record with this number in the index."""
        at = self.array("record_at")
        return _record.decode(self.array("record_blob")[at[number] : at[number + 1]].tobytes())

    def record(self, source: str, record_id: str) -> SourceRecord | None:
        """The record with this id in this source; None if there is none."""
        for number in self.find("ref", f"{source}\0{record_id}", column="ref_record"):
            found = self.record_at(int(number))
            if (found.source, found.id) == (source, record_id):
                return found
        return None

    def party_of(self, number: int) -> int:
        """The first record of the party that a record belongs to; most are alone, and their own."""
        return int(self.array("record_group")[number])

    def records_of(self, party: int) -> list[int]:
        """The records of the lists that are one party, given by its first, in their order."""
        firsts = self.array("group")
        begin, end = firsts.searchsorted([party, party + 1])
        return self.array("group_record")[begin:end].tolist() or [party]

    def parties(self, kind: PartyType) -> int:
        """How many parties of this type are listed."""
        return self.meta.parties[kind.value]

    def find(self, keys: str, text: str, *, column: str) -> NDArray[np.int32]:
        """The entries of ``column`` whose key in the sorted array ``keys`` is that of ``text``."""
        hashes, wanted = self.array(keys), hash_key(text)
        first = last = int(hashes.searchsorted(np.uint64(wanted)))
        end = len(hashes)
        while last < end and hashes[last] == wanted:
            last += 1
        found: NDArray[np.int32] = self.array(column)[first:last]
        return found

    def find_all(self, keys: str, texts: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The places in the sorted array ``keys`` of the keys of many texts at once.

        Returns which text, and the place, in the order of the texts; an empty text has none.
        """
        hashes, wanted = self.array(keys), hash_all(texts)
        first = hashes.searchsorted(wanted)
        counts = hashes.searchsorted(wanted, side="right") - first
        return np.arange(len(texts)).repeat(counts), spread(first, counts)

    def find_words(
        self, keys: Sequence[tuple[str, Sequence[str]]]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The listed words that have one of many keys: ``word``, ``sound``, ``joined``, and so on.

        Returns which of all keys, and the number of the word, by both.
        """
        whose, places = self._alike.find(hash_marked(keys))
        return whose, self.array("alike_word")[places].astype(np.int64)

    @cached_property
    def _alike(self) -> Lookup:
        return Lookup(self.array("alike"))

    def name(self, number: int) -> ListedName:
        """The name with this number."""
        at = self.array("name_at")
        here = slice(at[number], at[number + 1])
        return ListedName(
            number,
            int(self.array("name_position")[number]),
            NAME_KINDS[self.array("name_kind")[number]],
            self.array("name_words")[here].tolist(),
            [ROLES[role] for role in self.array("name_roles")[here]],
        )

    def word(self, number: int) -> str:
        """The word with this number."""
        return self.words[number]

    @cached_property
    def words(self) -> Texts:
        """Every word of the index by its number."""
        return Texts(self.array("word_blob"), self.array("word_at"))

    def postings(self, words: NDArray[np.integer]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The names in which each of some words stands, one word after the other; their counts."""
        at = self.array("post_at")
        first = at[words]
        counts = at[words + 1] - first
        return self.array("post_names")[spread(first, counts)], counts

    def posting_counts(self, words: NDArray[np.int64]) -> NDArray[np.int64]:
        """In how many names each of some words stands."""
        at = self.array("post_at")
        found: NDArray[np.int64] = at[words + 1] - at[words]
        return found

    def shares(self, kind: PartyType) -> NDArray[np.float32]:
        """For each word the share of persons (or of other parties) who bear it."""
        if kind not in self._shares:
            both, half = self.array("word_share"), len(self.array("word_heard"))
            self._shares[kind] = both[:half] if kind is PartyType.PERSON else both[half:]
        return self._shares[kind]

    def raise_shares(self, kind: PartyType, seen: Mapping[str, float]) -> None:
        """Take words for as common as they were seen to be, where they are commoner than is known.

        To be called before anything is searched for.
        """
        shares = self.shares(kind).copy()
        whose, listed = self.find_words([("word", list(seen))])
        np.maximum.at(shares, listed, np.array(list(seen.values()), np.float32)[whose])
        self._shares[kind] = shares

    def leaning(self, word: int) -> list[float]:
        """How much commoner a word is in each culture than in all of them on average."""
        found: list[float] = self._leaning_rows[word].tolist()
        return found

    @cached_property
    def _leaning_rows(self) -> NDArray[np.float16]:
        found: NDArray[np.float16] = self.array("word_leaning").reshape(len(self.words), -1)
        return found

    def of_type(
        self, kinds: frozenset[PartyType], sources: frozenset[str] | None
    ) -> NDArray[np.bool_]:
        """For each record whether it is of one of these types and from one of these sources."""
        types = np.array([party in kinds for party in PARTY_TYPES])
        chosen: NDArray[np.bool_] = types[self.record_type]
        if sources is not None:
            wanted = np.array([source in sources for source in self.meta.sources], dtype=np.bool_)
            chosen = chosen & wanted[self.array("record_source")]
        return chosen

    @cached_property
    def record_type(self) -> NDArray[np.uint8]:
        """For each record the position of its type in ``PARTY_TYPES``."""
        types: NDArray[np.uint8] = self.array("record_type")
        return types

    @cached_property
    def birth_dates(self) -> NDArray[np.int16]:
        """Every listed birth date: first year, month, day (0 = unknown), last year."""
        dates: NDArray[np.int16] = self.array("birth_date").reshape(-1, 4)
        return dates

    @cached_property
    def births_by_year(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The numbers of the birth dates by every year they may mean, and these years, sorted."""
        return self.array("born_number"), self.array("born_year")

    @cached_property
    def births_by_day(self) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """A number for each year, month and day that a birth date may mean, sorted; the records.

        ``births.day_key`` makes the numbers.
        """
        return self.array("born_day"), self.array("born_record")

    @cached_property
    def name_lengths(self) -> NDArray[np.int64]:
        """How many words each name has."""
        found: NDArray[np.int64] = np.diff(self.array("name_at"))
        return found

    def whole(self, name: int) -> str:
        """A name written as one word, given names first where the source tells them."""
        at = self.array("whole_at")
        text: bytes = self.array("whole_blob")[at[name] : at[name + 1]].tobytes()
        return text.decode("ascii")

    def wholes(self, names: NDArray[np.int64]) -> list[str]:
        """Some names, each written as one word."""
        first, counts = self.array("whole_at")[names], self.whole_lengths[names]
        text = self.array("whole_blob")[spread(first, counts)].tobytes().decode("ascii")
        return [text[begin:end] for begin, end in pairwise([0, *counts.cumsum().tolist()])]

    @cached_property
    def whole_lengths(self) -> NDArray[np.int64]:
        """How many letters each name has when written as one word."""
        found: NDArray[np.int64] = np.diff(self.array("whole_at"))
        return found

    @cached_property
    def first_name(self) -> NDArray[np.int64]:
        """The number of each record's first name; one more number than there are records."""
        return np.searchsorted(self.name_record, np.arange(len(self) + 1))

    @cached_property
    def sounds(self) -> Texts:
        """Every sound of a word by its number."""
        return Texts(self.array("heard_blob"), self.array("heard_at"))

    @cached_property
    def words_by_sound(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The words in the order of their sounds, and where each sound's words begin."""
        heard = self.array("word_heard")
        counts = np.bincount(heard, minlength=len(self.array("heard_at")) - 1)
        return np.argsort(heard, kind="stable"), np.concatenate([[0], np.cumsum(counts)])

    def names_of(self, records: NDArray[np.int32]) -> NDArray[np.int64]:
        """The numbers of all names of the records."""
        first = self.first_name[records]
        return spread(first, self.first_name[records + 1] - first)

    @cached_property
    def name_record(self) -> NDArray[np.int32]:
        """For each name the record it belongs to."""
        records: NDArray[np.int32] = self.array("name_record")
        return records

    def array(self, name: str) -> Any:  # noqa: ANN401 - its element type depends on the name
        """A named array of the file (``matching.build`` lists them) as a read-only view."""
        found = self._views.get(name)
        if found is None:
            found = self._views[name] = self._container.array(name)
        return found

    @cached_property
    def _views(self) -> dict[str, NDArray[np.generic]]:
        return {}

    def verify(self) -> None:
        """Read the whole file; IndexFileError if a byte has changed since it was built."""
        self._container.verify()

    def close(self) -> None:
        """Unmap the file once nothing refers to it any more."""
        self.__dict__.pop("_views", None)
        self.__dict__.pop("_alike", None)
        self._shares.clear()
        self._container.close()
