"""What an index holds of its words: their text, the keys by which they are found, their cultures."""

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.arrays import hash_all, sorted_by_key
from tamiz.matching.container import Array
from tamiz.matching.deletions import SOUND_EDITS, WORD_EDITS, deletion_table
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
    number = np.arange(len(words), dtype=np.int32)
    heard = sounds(words)
    return {
        **_texts("word", words),
        "word_leaning": _leanings(words, ids, at).ravel(),
        **_left("left", words, WORD_EDITS),
        **_heard(heard),
        **sorted_by_key("hash", hash_all(words), word=number),
        **sorted_by_key("sound", hash_all(heard), word=number),
        **sorted_by_key("glued", hash_all(joined_sounds(words)), word=number),
        **sorted_by_key("bones", hash_all(skeletons(heard)), word=number),
        **sorted_by_key("outline", hash_all(outlines(words)), word=number),
        **_forms(words),
    }


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
        **_left("heard_left", list(number_of), SOUND_EDITS),
    }


def _forms(words: list[str]) -> dict[str, Array]:
    """The words by the families of forms and nicknames to which they belong."""
    entries = [(at, key) for at, keys in enumerate(families_of_each(words)) for key in keys]
    numbers = np.array([at for at, _ in entries], dtype=np.int32)
    return sorted_by_key("form", hash_all(key for _, key in entries), word=numbers)


def _left(name: str, words: list[str], most: int) -> dict[str, Array]:
    """What the words leave when letters are taken out."""
    hashes, numbers = deletion_table(words, most)
    return {name: hashes, f"{name}_word": numbers}
