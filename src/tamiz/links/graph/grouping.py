"""Sorts the names of a cohort into groups, by nothing but the words that they have in common.

A mixture of multinomials, fitted by expectation and maximisation from seeds: common words that keep
different company. The same names give the same groups; there is no chance in it.
"""

import numpy as np
from numpy.typing import NDArray

from tamiz.links.graph.groups import NameGroups, Sorting
from tamiz.links.graph.name_words import Borne, NameWords

MOST_GROUPS = 48  # more of them split one people by its commonest given names
FEWEST_BEARERS = 2  # of a word: what one alone has goes together with nothing
# Names in a group that may say anything: fewer may be the tries of one man, or one large family.
FEWEST_IN_GROUP = 20
MOST_SORTED = 40_000  # names that groups are found by: seconds; more find the same groups …
ROUNDS = 12  # of fitting: later ones move shares by less than a hundredth
ROUNDS_OF_ALL = 2  # … and with all names: a small people's words are in few of those
AT_ONCE = 1 << 16  # names: what bounds memory
ALIKE = 1.0  # names' worth of the whole cohort in each group, so that no word is impossible there
# Likeness (cosine) of the company of two words from which they begin one group: for coarse groups,
# in which rare words meet what they go with, and for fine ones, which part neighbouring peoples.
ALIKE_FROM = (0.65, 0.9)
MOST_SEEDED = 1_000  # of the commonest words, whose company says which groups there may be
MOST_WORDS = 10  # of one name
Shares = NDArray[np.float64]
Counts = NDArray[np.int64]


def fit_groups(names: NameWords, *, population: int, most: int = MOST_SORTED) -> NameGroups:
    """Sort the names of a population's people into groups.

    Groups are found by ``most`` of them, in equal steps; all then tell what each word is worth.
    """
    borne = names.borne(FEWEST_BEARERS)
    if not len(borne):
        return NameGroups(people=len(names), population=population)
    return NameGroups(
        people=len(names),
        population=population,
        known={word: at for at, word in enumerate(borne.words)},
        bearers=borne.bearers.astype(np.uint32),
        sortings=tuple(_sorting(borne, alike, most) for alike in ALIKE_FROM),
    )


def _sorting(borne: Borne, alike: float, most: int) -> Sorting:
    all_share = borne.bearers / borne.bearers.sum()
    some = borne.some(0, len(borne), step=-(-len(borne) // most))
    of, word = some.of, some.word
    belongs = _seeds(of, word, all_share, alike)
    for _ in range(ROUNDS):
        share, within = _shares(belongs, of, word, all_share)
        belongs = _belonging(share, within, of, word)
    share, within = _shares(belongs, of, word, all_share)
    for _ in range(ROUNDS_OF_ALL):
        share, within, names = _once_more(share, within, borne, all_share)
    leaning = within / all_share[:, None]
    leaning[:, names < FEWEST_IN_GROUP] = 1.0
    return Sorting(share.astype(np.float32), leaning.astype(np.float32))


def _once_more(
    share: Shares, within: Shares, borne: Borne, all_share: Shares
) -> tuple[Shares, Shares, Shares]:
    """One round with all names, some at a time: shares, shares of words, and names of each group."""
    names, found = np.zeros(len(share)), np.zeros_like(within)
    for first in range(0, len(borne), AT_ONCE):
        some = borne.some(first, first + AT_ONCE)
        belongs = _belonging(share, within, some.of, some.word)
        names += belongs.sum(axis=0)
        found += _counted(belongs, some.of, some.word, len(all_share))
    found += ALIKE * all_share[:, None]
    return names / names.sum(), found / found.sum(axis=0), names


def _seeds(of: Counts, word: Counts, count: Shares, alike: float) -> Shares:
    """To which groups names belong to begin with: whose words keep company with which seeds."""
    common = np.argsort(-count, kind="stable")[:MOST_SEEDED]
    at = np.full(len(count), -1)
    at[common] = np.arange(len(common))
    near = _company(of, at[word], len(common))
    chosen = _apart(near, count[common], alike)
    like = np.zeros((len(count), len(chosen)))
    like[common] = near @ near[chosen].T
    return _normal(_summed(like[word] ** 2, of) + 1e-9)


def _company(of: Counts, word: Counts, words: int) -> Shares:
    """The company that each of the commonest words keeps, as unit vectors over those words."""
    met = np.zeros((words, words))
    known = word >= 0
    of, word = of[known], word[known]
    for apart in range(1, MOST_WORDS):
        same = np.flatnonzero(of[apart:] == of[:-apart])
        np.add.at(met, (word[same], word[same + apart]), 1.0)
    met += met.T
    alone = np.flatnonzero(met.sum(axis=1) == 0)
    met[alone, alone] = 1.0
    step = _normal(met)
    walk = step  # up to eight: family names by way of given names, given names by way of families
    for _ in range(3):
        walk, step = walk + walk @ step, step @ step
    return np.asarray(walk / np.linalg.norm(walk, axis=1, keepdims=True))


def _apart(near: Shares, count: Shares, alike: float) -> list[int]:
    """Words that are common and keep other company than those chosen before them."""
    chosen = [0]
    closest = near @ near[0]
    while len(chosen) < min(MOST_GROUPS, len(near)):
        gain = np.sqrt(count) * np.maximum(alike - closest, 0.0)
        best = int(gain.argmax())
        if gain[best] <= 0:
            break
        chosen.append(best)
        closest = np.maximum(closest, near @ near[best])
    return chosen


def _shares(belongs: Shares, of: Counts, word: Counts, all_share: Shares) -> tuple[Shares, Shares]:
    """The share of each group, and of each word within each group (a row a word)."""
    within = _counted(belongs, of, word, len(all_share)) + ALIKE * all_share[:, None]
    return belongs.mean(axis=0), within / within.sum(axis=0)


def _counted(belongs: Shares, of: Counts, word: Counts, words: int) -> Shares:
    """How many names of each group have each word."""
    order = np.argsort(word, kind="stable")
    found = np.zeros((words, belongs.shape[1]))
    present, first = np.unique(word[order], return_index=True)
    if len(present):
        found[present] = np.add.reduceat(belongs[of[order]], first)
    return found


def _belonging(share: Shares, within: Shares, of: Counts, word: Counts) -> Shares:
    """How likely each name is of each group."""
    likely = _summed(np.log(within)[word], of) + np.log(share + 1e-12)
    return _normal(np.exp(likely - likely.max(axis=1, keepdims=True)))


def _summed(rows: Shares, of: Counts) -> Shares:
    """Rows of words summed by name."""
    first = np.flatnonzero(np.diff(of, prepend=-1))
    return np.asarray(np.add.reduceat(rows, first))


def _normal(rows: Shares) -> Shares:
    return np.asarray(rows / rows.sum(axis=1, keepdims=True))
