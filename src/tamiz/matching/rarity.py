"""How common a name word is: what agreement on it is worth.

The frequency of a word among people is estimated from three sources: how many listed parties
bear it, a short table of the world's commonest name words, and an assumption for every word
that neither knows. The table keeps a short list of rare criminals from making ``García`` look
rare; the count keeps a word that is common on the lists (``Gul``) from looking rare.
"""

from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from tamiz.normalise.forms import forms_of
from tamiz.normalise.patronymics import is_patronymic

PSEUDO_PARTIES = 20_000  # how many parties the prior knowledge counts for, beside the list's own
UNSEEN = 3e-5  # share of people who bear a word of which nothing is known: 1 in 33,000
# Given names are shared far more than family names, and patronymics are made of given names:
# even where no list has counted one, it is no rarer than this.
GIVEN_NAME = 2.5e-4
PATRONYMIC = 1.5e-3


@cache
def common_words() -> dict[str, float]:
    """Share of people who bear each of the world's commonest name words."""
    text = files("tamiz.matching").joinpath("common_words.txt").read_text(encoding="utf-8")
    shares: dict[str, float] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            per_mille, *words = line.split()
            shares.update(dict.fromkeys(words, float(per_mille) / 1000))
    return shares


def frequencies(
    words: list[str],
    bearers: NDArray[np.int64],
    parties: NDArray[np.int64],
) -> NDArray[np.float32]:
    """The share of people who bear each word: the highest that any one list suggests.

    Lists repeat each other, so counting across lists would make a name common merely because
    its only bearer is listed five times.

    Args:
        words: romanised words.
        bearers: shape (sources, words): how many parties of each source bear each word.
        parties: shape (sources,): how many parties each source has.

    Returns:
        float32 shares in the order of ``words``, each between 0 and 1.
    """
    table = common_words()
    known = np.array([table.get(word) or _by_kind(word) for word in words], dtype=np.float64)
    others = np.maximum(bearers - 1, 0)  # the party itself does not make its own name common
    shares = (others + known * PSEUDO_PARTIES) / (parties[:, None] + PSEUDO_PARTIES)
    found: NDArray[np.float32] = shares.max(axis=0, initial=0.0).astype(np.float32)
    return np.maximum(found, known.astype(np.float32))


def _by_kind(word: str) -> float:
    """The share of people who bear a word that no table knows, by what sort of word it is."""
    if is_patronymic(word):
        return PATRONYMIC
    return GIVEN_NAME if forms_of(word) else UNSEEN
