"""Builds the index file: every listed party, and every way to reach it.

Arrays (``n`` names, ``w`` words, ``r`` records, ``p`` postings, ``j`` joins, ``k`` keys):

======================  =====================================================================
record_blob, record_at  r records as MessagePack, and where each begins (r + 1)
record_type             r, position in ``PARTY_TYPES``
record_source           r, position in the head's ``sources``
birth_*                 every birth date: its record, year, month, day (0 = unknown), last year
ref_*                   sorted hashes of (source, id), and their records
name_record, name_position  n, whose name, and its place among that record's names
name_kind               n, position in ``NAME_KINDS``
name_at, name_words, name_roles  where each name's words begin; word ids; roles (0 = untold)
word_blob, word_at      w words in ASCII, and where each begins (w + 1)
word_share              2 w: share of persons, then of other parties, who bear the word
word_leaning            w rows: how much commoner the word is in each culture than on average
heard_blob, heard_at    the different sounds of the words, and where each begins
word_heard              w, the number of each word's sound
whole_blob, whole_at    n names written as one, given names first, and where each begins
post_at, post_names     names in which each word stands
alike_*                 sorted hashes of all keys of words (the word, its sound …), and the words
left_*                  sorted hashes of what words and sounds leave (``matching.deletions``)
join_*                  sorted hashes of the sound of joined words; name, first and last word
key_*                   sorted hashes of identifier and contact keys, and their records
record_group            r, the first record of the party that the record belongs to
group, group_record     of parties with several records: sorted first records, and all records
======================  =====================================================================
"""

from array import array
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.matching.arrays import hash_key, sorted_by_key, view
from tamiz.matching.birth_evidence import CIRCA_YEARS
from tamiz.matching.births import birth_arrays
from tamiz.matching.build_words import word_arrays
from tamiz.matching.container import Array, write_container
from tamiz.matching.exact import exact_keys
from tamiz.matching.groups import Described, group_arrays, shared_by
from tamiz.matching.one_party import one_party_groups
from tamiz.matching.rarity import frequencies
from tamiz.model import Edition, Name, NameKind, PartyType, Role, SourceRecord
from tamiz.normalise.keys import joined_sound
from tamiz.normalise.names import ParsedName, in_figures, parse_organisation, parse_person
from tamiz.normalise.references import reference_keys

PARTY_TYPES = tuple(PartyType)
NAME_KINDS = tuple(NameKind)
ROLES: tuple[Role | None, ...] = (None, *Role)
_RANK: dict[Role | None, int] = {Role.GIVEN: 0, Role.PATRONYMIC: 1}  # family names come last


class IndexMeta(Struct, frozen=True):
    """What the head of an index says: which editions it holds, and how many of each type."""

    editions: tuple[Edition, ...]
    sources: tuple[str, ...]
    parties: dict[str, int]


def written_as_one(parsed: ParsedName) -> str:
    """The words of a name as one, given names first where the source tells them."""
    words = parsed.words
    if words and all(word.role is not None for word in words):
        words = tuple(sorted(words, key=lambda word: _RANK.get(word.role, 2)))
    return "".join(word.text for word in words)


@lru_cache(1 << 13)
def parse_name(name: Name, party: PartyType) -> ParsedName:
    """The words of a party's name, by the rules for its type."""
    return parse_person(name) if party is PartyType.PERSON else parse_organisation(name)


def build_index(
    records: Iterable[SourceRecord],
    editions: tuple[Edition, ...],
    path: Path,
    *,
    software: str = "",
) -> str:
    """Write the index of ``records`` to ``path`` atomically; returns its sha256.

    The result depends on nothing but the arguments: same records in the same order, same bytes.
    """
    gathered = _Gathered()
    for record in records:
        gathered.add(record)
    meta = IndexMeta(
        editions=editions,
        sources=tuple(gathered.sources),
        parties=gathered.party_counts(),
    )
    arrays = gathered.arrays()
    return write_container(path, arrays, meta=msgspec.json.encode(meta), software=software)


