"""Free text as a handful of numbers: texts that are much alike share most of theirs."""

from zlib import crc32

SHINGLE = 4  # words that stand together
KEPT = 12  # of the shingles of a text: the smallest numbers, the same in every copy
LONGEST = 4_000  # characters that are read
FEWEST_WORDS = 12  # shorter texts are alike by chance: "I want to learn"


def shingles(text: str) -> list[int]:
    """The smallest numbers of all runs of four words; empty for short texts."""
    words = text[:LONGEST].casefold().split()
    if len(words) < FEWEST_WORDS:
        return []
    runs = {
        crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in range(len(words) - SHINGLE + 1)
    }
    return sorted(runs)[:KEPT]
