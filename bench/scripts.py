"""How well names in other scripts meet their Latin spellings: prints recall by script.

Usage: python bench/scripts.py [--half tune|report] [--words-only] [--threshold P] [--json FILE]

Needs the development data. First single words (transliteration pairs, CC0), then listed persons
looked up by a name in their own script when the index holds no name of theirs in that script.
The pairs are halved by a hash of the written word: one half is for tuning, the other for figures.
Words whose usual spelling is in a table are left out of both: only reading is measured.
"""

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from zlib import crc32

import msgspec
from rapidfuzz.distance import OSA

from accuracy import SEED, Opened, applicant, key, sample
from parties import OUT, SHARED, parties
from tamiz.matching.deletions import edits_allowed
from tamiz.model import Name, SourceRecord
from tamiz.normalise.arabic import usual_arabic
from tamiz.normalise.hebrew import usual_hebrew
from tamiz.normalise.keys import outline, skeleton, sound
from tamiz.normalise.names import spell_words
from tamiz.normalise.scripts import romanise, script_of

LEVELS = (
    "same word", "same sound", "same consonants", "one edit", "sound one edit off", "two edits",
    "same outline",
)  # fmt: skip
LANGUAGES = ("arabic", "hebrew", "russian")
STRANGERS = 400_000  # pairs of words that are not of one name
# Letters by which a language of a script shared with others is told.
UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
PERSIAN = re.compile("[پچژگکی]")

Line = dict[str, str | float | int]
Pair = tuple[str, str, int]


def main() -> None:
    """Print one table for words and one for persons."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("tune", "report"), default="report")
    parser.add_argument("--words-only", action="store_true")
    parser.add_argument("--threshold", type=float, default=0.03)
    parser.add_argument("--json", type=Path, default=OUT / "scripts.json")
    options = parser.parse_args()
    found = {"words": [word_line(language, options.half) for language in LANGUAGES]}
    print_words(found["words"])
    if not options.words_only:
        found["persons"] = person_lines(list(parties()), options.threshold)
        print_persons(found["persons"])
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(found, indent=1))


def pairs_of(language: str, half: str) -> Iterator[Pair]:
    """Written word, Latin word and how often the pair was seen, of one half of a set."""
    text = (SHARED / "truth/transliteration" / f"wd_{language}_80.tsv").read_text("utf-8")
    for line in text.splitlines():
        latin, spaced, count = line.split("\t")
        written = spaced.replace(" ", "")
        if half_of(written) == half and not is_tabled(written):
            yield written, latin, int(count)


def is_tabled(written: str) -> bool:
    """Whether a word's spelling is looked up and not read."""
    return usual_arabic(written) is not None or usual_hebrew(written) is not None


def half_of(written: str) -> str:
    """The half of the data to which a written word belongs."""
    return "report" if crc32(written.encode()) % 2 else "tune"


def word_line(language: str, half: str) -> Line:
    """The share of pairs that meet at each level, and of strangers that meet."""
    pairs = list(pairs_of(language, half))
    met = [meeting(written, latin) for written, latin, _ in pairs]
    weights = [count for *_, count in pairs]
    line: Line = {"language": language, "pairs": len(pairs)}
    for level in (*LEVELS, ""):
        line[level or "none"] = met.count(level) / len(pairs)
    line["by use"] = 1 - sum(weights[at] for at, level in enumerate(met) if not level) / sum(
        weights
    )
    rng = random.Random(SEED)
    strange = [meeting(*two) for two in _strangers(pairs, rng)]
    for level in LEVELS:
        line[f"strangers, {level}"] = strange.count(level) / len(strange)
    return line


def _strangers(pairs: list[Pair], rng: random.Random) -> Iterator[tuple[str, str]]:
    """A written word and the Latin word of another pair."""
    known = {(written, latin) for written, latin, _ in pairs}
    for _ in range(STRANGERS):
        written, latin = rng.choice(pairs)[0], rng.choice(pairs)[1]
        if (written, latin) not in known:
            yield written, latin


