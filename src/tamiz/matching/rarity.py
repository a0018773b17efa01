"""How common a name word is: what agreement on it is worth.

The frequency of a word is estimated from two sources: how many listed parties bear it, and the
tables in ``frequencies/`` of how many people of an origin bear it (their README names the
sources). The tables keep a short list of rare criminals from making ``García`` look rare; the
count keeps a word that is common on the lists (``Gul``) from looking rare.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from tamiz.normalise.keys import sound
from tamiz.normalise.patronymics import is_patronymic

PSEUDO_PARTIES = 20_000  # how many parties the prior knowledge counts for, beside the list's own

# Of people unlike the listed person, one in twenty is of the origin in which the word is most
# common, and bears it as often as people there do. Without this, words of one origin would be
# paid for again with each word: that Garcías are often Hernández is no news after the first.
# Counted with bench/calibration.py: at 1 and 1/2 probabilities are far too low, at 1/20 nearest.
SAME_ORIGIN = 0.05
# Romanised otherwise than any table spells it, a name is still a name: people who bear it so, of
# those who bear what sounds like it.
OTHERWISE_SPELT = 0.1

# The chance that the next person bears a word that one is known to bear and no table has: counted
# by scripts/frequencies.py (unseen.tsv) among the words too rare for the tables.
UNSEEN = 6e-6
# Only Russia's patronymics are counted, so another land's may be as common as Russia's are: the
# chance that two people there share one.
PATRONYMIC = 1.6e-2 * SAME_ORIGIN

ORGANISATIONS = "organisations"  # the origin of words that no person bears
NO_ORIGIN = frozenset({"unseen.tsv"})
HANDWRITTEN = "handwritten.tsv"


class Known:
    """Shares of people by word, and by sound for words that are spelt otherwise."""

    __slots__ = ("sounds", "words")

    def __init__(self) -> None:
        self.words: dict[str, float] = {}
        self.sounds: dict[str, float] = {}

    def add(self, origin: dict[str, float]) -> None:
        """Take in the words of one origin: of several, the highest share counts."""
        heard: dict[str, float] = {}
        for word, share in origin.items():
            if share > self.words.get(word, 0.0):
                self.words[word] = share
            key = sound(word)
            heard[key] = heard.get(key, 0.0) + share
        for key, share in heard.items():
            if share > self.sounds.get(key, 0.0):
                self.sounds[key] = share

    def share(self, word: str) -> float:
        """The share of people who bear the word, as far as tables tell; never 0."""
        alike = OTHERWISE_SPELT * self.sounds.get(sound(word), 0.0)
        return max(alike, self.words.get(word) or _of_its_kind(word))


def common_words() -> dict[str, float]:
    """Share of people who bear each of the name words that the tables know."""
    return known().words


@cache
def known() -> Known:
    """All tables, read once; only the build of an index needs them."""
    found = Known()
    for _, origin in origins():
        found.add(origin)
    return found


def origins() -> Iterator[tuple[str, dict[str, float]]]:
    """Each origin with its words and the share of people unlike the listed one who bear them."""
    folder = files("tamiz.matching").joinpath("frequencies")
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name == HANDWRITTEN:
            yield from _handwritten(path).items()
        elif path.name.endswith(".tsv") and path.name not in NO_ORIGIN:
            yield path.name.removesuffix(".tsv"), _table(path)


def _table(path: Traversable) -> dict[str, float]:
    """One origin's table: a word, then how many of a million bear it as each kind of name."""
    shares: dict[str, float] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        word, *per_million = line.split("\t")
        shares[word] = sum(int(number) for number in per_million if number) * 1e-6 * SAME_ORIGIN
    return shares


def _handwritten(path: Traversable) -> dict[str, dict[str, float]]:
    """The origins without a table: orders of magnitude, many words a line."""
    found: dict[str, dict[str, float]] = {}
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in [line for line in lines if not line.startswith("#")][1:]:
        origin, per_mille, words = line.split("\t")
        share = float(per_mille) * 1e-3 * (1.0 if origin == ORGANISATIONS else SAME_ORIGIN)
        here = found.setdefault(origin, {})
        for word in words.split():
            here.setdefault(word, share)
    return found


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
    tables = known()
    prior = np.array([tables.share(word) for word in words], dtype=np.float64)
    others = np.maximum(bearers - 1, 0)  # the party itself does not make its own name common
    shares = (others + prior * PSEUDO_PARTIES) / (parties[:, None] + PSEUDO_PARTIES)
    found: NDArray[np.float32] = shares.max(axis=0, initial=0.0).astype(np.float32)
    return np.maximum(found, prior.astype(np.float32))


def _of_its_kind(word: str) -> float:
    """The share of people who bear a word that no table knows, by what sort of word it is."""
    return PATRONYMIC if is_patronymic(word) else UNSEEN
