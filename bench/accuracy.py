"""How many listed people are found, and how many others are alerted on: prints a table.

Usage: python bench/accuracy.py [--people N] [--threshold P] [--json FILE]

Needs the development data. Listed people are looked up as applicants would appear; what is held
out (an alias, the original script) is removed from the index first, so it has not been seen.
"""

import argparse
import json
import random
import string
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from parties import OUT, parties, person, rows
from tamiz.matching import Index, Match, Matcher, Subject, build_index
from tamiz.model import Name, NameKind, PartyType, SourceRecord
from tamiz.normalise.names import spell_words
from tamiz.normalise.scripts import script_of

SEED = 20_261_124
SAMPLE = 1_500
# In these lists the development data has every alias as a party of its own, so that half of their
# pairs share no name at all ("Hilarion del Rosario Santos" and "AKI").
ALIASES_APART = frozenset({"UK-OFSI-2025"})


def main() -> None:
    """Run all questions and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--threshold", type=float, default=0.03)
    parser.add_argument("--json", type=Path, default=OUT / "accuracy.json")
    options = parser.parse_args()
    records = list(parties())
    print(f"{len(records)} parties; review threshold {options.threshold}")
    lines = [
        *cross_list_lines(options.threshold),
        *found_lines(records, options.threshold),
        *alert_lines(records, options),
    ]
    for question, value, count in lines:
        print(f"{question:76} {value:8.4f}  of {count}")
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(
        json.dumps([dict(zip(("q", "value", "n"), x, strict=True)) for x in lines])
    )


Line = tuple[str, float, int]


def cross_list_lines(threshold: float) -> list[Line]:
    """One list's record as an applicant, another list's record of the same person to be found.

    Found by names: the record is likely enough by itself. Found at all: it stands in a match,
    perhaps for its reference alone. The pairs of this truth were partly made from these very
    references, so only the first tests matching; officers see the second.
    """
    records = list(parties(references=True))
    by_key = {key(record): record for record in records}
    pairs = [(tuple(p["a"]), tuple(p["b"])) for p in rows("truth/same_person_dev.jsonl")]
    known = [(by_key[a], by_key[b]) for a, b in pairs if a in by_key and b in by_key]
    together = [(a, b) for a, b in known if b.source not in ALIASES_APART]
    lines: list[Line] = []
    with opened(records) as matcher:
        for cases, which in ((known, ""), (together, " (aliases together)")):
            for full in (True, False):
                by_names = shown = 0
                for a, b in cases:
                    found = matcher.find(applicant(a, full=full), floor=threshold)
                    by_names += key(b) in found_by_names(found)
                    shown += key(b) in found_at_all(found)
                question = f"cross-list pair found{which}, {told(full=full)}"
                count = len(cases)
                lines.append((f"{question}: by names", by_names / count, count))
                lines.append((f"{question}: or by reference", shown / count, count))
    return lines


def found_by_names(matches: Iterable[Match]) -> set[tuple[str, str]]:
    """The records of the matches that are likely enough by themselves."""
    found = [match.record for match in matches]
    found += [other.record for m in matches for other in m.also if other.bits is not None]
    return set(map(key, found))


def found_at_all(matches: Iterable[Match]) -> set[tuple[str, str]]:
    """All records of the matches, those included that only a reference tells."""
    found = [match.record for match in matches]
    found += [other.record for match in matches for other in match.also]
    return set(map(key, found))


def found_lines(records: list[SourceRecord], threshold: float) -> list[Line]:
    """Listed persons found, by how they present themselves: single records, no references."""
    lines: list[Line] = []
    with opened(records) as matcher:
        chosen = sample(records, lambda record: len(record.names) > 0)
        for typos in (1, 3):
            rng = random.Random(SEED)
            spelt = {key(r): misspell(r.names[0].text, typos, rng) for r in chosen}
            lines += found(matcher, chosen, threshold, spelt, f"{typos} typos")
    for label, kind in (("unseen alias", NameKind.ALIAS), ("original script", NameKind.SCRIPT)):
        names = {key(r): name for r in records if (name := held_out(r, kind))}
        chosen = sample(records, lambda record, names=names: key(record) in names)  # type: ignore[misc]
        kept = {key(r): names[key(r)] for r in chosen}
        with opened([without(r, kept.get(key(r))) for r in records]) as matcher:
            spelt = {where: name.text for where, name in kept.items()}
            lines += found(matcher, chosen, threshold, spelt, label)
    return lines


def key(record: SourceRecord) -> tuple[str, str]:
    """What names a record among all sources."""
    return record.source, record.id


def found(
    matcher: Matcher,
    chosen: list[SourceRecord],
    threshold: float,
    spelt: dict[tuple[str, str], str],
    label: str,
) -> list[Line]:
    """Share of the chosen persons found in the top five over the threshold."""
    lines = []
    for full in (True, False):
        hits = 0
        for record in chosen:
            subject = applicant(record, full=full, name=spelt[key(record)])
            top = matcher.find(subject, floor=threshold, limit=5)
            hits += any(key(match.record) == key(record) for match in top)
        question = f"found in top 5 by {label}, {told(full=full)}"
        lines.append((question, hits / len(chosen), len(chosen)))
    return lines


# Countries of the development data by the culture of most names in them.
ORIGINS = {
    "Hispanic": "mx es ar co uy ec cl py ve cr pa pe bo hn do cu gt".split(),
    "Slavic": "ua ru by".split(),
    "Arabic": "ma dz tn eg sa qa iq jo ly sy lb iran mauritania".split(),
}


def alert_lines(records: list[SourceRecord], options: argparse.Namespace) -> list[Line]:
    """Unlisted people alerted on, all and by the origin of their names; and how fast."""
    listed = {
        tuple(sorted(words(n.text))) for r in records if r.type is PartyType.PERSON for n in r.names
    }
    people = [
        one for one in rows("people.jsonl.gz") if tuple(sorted(words(one["name"]))) not in listed
    ]
    random.Random(SEED).shuffle(people)
    lines: list[Line] = []
    with opened(records) as matcher:
        for full in (True, False):
            fitting = [one for one in people if one["dob"] or not full]
            lines += alerts(matcher, fitting[: options.people], "all names", options, full=full)
            for origin, countries in ORIGINS.items():
                chosen = [one for one in fitting if one["country"] in countries]
                chosen = chosen[: options.people // 4]
                lines += alerts(matcher, chosen, origin, options, full=full)[:1]
    return lines


def alerts(
    matcher: Matcher,
    people: list[dict[str, Any]],
    origin: str,
    options: argparse.Namespace,
    *,
    full: bool,
) -> list[Line]:
    """The share of the people who are alerted on, and screenings a CPU second."""
    start = time.process_time()
    count = 0
    for one in people:
        subject = person(one["name"], born=one["dob"] if full else "")
        count += bool(matcher.find(subject, floor=options.threshold))
    spent = time.process_time() - start
    told_of = "name and birth date" if full else "name only"
    return [
        (f"false alerts, {told_of}, {origin}", count / len(people), len(people)),
        (f"screenings per CPU second, {told_of}", len(people) / spent, len(people)),
    ]


def words(text: str) -> list[str]:
    """Lower-case words, for dropping people who truly carry a listed name."""
    return list(spell_words(text))


def opened(records: Iterable[SourceRecord]) -> "Opened":
    """A matcher over a temporary index."""
    return Opened(records)


class Opened:
    """Builds an index in a temporary folder for the length of a with-block."""

    def __init__(self, records: Iterable[SourceRecord]) -> None:
        self._folder = TemporaryDirectory()
        path = Path(self._folder.name) / "index"
        build_index(records, (), path)
        self._index = Index.open(path)

    def __enter__(self) -> Matcher:
        return Matcher(self._index)

    def __exit__(self, *_: object) -> None:
        self._index.close()
        self._folder.cleanup()


def applicant(record: SourceRecord, *, full: bool, name: str | None = None) -> Subject:
    """A listed person as an applicant: one name, and if ``full`` one birth date and nationality."""
    text = name or record.names[0].text
    subject = person(" ".join(reversed(text.split(", ", 1))) if "," in text else text)
    if not full:
        return subject
    return msgspec.structs.replace(
        subject, birth_dates=record.birth_dates[:1], nationalities=record.nationalities[:1]
    )


def sample(
    records: list[SourceRecord], wanted: Callable[[SourceRecord], bool]
) -> list[SourceRecord]:
    """Persons with a usable name and birth date, drawn with a fixed seed."""
    chosen = [
        r
        for r in records
        if r.type is PartyType.PERSON
        and r.birth_dates
        and len(words(r.names[0].text)) > 1
        and wanted(r)
    ]
    return random.Random(SEED).sample(chosen, min(SAMPLE, len(chosen)))


def held_out(record: SourceRecord, kind: NameKind) -> Name | None:
    """The last name of this kind with two words or more; original script means not Latin."""
    fitting = [
        n
        for n in record.names[1:]
        if n.kind is kind
        and len(words(n.text)) > 1
        and (kind is not NameKind.SCRIPT or script_of(n.text.strip()) != "latin")
    ]
    return fitting[-1] if fitting else None


def without(record: SourceRecord, name: Name | None) -> SourceRecord:
    """The record without this spelling."""
    if name is None:
        return record
    kept = tuple(n for n in record.names if n.text.casefold() != name.text.casefold())
    return msgspec.structs.replace(record, names=kept)


def misspell(text: str, typos: int, rng: random.Random) -> str:
    """``typos`` random one-letter errors: left out, added, changed, exchanged."""
    letters = list(text)
    for _ in range(typos):
        at = rng.randrange(1, len(letters) - 1)
        match rng.randrange(4):
            case 0:
                del letters[at]
            case 1:
                letters.insert(at, rng.choice(string.ascii_lowercase))
            case 2:
                letters[at] = rng.choice(string.ascii_lowercase)
            case _:
                letters[at], letters[at - 1] = letters[at - 1], letters[at]
    return "".join(letters)


def told(*, full: bool) -> str:
    """What the applicant told."""
    return "name, birth date, nationality" if full else "name only"


if __name__ == "__main__":
    main()
