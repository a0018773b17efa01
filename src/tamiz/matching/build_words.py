"""What an index holds of its words: their text, the keys by which they are found, their cultures."""

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.arrays import hash_marked, sorted_by_key
from tamiz.matching.container import Array
from tamiz.matching.deletions import deletion_table
from tamiz.matching.rarity import leanings
from tamiz.normalise.forms import families_of_each
from tamiz.normalise.keys import joined_sounds, outlines, skeletons, sounds

NAMES_AT_ONCE = 200_000  # whose leanings are summed in one go: 40 MB


def word_arrays(
    words: list[str], ids: NDArray[np.int32], at: NDArray[np.int64]
) -> dict[str, Array]:
    """All arrays about the words, their shares excepted.

    Args:
        words: every word once.
        ids: the words of all names, by their numbers, one name after the other.
        at: where each name begins, and where the last ends.
    """
    heard = sounds(words)
    return {
        **_texts("word", words),
        "word_leaning": _leanings(words, ids, at).ravel(),
        **_heard(heard),
        **_left(words, list(dict.fromkeys(heard))),
        **_alike(words, heard),
    }


def _alike(words: list[str], heard: list[str]) -> dict[str, Array]:
    """The words by all the keys under which they meet others, each marked with its kind."""
    number = np.arange(len(words), dtype=np.int32)
    keys = [
        ("word", words),
        ("sound", heard),
        ("joined", joined_sounds(words)),
        ("bones", skeletons(heard)),
        ("outline", outlines(words)),
    ]
    families = [(at, key) for at, some in enumerate(families_of_each(words)) for key in some]
    hashes = hash_marked([*keys, ("form", [key for _, key in families])])
    numbers = [*[number] * len(keys), np.array([at for at, _ in families], dtype=np.int32)]
    return sorted_by_key("alike", hashes, word=np.concatenate(numbers))


def _texts(name: str, texts: list[str]) -> dict[str, Array]:
    """The texts as one, and where each begins."""
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    return {
        f"{name}_blob": np.frombuffer("".join(texts).encode("ascii"), dtype=np.uint8),
        f"{name}_at": np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
    }


def _leanings(
    words: list[str], ids: NDArray[np.int32], at: NDArray[np.int64]
) -> NDArray[np.float16]:
    """How much commoner each word is in each culture than in all of them on average.

    Of a word that no table knows it is told by the words that stand beside it in names.
    """
    leaning, is_known = leanings(words)
    beside = np.zeros_like(leaning)
    for first in range(0, len(at) - 1, NAMES_AT_ONCE):
        last = min(first + NAMES_AT_ONCE, len(at) - 1)
        here = ids[at[first] : at[last]]
        counted = leaning[here] * is_known[here][:, None]
        begins = at[first:last] - at[first]
        of_name = np.add.reduceat(counted, begins, axis=0).repeat(
            np.diff(at[first : last + 1]), axis=0
        )
        unknown = ~is_known[here]
        np.add.at(beside, here[unknown], of_name[unknown])
    total = beside.mean(axis=1, keepdims=True)
    found = np.where(is_known[:, None] | (total == 0), leaning, beside / np.where(total, total, 1))
    return found.astype(np.float16)


def _heard(heard: list[str]) -> dict[str, Array]:
    """The different sounds of the words, and which sound each word has."""
    number_of = {sound: number for number, sound in enumerate(dict.fromkeys(heard))}
    return {
        **_texts("heard", list(number_of)),
        "word_heard": np.array([number_of[sound] for sound in heard], dtype=np.int32),
    }


def _left(words: list[str], sounds: list[str]) -> dict[str, Array]:
    """What the words and their sounds leave when letters are taken out."""
    hashes, numbers = deletion_table(words, sounds)
    return {"left": hashes, "left_number": numbers}
