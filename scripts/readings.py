"""Learns how Hebrew letters are read and how words are usually spelt, from transliteration pairs.

Usage: python scripts/readings.py DATA_FOLDER

DATA_FOLDER holds ``wd_hebrew_80.tsv`` and ``wd_arabic_80.tsv``: Latin word, spaced letters, count,
taken from Wikidata labels (CC0). Writes ``hebrew_letters.tsv``, ``hebrew_more_words.txt`` and
``arabic_more_words.txt`` into ``src/tamiz/normalise``. The letters are learnt from one half of the
words only, so that ``bench/scripts.py`` can report on the other (the same hash halves both).
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from zlib import crc32

from rapidfuzz.distance import OSA

from tamiz.normalise.arabic import SAME, spell_out
from tamiz.normalise.hebrew import CONTEXTS, context, in_signs, plain, read_letters
from tamiz.normalise.keys import sound
from tamiz.normalise.scripts import romanise

TARGET = Path(__file__).resolve().parents[1] / "src/tamiz/normalise"
ROUNDS = 6  # of alignment; further ones change next to nothing
MOST_LETTERS = 4  # that one Hebrew letter with its vowel is written with (tsch + vowel is rare)
LONGEST_WORD = 25
FEWEST_CASES = 3  # from which a context is believed
LEAST_GAIN = 2  # words that a rule must read better than the shorter rule would
FEWEST_SEEN = 2  # times a usual spelling was seen
COMMON = 0.25  # of the count of the commonest spelling: others of its sound are common, too
LEAST_SHARE = 0.5  # of a word's spellings that share the sound of the usual one

# Letters that passports write without their mark, as they are heard.
HACHEKS = str.maketrans({"č": "ch", "ć": "ch", "š": "sh", "ž": "zh"})

Pair = tuple[str, str, int]
Rules = dict[tuple[str, str, str], str]


def main() -> None:
    """Write the three files and print how large they are."""
    folder = Path(sys.argv[1])
    hebrew = list(pairs(folder / "wd_hebrew_80.tsv", plain))
    half = list(pairs(folder / "wd_hebrew_80.tsv", in_signs, half_only=True))
    rules = learn(half, aligned(half))
    _write(
        "hebrew_letters.tsv",
        "# How Hebrew letters are read between other letters; made by scripts/readings.py; CC0.",
        ("\t".join((*where, latin)) for where, latin in sorted(rules.items())),
    )
    _write_words("hebrew_more_words.txt", hebrew, lambda word: read_letters(in_signs(word), rules))
    arabic = list(pairs(folder / "wd_arabic_80.tsv", lambda word: word.translate(SAME)))
    _write_words("arabic_more_words.txt", arabic, spell_out)


def pairs(path: Path, fold: Callable[[str], str], *, half_only: bool = False) -> Iterator[Pair]:
    """Written word, Latin word, and how often they were seen together."""
    for line in path.read_text("utf-8").splitlines():
        latin, spaced, count = line.split("\t")
        raw = spaced.replace(" ", "")
        written, spelt = fold(raw), romanise(latin.translate(HACHEKS))
        if written and spelt and not (half_only and crc32(raw.encode()) % 2):
            yield written, spelt, int(count)


def aligned(rows: list[Pair]) -> list[list[str]]:
    """For each pair the Latin letters that each written letter stands for, most likely first.

    Estimated in rounds: align by what is likely, count, align again (hard EM).
    """
    likely: dict[str, dict[str, float]] = {}
    found: list[list[str]] = []
    for _ in range(ROUNDS):
        found = [_align(written, latin, likely) for written, latin, _ in rows]
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for (written, *_), chunks in zip(rows, found, strict=True):
            for char, chunk in zip(written, chunks, strict=False):
                counts[char][chunk] += 1
        likely = {
            char: {chunk: math.log(n / (seen.total() + 5)) for chunk, n in seen.items()}
            for char, seen in counts.items()
        }
    return found


def _align(written: str, latin: str, likely: dict[str, dict[str, float]]) -> list[str]:
    """The likeliest way to cut the Latin word into one piece for each letter; empty if none."""
    if len(written) > LONGEST_WORD:
        return []
    best: dict[int, tuple[float, list[str]]] = {0: (0.0, [])}
    for at, char in enumerate(written):
        reached: dict[int, tuple[float, list[str]]] = {}
        share = (at + 1) / len(written)
        for begin, (score, chunks) in best.items():
            for end in range(begin, min(begin + MOST_LETTERS, len(latin)) + 1):
                chunk = latin[begin:end]
                total = score + (
                    likely[char].get(chunk, -9.0 - 2 * len(chunk))
                    if likely
                    else _first_guess(char, chunk, end / len(latin) - share)
                )
                if end not in reached or total > reached[end][0]:
                    reached[end] = (total, [*chunks, chunk])
        best = reached
    return best.get(len(latin), (0.0, []))[1]


def _first_guess(char: str, chunk: str, ahead: float) -> float:
    """How well a piece fits before anything is counted: by its sound, place and length."""
    alike = chunk != "" and sound(read_letters(char, {})) == sound(chunk[0])
    return 3.0 * alike - 4 * abs(ahead) - abs(len(chunk) - 1.2)


def learn(rows: list[Pair], chunks: list[list[str]]) -> Rules:
    """A reading for each letter, and for each context in which it is read otherwise."""
    heard: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    spelt: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    places: dict[tuple[int, int], set[tuple[str, str, str]]] = defaultdict(set)
    for (written, *_), pieces in zip(rows, chunks, strict=True):
        for at, chunk in enumerate(pieces):
            spelt[written[at], _heard(chunk)][chunk] += 1
            for shape in CONTEXTS:
                where = context(written, at, shape)
                heard[where][_heard(chunk)] += 1
                places[shape].add(where)
    rules: Rules = {}
    for level in range(len(CONTEXTS) - 1, -1, -1):
        for where in sorted(places[CONTEXTS[level]]):
            usual, count = heard[where].most_common(1)[0]
            shorter = _shorter(where, rules, level)
            if shorter is not None and (
                heard[where].total() < FEWEST_CASES or count - heard[where][shorter] < LEAST_GAIN
            ):
                continue
            rules[where] = usual
    return {where: spelt[where[1], usual].most_common(1)[0][0] for where, usual in rules.items()}


def _shorter(where: tuple[str, str, str], rules: Rules, level: int) -> str | None:
    """What the rules for less of the context say."""
    before, char, after = where
    for left, right in CONTEXTS[level + 1 :]:
        if left <= len(before) and right <= len(after):
            found = rules.get((before[len(before) - left :], char, after[:right]))
            if found is not None:
                return found
    return None


def _heard(chunk: str) -> str:
    """Spellings of one sound as one, so that they do not split the vote."""
    return sound(chunk) or chunk


def _write_words(name: str, rows: list[Pair], read: Callable[[str], str]) -> None:
    """The words whose usual spelling sounds otherwise than their letters read one by one."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for written, latin, count in rows:
        spellings[written][latin] += count
    by_latin: dict[str, list[str]] = defaultdict(list)
    for written, seen in spellings.items():
        sounds: Counter[str] = Counter()
        for latin, count in seen.items():
            sounds[sound(latin)] += count
        heard, count = max(sounds.items(), key=lambda item: (item[1], item[0]))
        if count < max(FEWEST_SEEN, LEAST_SHARE * seen.total()) or heard == sound(read(written)):
            continue
        usual = {latin: n for latin, n in seen.items() if sound(latin) == heard}
        by_latin[_plainest(usual, read(written))].append(written)
    _write(
        name,
        "# The usual Latin spelling of words, then the words; made by scripts/readings.py; CC0.",
        (" ".join((latin, *sorted(by_latin[latin]))) for latin in sorted(by_latin)),
    )


def _plainest(spellings: dict[str, int], by_letters: str) -> str:
    """Of the common spellings of one sound that nearest to the letters: Hamuda before Hamouda."""
    top = max(spellings.values())
    common = [latin for latin, n in spellings.items() if n >= COMMON * top]
    return min(
        common, key=lambda latin: (OSA.distance(latin, by_letters), -spellings[latin], latin)
    )


def _write(name: str, heading: str, lines: Iterator[str]) -> None:
    """A text file, and a line on the screen about it."""
    text = "\n".join((heading, *lines)) + "\n"
    (TARGET / name).write_text(text, encoding="utf-8")
    print(f"{name}: {text.count(chr(10)) - 1} lines, {len(text.encode()) // 1024} KB")


if __name__ == "__main__":
    main()