class _Gathered:
    """Everything about the records, growing in flat arrays while they stream by."""

    def __init__(self) -> None:
        self.sources: dict[str, int] = {}
        self.words: dict[str, int] = {}
        self.record_blob, self.record_at = bytearray(), array("q", [0])
        self.record_type, self.record_source = array("B"), array("H")
        self.record_ref = array("Q")
        self.birth_record, self.birth_date = array("i"), array("h")
        self.name_record, self.name_kind = array("i"), array("B")
        self.name_position = array("H")
        self.name_at, self.name_words, self.name_roles = array("q", [0]), array("i"), array("B")
        self.whole_blob, self.whole_at = bytearray(), array("q", [0])
        self.joins, self.join_name = array("Q"), array("i")
        self.join_first, self.join_last = array("B"), array("B")
        self.keys, self.key_record = array("Q"), array("i")
        self.references, self.reference_record = array("Q"), array("i")

    def add(self, record: SourceRecord) -> None:
        """Take in one record."""
        number = len(self.record_type)
        self.record_blob += msgspec.msgpack.encode(record)
        self.record_at.append(len(self.record_blob))
        self.record_type.append(PARTY_TYPES.index(record.type))
        self.record_source.append(self.sources.setdefault(record.source, len(self.sources)))
        self.record_ref.append(hash_key(f"{record.source}\0{record.id}"))
        for date in record.birth_dates:
            self.birth_record.append(number)
            last = (date.until or date.year) + (CIRCA_YEARS if date.circa else 0)
            first = date.year - (CIRCA_YEARS if date.circa else 0)
            self.birth_date.extend((first, date.month or 0, date.day or 0, last))
        for position, name in enumerate(record.names):
            self._add_name(number, position, name, parse_name(name, record.type))
            if record.type is PartyType.PERSON and (written := in_figures(name)) is not None:
                self._add_name(number, position, name, parse_person(written))
        for key in exact_keys(record):
            self.keys.append(hash_key(key))
            self.key_record.append(number)
        for reference in sorted(reference_keys(record)):
            self.references.append(hash_key(reference))
            self.reference_record.append(number)

    def _add_name(self, record: int, position: int, name: Name, parsed: ParsedName) -> None:
        if not parsed.words:
            return
        number = len(self.name_record)
        self.name_record.append(record)
        self.name_position.append(position)
        self.name_kind.append(NAME_KINDS.index(name.kind))
        for word in parsed.words:
            self.name_words.append(self.words.setdefault(word.text, len(self.words)))
            self.name_roles.append(ROLES.index(word.role))
        self.name_at.append(len(self.name_words))
        self.whole_blob += written_as_one(parsed).encode("ascii")
        self.whole_at.append(len(self.whole_blob))
        for first, last, text in parsed.joins:
            self.joins.append(hash_key(joined_sound(text)))
            self.join_name.append(number)
            self.join_first.append(first)
            self.join_last.append(last)

    def party_counts(self) -> dict[str, int]:
        """How many records there are of each type."""
        types = np.frombuffer(self.record_type, dtype=np.uint8)
        counts = np.bincount(types, minlength=len(PARTY_TYPES))
        return {kind.value: int(counts[at]) for at, kind in enumerate(PARTY_TYPES)}

    def arrays(self) -> dict[str, Array]:
        """All arrays of the file, in the order in which they are written."""
        of_words = self._word_arrays()
        return {
            "record_blob": np.frombuffer(bytes(self.record_blob), dtype=np.uint8),
            "record_at": view(self.record_at),
            "record_type": view(self.record_type),
            "record_source": view(self.record_source),
            "birth_record": view(self.birth_record),
            "birth_date": view(self.birth_date),
            **birth_arrays(view(self.birth_date), view(self.birth_record)),
            "name_record": view(self.name_record),
            "name_position": view(self.name_position),
            "name_kind": view(self.name_kind),
            "name_at": view(self.name_at),
            "name_words": view(self.name_words),
            "name_roles": view(self.name_roles),
            "whole_blob": np.frombuffer(bytes(self.whole_blob), dtype=np.uint8),
            "whole_at": view(self.whole_at),
            **sorted_by_key("ref", view(self.record_ref), record=np.arange(len(self.record_ref))),
            **of_words,
            **self._postings(),
            **sorted_by_key(
                "join",
                view(self.joins),
                name=view(self.join_name),
                first=view(self.join_first),
                last=view(self.join_last),
            ),
            **sorted_by_key("key", view(self.keys), record=view(self.key_record)),
            **self._groups(of_words["word_heard"]),
        }

    def _groups(self, word_heard: Array) -> dict[str, Array]:
        """Which records are one party by the references of the lists."""
        described = Described(
            blob=self.record_blob,
            record_at=view(self.record_at),
            name_record=view(self.name_record),
            name_at=view(self.name_at),
            sounds=word_heard[view(self.name_words)],
            keys=(view(self.key_record), view(self.keys)),
        )
        holders = shared_by(view(self.references), view(self.reference_record))
        return group_arrays(one_party_groups(holders, described.entry), len(self.record_type))

    def _word_arrays(self) -> dict[str, Array]:
        words = list(self.words)
        return {
            "word_share": self._shares(words),
            **word_arrays(words, view(self.name_words), view(self.name_at)),
        }

    def _shares(self, words: list[str]) -> NDArray[np.float32]:
        """Share of persons, then of other parties, who bear each word in any of their names."""
        word_ids, record_ids = view(self.name_words), self._record_of_words()
        person = view(self.record_type)[record_ids] == PARTY_TYPES.index(PartyType.PERSON)
        return np.concatenate(
            [
                self._shares_among(words, word_ids[chosen], record_ids[chosen])
                for chosen in (person, ~person)
            ]
        )

    def _shares_among(
        self,
        words: list[str],
        word_ids: NDArray[np.int32],
        record_ids: NDArray[np.int32],
    ) -> NDArray[np.float32]:
        pairs = (
            np.unique(record_ids.astype(np.int64) * len(words) + word_ids) if words else word_ids
        )
        record, word = np.divmod(pairs, max(len(words), 1))
        source = view(self.record_source)[record].astype(np.int64)
        cells = np.bincount(source * len(words) + word, minlength=len(self.sources) * len(words))
        parties = np.bincount(
            view(self.record_source)[np.unique(record)],
            minlength=len(self.sources),
        )
        return frequencies(words, cells.reshape(len(self.sources), len(words)), parties)

    def _record_of_words(self) -> NDArray[np.int32]:
        """For each word of each name, the record it belongs to."""
        lengths = np.diff(view(self.name_at))
        found: NDArray[np.int32] = np.repeat(view(self.name_record), lengths)
        return found

    def _postings(self) -> dict[str, Array]:
        """For each word the names in which it stands, each name once."""
        lengths = np.diff(view(self.name_at))
        names = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
        pairs = np.unique(view(self.name_words).astype(np.int64) * (len(lengths) + 1) + names)
        counts = np.bincount(pairs // (len(lengths) + 1), minlength=len(self.words))
        return {
            "post_at": np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
            "post_names": (pairs % (len(lengths) + 1)).astype(np.int32),
        }