def meeting(written: str, latin: str) -> str:
    """The closest level at which two spellings meet; empty if they do not."""
    there = romanise(latin)
    heres = {romanise(written), "".join(spell_words(written))}
    return min((_level(here, there) for here in heres if here), key=_rank, default="")


def _rank(level: str) -> int:
    return LEVELS.index(level) if level else len(LEVELS)


def _level(here: str, there: str) -> str:
    """The closest way in which two romanised words agree, as the index looks words up."""
    heard, other = sound(here), sound(there)
    edits = OSA.distance(here, there)
    allowed = min(edits_allowed(len(here)), edits_allowed(len(there)))
    misheard = edits_allowed(min(len(heard), len(other)) - 1) and OSA.distance(heard, other) == 1
    agreements = (
        here == there,
        heard == other,
        skeleton(here) == skeleton(there) != "",
        edits == 1 <= allowed,
        misheard,
        edits == 2 <= allowed,
        outline(here) == outline(there) != "",
    )
    return next((level for level, so in zip(LEVELS, agreements, strict=True) if so), "")


def person_lines(records: list[SourceRecord], threshold: float) -> list[Line]:
    """The share of listed persons found by a name in each script that the index does not know."""
    held = {key(r): foreign for r in records if (foreign := foreign_names(r))}
    chosen = {key(r): r for r in sample_by_script(records, held)}
    lines: list[Line] = []
    with Opened([bare(r) if key(r) in chosen else r for r in records]) as matcher:
        for told in sorted({told for where in chosen for told in held[where]}):
            persons = [r for where, r in chosen.items() if told in held[where]]
            line: Line = {"script": told, "persons": len(persons)}
            for full, column in ((True, "name, birth date, nationality"), (False, "name only")):
                hits = 0
                for record in persons:
                    name = held[key(record)][told].text
                    subject = applicant(record, full=full, name=name)
                    top = matcher.find(subject, floor=threshold, limit=5)
                    hits += any(key(match.record) == key(record) for match in top)
                line[column] = hits / len(persons)
            lines.append(line)
    return lines


def sample_by_script(
    records: list[SourceRecord], held: dict[tuple[str, str], dict[str, Name]]
) -> Iterable[SourceRecord]:
    """For each script a sample of the persons who have a name in it."""
    scripts = sorted(set(chain.from_iterable(held.values())))
    return chain.from_iterable(
        sample(records, lambda r, told=told: told in held.get(key(r), {}))  # type: ignore[misc]
        for told in scripts
    )


def foreign_names(record: SourceRecord) -> dict[str, Name]:
    """For each script but Latin the last name in it of two words or more."""
    return {
        told: name
        for name in record.names
        if (told := language_of(name.text)) and len(spell_words(name.text)) > 1
    }


def language_of(text: str) -> str:
    """The script of a name, or its language where letters tell it; empty for Latin."""
    script = script_of(text.strip())
    if script == "cyrillic":
        return "Ukrainian" if UKRAINIAN.search(text) else "Cyrillic"
    if script == "arabic":
        return "Persian" if PERSIAN.search(text) else "Arabic"
    return "" if script == "latin" else script.capitalize()


def bare(record: SourceRecord) -> SourceRecord:
    """The record without its names in other scripts."""
    kept = tuple(name for name in record.names if not language_of(name.text))
    return msgspec.structs.replace(record, names=kept)


def print_words(lines: list[Line]) -> None:
    """One column for each language, one row for each level."""
    print(f"{'words':24}" + "".join(f"{line['language']:>12}" for line in lines))
    for row in [row for row in lines[0] if row != "language"]:
        shown = "".join(
            f"{line[row]:12.6g}" if row == "pairs" else f"{line[row]:12.5f}" for line in lines
        )
        print(f"{row:24}{shown}")


def print_persons(lines: list[Line]) -> None:
    """One row for each script."""
    columns = [column for column in lines[0] if column != "script"]
    print(f"\n{'script':16}" + "".join(f"{column:>32}" for column in columns))
    for line in lines:
        shown = "".join(
            f"{line[c]:32d}" if isinstance(line[c], int) else f"{line[c]:32.4f}" for c in columns
        )
        print(f"{line['script']:16}{shown}")


if __name__ == "__main__":
    main()
