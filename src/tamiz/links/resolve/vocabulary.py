"""The words of all names with their keys and what they are worth."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tamiz.links.resolve.arrays import Floats, Hashes, Ints, Words, distinct, hash64
from tamiz.links.resolve.counts import Known, share_bits
from tamiz.links.resolve.people import Vocabulary
from tamiz.links.resolve.texts import Texts
from tamiz.links.resolve.weights import weights
from tamiz.matching import rarity
from tamiz.matching.rarity import OTHERWISE_SPELT, PATRONYMIC, UNSEEN, tempered
from tamiz.normalise.forms import families_of
from tamiz.normalise.keys import outline, skeleton, sound
from tamiz.normalise.patronymics import is_patronymic

LETTERS = 26
Priors = tuple[NDArray[np.float64], NDArray[np.float64]]  # shares of people by word, and by sound


def vocabulary(
    words: Sequence[str], names: Words, name_start: Ints, known: Known | None
) -> Vocabulary:
    """Keys and worth of each word; ``names`` are rows of word numbers, -1 where there is none."""
    keys = [_keys(word) for word in words]  # one word at a time: each key is made of the last
    sounds, bones, outlines = [[each[at] for each in keys] for at in range(3)]
    families = [families_of(word) for word in words]
    hashes = _hashes(words)
    heard = _hashes(sounds)
    bits, sound_bits = _worth(hashes, heard, names, name_start, known, _priors(words, sounds))
    ends = np.zeros(len(words) + 1, dtype=np.int64)
    np.cumsum([len(each) for each in families], out=ends[1:])
    texts, heard_texts = Texts.of(words), Texts.of(sounds)
    family = _hashes([key for each in families for key in each])
    return Vocabulary(
        texts=texts,
        heard=heard_texts,
        letters=_letters(texts),
        sounds=_letters(heard_texts),
        length=np.minimum(np.diff(texts.start), 255).astype(np.uint8),
        forms=_forms(ends, family),
        word=hashes,
        sound=heard,
        bones=_hashes(bones),
        outline=_hashes(outlines),
        edges=np.array([_edges(each) for each in bones], dtype=np.uint16),
        family_start=ends,
        family=family,
        bits=bits,
        sound_bits=sound_bits,
    )


def _worth(
    hashes: Hashes,
    heard: Hashes,
    names: Words,
    name_start: Ints,
    known: Known | None,
    priors: Priors,
) -> tuple[Floats, Floats]:
    expected, expected_sounds = priors
    if known is not None:
        population, nobody = known.population, np.zeros(len(hashes))
        unseen = share_bits(nobody, population, expected)
        unheard = share_bits(nobody, population, expected_sounds)
        bits = known.words.of(hashes, unseen).astype(np.float32)
        sound_bits = known.sounds.of(heard, unheard).astype(np.float32)
    else:
        population = len(name_start) - 1
        bearers, hearers = _counted(heard, names, name_start)
        bits = share_bits(bearers, population, expected)
        sound_bits = share_bits(hearers, population, expected_sounds)
    most = most_bits(population)
    unlike = most + np.float32(weights().word["unlike"])
    return np.minimum(bits, most), np.minimum(sound_bits, unlike)


def most_bits(population: int) -> np.float32:
    """The most that a word of a name is worth: relatives bear it as well, however rare it is."""
    own = weights().word
    return np.float32(max(own["most"], np.log2(max(population, 1) / own["relatives"])))


def _counted(heard: Hashes, names: Words, name_start: Ints) -> tuple[Ints, Ints]:
    """How many records have each word, and one that sounds like it."""
    owners = np.repeat(np.arange(len(name_start) - 1), np.diff(name_start))
    used = names >= 0
    owner, word = np.broadcast_to(owners[:, None], names.shape)[used], names[used]
    _, sounds = np.unique(heard, return_inverse=True)
    bearers = _bearers(owner, word, len(heard))
    return bearers, _bearers(owner, sounds[word], len(heard))[sounds]


def _priors(words: Sequence[str], sounds: Sequence[str]) -> Priors:
    """The share of people that tables of names expect for each word, and for each sound."""
    tables = rarity.known()
    heard = np.array([tempered(tables.sounds.get(each, 0.0)) for each in sounds])
    told = np.array([tempered(tables.words.get(word, 0.0)) for word in words])
    patronymic = np.array([is_patronymic(word) for word in words]) * PATRONYMIC
    spelt = np.maximum(np.maximum(told, OTHERWISE_SPELT * heard), np.maximum(patronymic, UNSEEN))
    return spelt, np.maximum(np.maximum(heard, spelt), UNSEEN)


def _bearers(owner: Ints, word: Words | Ints, words: int) -> Ints:
    """How many records have each word: two names of one record count once."""
    pairs = distinct(owner * words + word)
    return np.bincount(pairs % words, minlength=words) if words else np.zeros(0, dtype=np.int64)


def _keys(word: str) -> tuple[str, str, str]:
    """How a word sounds, its consonants, and those in outline; how it sounds where it has none."""
    heard = sound(word)
    return heard, skeleton(word) or heard, outline(word) or heard


def _edges(bones: str) -> int:
    """The first letter and, in the high byte, the last one."""
    return bones.encode()[0] | bones.encode()[-1] << 8 if bones else 0


def _letters(texts: Texts) -> NDArray[np.uint32]:
    """A bit for each letter that is in a word; digits share the bits that letters leave."""
    code = texts.data.astype(np.uint32) - 97
    bits = np.uint32(1) << np.where(code < LETTERS, code, LETTERS + code % (32 - LETTERS))
    found = np.zeros(len(texts), dtype=np.uint32)
    np.bitwise_or.at(found, np.repeat(np.arange(len(texts)), np.diff(texts.start)), bits)
    return found


def _forms(start: Ints, family: Hashes) -> Hashes:
    """A bit of 64 for each family of a word."""
    found = np.zeros(len(start) - 1, dtype=np.uint64)
    bits = np.uint64(1) << (family % np.uint64(64))
    np.bitwise_or.at(found, np.repeat(np.arange(len(found)), np.diff(start)), bits)
    return found


def potential(words: Vocabulary, names: Words, name_start: Ints) -> Floats:
    """The most bits that the names of each record can bring in any comparison.

    A word brings the most where it is the same, or sounds the same in other letters; each but one
    costs what words that go ``together`` cost, so that a common one may bring nothing.
    """
    own = weights().word
    unlike = max(own[level] for level in ("sound", "form", "near", "bones", "far"))
    alike = words.sound_bits + np.float32(unlike + own["script"])
    each = np.maximum(words.bits + np.float32(own["exact"]), alike)
    each = np.maximum(each, np.float32(own["letter"] + own["initial"] + own["script"]))
    each = np.maximum(each + np.float32(own["together"]), np.float32(0))
    each = np.append(each, np.float32(0))  # [-1]: no word
    found = np.zeros(len(name_start) - 1, dtype=np.float32)
    owners = np.repeat(np.arange(len(found)), np.diff(name_start))
    np.maximum.at(found, owners, each[names].sum(axis=1) - np.float32(own["together"]))
    return found


def _hashes(texts: Sequence[str]) -> Hashes:
    known = {text: hash64(text) for text in set(texts)}
    return np.fromiter(map(known.__getitem__, texts), dtype=np.uint64, count=len(texts))
