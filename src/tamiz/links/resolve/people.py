"""What a million dossiers say of who their applicants are, column by column.

All columns are plain arrays, and rows are in the order in which the dossiers came.
"""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.links.resolve.arrays import Bag, Floats, Hashes, Ints, Levels, Words
from tamiz.links.resolve.texts import Texts

# The kinds of values that records may have in common, each a bag of hashes.
NUMBER, PHONE, EMAIL, HANDLE = "number", "phone", "email", "handle"
ADDRESS, PLACE, RELATIVE, TEXT, STATE = "address", "birth_place", "relative", "text", "state"
KEYED = (NUMBER, PHONE, EMAIL, HANDLE)  # a value of these is as good as nobody else's


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
