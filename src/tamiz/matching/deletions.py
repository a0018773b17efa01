"""Hashes of what is left of a word when letters are taken out: how misspelt words find each other.

Two words at most ``k`` edits apart leave something in common when at most ``k`` letters are taken
out of the first letters of each (Garbe's symmetric deletion, with a prefix). So the index holds
the hashes of what its words leave, and a look-up is a few binary searches, however many words
there are. A hash shared by chance only costs a comparison.
"""

from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.edits import LONGEST

PREFIX = 7  # letters from which letters are taken out; more find nothing more, and cost space
MOST_EDITS = 2  # letters that may differ in a word: three are hardly ever right
SOUND_EDITS = 1  # letters that may differ in its sound, which has forgiven much already
_BASE = 0x9E3779B97F4A7C15  # odd, its bits well mixed: the golden ratio in 64 bits


def edits_allowed(length: int) -> int:
    """How many typing errors a word of this length may hold and still be recognised."""
    shortest, shortest_for_two = 3, 6
    if length > LONGEST:
        return 0
    return MOST_EDITS if length >= shortest_for_two else 1 if length >= shortest else 0


def deletion_hashes(
    words: list[str], most: list[int]
) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """The hashes of what each word leaves when up to ``most`` letters are taken out.

    Args:
        words: lower-case ASCII words.
        most: for each word how many letters may be taken out.

    Returns:
        the numbers of the words, and the hashes; each word has several.
    """
    letters = "".join([word[:PREFIX].ljust(PREFIX, "\0") for word in words]).encode("ascii")
    codes = np.frombuffer(letters, dtype=np.uint8).astype(np.uint64).reshape(-1, PREFIX)
    places, ways = _places()
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    numbers, way = ways[np.minimum(lengths, PREFIX), most].nonzero()
    sums = codes @ places  # modulo 2**64, as unsigned integers count
    return numbers, (sums[numbers, way] >> np.uint64(32)).astype(np.uint32)


def errors_allowed(words: list[str], sounds: list[str]) -> list[int]:
    """How many errors each word may hold when it is looked for, and each sound."""
    # Sounds are shorter than words and more alike: a short one is near too many others.
    return [edits_allowed(len(word)) for word in words] + [
        min(edits_allowed(len(sound) - 1), SOUND_EDITS) for sound in sounds
    ]


def left_over(
    words: list[str], sounds: list[str], most: list[int]
) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """The ``deletion_hashes`` of words, and of sounds, whose numbers go on where words end.

    Those of sounds are turned over, so that a word never meets a sound.
    """
    numbers, hashes = deletion_hashes(words + sounds, most)
    return numbers, np.where(numbers < len(words), hashes, ~hashes)


def deletion_table(
    words: list[str], sounds: list[str]
) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """The hashes of what all words and sounds leave, sorted, and their numbers (``left_over``).

    Each loses as many letters as it may hold errors.
    """
    most = [edits_allowed(len(word)) for word in words]
    most += [min(edits_allowed(len(sound)), SOUND_EDITS) for sound in sounds]
    numbers, hashes = left_over(words, sounds, most)
    return _sorted(hashes, numbers)


def _sorted(
    hashes: NDArray[np.uint32], numbers: NDArray[np.int64]
) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """Both arrays in the order of the hashes, each pair once."""
    pairs = np.unique(hashes.astype(np.uint64) << np.uint64(32) | numbers.astype(np.uint64))
    return (pairs >> np.uint64(32)).astype(np.uint32), pairs.astype(np.uint32).astype(np.int32)


@cache
def _places() -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """Every way to take letters out of the first ones.

    Returns:
        what each letter is multiplied with, a column a way: 0, or its place; and which ways there
        are for a prefix of a length of which so many letters may be taken out.
    """
    ways = [gone for count in range(MOST_EDITS + 1) for gone in combinations(range(PREFIX), count)]
    places = np.zeros((PREFIX, len(ways)), dtype=np.uint64)
    for column, gone in enumerate(ways):
        kept = [at for at in range(PREFIX) if at not in gone]
        places[kept, column] = [pow(_BASE, place, 1 << 64) for place in range(1, len(kept) + 1)]
    able = [
        [[len(gone) <= most and max(gone, default=-1) < length for gone in ways]
         for most in range(MOST_EDITS + 1)]
        for length in range(PREFIX + 1)
    ]  # fmt: skip
    return places, np.array(able, dtype=np.bool_)
