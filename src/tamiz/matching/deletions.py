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
SOUND_EDITS = 1  # letters that may differ in its sound, which has forgiven much already
_BASE = 0x9E3779B97F4A7C15  # odd, its bits well mixed: the golden ratio in 64 bits


def edits_allowed(length: int) -> int:
    """How many typing errors a word of this length may hold and still be recognised."""
    shortest, shortest_for_two = 3, 6
    if length > LONGEST:
        return 0
    # Three letters that differ are hardly ever right.
    return 2 if length >= shortest_for_two else 1 if length >= shortest else 0


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
    shapes: dict[tuple[int, int], list[int]] = {}
    for number, (word, gone) in enumerate(zip(words, most, strict=True)):
        shapes.setdefault((min(len(word), PREFIX), gone), []).append(number)
    numbers, hashes = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.uint32)]
    for (length, gone), chosen in shapes.items():
        prefixes = "".join([words[number][:length] for number in chosen])
        codes = np.frombuffer(prefixes.encode("ascii"), dtype=np.uint8).astype(np.uint64)
        found = _hash(codes.reshape(len(chosen), length), gone)
        hashes.append(found.ravel())
        numbers.append(np.array(chosen, dtype=np.int64).repeat(found.shape[1]))
    return np.concatenate(numbers), np.concatenate(hashes)


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


def _hash(codes: NDArray[np.uint64], most: int) -> NDArray[np.uint32]:
    """For each row of letters the hash of every way to take out up to ``most`` of them."""
    sums = codes @ _places(codes.shape[1], most)  # modulo 2**64, as unsigned integers count
    found: NDArray[np.uint32] = (sums >> np.uint64(32)).astype(np.uint32)
    return found


@cache
def _places(length: int, most: int) -> NDArray[np.uint64]:
    """What each letter is multiplied with, for each way to take letters out: 0, or its place."""
    rows = []
    for count in range(min(most, length) + 1):
        for gone in combinations(range(length), count):
            kept = [at for at in range(length) if at not in gone]
            row = [0] * length
            for place, at in enumerate(kept):
                row[at] = pow(_BASE, place + 1, 1 << 64)
            rows.append(row)
    return np.array(rows, dtype=np.uint64).reshape(-1, length).T.copy()
