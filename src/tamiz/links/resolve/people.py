"""What a million dossiers say of who their applicants are, column by column.

All columns are plain arrays: written to a folder, they are opened by mapping the files, so that
workers share them. Rows are in the order in which the dossiers came.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.links.resolve.arrays import Bag, Floats, Hashes, Ints, Levels, Words
from tamiz.links.resolve.texts import Texts

# The kinds of values that records may have in common, each a bag of hashes.
NUMBER, PHONE, EMAIL, HANDLE = "number", "phone", "email", "handle"
ADDRESS, PLACE, RELATIVE, TEXT, STATE = "address", "birth_place", "relative", "text", "state"
KEYED = (NUMBER, PHONE, EMAIL, HANDLE)  # a value of these is as good as nobody else's
TEXTS = frozenset({"texts", "heard"})  # columns of the vocabulary that are no plain array
PLAIN = (
    "name_start", "names", "name_sizes", "roles", "scripts", "birth_start", "births",
    "birth_count", "sex", "registers", "potential", "reach",
)  # fmt: skip
BAGS = (*KEYED, ADDRESS, PLACE, RELATIVE, TEXT, STATE)


class Vocabulary(Struct, frozen=True):
    """Every word of a name once, under the keys by which spellings meet.

    ``bits`` is what it is worth to share the word, ``sound_bits`` one that sounds so: -log2 of the
    share of people who do. ``edges`` is the first (low byte) and last of the consonants that
    ``bones`` is of: typing errors seldom befall both. ``letters`` has a bit for each letter of the
    word, ``sounds`` one for each of what it sounds like (``heard``), ``forms`` one for each
    family: words that are alike share most of them. ``family`` holds the families of forms that the
    word is in.
    """

    texts: Texts
    heard: Texts
    word: Hashes
    sound: Hashes
    bones: Hashes
    outline: Hashes
    edges: NDArray[np.uint16]
    letters: NDArray[np.uint32]
    sounds: NDArray[np.uint32]
    length: NDArray[np.uint8]
    forms: Hashes
    family_start: Ints
    family: Hashes
    bits: Floats
    sound_bits: Floats


class People(Struct, frozen=True):
    """The columns.

    ``names`` has shape (names, WIDTH), -1 where there is no further word; ``name_sizes`` says how
    many there are.

    ``births`` packs a date as year * 512 + month * 32 + day, 0 for what is not known;
    ``birth_count`` says how many records have the same. ``scripts`` is 1 for
    names in other letters than Latin ones. ``sex`` is 0 (unknown), 1 or 2.
    ``registers`` stands beside the bag of numbers: a hash of the register of a personal number, 0
    for every other number. ``potential`` is the most bits that a record's names can bring, ``reach``
    the most of its places, relatives and texts. ``kin_share`` is what is left of evidence that
    relatives share where given names differ.
    """

    ids: Texts
    vocabulary: Vocabulary
    name_start: Ints
    names: Words
    name_sizes: Levels
    roles: Levels
    scripts: Levels
    birth_start: Ints
    births: Words
    birth_count: NDArray[np.uint32]
    sex: Levels
    bags: dict[str, Bag]
    registers: Hashes
    potential: Floats
    reach: Floats
    kin_share: float
    population: int

    def __len__(self) -> int:
        return len(self.sex)

    def save(self, folder: Path) -> None:
        """Write each column as a file of its own."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, column in _columns(self):
            np.save(folder / f"{name}.npy", column, allow_pickle=False)

    @staticmethod
    def open(folder: Path) -> "People":
        """Map the columns of a folder written by ``save``."""
        return _Folder(folder).people()


def _columns(people: People) -> Iterator[tuple[str, NDArray[np.generic]]]:
    for name in PLAIN:
        yield name, getattr(people, name)
    yield "population", np.array([people.population])
    yield "kin_share", np.array([people.kin_share])
    yield from _texts("ids", people.ids)
    for name in Vocabulary.__struct_fields__:
        column = getattr(people.vocabulary, name)
        if isinstance(column, Texts):
            yield from _texts(f"vocabulary.{name}", column)
        else:
            yield f"vocabulary.{name}", column
    for kind, bag in people.bags.items():
        for name in Bag.__struct_fields__:
            yield f"{kind}.{name}", getattr(bag, name)


def _texts(name: str, texts: Texts) -> Iterator[tuple[str, NDArray[np.generic]]]:
    yield f"{name}.start", texts.start
    yield f"{name}.data", texts.data


class _Folder:
    """A folder of columns."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def people(self) -> People:
        return People(
            ids=self._texts("ids"),
            vocabulary=self._vocabulary(),
            bags={name: self._bag(name) for name in BAGS},
            population=int(self._column("population")[0]),
            kin_share=float(self._column("kin_share")[0]),
            **{name: self._column(name) for name in PLAIN},
        )

    def _column(self, name: str) -> NDArray[Any]:
        column: NDArray[Any] = np.load(
            self._folder / f"{name}.npy", mmap_mode="r", allow_pickle=False
        )
        return np.asarray(column)  # a plain view of the mapped file: quicker to index

    def _texts(self, name: str) -> Texts:
        return Texts(self._column(f"{name}.start"), self._column(f"{name}.data"))

    def _vocabulary(self) -> Vocabulary:
        columns: dict[str, Any] = {
            name: self._texts(f"vocabulary.{name}")
            if name in TEXTS
            else self._column(f"vocabulary.{name}")
            for name in Vocabulary.__struct_fields__
        }
        return Vocabulary(**columns)

    def _bag(self, kind: str) -> Bag:
        return Bag(*(self._column(f"{kind}.{name}") for name in Bag.__struct_fields__))
