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

# Romanised otherwise than any table spells it, a name is still a name: people who bear it so, of
# those who bear what sounds like it.
OTHERWISE_SPELT = 0.1

# The chance that the next person bears a word that one is known to bear and no table has: counted
# by scripts/frequencies.py (unseen.tsv) among the words too rare for the tables.
UNSEEN = 6e-6
# Only Russia's patronymics are counted, so those of another land may be as common as Russia's are:
# the chance that two people there share one, among the cultures.
PATRONYMIC = 1.6e-2 / 10

# The highest share of several origins overstates most words: a surname of one valley, two families
# in a small sample.
# Of 0.2, 0.1 and 0.05 times the highest share of any origin, bench/calibration.py bears out the last
# for most words, but honest namesakes of the commonest names need 0.1: between these it bends.
CERTAIN = 0.01  # from this share on a mean over cultures is believed as it is
BEND = 0.3  # a tenth of that share is halved, a hundredth divided by four

# People bear names of other cultures too, more than the tables of their own know.
ANYWHERE = 0.1

ORGANISATIONS = "organisations"  # the origin of words that no person bears
HANDWRITTEN, CULTURES, NO_ORIGIN = "handwritten.tsv", "cultures.tsv", "unseen.tsv"

Shares = dict[str, float]


class Known:
    """Shares of people by word, and by sound for words that are spelt otherwise.

    The share is the mean over cultures, of each culture that of the origin in which the word is
    most common: what to expect of somebody who is no more likely of one culture than another. A
    name that many cultures have (``David``) is so commoner than one as common in a single one.
    """

    __slots__ = ("cultures", "heard_in", "sounds", "used_in", "words")

    def __init__(self, cultures: list[list[Shares]]) -> None:
        self.cultures = len(cultures)
        self.words: Shares = {}
        self.sounds: Shares = {}
        self.used_in: dict[str, list[float]] = {}  # shares by culture, of words
        self.heard_in: dict[str, list[float]] = {}  # … and of sounds
        for at, origins in enumerate(cultures):
            heard = [_by_sound(origin) for origin in origins]
            for target, by_culture, tables in (
                (self.words, self.used_in, origins),
                (self.sounds, self.heard_in, heard),
            ):
                for key, share in _highest(tables).items():
                    target[key] = target.get(key, 0.0) + share / len(cultures)
                    by_culture.setdefault(key, [0.0] * len(cultures))[at] = share

    def share(self, word: str) -> float:
        """The share of people who bear the word, as far as tables tell; never 0."""
        alike = OTHERWISE_SPELT * tempered(self.sounds.get(sound(word), 0.0))
        here = self.words.get(word)
        return max(UNSEEN, alike, _of_its_kind(word) if here is None else tempered(here))


def leanings(words: list[str]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """How much more often each word is borne in each culture than in all of them on average.

    Returns:
        shape (words, cultures): the mean of a row is 1, and so is all of it where nothing is
        known; and for each word whether anything is.
    """
    tables = known()
    nothing = [1.0] * tables.cultures
    shares = np.array(
        [tables.used_in.get(word) or tables.heard_in.get(sound(word)) or nothing for word in words],
        dtype=np.float64,
    ).reshape(-1, tables.cultures)
    rows = (1 - ANYWHERE) * shares / shares.mean(axis=1, keepdims=True) + ANYWHERE
    return rows.astype(np.float32), shares.min(axis=1) < 1


def tempered(share: float) -> float:
    """A mean over cultures made smaller the rarer it is."""
    bent: float = (share / CERTAIN) ** BEND
    return share * min(1.0, bent)


def _by_sound(origin: Shares) -> Shares:
    heard: Shares = {}
    for word, share in origin.items():
        key = sound(word)
        heard[key] = heard.get(key, 0.0) + share
    return heard


def _highest(tables: list[Shares]) -> Shares:
    highest: Shares = {}
    for table in tables:
        for word, share in table.items():
            if share > highest.get(word, 0.0):
                highest[word] = share
    return highest


@cache
def known() -> Known:
    """All tables, read once; only the build of an index needs them."""
    by_origin = origins()
    found = Known([[by_origin[name] for name in names] for names in cultures().values()])
    for word, share in by_origin[ORGANISATIONS].items():
        found.words[word] = max(share, found.words.get(word, 0.0))
    return found


def cultures() -> dict[str, list[str]]:
    """The origins of each culture."""
    return {culture: names.split() for culture, names in _rows(_folder().joinpath(CULTURES))}


def origins() -> dict[str, Shares]:
    """The words of each origin and the share of its people who bear them."""
    found: dict[str, Shares] = {}
    for path in sorted(_folder().iterdir(), key=lambda path: path.name):
        if path.name == HANDWRITTEN:
            for origin, per_mille, words in _rows(path):
                share = dict.fromkeys(words.split(), float(per_mille) * 1e-3)
                found[origin] = _highest([found.get(origin, {}), share])
        elif path.name.endswith(".tsv") and path.name not in {CULTURES, NO_ORIGIN}:
            origin = path.name.removesuffix(".tsv")
            found[origin] = _highest([found.get(origin, {}), _table(path)])
    return found


def counts_by_kind() -> Iterator[tuple[str, int, int]]:
    """For each origin and word how many of a million bear it as given name, and as family name."""
    for path in _folder().iterdir():
        if path.name.endswith(".tsv") and path.name not in {HANDWRITTEN, CULTURES, NO_ORIGIN}:
            for word, *per_million in _rows(path):
                given, family = (int(number or "0") for number in (*per_million, "", "")[:2])
                yield word, given, family


def _table(path: Traversable) -> Shares:
    """One origin's table: a word, then how many of a million bear it as each kind of name."""
    return {
        word: sum(int(number) for number in per_million if number) * 1e-6
        for word, *per_million in _rows(path)
    }


def _rows(path: Traversable) -> Iterator[list[str]]:
    """The rows of a table, its comments and its heading left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    yield from (line.split("\t") for line in [line for line in lines if line[0] != "#"][1:])


def _folder() -> Traversable:
    return files("tamiz.matching").joinpath("frequencies")


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
