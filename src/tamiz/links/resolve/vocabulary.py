"""The words of all names with their keys and what they are worth."""

from collections.abc import Sequence

import numpy as np

from tamiz.links.resolve.arrays import Hashes, Ints, Words, hash64
from tamiz.links.resolve.counts import Known, share_bits
from tamiz.links.resolve.people import Vocabulary
from tamiz.links.resolve.texts import Texts
from tamiz.normalise.forms import families_of
from tamiz.normalise.keys import outline, skeleton, sound

# The share of people who bear a word, and a sound, of which nothing else is known.
PRIOR_WORD, PRIOR_SOUND = 1e-5, 2e-5


def vocabulary(
    words: Sequence[str], names: Words, name_start: Ints, known: Known | None
) -> Vocabulary:
    """Keys and worth of each word; ``names`` are rows of word numbers, -1 where there is none."""
    sounds = [sound(word) for word in words]
    families = [families_of(word) for word in words]
    hashes = _hashes(words)
    heard = _hashes(sounds)
    bits, sound_bits = _worth(hashes, heard, names, name_start, known)
    ends = np.zeros(len(words) + 1, dtype=np.int64)
    np.cumsum([len(each) for each in families], out=ends[1:])
    return Vocabulary(
        texts=Texts.of(words),
        word=hashes,
        sound=heard,
        bones=_hashes([skeleton(word) or each for word, each in zip(words, sounds, strict=True)]),
        outline=_hashes([outline(word) or each for word, each in zip(words, sounds, strict=True)]),
        family_start=ends,
        family=_hashes([key for each in families for key in each]),
        bits=bits,
        sound_bits=sound_bits,
    )


def _worth(hashes, heard, names, name_start, known):
    if known is not None:
        unseen = share_bits(np.zeros(1), known.population, PRIOR_WORD)[0]
        unheard = share_bits(np.zeros(1), known.population, PRIOR_SOUND)[0]
        return (
            known.words.of(hashes, unseen).astype(np.float32),
            known.sounds.of(heard, unheard).astype(np.float32),
        )
    population = len(name_start) - 1
    owners = np.repeat(np.arange(population), np.diff(name_start))
    used = names >= 0
    owner = np.broadcast_to(owners[:, None], names.shape)[used]
    _, sounds = np.unique(heard, return_inverse=True)
    word = names[used]
    bearers = _bearers(owner, word, len(hashes))
    hearers = _bearers(owner, sounds[word], len(hashes))[sounds]
    return (
        share_bits(bearers, population, PRIOR_WORD),
        share_bits(hearers, population, PRIOR_SOUND),
    )


def _bearers(owner: Ints, word: Ints, words: int) -> Ints:
    """How many records have each word: two names of one record count once."""
    pairs = np.unique(owner * words + word)
    return np.bincount(pairs % words, minlength=words) if words else np.zeros(0, dtype=np.int64)


def _hashes(texts: Sequence[str]) -> Hashes:
    return np.fromiter(map(hash64, texts), dtype=np.uint64, count=len(texts))
